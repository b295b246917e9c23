#!/bin/bash
# Makes the package for C#, as NuGet takes it, with the libraries of the machines that are named: package/csharp.sh [MACHINE[=LIBRARY]]… [-o FOLDER].
# MACHINE: x86_64 (also where none is named), aarch64, windows. FOLDER: build/csharp where none is named. The libraries are those of static.sh and
# windows.sh, whose needs are the needs of this, or files of other builds; also python3. The same bytes each time.
set -euo pipefail
export LC_ALL=C.UTF-8
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$source/build/csharp libraries=() every_licence=()
. "$source/package/machines.sh" "$@"
for word in "${machines[@]}"; do
    take "$word"
    case $machine in
        x86_64) platform=linux-x64 ;;
        aarch64) platform=linux-arm64 ;;
        windows) platform=win-x64 ;;
    esac
    every_licence+=("${licences[@]}")
    libraries+=("$platform=$library")
done
python3 "$source/package/csharp/nupkg.py" "$folder" "${libraries[@]}" -- "${every_licence[@]}"
