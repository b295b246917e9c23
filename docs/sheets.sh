#!/bin/bash
# Makes the pictures of a workbook's sheets that the readmes show: docs/sheets.sh, with the release built; another folder: docs/sheets.sh FOLDER.
# One is filled in and right, one has a wrong number. Needs soffice (libreoffice-calc-nogui) and pdftoppm (poppler-utils); the free fonts
# stand in for 宋体, 黑体 and 仿宋.
set -euo pipefail
export LC_ALL=C.UTF-8
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=${1:-$source/docs/pictures}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
stand_in() { echo "<match target=\"pattern\"><test name=\"family\"><string>$1</string></test><edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>$2</string></edit></match>"; }
cat >"$folder/fonts.conf" <<END
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$source/fonts/free</dir><cachedir>$folder</cachedir>$(stand_in 宋体 FandolSong)$(stand_in 黑体 FandolHei)$(stand_in 仿宋 FandolFang)</fontconfig>
END
export FONTCONFIG_FILE=$folder/fonts.conf
nianbao=$source/build/release/nianbao
"$nianbao" convert "$source/examples/huaian-2024.json" -o "$folder/right.yaml"
sed 's/received: \[3001, /received: [3002, /' "$folder/right.yaml" >"$folder/wrong.yaml"
if cmp -s "$folder/right.yaml" "$folder/wrong.yaml"; then echo "docs/sheets.sh: the number to change is not there" >&2; exit 1; fi
for name in right wrong; do "$nianbao" convert "$folder/$name.yaml" -o "$folder/$name.xlsx" 2>/dev/null; done
soffice --headless "-env:UserInstallation=file://$folder/home" --convert-to pdf --outdir "$folder" "$folder/right.xlsx" "$folder/wrong.xlsx" >/dev/null
picture() {  # NAME WORDS PICTURE: the first page that has the words
    local pages page
    pages=$(pdfinfo "$folder/$1.pdf" | awk '/^Pages:/ { print $2 }')
    for page in $(seq "$pages"); do
        pdftotext -f "$page" -l "$page" "$folder/$1.pdf" - | tr -d '\n ' | grep -q "$2" || continue
        pdftoppm -png -r 50 -f "$page" -l "$page" -singlefile "$folder/$1.pdf" "$out/$3"
        return
    done
    echo "docs/sheets.sh: no page of $1 has $2" >&2
    exit 1
}
mkdir -p "$out"
picture right 本列数据的勾稽关系为 sheet-applications
picture wrong 本列数据的勾稽关系为 sheet-wrong
picture wrong 项核对中有 sheet-checks
