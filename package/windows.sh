#!/bin/bash
# Makes the program and the library for Windows 7 and later, x86-64, and packs them with the free fonts: package/windows.sh [FOLDER]. FOLDER:
# build/windows where none is named. On Debian 12 after `tests/setup.sh build`; also g++-mingw-w64-x86-64-posix, m4 and python3. Needs the network once.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
machine=x86_64
folder=$(realpath -m "${1:-$source/build/windows}")
tools=x86_64-w64-mingw32-
suffix=-posix  # with the threads of C++11
kinds="source windows"
prefix=$folder/prefix  # archives, headers, and files that lead CMake to them
flags="-O2 -ffp-contract=off -ffunction-sections -fdata-sections -DNDEBUG -D_WIN32_WINNT=0x0601 -w"
. "$source/package/libraries.sh"
for tool in "${tools}g++$suffix" "${tools}windres" m4 python3; do command -v "$tool" >/dev/null || fail "no $tool"; done
"$source/fonts/fetch.sh" free
mkdir -p "$prefix"
exec 9<"$folder" && flock 9

say "sources"
fetch

headers() { mkdir -p "$prefix/include/$1" && cp -R "${@:2}" "$prefix/include/$1"; }
made=$(recipe "$source"/package/{windows.sh,iconv.h})
if [ "$made" != "$(cat "$prefix/made" 2>/dev/null)" ]; then
    say "libraries"
    rm -rf "$prefix"
    mkdir -p "$prefix/include" "$prefix/lib/pkgconfig"
    harfbuzz
    headers harfbuzz "$folder"/sources/harfbuzz/src/hb*.h
    hpdf
    headers . "$folder"/sources/libharu/include/*.h
    fmt
    headers . "$folder/sources/fmtlib/include/fmt"
    simdjson
    headers . "$folder"/sources/simdjson/include/*
    headers . "$source/package/iconv.h"
    encodings "-I$prefix/include"

    at=$(unpacked libyaml)
    (cd "$at" && ls src/*.c) | archive yaml gcc "$at" -Iinclude -DYAML_DECLARE_STATIC -DYAML_VERSION_{MAJOR=0,MINOR=2,PATCH=5} '-DYAML_VERSION_STRING="0.2.5"'
    headers . "$at/include/yaml.h"
    at=$(unpacked libdeflate)
    (cd "$at" && ls lib/*.c lib/x86/*.c) | archive deflate gcc "$at" -I.
    headers . "$at/libdeflate.h"
    at=$(unpacked expat)/expat/lib
    : >"$at/expat_config.h"  # that of a configured source; what it would say is told here
    (cd "$at" && ls xmlparse.c xmlrole.c xmltok.c) | archive expat gcc "$at" -I. -DXML_STATIC -DXML_NS -DXML_CONTEXT_BYTES=1024 -DBYTEORDER=1234
    headers . "$at"/expat{,_external}.h
    at=$(unpacked boost1.74 libs/program_options/src)  # the headers are Debian's
    ln -sfn /usr/include/boost "$prefix/include/boost"
    (cd "$at" && ls libs/program_options/src/*.cpp | grep -v winmain) | archive boost_program_options g++ "$at" -std=c++17 "-I$prefix/include" -DBOOST_ALL_NO_LIB
    at=$(unpacked nettle)
    (cd "$at" && CC="${tools}gcc$suffix" CFLAGS="-O2 -ffile-prefix-map=$at=." quietly ./configure --host=x86_64-w64-mingw32 --disable-shared \
        --disable-public-key --disable-openssl --disable-documentation --enable-fat && quietly make -j "$jobs" libnettle.a) || exit 1
    cp "$at/libnettle.a" "$prefix/lib"
    headers nettle "$at"/*.h
    rm -rf "$folder/sources" "$folder/objects"

    version() { wanted | awk -v package="$1" '$5 == package { sub(/[-+].*/, "", $6); print $6; exit }'; }
    module yaml-0.1 "$(version libyaml)" yaml -DYAML_DECLARE_STATIC
    for name in harfbuzz harfbuzz-subset; do module $name "$(version harfbuzz)" harfbuzz "-I$prefix/include/harfbuzz"; done
    module libdeflate "$(version libdeflate)" deflate ""
    module expat "$(version expat)" expat -DXML_STATIC
    module nettle "$(version nettle)" nettle ""
    targets "INTERFACE_INCLUDE_DIRECTORIES $prefix/include"
    echo "$made" >"$prefix/made"
fi

# --- the program and the library

# Windows keeps names in UTF-16, and a path that is made of char takes bytes for characters of another encoding. It compiles and is wrong: here it does
# not compile, but for literals (lib/file/path_text.hpp).
mkdir -p "$folder/narrow/bits"
at=$(echo '#include <filesystem>' | "${tools}g++$suffix" -std=c++20 -M -x c++ - | tr -s ' \\\n' '\n' | grep '/bits/fs_path\.h$')
awk '/using _Path = enable_if_t<__is_path_src<_Tp>, path>;/ {
         print "using _Path = enable_if_t<__is_path_src<_Tp> && !nianbao_narrow<_Tp>, path>;"; changed = 1; next }
     /SFINAE constraint for Source parameters/ {
         print "template<typename _Tp> inline constexpr bool nianbao_narrow = false;"
         print "template<typename _Tr, typename _Al> inline constexpr bool nianbao_narrow<basic_string<char, _Tr, _Al>> = true;"
         print "template<typename _Tr> inline constexpr bool nianbao_narrow<basic_string_view<char, _Tr>> = true;"
         print "template<> inline constexpr bool nianbao_narrow<char*> = true;"
         print "template<> inline constexpr bool nianbao_narrow<const char*> = true;" }
     { print } END { exit !changed }' "$at" >"$folder/narrow/bits/fs_path.h" || fail "another bits/fs_path.h than that of g++ 12"

