#!/bin/bash
# Lists the SHA-256 of all that a program makes of the corpus and the examples, a line an output: PDFs with both
# font sets and several options, and the findings of check, render, merge and diff as JSON. Two programs whose lists
# are the same make the same pages and say the same.
# tests/baseline/baseline.sh PROGRAM CORPUS >LIST
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
[ $# = 2 ] || { echo "usage: baseline.sh PROGRAM CORPUS" >&2; exit 2; }
program=$(realpath "$1")
corpus=$(realpath "$2")
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
unset SOURCE_DATE_EPOCH

run() { "$program" "$@" || [ $? = 1 ]; }  # errors in the data are what is looked at
# render NAME FOLDER OPTION…
render() {
    local name=$1 folder=$2
    shift 2
    mkdir -p "$out/$name"
    (cd "$folder" && run render . -o "$out/$name/" --no-system-fonts --quiet --format json "$@" >"$out/$name.json")
    sed -i "s|$out|OUT|g" "$out/$name.json"
}

cp -r "$corpus" "$out/corpus"
mkdir "$out/examples"
cp "$source"/examples/*.yaml "$source"/examples/*.json "$out/examples/"
for set in free test; do
    render "examples-$set" "$out/examples" --font-dir "$source/fonts/$set"
    render "generated-$set" "$out/corpus/generated" --font-dir "$source/fonts/$set"
    render "hostile-$set" "$out/corpus/hostile" --font-dir "$source/fonts/$set" --force
done
render examples-grid "$out/examples" --show-grid
render examples-data "$out/examples" --attach-data
render examples-sealed "$out/examples" --skip-unchanged
render examples-quarter "$out/examples" --layout spacing=quarter
for part in generated hostile damaged; do
    (cd "$out/corpus/$part" && run check . --format json >"$out/check-$part.json")
done
(cd "$out/corpus/damaged" && run check . >"$out/check-damaged.txt" 2>&1)
(cd "$out/corpus/generated" && run merge $(grep -l -E '^(year|年度): 2024' ./*.yaml | head -n 40) --agency 某某县人民政府 -o - >"$out/merge.txt" 2>&1)
(cd "$out/corpus/generated" && for n in 01 02 03 04 05 06 07 08 09; do run diff "0$n.yaml" "1$n.yaml"; done >"$out/diff.txt" 2>&1)
rm -rf "$out/corpus" "$out/examples"
cd "$out" && find . -type f -print0 | sort -z | xargs -0 sha256sum
