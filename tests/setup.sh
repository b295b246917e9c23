#!/bin/bash
# Sets up a Debian 12 machine to build, run and test nianbao: packages, free fonts, other people's validators and readers, locales for the tests.
# Runs as root or as a user with sudo; does nothing where all is there. `tests/setup.sh build`: only what building, running and packing it takes.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

case "$*" in
    "") build_only=false ;;
    build) build_only=true ;;
    *) echo "usage: tests/setup.sh [build]" >&2; exit 2 ;;
esac

needed=(
    g++ cmake ninja-build pkg-config                                                                # to build
    libfmt-dev libsimdjson-dev libyaml-dev libboost-program-options-dev libharfbuzz-dev
    libdeflate-dev libexpat1-dev libhpdf-dev libfontconfig-dev nettle-dev
    file dpkg-dev                                                                                   # to pack
)
$build_only || needed+=(
    doctest-dev python3-jsonschema python3-yaml qpdf poppler-utils clang libclang-rt-14-dev clang-format clang-tidy locales  # to test
    binutils abigail-tools lintian groff-base zsh libjna-java mono-mcs mono-runtime parallel        # for libraries, packages, shells, languages, schedulers
    mupdf-tools ghostscript default-jdk-headless libjaxb-java libpdfbox2-java libfontbox2-java libcommons-logging-java  # to validate and read PDF
    libnss3-tools openssl                                                                           # to sign PDF
    valgrind                                                                                        # to count instructions
    gnumeric python3-openpyxl                                                                       # to reckon workbooks, and to save them
)
$build_only || [ -z "${NIANBAO_LONG:-}" ] || needed+=(libreoffice-calc libreoffice-writer pandoc python3-docx chromium python3-venv python3-pandas g++-aarch64-linux-gnu qemu-user-static g++-mingw-w64-x86-64-posix m4 wine64 libunwind8 strace rpm)  # what takes long
$build_only || command -v npm >/dev/null || needed+=(nodejs npm)  # Debian's, where there is no other

known=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' "${needed[@]}" 2>/dev/null)" || true  # one that dpkg never heard of is an error
missing=()
for package in "${needed[@]}"; do [[ $known == *" installed:$package "* ]] || missing+=("$package"); done

if ((${#missing[@]})); then
    echo "Installing: ${missing[*]}"
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    update() { $sudo apt-get -q -o DPkg::Lock::Timeout=300 update; }
    install() { $sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}"; }
    listed() { compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; }
    { { listed && install; } || { update && install; }; } >"$log" 2>&1 || { tail -n 30 "$log" >&2; exit 1; }
fi

if $build_only; then
    "$source/fonts/fetch.sh" free
    exit
fi
"$source/fonts/fetch.sh" free test
"$source/tests/outside/setup.sh"

# Two locales whose rules differ most from C: another decimal point, another character set. Found through LOCPATH, so nothing is installed.
locales=$source/build/locales
if [ ! -d "$locales/zh_CN.GB18030" ]; then
    mkdir -p "$locales"
    localedef -i de_DE -f UTF-8 "$locales/de_DE.UTF-8"
    localedef -i zh_CN -f GB18030 "$locales/zh_CN.GB18030"
fi
