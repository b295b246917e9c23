#!/bin/bash
# Makes the pictures of pages that the readmes show, from an example: docs/pictures.sh, with the release built. Needs pdftoppm (poppler-utils).
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$source/build/release/nianbao" render "$source/examples/huaian-2024.json" -o "$folder/report.pdf" --no-system-fonts --no-check --quiet
for page in 1 4 5; do
    pdftoppm -png -gray -r 40 -f $page -l $page -singlefile "$folder/report.pdf" "$source/docs/pictures/page-$page"
done
