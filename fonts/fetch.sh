#!/bin/bash
# fonts/fetch.sh [SET]...: fetches the fonts of SET.list into fonts/SET; without a name the free ones. The Debian packages are downloaded and
# unpacked, not installed (Fandol's package would bring TeX with it). What is there already is not fetched again.
set -euo pipefail
export LC_ALL=C
fonts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
exec 9<"$fonts" && flock 9  # two runs at once: the second waits, and finds all there

# The lines of a set's list whose file is missing or has another length, the set before them. Checksums are compared once, when a file is fetched.
missing() {
    { stat -c '%n %s' "$fonts/$1"/* 2>/dev/null || true; } | awk -v set="$1" '
        FILENAME == "-" { sub(/.*\//, "", $1); there[$1] = $2; next }
        /^[^#]/ && there[$1] != $2 { print set, $0 }' - "$fonts/$1.list"
}

wanted=$(for set in "${@:-free}"; do missing "$set"; done)
[ -n "$wanted" ] || exit 0

rm -rf "$fonts/packages"  # of a run that was killed
mkdir -p "$fonts/packages/unpacked"
trap 'rm -rf "$fonts/packages"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
cd "$fonts/packages"

packages=$(awk '{ print $5 }' <<<"$wanted" | sort -u | tr '\n' ' ')
echo "Fetching fonts: $packages"
download() { apt-get -q -o APT::Sandbox::User=root download $packages >log 2>&1; }
if ! download; then
    sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    { $sudo apt-get -q update >log 2>&1 && download; } || { cat log >&2; echo "fonts/fetch.sh: the packages could not be downloaded" >&2; exit 1; }
fi
for package in *.deb; do dpkg-deb -x "$package" unpacked; done

while read -r set name bytes sum package path; do
    if ! echo "$sum  unpacked/$path" | sha256sum --check --status; then
        echo "fonts/fetch.sh: $path of $package is not the file of $set.list ($bytes bytes, SHA-256 $sum)" >&2
        exit 1
    fi
done <<<"$wanted"
while read -r set name bytes sum package path; do
    mkdir -p "$fonts/$set"
    mv -f "unpacked/$path" "$fonts/$set/$name"
done <<<"$wanted"
