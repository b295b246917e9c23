#!/bin/bash
# Makes the wheels for Python 3.7 and later, one for each machine that is named, and one of the fonts: package/python.sh [MACHINE[=LIBRARY]]… [-o FOLDER].
# MACHINE: x86_64 (also where none is named), aarch64, windows. FOLDER: build/python where none is named. The libraries are those of static.sh and
# windows.sh, whose needs are the needs of this, or files of other builds; of those the fonts are left out. The same bytes each time.
set -euo pipefail
export LC_ALL=C.UTF-8
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$source/build/python
. "$source/package/machines.sh" "$@"
for word in "${machines[@]}"; do
    take "$word"
    python3 "$source/package/python/wheel.py" "$folder" "$library" "${licences[@]}"
done
if $fonts; then python3 "$source/package/python/wheel.py" "$folder"; fi
