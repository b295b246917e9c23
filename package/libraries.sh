# What package/static.sh and package/windows.sh share: sources that are fetched by checksum, archives that are made of them, and what leads CMake to
# those. They set source, folder, prefix, machine, tools (how the names of its compilers begin), suffix (how they end), kinds (of static.list) and flags.

unset CFLAGS CXXFLAGS CPPFLAGS LDFLAGS  # the same whoever builds
jobs=${NIANBAO_JOBS:-$(nproc)}
say() { echo "== $*"; }
fail() { echo "$(basename "$0"): $*" >&2; exit 1; }
log=$folder/log
quietly() { "$@" >"$log" 2>&1 || { tail -n 40 "$log" >&2; fail "$*"; }; }

# --- what is fetched, by apt with lists of its own: the machine's own are left as they are, and need no deb-src

apt() { APT_CONFIG=$folder/apt/apt.conf apt-get -q "$@"; }
prepare_apt() {
    local list
    rm -rf "$folder/apt"
    mkdir -p "$folder/apt/sources" "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial"
    : >"$folder/apt/status"
    for list in /etc/apt/sources.list.d/*.sources; do
        [ -e "$list" ] || continue
        awk 'BEGIN { RS = ""; ORS = "\n\n" }
             /(^|\n)Suites:[ \t]*bookworm/ && !/(^|\n)Enabled:[ \t]*no/ { sub(/(^|\n)Types:[^\n]*/, "\nTypes: deb deb-src"); sub(/\nArchitectures:[^\n]*/, ""); print }' \
            "$list" >"$folder/apt/sources/$(basename "$list")"
    done
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -e "$list" ] || continue
        sed -nE '/^deb (\[[^]]*\] )?[^ ]+ bookworm/ { p; s/^deb /deb-src /; p }' "$list" >"$folder/apt/sources/$(basename "$list")"
    done
    cat >"$folder/apt/apt.conf" <<EOF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$folder/apt/sources";
Dir::State::lists "$folder/apt/lists";
Dir::State::status "$folder/apt/status";
Dir::Cache "$folder/apt/cache";
APT::Sandbox::User "root";
APT::Architecture "$([ "$machine" = aarch64 ] && echo arm64 || echo amd64)";
APT::Architectures { "$([ "$machine" = aarch64 ] && echo arm64 || echo amd64)"; };
EOF
    quietly apt update
}
wanted() { awk -v kinds=" $kinds " '/^[^#]/ && index(kinds, " " $4 " ")' "$source/package/static.list"; }
same() { echo "$2  $folder/fetched/$1" | sha256sum --check --status 2>/dev/null; }
fetch() {
    local prepared=false file bytes sum kind package version
    mkdir -p "$folder/fetched"
    while read -r file bytes sum kind package version; do
        same "$file" "$sum" && continue
        $prepared || prepare_apt
        prepared=true
        cd "$folder/fetched"  # apt puts it where it is called
        case "$kind $file" in
            arm64*) quietly apt download "$package=$version" ;;
            *.debian.tar.*) quietly apt source --download-only --diff-only "$package=$version" ;;
            *) quietly apt source --download-only --tar-only "$package=$version" ;;
        esac
        same "$file" "$sum" || fail "$file of $package is not the file of static.list ($bytes bytes, SHA-256 $sum)"
    done < <(wanted)
    rm -rf "$folder/apt"
}

# --- the archives

