#!/bin/bash
# Makes the program as one file for Linux, and packs it with the free fonts: package/static.sh [x86_64|aarch64] [FOLDER]. FOLDER: build/static where none
# is named. On Debian 12 after `tests/setup.sh build`; for aarch64 also g++-aarch64-linux-gnu. Needs the network once. No library is loaded when it runs.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
machine=${1:-x86_64}
folder=$(realpath -m "${2:-$source/build/static}")/$machine
jobs=${NIANBAO_JOBS:-$(nproc)}
say() { echo "== $*"; }
fail() { echo "static.sh: $*" >&2; exit 1; }
case "$machine" in
    x86_64) tools= kinds=source ;;
    aarch64) tools=aarch64-linux-gnu- kinds="source arm64" ;;
    *) fail "usage: package/static.sh [x86_64|aarch64] [FOLDER]" ;;
esac
command -v "${tools}g++" >/dev/null || fail "no ${tools}g++"
"$source/fonts/fetch.sh" free

prefix=$folder/prefix  # archives, and files that lead CMake to them; the headers are those of Debian's packages
mkdir -p "$folder/fetched" "$prefix/lib/pkgconfig"
log=$folder/log
quietly() { "$@" >"$log" 2>&1 || { tail -n 40 "$log" >&2; fail "$*"; }; }
exec 9<"$folder" && flock 9

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

say "sources and archives"
prepared=false
while read -r file bytes sum kind package version; do
    same "$file" "$sum" && continue
    $prepared || prepare_apt
    prepared=true
    cd "$folder/fetched"  # apt puts it where it is called
    case "$kind" in
        source) quietly apt source --download-only --tar-only "$package=$version" ;;
        *) quietly apt download "$package=$version" ;;
    esac
    same "$file" "$sum" || fail "$file of $package is not the file of static.list ($bytes bytes, SHA-256 $sum)"
done < <(wanted)
rm -rf "$folder/apt"

# --- the archives

