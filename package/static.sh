#!/bin/bash
# Makes the program as one file for Linux, and packs it with the free fonts: package/static.sh [x86_64|aarch64] [FOLDER]. FOLDER: build/static where none
# is named. On Debian 12 after `tests/setup.sh build`; for aarch64 also g++-aarch64-linux-gnu. Needs the network once. No library is loaded when it runs.
# Beside it libnianbao.so for packages of other languages (python.sh), which loads the C library alone.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
machine=${1:-x86_64}
folder=$(realpath -m "${2:-$source/build/static}")/$machine
case "$machine" in
    x86_64) tools= kinds=source ;;
    aarch64) tools=aarch64-linux-gnu- kinds="source arm64" ;;
    *) echo "usage: package/static.sh [x86_64|aarch64] [FOLDER]" >&2; exit 2 ;;
esac
suffix=
prefix=$folder/prefix  # archives, and files that lead CMake to them; the headers are those of Debian's packages
flags="-O2 -fPIC -ffp-contract=off -ffunction-sections -fdata-sections -DNDEBUG -w"  # no fused operations: the same bytes on every machine
. "$source/package/libraries.sh"
command -v "${tools}g++" >/dev/null || fail "no ${tools}g++"
"$source/fonts/fetch.sh" free
mkdir -p "$prefix/lib/pkgconfig"
exec 9<"$folder" && flock 9

say "sources and archives"
fetch

# Debian's archive: installed for this machine, else from the package that was fetched.
debians() {
    local at
    at=$("${tools}gcc" -print-file-name="lib$1.a")
    [ "$machine" = x86_64 ] || at=$(find "$folder/sources/arm64" -name "lib$1.a" | head -n 1)
    [ -e "$at" ] || fail "no lib$1.a: tests/setup.sh build"
    cp -L "$at" "$prefix/lib/lib$1.a"
}

made=$(recipe "$source"/package/{static.sh,older_libc.c})
if [ "$made" != "$(cat "$prefix/made" 2>/dev/null)" ]; then
    say "libraries"
    if [ "$machine" != x86_64 ]; then
        rm -rf "$folder/sources/arm64"
        mkdir -p "$folder/sources/arm64"
        wanted | awk '$4 == "arm64" { print $1 }' | while read -r package; do dpkg-deb -x "$folder/fetched/$package" "$folder/sources/arm64"; done
    fi
    for name in yaml deflate nettle expat boost_program_options; do debians "$name"; done
    hpdf
    fmt
    simdjson
    harfbuzz -DHAVE_{PTHREAD,ATEXIT,MMAP,UNISTD_H,SYS_MMAN_H,SYSCONF,GETPAGESIZE,MPROTECT,STDBOOL_H}=1
    encodings
    "${tools}gcc" -std=c11 $flags -c "$source/package/older_libc.c" -o "$prefix/lib/older_libc.o"
    rm -rf "$folder/sources" "$folder/objects"
    for line in "yaml-0.1 yaml" "harfbuzz harfbuzz -I/usr/include/harfbuzz" "harfbuzz-subset harfbuzz -I/usr/include/harfbuzz" "libdeflate deflate" "expat expat" "nettle nettle"; do
        read -r name library cflags <<<"$line"
        module "$name" "$(pkg-config --modversion "$name")" "$library" "$cflags"
    done
    targets
    echo "$made" >"$prefix/made"
fi

# --- the program

say "program"
cross=()
[ "$machine" = x86_64 ] || cross=(-DCMAKE_SYSTEM_NAME=Linux "-DCMAKE_SYSTEM_PROCESSOR=$machine")
PKG_CONFIG_LIBDIR=$prefix/lib/pkgconfig quietly cmake -S "$source" -B "$folder/build" -G Ninja "${cross[@]}" \
    -DCMAKE_C_COMPILER="${tools}gcc" -DCMAKE_CXX_COMPILER="${tools}g++" -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" -DNIANBAO_UNITY=ON -DNIANBAO_PRECOMPILED=OFF \
    -DNIANBAO_C_ALONE=ON -DNIANBAO_TESTS=OFF -DNIANBAO_FONTCONFIG=OFF -DCMAKE_PREFIX_PATH="$prefix" -DHPDF_LIBRARY="$prefix/lib/libhpdf.a" \
    -DBOOST_ROOT="$prefix" -DBoost_NO_BOOST_CMAKE=ON -DBoost_USE_STATIC_LIBS=ON -DBoost_INCLUDE_DIR=/usr/include -DBOOST_LIBRARYDIR="$prefix/lib" \
    -DCMAKE_CXX_STANDARD_LIBRARIES="$prefix/lib/libencodings.a" \
    -DCMAKE_CXX_FLAGS="-ffunction-sections -fdata-sections -ffp-contract=off -ffile-prefix-map=$source=." -DCMAKE_EXE_LINKER_FLAGS="-static -Wl,--gc-sections" \
    -DCMAKE_SHARED_LINKER_FLAGS="$prefix/lib/older_libc.o -static-libstdc++ -static-libgcc -Wl,--gc-sections,--exclude-libs,ALL,--no-as-needed -l:libpthread.so.0 -l:libdl.so.2"
quietly cmake --build "$folder/build" --target nianbao_cli nianbao_shared -- -j "$jobs"
version=$(version_of "$folder/build")
"${tools}strip" -o "$folder/libnianbao.so" "$folder/build/libnianbao.so.$version"
loaded=$("${tools}readelf" -dW "$folder/libnianbao.so" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | grep -vE '^(libc\.so\.6|libm\.so\.6|libdl\.so\.2|libpthread\.so\.0|ld-linux-.*)$' || true)
[ -z "$loaded" ] || fail "the library loads more than the C library: $loaded"

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
fonts
# The licences of all that is inside; the C library's and nettle's ask for the way to link them anew, which this script is.
licences libc6 gcc-12-base -- static.sh
chmod -R u=rwX,go=rX "$packed"
tar -C "$folder" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu --mtime="@$made_at" -cf - "$name" | gzip -n -6 >"$folder/$name.tar.gz.part"
mv "$folder/$name.tar.gz.part" "$folder/$name.tar.gz"
echo "$packed/nianbao: $(stat -c %s "$packed/nianbao") bytes"
echo "$folder/$name.tar.gz: $(stat -c %s "$folder/$name.tar.gz") bytes"
