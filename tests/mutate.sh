#!/bin/bash
# Makes the faults of tests/mutants.txt one by one, and says which of them the tests of their room do not see.
# tests/mutate.sh [--count] [--changed COMMIT] [ROOM|FILE…]
#   ROOM              only faults that this room or folder of rooms must see: check, check/privacy
#   FILE              only faults of this file or folder: lib/pdf, lib/pdf/xmp.cpp
#   --changed COMMIT  only faults of files that differ from that commit
#   --count           makes none; says how many there are a room, and whether each still fits its file
# A fault is made in a copy of its file. Only the objects that include it are compiled, and linked with those of a build without
# faults (build/mutants) and with the tests of its room. Leave the sources alone while it runs.
# Exit code 1: a fault lived, or an entry does not fit or does not compile. 2: wrong usage, or a room that fails without any fault.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
list=tests/mutants.txt
build=$source/build/mutants
cd "$source"

usage() { echo "usage: tests/mutate.sh [--count] [--changed COMMIT] [ROOM|FILE…]" >&2; exit 2; }
count=false changed= wanted=()
while (($#)); do
    case $1 in
        --count) count=true ;;
        --changed) (($# > 1)) || usage; changed=$2; shift ;;
        -*) usage ;;
        *) wanted+=("${1%/}") ;;
    esac
    shift
done

# --- the list: lines[i], files[i], olds[i], news[i], rooms[i] (rooms: the tests, with a space between)
lines=() files=() olds=() news=() rooms=() refused=0
refuse() { echo "refused: $list:$1: $2"; refused=$((refused + 1)); }

every_room=$(cd tests && find . -mindepth 2 -maxdepth 3 -name '*.cpp' | sed -n 's|^\./\(.*\)\.cpp$|\1|p' | sort)