say "program and library"
PKG_CONFIG_LIBDIR=$prefix/lib/pkgconfig quietly cmake -S "$source" -B "$folder/build" -G Ninja -DCMAKE_SYSTEM_NAME=Windows -DCMAKE_SYSTEM_PROCESSOR=$machine \
    -DCMAKE_C_COMPILER="${tools}gcc$suffix" -DCMAKE_CXX_COMPILER="${tools}g++$suffix" -DCMAKE_RC_COMPILER="${tools}windres" \
    -DCMAKE_FIND_ROOT_PATH="$prefix" -DCMAKE_FIND_ROOT_PATH_MODE_PROGRAM=NEVER -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" -DNIANBAO_UNITY=ON -DNIANBAO_PRECOMPILED=OFF \
    -DNIANBAO_TESTS=OFF -DNIANBAO_FONTCONFIG=OFF -DNIANBAO_FONT_FOLDER= -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_FIND_LIBRARY_SUFFIXES=.a \
    -DHPDF_LIBRARY="$prefix/lib/libhpdf.a" -DHPDF_INCLUDE="$prefix/include" \
    -DBOOST_ROOT="$prefix" -DBoost_NO_BOOST_CMAKE=ON -DBoost_USE_STATIC_LIBS=ON -DBoost_INCLUDE_DIR="$prefix/include" -DBOOST_LIBRARYDIR="$prefix/lib" \
    -DCMAKE_CXX_STANDARD_LIBRARIES="$prefix/lib/libencodings.a -lshell32" \
    -DCMAKE_CXX_FLAGS="-isystem $folder/narrow -D_WIN32_WINNT=0x0601 -Wa,-mbig-obj -Wno-attributes -ffunction-sections -fdata-sections -ffp-contract=off -ffile-prefix-map=$source=." \
    -DCMAKE_EXE_LINKER_FLAGS="-static -s -Wl,--gc-sections,--no-insert-timestamp" -DCMAKE_SHARED_LINKER_FLAGS="-static -s -Wl,--gc-sections,--no-insert-timestamp"
quietly cmake --build "$folder/build" --target nianbao_cli nianbao_shared -- -j "$jobs"
version=$(version_of "$folder/build")
loads() { "${tools}objdump" -p "$1" | sed -n 's/.*DLL Name: //p' | LC_ALL=C sort | tr '\n' ' '; }
for file in nianbao.exe nianbao.dll; do
    case "$(loads "$folder/build/$file")" in
        "KERNEL32.dll SHELL32.dll USER32.dll msvcrt.dll " | "KERNEL32.dll USER32.dll msvcrt.dll ") ;;  # which every Windows has
        *) fail "$file loads $(loads "$folder/build/$file")" ;;
    esac
done

# --- the package

say "package"
name=nianbao-$version-windows-$machine
packed=$folder/$name
rm -rf "$packed" "$packed.zip"
mkdir -p "$packed/nianbao-fonts" "$packed/licences" "$packed/library"
cp "$folder/build/nianbao.exe" "$packed"
# Two import libraries, that of other compilers without the name of ours.
cp "$folder/build/nianbao.dll" "$folder/build/libnianbao.dll.a" "$source/include/nianbao/nianbao.h" "$packed/library"
"${tools}dlltool" -D nianbao.dll -d "$folder/build/nianbao.def" -l "$packed/library/nianbao.lib" --temp-prefix nianbao
# The editor of Windows 7 knows UTF-8 by its mark, and lines by both characters.
{ printf '\xEF\xBB\xBF' && sed 's/$/\r/' "$source/package/windows.txt"; } >"$packed/说明.txt"
cp "$source/examples/jinxiang-veterans-2022.yaml" "$packed/示例.yaml"
# The workbook is what the program for this machine makes of it.
"$source/package/static.sh" >/dev/null
"$source/build/static/x86_64/build/nianbao" convert "$packed/示例.yaml" -o "$packed/示例.xlsx" >/dev/null
fonts
licences gcc-mingw-w64-base mingw-w64-x86-64-dev -- windows.sh iconv.h
chmod -R u=rwX,go=rX "$packed"
# Python's says that the names are UTF-8, so that Windows does not read them as GBK. The time is the same wherever it is packed.
python3 - "$packed" "$packed.part.zip" "$made_at" <<'EOF'
import os, sys, time, zipfile
packed, place, made_at = sys.argv[1:]
moment = time.gmtime(max(int(made_at), 315532800))[:6]  # a .zip counts from 1980
files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(packed) for name in names)
with zipfile.ZipFile(place, "w") as out:
    for file in files:
        entry = zipfile.ZipInfo(os.path.relpath(file, os.path.dirname(packed)), moment)
        entry.create_system = 3
        entry.external_attr = 0o100644 << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        with open(file, "rb") as content:
            out.writestr(entry, content.read(), compresslevel=9)
EOF
mv "$packed.part.zip" "$packed.zip"
echo "$packed/nianbao.exe: $(stat -c %s "$packed/nianbao.exe") bytes"
echo "$packed.zip: $(stat -c %s "$packed.zip") bytes"
