#!/bin/bash
# Makes the package for C#, as NuGet takes it, with the libraries of the machines that are named: package/csharp.sh [MACHINE[=LIBRARY]]… [-o FOLDER].
# MACHINE: x86_64 (also where none is named), aarch64, windows. FOLDER: build/csharp where none is named. The libraries are those of static.sh and
# windows.sh, whose needs are the needs of this, or files of other builds; also python3. The same bytes each time.
set -euo pipefail
export LC_ALL=C.UTF-8
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$source/build/csharp machines=() libraries=() licences=("$source"/{LICENSE,package/copyright})
while (($#)); do
    case $1 in
        -o) folder=$(realpath -m "$2"); shift ;;
        *) machines+=("$1") ;;
    esac
    shift
done
[ ${#machines[@]} -gt 0 ] || machines=(x86_64)
for word in "${machines[@]}"; do
    machine=${word%%=*} library=${word#*=}
    case $machine in
        x86_64) platform=linux-x64 ;;
        aarch64) platform=linux-arm64 ;;
        windows) platform=win-x64 ;;
        *) echo "usage: package/csharp.sh [x86_64|aarch64|windows[=LIBRARY]]… [-o FOLDER]" >&2; exit 2 ;;
    esac
    if [ "$word" = windows ]; then
        "$source/package/windows.sh"
        library=$source/build/windows/build/nianbao.dll
        licences+=("$source"/build/windows/nianbao-*-windows-x86_64/licences/*)
    elif [ "$word" = "$machine" ]; then
        "$source/package/static.sh" "$machine"
        library=$source/build/static/$machine/libnianbao.so
        licences+=("$source/build/static/$machine"/nianbao-*-linux-"$machine"/licences/*)
    fi
    libraries+=("$platform=$library")
done
python3 "$source/package/csharp/nupkg.py" "$folder" "${libraries[@]}" -- "${licences[@]}"
