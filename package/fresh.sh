#!/bin/bash
# Installs the Debian packages on a fresh Debian 12 that has a folder to itself, and does there what the readme says: package/fresh.sh FOLDER [BUILD].
# BUILD: a built folder, build/release where none is named. As root; needs debootstrap, the network and 2 GB. The tests unpack the same packages and let apt
# pretend, as this takes minutes: FOLDER/base is fetched once, FOLDER/debian is made of it each time.
set -euo pipefail
export LC_ALL=C.UTF-8
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(realpath -m "${1:?usage: package/fresh.sh FOLDER [BUILD]}")
build=$(realpath "${2:-$source/build/release}")
[ -n "${NIANBAO_OWN_MOUNTS:-}" ] || NIANBAO_OWN_MOUNTS=1 exec unshare --mount "$0" "$folder" "$build"  # what is mounted here ends with the script

system=$folder/debian
mkdir -p "$folder"
log=$folder/log
say() { echo "== $*"; }
fail() { echo "fresh.sh: $*" >&2; exit 1; }
quietly() { "$@" >"$log" 2>&1 || { tail -n 30 "$log" >&2; fail "$*"; }; }
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$system" "$@"; }
here() { inside sh -e -c "cd /root/work; $1"; }
install() { quietly inside apt-get -q install -y --no-install-recommends "$@"; }
same() { cmp "$1" "$2" || fail "$1 is another PDF"; }
# The block of the readme in that language that holds the words.
block() {
    awk -v fence="\`\`\`$1" -v holding="$2" '
        $0 == fence { inside = 1; text = ""; next }
        $0 == "```" { if (inside && index(text, holding)) { printf "%s", text; found = 1; exit } inside = 0 }
        inside { text = text $0 "\n" }
        END { exit !found }' "$source/README.md" || fail "no such block: $2"
}
# Every file, but those that apt and dpkg keep for themselves.
files() { (cd "$system" && find . -xdev \( -path ./proc -o -path ./root -o -path ./tmp -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/log \) -prune -o -print | sort); }

say "packages"
rm -rf "$folder/packages"
quietly cpack --config "$build/CPackConfig.cmake" -G DEB -B "$folder/packages"
rm -rf "$folder/packages/_CPack_Packages"
for package in "$folder"/packages/*.deb; do
    printf '%-32s %9d bytes, %6d KiB installed\n    %s\n' "$(basename "$package")" "$(stat -c %s "$package")" "$(dpkg-deb -f "$package" Installed-Size)" "$(dpkg-deb -f "$package" Depends Recommends Suggests | tr '\n' ' ')"
done
[ "$(ls "$folder"/packages/*.deb | wc -l)" = 4 ] || fail "not four packages: fonts/fetch.sh"

say "a fresh Debian 12"
[ -e "$folder/base/etc/debian_version" ] || { rm -rf "$folder/base" "$folder/base.part"; quietly debootstrap --variant=minbase bookworm "$folder/base.part"; mv "$folder/base.part" "$folder/base"; }
rm -rf "$system"
cp -a "$folder/base" "$system"
mount -t proc proc "$system/proc"
quietly inside apt-get -q update
install man-db  # minbase has none
mkdir -p "$system/root/work" "$system/root/packages"
cp "$folder"/packages/*.deb "$system/root/packages"
files >"$folder/files-before"

say "apt-get install ./*.deb, as a user types it"
quietly here 'cd /root/packages; apt-get -q install -y ./*.deb'
here 'dpkg-query -W -f "\${db:Status-Abbrev} \${Package} \${Version}\n" "*nianbao*"; dpkg --verify nianbao libnianbao0 libnianbao-dev nianbao-fonts'
[ -z "$(inside apt-get -q check 2>&1 >/dev/null)" ] || fail "apt-get check"

say "the program: a PDF from the free fonts alone"
cp "$source/examples/huaian-2024.json" "$system/root/work/data.json"
quietly here 'nianbao render data.json -o expected.pdf'
here 'nianbao fonts data.json' >"$folder/fonts"
if grep -o '/[^ ]*\.\(otf\|ttf\|ttc\)' "$folder/fonts" | grep -v '^/usr/share/nianbao/fonts/'; then fail "other fonts are used"; fi
quietly "$build/nianbao" render "$source/examples/huaian-2024.json" --no-system-fonts -o "$folder/built.pdf"
same "$system/root/work/expected.pdf" "$folder/built.pdf"
here 'man nianbao' >"$folder/manual"
grep -q SOURCE_DATE_EPOCH "$folder/manual" || fail "man nianbao"
inside bash -c '. /usr/share/bash-completion/completions/nianbao && complete -p nianbao' >"$log" || fail "completion for bash"
here 'test -f /usr/share/zsh/site-functions/_nianbao; test -f /usr/share/nianbao/nianbao.schema.json; nianbao schema | cmp - /usr/share/nianbao/nianbao.schema.json'

say "apt-get purge: nothing is left"
quietly inside apt-get -q purge -y nianbao libnianbao0 libnianbao-dev nianbao-fonts
quietly inside apt-get -q autoremove --purge -y
files >"$folder/files-after"
diff "$folder/files-before" "$folder/files-after" || fail "files are left or gone"

say "the readme's programs, word for word"
quietly here 'cd /root/packages; apt-get -q install -y ./*.deb'
install g++ pkg-config cmake make python3
for language in cpp c; do
    block $language 'int main(' >"$system/root/work/report.$language"
    block sh "report.$language " >"$folder/commands"
    rm -f "$system/root/work/report.pdf"
    quietly here "$(cat "$folder/commands")"
    same "$system/root/work/report.pdf" "$system/root/work/expected.pdf"
done
quietly here 'python3 /usr/share/doc/nianbao/examples/embed.py data.json python.pdf'
same "$system/root/work/python.pdf" "$system/root/work/expected.pdf"

say "a CMake project, shared and static"
install libfmt-dev libsimdjson-dev libyaml-dev libharfbuzz-dev libdeflate-dev libexpat1-dev libhpdf-dev libfontconfig-dev nettle-dev
cp "$source/tests/consumer/CMakeLists.txt" "$system/root/work"
for linked in shared static; do
    quietly here "cmake -S . -B $linked -DLINKED=$linked -DEXAMPLES=/usr/share/doc/nianbao/examples && cmake --build $linked"
    for program in from_c from_cpp; do
        quietly here "$linked/$program data.json $linked.pdf"
        same "$system/root/work/$linked.pdf" "$system/root/work/expected.pdf"
    done
done

say "apt-get remove: no file of nianbao is left"
quietly inside apt-get -q remove -y nianbao libnianbao0 libnianbao-dev nianbao-fonts
if files | grep -i nianbao; then fail "files are left"; fi
say "all is well"
