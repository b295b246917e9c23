#!/bin/bash
# Packs the one file for Linux with the free fonts for the system's own installers, as RPM (麒麟, CentOS …) and as DEB (统信, 麒麟 …):
# package/system.sh [x86_64|aarch64] [FOLDER]. FOLDER: build/system where none is named. What is packed is that of static.sh, whose needs are the needs of
# this; also rpm. The packages need nothing but themselves, run no script where they are installed, and are the same bytes each time.
set -euo pipefail
export LC_ALL=C.UTF-8
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
machine=${1:-x86_64}
folder=$(realpath -m "${2:-$source/build/system}")/$machine
case "$machine" in
    x86_64) debian=amd64 ;;
    aarch64) debian=arm64 ;;
    *) echo "usage: package/system.sh [x86_64|aarch64] [FOLDER]" >&2; exit 2 ;;
esac
for tool in rpmbuild dpkg-deb; do command -v "$tool" >/dev/null || { echo "system.sh: no $tool" >&2; exit 1; }; done
quietly() { "$@" >"$folder/log" 2>&1 || { tail -n 40 "$folder/log" >&2; echo "system.sh: $*" >&2; exit 1; }; }
mkdir -p "$folder"
exec 9<"$folder" && flock 9

export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$source" log -1 --format=%ct 2>/dev/null || echo 0)}
quietly "$source/package/static.sh"  # the program for this machine tells manual page, completions and schema
[ "$machine" = x86_64 ] || quietly "$source/package/static.sh" "$machine"
version=$(sed -n 's/^project(nianbao VERSION \([0-9.]*\) .*/\1/p' "$source/CMakeLists.txt")
packed=$source/build/static/$machine/nianbao-$version-linux-$machine
here=$source/build/static/x86_64/nianbao-$version-linux-x86_64/nianbao

# --- what both install

files=$folder/files
rm -rf "$files"
share=$files/usr/share
mkdir -p "$files/usr/bin" "$share"/{nianbao/fonts,man/man1,bash-completion/completions,zsh/site-functions,doc/nianbao}
cp "$packed/nianbao" "$files/usr/bin"
cp "$packed"/nianbao-fonts/* "$share/nianbao/fonts"
"$here" help --as man | gzip -9n >"$share/man/man1/nianbao.1.gz"
"$here" help --as bash >"$share/bash-completion/completions/nianbao"
"$here" help --as zsh >"$share/zsh/site-functions/_nianbao"
"$here" schema >"$share/nianbao/nianbao.schema.json"
cp "$source/package/system/说明.txt" "$packed/示例.yaml" "$share/doc/nianbao"
finish() {
    chmod -R u=rwX,go=rX "$files"
    find "$files" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# --- RPM: the compressor and the sums are those that CentOS 7 knows too

mkdir -p "$share/licenses/nianbao"
cp "$packed"/licences/* "$share/licenses/nianbao"
chmod a-x "$share"/licenses/nianbao/*
finish
about=$source/package/system/about.txt  # its first line is the summary
tail -n +3 "$about" >"$folder/about"
quietly rpmbuild -bb --target "$machine" --define "_topdir $folder/rpmbuild" --define "staged $files" --define "version_of_nianbao $version" \
    --define "summary_of_nianbao $(head -n 1 "$about")" --define "about_file $folder/about" \
    --define "_rpmdir $folder/made" --define "_binary_payload w6.gzdio" --define "_binary_filedigest_algorithm 8" --define "_buildhost nianbao" \
    --define "use_source_date_epoch_as_buildtime 1" --define "_build_id_links none" "$source/package/system/nianbao.spec"
mv "$folder/made/$machine/nianbao-$version-1.$machine.rpm" "$folder"

# --- DEB: version +static, so that apt takes it for newer than Debian 12's own of the same version, and for older than the next

rm -rf "$share/licenses"
mkdir -p "$share/doc/nianbao/licences" "$share/lintian/overrides" "$files/DEBIAN"
cp "$packed"/licences/* "$share/doc/nianbao/licences"
chmod a-x "$share"/doc/nianbao/licences/*
{
    cat "$source/package/copyright" && echo && cat "$source/package/copyright-fonts"
    printf '\nFiles: usr/bin/nianbao\nCopyright: 2026 the authors of nianbao, and those of the libraries inside\nLicense: Apache-2.0 and others\n The licences of the libraries are in /usr/share/doc/nianbao/licences.\n'
} >"$share/doc/nianbao/copyright"
printf '# One file for every Linux is what this is.\nnianbao: statically-linked-binary\nnianbao: embedded-library\n' >"$share/lintian/overrides/nianbao"
maintainer=$(sed -n 's/^set(NIANBAO_MAINTAINER "\([^"]*\)".*/\1/p' "$source/package/packages.cmake")
sed "s/@PROJECT_VERSION@/$version+static/; s/@NIANBAO_MAINTAINER@/$maintainer/" "$source/package/debian-changelog.in" |
    gzip -9n >"$share/doc/nianbao/changelog.gz"
size=$(du -sk --apparent-size "$files/usr" | cut -f 1)
{
    sed "s/@VERSION@/$version+static/; s/@ARCHITECTURE@/$debian/; s/@MAINTAINER@/$maintainer/; s/@SIZE@/$size/" "$source/package/system/control.in"
    sed '1s/^/Description: /; 2d; 3,$s/^$/./; 3,$s/^/ /' "$about"
} >"$files/DEBIAN/control"
(cd "$files" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$files/DEBIAN/md5sums"
finish
deb=nianbao_$version+static_$debian.deb
quietly dpkg-deb --root-owner-group -Zgzip -z6 --build "$files" "$folder/$deb.part"
mv "$folder/$deb.part" "$folder/$deb"
rm -rf "$files" "$folder/rpmbuild" "$folder/made" "$folder/about"
stat -c '%n: %s bytes' "$folder"/*.{rpm,deb}