# What compiles an archive: its name, the compiler, where its source is, its options; its files come from standard input.
archive() {
    local name=$1 compiler=$2 at=$3 objects=$folder/objects/$1
    shift 3
    rm -rf "$objects"
    mkdir -p "$objects"
    (cd "$at" && tr '\n' '\0' | quietly xargs -0 -P "$jobs" -I '{}' sh -e -c 'name=$(echo "$1" | tr / _); shift; "$@" -o "$0/$name.o"' "$objects" '{}' \
        "$tools$compiler$suffix" $flags "-ffile-prefix-map=$at=." "$@" -c '{}') || exit 1
    rm -f "$prefix/lib/lib$name.a"
    "${tools}ar" rcsD "$prefix/lib/lib$name.a" "$objects"/*.o
    rm -rf "$objects"
}
# Where the source of a package lies, with Debian's patches if static.list has them; of it only what is named, if anything is.
unpacked() {
    local package=$1 at=$folder/sources/$1 file patch
    shift
    rm -rf "$at"
    mkdir -p "$at"
    for file in $(wanted | awk -v package="$package" '$5 == package { print $1 }'); do
        case "$file" in
            *.debian.tar.*) tar -xf "$folder/fetched/$file" -C "$at" ;;
            *) tar -xf "$folder/fetched/$file" -C "$at" --strip-components=1 --wildcards "${@/#/*/}" ;;
        esac
    done
    if [ -e "$at/debian/patches/series" ]; then
        sed 's/[ \t]*#.*//; /^$/d' "$at/debian/patches/series" | while read -r patch; do quietly patch -d "$at" -p1 -i "debian/patches/$patch"; done
    fi
    echo "$at"
}
hpdf() {
    local at
    at=$(unpacked libharu)
    printf '#define LIBHPDF_HAVE_NOPNGLIB 1\n#define LIBHPDF_HAVE_NOZLIB 1\n' >"$at/include/hpdf_config.h"  # streams are compressed by libdeflate
    (cd "$at" && ls src/*.c) | archive hpdf gcc "$at" -Iinclude
}
fmt() {
    local at
    at=$(unpacked fmtlib)
    printf 'src/format.cc\nsrc/os.cc\n' | archive fmt g++ "$at" -std=c++20 -Iinclude
}
simdjson() {
    local at
    at=$(unpacked simdjson)
    echo src/simdjson.cpp | archive simdjson g++ "$at" -std=c++20 -Iinclude -Isrc -DSIMDJSON_THREADS_ENABLED=1
}
harfbuzz() {  # the file with subsetting has shaping too; no glib, graphite, FreeType or ICU
    local at
    at=$(unpacked harfbuzz)
    echo src/harfbuzz-subset.cc | archive harfbuzz g++ "$at" -std=c++11 -fno-exceptions -fno-rtti -fno-threadsafe-statics "$@"
}
# iconv of our own, whose tables are made and compared with the C library's by the machine that builds. The C library's would load a shared object
# for each encoding, and Windows has none.
encodings() {
    local at=$folder/sources/encodings
    mkdir -p "$at"
    cp "$source"/package/encod*.cpp "$at"
    quietly g++ -std=c++20 -O1 "$at/encoding_tables.cpp" -o "$at/tables"
    "$at/tables" >"$at/encoding_tables.h"
    quietly g++ -std=c++20 -O1 -D{iconv=own_iconv,iconv_open=own_iconv_open,iconv_close=own_iconv_close} -c "$at/encodings.cpp" -o "$at/own.o"
    quietly g++ -std=c++20 -O1 -DENCODINGS_CHECKED "$at/encoding_tables.cpp" "$at/own.o" -o "$at/checked"
    quietly "$at/checked"
    echo encodings.cpp | archive encodings g++ "$at" -std=c++20 "$@"
}
module() { printf 'Name: %s\nDescription: %s\nVersion: %s\nCflags: %s\nLibs: -L%s/lib -l%s\n' "$1" "$1" "$2" "$4" "$prefix" "$3" >"$prefix/lib/pkgconfig/$1.pc"; }
targets() {  # those of fmt and simdjson, as Debian's name shared libraries
    local name
    for name in fmt simdjson; do
        mkdir -p "$prefix/lib/cmake/$name"
        printf 'add_library(%s::%s STATIC IMPORTED)\nset_target_properties(%s::%s PROPERTIES IMPORTED_LOCATION "%s/lib/lib%s.a" INTERFACE_COMPILE_FEATURES cxx_std_20 %s)\n' \
            $name $name $name $name "$prefix" $name "${1:-}" >"$prefix/lib/cmake/$name/${name}Config.cmake"
    done
}
# What package/static.list says of the sources, and the files that make the libraries of them: the libraries are made anew if it changes.
recipe() { { wanted; cat "$source"/package/{libraries.sh,encodings.cpp,encoding_tables.cpp} "$@"; } | sha256sum; }

# --- the package, in $packed

version_of() {
    local version
    version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$1/CMakeCache.txt")
    [ -n "$version" ] || fail "no version"
    echo "$version"
}
fonts() { awk '/^[^#]/ { print $1 }' "$source/fonts/free.list" | while read -r font; do cp "$source/fonts/free/$font" "$packed/nianbao-fonts/$font"; done; }
# The licences of the Debian packages that are named, and of the libraries that are linked; behind -- the scripts.
licences() {
    local package
    while [ "$1" != -- ]; do
        cp -L "/usr/share/doc/$1/copyright" "$packed/licences/$1"
        shift
    done
    shift
    for package in nettle-dev libyaml-dev libdeflate-dev libexpat1-dev libboost-program-options1.74-dev libharfbuzz-dev libhpdf-dev libsimdjson-dev libfmt-dev; do
        cp -L "/usr/share/doc/$package/copyright" "$packed/licences/$package"
    done
    cp "$source/LICENSE" "$source"/package/{copyright,libraries.sh,static.list} "${@/#/$source/package/}" "$packed/licences"
    cp -L /usr/share/common-licenses/{LGPL-2.1,LGPL-3,GPL-2,GPL-3} "$packed/licences"
}
made_at=${SOURCE_DATE_EPOCH:-$(git -C "$source" log -1 --format=%ct 2>/dev/null || echo 0)}
