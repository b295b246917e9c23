#!/bin/bash
# Makes the packages for Node 18 and later: nianbao with the libraries of the machines that are named, and nianbao-fonts: package/node.sh
# [MACHINE[=LIBRARY]]… [-o FOLDER]. MACHINE: x86_64 (also where none is named), aarch64, windows. FOLDER: build/node where none is named. The libraries are
# those of static.sh and windows.sh, whose needs are the needs of this, or files of other builds; of those the fonts are left out. Needs npm too.
set -euo pipefail
export LC_ALL=C.UTF-8
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$source/build/node
. "$source/package/machines.sh" "$@"
rm -rf "$folder/nianbao" "$folder/nianbao-fonts"
mkdir -p "$folder/nianbao/licences" "$folder/nianbao-fonts"
for word in "${machines[@]}"; do
    take "$word"
    case $machine in
        x86_64) name=linux-x64.so ;;
        aarch64) name=linux-arm64.so ;;
        windows) name=win32-x64.dll ;;
    esac
    cp -L "$library" "$folder/nianbao/nianbao-$name"
    cp "${licences[@]}" "$folder/nianbao/licences"
done
cp "$source"/package/node/{index.js,library.js,index.d.ts,README.md} "$folder/nianbao"
sed "s/VERSION/$version/" "$source/package/node/package.json" >"$folder/nianbao/package.json"
cd "$folder"
npm pack --silent ./nianbao
if $fonts; then
    awk '/^[^#]/ { print $1 }' "$source/fonts/free.list" | while read -r font; do cp "$source/fonts/free/$font" nianbao-fonts; done
    printf '{ "name": "nianbao-fonts", "version": "%s", "description": "The free fonts of nianbao", "license": "SEE LICENSE IN Fandol-COPYING.gz" }\n' "$version" >nianbao-fonts/package.json
    npm pack --silent ./nianbao-fonts
fi
rm -rf nianbao nianbao-fonts
