#!/bin/bash
# Sets up, builds and runs every test. With --long also what takes longer: 200 generated reports instead of 20, fuzzing for a minute
# a target instead of 10 s, clang-tidy over all sources, and every fault of mutants.txt.
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
quietly() { "$@" >"$log" 2>&1 || { grep -A 12 "^FAILED" "$log" >&2 || tail -n 60 "$log" >&2; exit 1; }; }
passed=true
check() {
    echo "== $1: building (build/$1)"
    quietly cmake --preset "$1"
    quietly cmake --build --preset "$1" -- -k 0  # every file that does not compile
    ctest --preset "$1" -j "$(nproc)" || passed=false
    awk -F'[:|]' '/test cases:/ { cases += $2 } /assertions:/ { assertions += $2 } END { printf "%d cases, %d assertions\n", cases, assertions }' "build/$1/Testing/Temporary/LastTest.log"
}

check release
check asan   # by clang, every file alone; with the fuzzers
check tsan   # the rooms that threads run through

seconds=10
if $long; then seconds=60; fi
echo "== fuzz: $seconds s a target"
tests/fuzz/run.sh $seconds || passed=false
if $long; then
    echo "== clang-tidy"
    quietly run-clang-tidy -quiet -p build/asan "$source/(lib|cli|fonts)/"
    echo "== mutants: faults that the tests must see (build/mutants)"
    tests/mutate.sh || passed=false
fi
$passed || { echo "== some tests failed" >&2; exit 1; }
echo "== all passed"
