#!/bin/bash
# Sets up, builds and runs every test. With --long also what takes longer: 200 generated reports instead of 20, fuzzing for a minute
# a target instead of 10 s, clang-tidy over all sources.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
case "$*" in
    "") long=false ;;
    --long) long=true; export NIANBAO_LONG=1 ;;
    *) echo "usage: tests/run.sh [--long]" >&2; exit 2 ;;
esac
"$source/tests/setup.sh"
cd "$source"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() { "$@" >"$log" 2>&1 || { tail -n 60 "$log" >&2; exit 1; }; }
build() {
    echo "== $1: building (build/$1)"
    quietly cmake --preset "$1"
    quietly cmake --build --preset "$1"
}
passed=true
check() {
    build "$1"
    ctest --preset "$1" || passed=false
    awk -F'[:|]' '/test cases:/ { cases += $2 } /assertions:/ { assertions += $2 } END { printf "%d cases, %d assertions\n", cases, assertions }' "build/$1/Testing/Temporary/LastTest.log"
}

check release
check asan
check tsan   # the rooms that threads run through
build clang  # without a warning: every preset makes warnings errors

seconds=10
if $long; then seconds=60; fi
echo "== fuzz: building and fuzzing, $seconds s a target (build/fuzz)"
tests/fuzz/run.sh $seconds || passed=false
if $long; then
    echo "== clang-tidy"
    quietly run-clang-tidy -quiet -p build/clang "$source/(lib|cli|fonts)/"
fi
$passed || { echo "== some tests failed" >&2; exit 1; }
echo "== all passed"
