#!/bin/bash
# Makes the wheels for Python 3.7 and later, one for each machine that is named, and one of the fonts: package/python.sh [MACHINE[=LIBRARY]]… [-o FOLDER].
# MACHINE: x86_64 (also where none is named), aarch64, windows. FOLDER: build/python where none is named. The libraries are those of static.sh and
# windows.sh, whose needs are the needs of this, or files of other builds; of those the fonts are left out. The same bytes each time.
set -euo pipefail
export LC_ALL=C.UTF-8
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$source/build/python machines=()
while (($#)); do
    case $1 in
        -o) folder=$(realpath -m "$2"); shift ;;
        *) machines+=("$1") ;;
    esac
    shift
done
[ ${#machines[@]} -gt 0 ] || machines=(x86_64)
fonts=false
for word in "${machines[@]}"; do
    machine=${word%%=*} library=${word#*=} licences=("$source"/{LICENSE,package/copyright})
    case $word in
        *=*) ;;
        x86_64 | aarch64)
            "$source/package/static.sh" "$machine"
            library=$source/build/static/$machine/libnianbao.so licences=("$source/build/static/$machine"/nianbao-*-linux-"$machine"/licences/*) fonts=true
            ;;
        windows)
            "$source/package/windows.sh"
            library=$source/build/windows/build/nianbao.dll licences=("$source"/build/windows/nianbao-*-windows-x86_64/licences/*) fonts=true
            ;;
        *) echo "usage: package/python.sh [x86_64|aarch64|windows[=LIBRARY]]… [-o FOLDER]" >&2; exit 2 ;;
    esac
    python3 "$source/package/python/wheel.py" "$folder" "$library" "${licences[@]}"
done
if $fonts; then python3 "$source/package/python/wheel.py" "$folder"; fi
