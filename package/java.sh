#!/bin/bash
# Makes the jar for Java 17 and later, with the libraries of the machines that are named, and its POM: package/java.sh [MACHINE[=LIBRARY]]… [-o FOLDER].
# MACHINE: x86_64 (also where none is named), aarch64, windows. FOLDER: build/java where none is named. The libraries are those of static.sh and
# windows.sh, whose needs are the needs of this, or files of other builds; also a JDK and JNA (Debian: libjna-java). The same bytes each time.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$source/build/java
. "$source/package/machines.sh" "$@"
made=$folder/classes
rm -rf "$made"
mkdir -p "$made/META-INF/licences"

for word in "${machines[@]}"; do
    take "$word"
    case $machine in
        x86_64) place=linux-x86-64/libnianbao.so ;;
        aarch64) place=linux-aarch64/libnianbao.so ;;
        windows) place=win32-x86-64/nianbao.dll ;;
    esac
    cp "${licences[@]}" "$made/META-INF/licences"
    mkdir -p "$made/${place%/*}"
    cp -L "$library" "$made/$place"
done
javac -encoding UTF-8 -Xlint:all -Werror --release 17 -g:source,lines -cp "${JNA:-/usr/share/java/jna.jar}" -d "$made" "$source"/package/java/nianbao/*.java

seconds=${SOURCE_DATE_EPOCH:-$(git -C "$source" log -1 --format=%ct 2>/dev/null || echo 0)}
when=$(date -u -d "@$((seconds > 315532800 ? seconds : 315532800))" +%Y-%m-%dT%H:%M:%SZ)  # a .zip counts from 1980
cd "$made"
find . -type f -printf '%P\n' | sort >"$folder/files"
jar --create --file "$folder/nianbao-$version.jar.part" --date "$when" "@$folder/files"
mv "$folder/nianbao-$version.jar.part" "$folder/nianbao-$version.jar"
rm -rf "$made" "$folder/files"
sed "s/VERSION/$version/" "$source/package/java/pom.xml" >"$folder/nianbao-$version.pom"
ls -d "$folder/nianbao-$version".*
