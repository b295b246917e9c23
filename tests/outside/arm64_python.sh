#!/bin/bash
# Makes a root for ARM64 that holds Python and pip, and nothing else: tests/outside/arm64_python.sh FOLDER. It is of Debian's packages, which apt fetches and
# verifies once into build/arm64, and qemu runs it.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
root=$(realpath -m "$1")
folder=$source/build/arm64 machine=aarch64 tools= suffix= kinds=none prefix=
mkdir -p "$folder/fetched"
. "$source/package/libraries.sh"
exec 9<"$folder" && flock 9
packages=(libc6 libgcc-s1 zlib1g libexpat1 libffi8 libssl3 libbz2-1.0 liblzma5 libuuid1 python3.11-minimal libpython3.11-minimal libpython3.11-stdlib)
if [ ! -e "$folder/fetched/all" ]; then
    prepare_apt
    (cd "$folder/fetched" && quietly apt download "${packages[@]}" python3-pip-whl)
    rm -rf "$folder/apt"
    touch "$folder/fetched/all"
fi
mkdir -p "$root"/{tmp,dev}
for file in "$folder"/fetched/*.deb; do dpkg-deb -x "$file" "$root"; done
[ -e "$root/dev/null" ] || mknod -m 666 "$root/dev/null" c 1 3
cp /usr/bin/qemu-aarch64-static "$root/emulator"
# Python starts itself by its name, which this machine must be able to run.
cc -O1 -Wall -Wextra -Werror -static -o "$root/usr/bin/python" -x c - <<'EOF'
#include <stdlib.h>
#include <unistd.h>
int main(int count, char** words) {
    char** all = calloc((size_t)count + 4, sizeof *all);
    if (all == NULL) return 1;
    all[0] = "/emulator", all[1] = "-0", all[2] = "/usr/bin/python", all[3] = "/usr/bin/python3.11";
    for (int i = 1; i < count; ++i) all[i + 3] = words[i];
    execv(all[0], all);
    return 127;
}
EOF