# What compiles an archive: its name, the compiler, where its source is, its options; its files come from standard input.
flags="-O2 -fPIC -ffp-contract=off -ffunction-sections -fdata-sections -DNDEBUG -w"  # no fused operations: the same bytes on every machine
archive() {
    local name=$1 compiler=$2 at=$3 objects=$folder/objects/$1
    shift 3
    rm -rf "$objects"
    mkdir -p "$objects"
    (cd "$at" && tr '\n' '\0' | quietly xargs -0 -P "$jobs" -I '{}' sh -e -c 'name=$(echo "$1" | tr / _); shift; "$@" -o "$0/$name.o"' "$objects" '{}' \
        "$tools$compiler" $flags "-ffile-prefix-map=$at=." "$@" -c '{}') || exit 1
    rm -f "$prefix/lib/lib$name.a"
    "${tools}ar" rcsD "$prefix/lib/lib$name.a" "$objects"/*.o
    rm -rf "$objects"
}
unpacked() {
    local file
    file=$(wanted | awk -v package="$1" '$5 == package { print $1 }')
    rm -rf "$folder/sources/$1"
    mkdir -p "$folder/sources/$1"
    tar -xf "$folder/fetched/$file" -C "$folder/sources/$1" --strip-components=1
    echo "$folder/sources/$1"
}
# Debian's archive: installed for this machine, else from the package that was fetched.
debians() {
    local at
    at=$("${tools}gcc" -print-file-name="lib$1.a")
    [ "$machine" = x86_64 ] || at=$(find "$folder/sources/arm64" -name "lib$1.a" | head -n 1)
    [ -e "$at" ] || fail "no lib$1.a: tests/setup.sh build"
    cp -L "$at" "$prefix/lib/lib$1.a"
}

made=$({ wanted; cat "$source"/package/{static.sh,encodings.cpp,encoding_tables.cpp}; } | sha256sum)
if [ "$made" != "$(cat "$prefix/made" 2>/dev/null)" ]; then
    say "libraries"
    if [ "$machine" != x86_64 ]; then
        rm -rf "$folder/sources/arm64"
        mkdir -p "$folder/sources/arm64"
        wanted | awk '$4 == "arm64" { print $1 }' | while read -r package; do dpkg-deb -x "$folder/fetched/$package" "$folder/sources/arm64"; done
    fi
    for name in yaml deflate nettle expat boost_program_options; do debians "$name"; done
    at=$(unpacked libharu)
    printf '#define LIBHPDF_HAVE_NOPNGLIB 1\n#define LIBHPDF_HAVE_NOZLIB 1\n' >"$at/include/hpdf_config.h"  # streams are compressed by libdeflate
    (cd "$at" && ls src/*.c) | archive hpdf gcc "$at" -Iinclude
    at=$(unpacked fmtlib)
    printf 'src/format.cc\nsrc/os.cc\n' | archive fmt g++ "$at" -std=c++20 -Iinclude
    at=$(unpacked simdjson)
    echo src/simdjson.cpp | archive simdjson g++ "$at" -std=c++20 -Iinclude -Isrc -DSIMDJSON_THREADS_ENABLED=1
    at=$(unpacked harfbuzz)  # the file with subsetting has shaping too; no glib, graphite, FreeType or ICU
    echo src/harfbuzz-subset.cc | archive harfbuzz g++ "$at" -std=c++11 -fno-exceptions -fno-rtti -fno-threadsafe-statics \
        -DHAVE_{PTHREAD,ATEXIT,MMAP,UNISTD_H,SYS_MMAN_H,SYSCONF,GETPAGESIZE,MPROTECT,STDBOOL_H}=1
    # The C library's iconv would load a shared object for each encoding. Ours has its tables, and is compared with it.
    at=$folder/sources/encodings
    mkdir -p "$at"
    cp "$source"/package/encod*.cpp "$at"
    quietly g++ -std=c++20 -O1 "$at/encoding_tables.cpp" -o "$at/tables"
    "$at/tables" >"$at/encoding_tables.h"
    quietly g++ -std=c++20 -O1 -D{iconv=own_iconv,iconv_open=own_iconv_open,iconv_close=own_iconv_close} -c "$at/encodings.cpp" -o "$at/own.o"
    quietly g++ -std=c++20 -O1 -DENCODINGS_CHECKED "$at/encoding_tables.cpp" "$at/own.o" -o "$at/checked"
    quietly "$at/checked"
    echo encodings.cpp | archive encodings g++ "$at" -std=c++20
    rm -rf "$folder/sources" "$folder/objects"

    module() { printf 'Name: %s\nDescription: %s\nVersion: %s\nCflags: %s\nLibs: -L%s/lib -l%s\n' "$1" "$1" "$2" "$4" "$prefix" "$3" >"$prefix/lib/pkgconfig/$1.pc"; }
    for line in "yaml-0.1 yaml" "harfbuzz harfbuzz -I/usr/include/harfbuzz" "harfbuzz-subset harfbuzz -I/usr/include/harfbuzz" "libdeflate deflate" "expat expat" "nettle nettle"; do
        read -r name library cflags <<<"$line"
        module "$name" "$(pkg-config --modversion "$name")" "$library" "$cflags"
    done
    for name in fmt simdjson; do
        mkdir -p "$prefix/lib/cmake/$name"
        printf 'add_library(%s::%s STATIC IMPORTED)\nset_target_properties(%s::%s PROPERTIES IMPORTED_LOCATION "%s/lib/lib%s.a" INTERFACE_COMPILE_FEATURES cxx_std_20)\n' \
            $name $name $name $name "$prefix" $name >"$prefix/lib/cmake/$name/${name}Config.cmake"
    done
    echo "$made" >"$prefix/made"
fi

# --- the program

say "program"
cross=()
[ "$machine" = x86_64 ] || cross=(-DCMAKE_SYSTEM_NAME=Linux "-DCMAKE_SYSTEM_PROCESSOR=$machine")
PKG_CONFIG_LIBDIR=$prefix/lib/pkgconfig quietly cmake -S "$source" -B "$folder/build" -G Ninja "${cross[@]}" \
    -DCMAKE_C_COMPILER="${tools}gcc" -DCMAKE_CXX_COMPILER="${tools}g++" -DCMAKE_BUILD_TYPE=Release -DNIANBAO_UNITY=ON -DNIANBAO_PRECOMPILED=OFF \
    -DNIANBAO_SHARED=OFF -DNIANBAO_TESTS=OFF -DNIANBAO_FONTCONFIG=OFF -DCMAKE_PREFIX_PATH="$prefix" -DHPDF_LIBRARY="$prefix/lib/libhpdf.a" \
    -DBOOST_ROOT="$prefix" -DBoost_NO_BOOST_CMAKE=ON -DBoost_USE_STATIC_LIBS=ON -DBoost_INCLUDE_DIR=/usr/include -DBOOST_LIBRARYDIR="$prefix/lib" \
    -DCMAKE_CXX_STANDARD_LIBRARIES="$prefix/lib/libencodings.a" \
    -DCMAKE_CXX_FLAGS="-ffunction-sections -fdata-sections -ffp-contract=off -ffile-prefix-map=$source=." -DCMAKE_EXE_LINKER_FLAGS="-static -Wl,--gc-sections"
quietly cmake --build "$folder/build" --target nianbao_cli -- -j "$jobs"
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$folder/build/CMakeCache.txt")
[ -n "$version" ] || fail "no version"

# --- the package

say "package"
name=nianbao-$version-linux-$machine
packed=$folder/$name
rm -rf "$packed"
mkdir -p "$packed/nianbao-fonts" "$packed/licences"
"${tools}strip" -o "$packed/nianbao" "$folder/build/nianbao"
if "${tools}readelf" -lW "$packed/nianbao" | grep -q INTERP || "${tools}readelf" -dW "$packed/nianbao" | grep -q NEEDED; then fail "the program is not static"; fi
cp "$source/package/static.txt" "$packed/说明.txt"
cp "$source/examples/jinxiang-veterans-2022.yaml" "$packed/示例.yaml"
awk '/^[^#]/ { print $1 }' "$source/fonts/free.list" | while read -r font; do cp "$source/fonts/free/$font" "$packed/nianbao-fonts/$font"; done
# The licences of all that is inside; the C library's and nettle's ask for the way to link them anew, which this script is.
cp "$source/LICENSE" "$source/package/static.sh" "$source/package/static.list" "$packed/licences"
for package in libc6 gcc-12-base nettle-dev libyaml-dev libdeflate-dev libexpat1-dev libboost-program-options1.74-dev libharfbuzz-dev libhpdf-dev libsimdjson-dev libfmt-dev; do
    cp -L "/usr/share/doc/$package/copyright" "$packed/licences/$package"
done
cp -L /usr/share/common-licenses/{LGPL-2.1,LGPL-3,GPL-2,GPL-3} "$packed/licences"
chmod -R u=rwX,go=rX "$packed"
made_at=${SOURCE_DATE_EPOCH:-$(git -C "$source" log -1 --format=%ct 2>/dev/null || echo 0)}
tar -C "$folder" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu --mtime="@$made_at" -cf - "$name" | gzip -n -6 >"$folder/$name.tar.gz.part"
mv "$folder/$name.tar.gz.part" "$folder/$name.tar.gz"
echo "$packed/nianbao: $(stat -c %s "$packed/nianbao") bytes"
echo "$folder/$name.tar.gz: $(stat -c %s "$folder/$name.tar.gz") bytes"
