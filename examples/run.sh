#!/bin/bash
# Sets up, builds the release and renders every example into examples/out.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$source/tests/setup.sh" build
cd "$source"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() { "$@" >"$log" 2>&1 || { tail -n 60 "$log" >&2; exit 1; }; }

echo "Building (build/release)"
[ -e build/release/build.ninja ] || quietly cmake --preset release -DNIANBAO_TESTS=OFF  # one with tests stays so
quietly cmake --build --preset release --target nianbao_cli
build/release/nianbao render examples --flat -o examples/out/