# contains TEXT PIECE: how often, in `times`
contains() {
    local rest=${1//"$2"/}
    times=$(((${#1} - ${#rest}) / ${#2}))
}

take() {  # the entry that begins at line `at`
    [ -n "$file$old$room" ] || return 0
    local text tests
    if [ -z "$file" ] || [ -z "$old" ] || [ -z "$room" ] || ! $has_new; then refuse "$at" "an entry is file:, -, + and room:"; return; fi
    if [ ! -f "$file" ]; then refuse "$at" "there is no $file"; return; fi
    contents_of "$file"
    contains "$text" "$old"
    if ((times != 1)); then refuse "$at" "$file has “$old” $times times"; return; fi
    if [ "$old" = "$new" ]; then refuse "$at" "$file would stay as it is"; return; fi
    tests=$(grep -xE "$room" <<<"$every_room" | tr '\n' ' ') || true
    if [ -z "$tests" ]; then refuse "$at" "there is no room $room"; return; fi
    lines+=("$at") files+=("$file") olds+=("$old") news+=("$new") rooms+=("${tests% }")
}

declare -A read_files=()
contents_of() {  # in `text`, with its last line end
    [ -n "${read_files[$1]-}" ] || { text=$(cat "$1"; printf x); read_files[$1]=${text%x}; }
    text=${read_files[$1]}
}

file= old= new= room= at=0 number=0 has_new=false
begin() { take; file= old= new= room= has_new=false at=$number; }
while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    case $line in
        "#"* | "") ;;
        "file: "*) begin; file=${line#file: } ;;
        "- "*) old+=${old:+$'\n'}${line#- } ;;
        "+") has_new=true ;;
        "+ "*) new+=${new:+$'\n'}${line#+ }; has_new=true ;;
        "room: "*) room=${line#room: } ;;
        *) refuse $number "“$line” is none of file:, -, + and room:" ;;
    esac
done <"$list"
take

# --- those that are wanted
differ=
[ -z "$changed" ] || differ=$(git diff --name-only "$changed")
chosen=()
is_wanted() {
    local one test
    [ -z "$changed" ] || grep -qxF "${files[$1]}" <<<"$differ" || return 1
    ((${#wanted[@]})) || return 0
    for one in "${wanted[@]}"; do
        [[ ${files[$1]} = "$one" || ${files[$1]} = "$one"/* ]] && return 0
        for test in ${rooms[$1]}; do [[ $test = "$one" || $test = "$one"/* ]] && return 0; done
    done
    return 1
}
for i in "${!files[@]}"; do ! is_wanted "$i" || chosen+=("$i"); done

if $count; then
    for i in "${chosen[@]}"; do echo "${rooms[i]}"; done | sort | uniq -c
    echo "faults: ${#chosen[@]}, refused $refused"
    exit $((refused > 0))
fi
if ((${#chosen[@]} == 0)); then
    echo "faults: 0, refused $refused"
    exit $((refused > 0))
fi

# --- the build without faults
started=$SECONDS
mkdir -p "$build"
exec 9>"$build/lock"
flock 9
log=$build/log
quietly() { "$@" >"$log" 2>&1 || { tail -n 40 "$log" >&2; exit 2; }; }
settings=(-DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O1 -DNIANBAO_TESTS=ON -DNIANBAO_WERROR=ON)
if command -v ccache >/dev/null; then settings+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
if command -v mold >/dev/null; then settings+=(-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold); fi
quietly cmake -S "$source" -B "$build" -G Ninja "${settings[@]}"
rm -f "$build/nianbao"  # a killed run may have left one with a fault

declare -A used=()
for i in "${chosen[@]}"; do for test in ${rooms[i]}; do used[$test]=1; done; done
tests_dir=tests/CMakeFiles/nianbao_tests.dir
needed=(nianbao)
[ ! -e tests/fixtures/failing.cpp ] || needed+=(nianbao_failing)
link_tests=$(ninja -C "$build" -t commands -s tests/nianbao_tests | grep -v '^ninja: ')
link_program=$(ninja -C "$build" -t commands -s nianbao | grep -v '^ninja: ')
for word in $link_tests; do
    case $word in
        $tests_dir/main.cpp.o) needed+=("$word") ;;
        $tests_dir/*.o) one=${word#"$tests_dir/"}; [ -z "${used[${one%.cpp.o}]-}" ] || needed+=("$word") ;;
        *.o | *lib*nianbao*.a) needed+=("$word") ;;
    esac
done
quietly ninja -C "$build" "${needed[@]}"
ninja -C "$build" -t deps 2>/dev/null | awk '/^[^ ]/ { sub(/: #deps.*/, ""); object = $0 } /^ / { print object, $1 }' >"$build/includes"
cp "$build/nianbao" "$build/whole"
trap 'cp "$build/whole" "$build/nianbao.new" && mv "$build/nianbao.new" "$build/nianbao"' EXIT

# link COMMAND OUTPUT TO TESTS: the program with what stands under $folder/objects instead of the same objects of the build
link() {
    local word words=() before=true object test
    for word in $1; do
        case $word in
            "$2") word=$3 ;;
            $tests_dir/main.cpp.o) ;;
            $tests_dir/*.o)
                test=${word#"$tests_dir/"}
                [[ " $4 " = *" ${test%.cpp.o} "* ]] || continue ;;
        esac
        if [[ $word = *.o ]]; then
            if $before; then
                # What is defined by now is not taken out of a library.
                while IFS= read -r object; do
                    [[ " $1 " = *" $object "* ]] || words+=("$folder/objects/$object")
                done < <(grep -v -e "^$tests_dir/" -e '^CMakeFiles/nianbao_cli.dir/' "$folder/changed" || true)
                before=false
            fi
            if [ -e "$folder/objects/$word" ]; then word=$folder/objects/$word; fi
        fi
        words+=("$word")
    done
    (cd "$build" && sh -c "${words[*]}")
}

# compile OBJECT FILE
compile() {
    local command
    command=$(ninja -C "$build" -t commands -s "$1" | grep -v '^ninja: ')
    command=${command//"$1"/"$folder/objects/$1"}
    command=${command//"$source/$2"/"$folder/tree/$2"}
    command=${command/ -I/ -I$folder/tree/include -I$folder/tree/lib -I$folder/tree -I}
    mkdir -p "$(dirname "$folder/objects/$1")"
    # Each is compiled once: a cache would only read it once more.
    # What the file includes from its own folder stands in the sources.
    (cd "$build" && CCACHE_DISABLE=1 sh -c "$command -O0 -w -iquote $source/$(dirname "$2")")
}

runs_program() { grep -qE 'NIANBAO_PROGRAM|NIANBAO_FAILING|nianbao_run' "tests/$1.cpp"; }

# passes TEST: with the test program of $folder
passes() {
    (cd "$source" && timeout -k 5 "${limits[$1]:-600}" "$folder/nianbao_tests" --source-file="*/tests/$1.cpp" --no-skip --no-intro --abort-after=1) </dev/null 9>&-
}

# make INDEX: writes into $folder/verdict what became of it
make() {
    local file=${files[$1]} text object test program=false
    folder=$build/$1
    rm -rf "$folder"
    mkdir -p "$(dirname "$folder/tree/$file")"
    contents_of "$file"
    printf %s "${text%%"${olds[$1]}"*}${news[$1]}${text#*"${olds[$1]}"}" >"$folder/tree/$file"
    # Of the objects only those that are linked: the list knows of others from earlier runs.
    grep -E " (.*/)?${file//./\\.}$" "$build/includes" | cut -d' ' -f1 | sort -u |
        while IFS= read -r object; do
            if [[ $object != "$tests_dir"/* || " ${needed[*]} " = *" $object "* ]]; then echo "$object"; fi
        done >"$folder/changed"
    if [ ! -s "$folder/changed" ]; then echo "unused" >"$folder/verdict"; return; fi
    while IFS= read -r object; do
        compile "$object" "$file" >"$folder/log" 2>&1 </dev/null || { echo "uncompiled" >"$folder/verdict"; return; }
    done <"$folder/changed"
    link "$link_tests" tests/nianbao_tests "$folder/nianbao_tests" "${rooms[$1]}" >"$folder/log" 2>&1 || { echo "uncompiled" >"$folder/verdict"; return; }
    for test in ${rooms[$1]}; do if runs_program "$test"; then program=true; fi; done
    if $program; then
        link "$link_program" nianbao "$folder/nianbao" "" >"$folder/log" 2>&1 || { echo "uncompiled" >"$folder/verdict"; return; }
    fi
    (
        if $program; then  # tests know one place of it
            exec 8>"$build/program.lock"
            flock 8
            mv "$folder/nianbao" "$build/nianbao"
        fi
        for test in ${rooms[$1]}; do
            passes "$test" >"$folder/log" 2>&1 8>&- || { echo "seen" >"$folder/verdict"; exit 0; }
        done
        echo "lived" >"$folder/verdict"
    )
    rm -rf "$folder/objects" "$folder/nianbao_tests" "$folder/nianbao"
}

# --- the rooms without faults: one that fails would see everything
declare -A limits=()
folder=$build/none
rm -rf "$folder"
mkdir -p "$folder"
: >"$folder/changed"
quietly link "$link_tests" tests/nianbao_tests "$folder/nianbao_tests" "${!used[*]}"
for test in "${!used[@]}"; do
    began=$SECONDS
    passes "$test" >"$log" 2>&1 || { tail -n 40 "$log" >&2; echo "$test fails without any fault" >&2; exit 2; }
    limits[$test]=$((30 + 10 * (SECONDS - began)))
done
rm -rf "$folder"

# --- the faults, as many at once as there are processors
told() {  # the verdict of INDEX, in words
    local verdict=lived where="$list:${lines[$1]}" file=${files[$1]}
    verdict=$(cat "$build/$1/verdict" 2>/dev/null) || verdict=broken
    case $verdict in
        seen) seen=$((seen + 1)) ;;
        lived) lived=$((lived + 1)); echo "lived: $where: $file: ${rooms[$1]} does not see “${olds[$1]}” become “${news[$1]}”" ;;
        uncompiled) refuse "${lines[$1]}" "$file does not compile: $(grep -m1 -E 'error|undefined|duplicate' "$build/$1/log" || true)" ;;
        unused) refuse "${lines[$1]}" "nothing that is linked includes $file" ;;
        *) refuse "${lines[$1]}" "the fault could not be made in $file" ;;
    esac
    rm -rf "${build:?}/$1"
}
seen=0 lived=0
running=0 limit=$(nproc)
for i in "${chosen[@]}"; do
    if ((running == limit)); then wait -n || true; running=$((running - 1)); fi
    (trap - EXIT; make "$i") &
    running=$((running + 1))
done
wait
for i in "${chosen[@]}"; do told "$i"; done
echo "faults: ${#chosen[@]}, seen $seen, lived $lived, refused $refused, $((SECONDS - started)) s"
exit $((lived + refused > 0))
