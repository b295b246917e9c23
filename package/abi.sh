#!/bin/bash
# Writes the ABI of the C functions, as libabigail sees it: package/abi.sh >package/nianbao.abi records it. A test compares.
# It depends on the header alone (lib/c is compiled against it), so it is taken from a library whose functions do nothing. Another header may be named.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
header=${1:-$source/include/nianbao/nianbao.h}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cp "$header" "$folder/nianbao.h"
{
    echo '#include "nianbao.h"'
    # Every declaration, on one line each, becomes a definition.
    grep -v '^#' "$header" | tr '\n' ' ' | grep -o 'NIANBAO_C_API [^;]*;' | sed 's/^NIANBAO_C_API //; s/;$/ { __builtin_abort(); }/'
} >"$folder/nianbao.c"
cd "$folder"
"${CC:-cc}" -std=c99 -g -O0 -w -fPIC -shared -Wl,-soname,libnianbao.so nianbao.c -o libnianbao.so
abidw --no-comp-dir-path --no-show-locs --no-corpus-path --type-id-style hash libnianbao.so
