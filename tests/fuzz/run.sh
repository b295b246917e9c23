#!/bin/bash
# Fuzzes: run.sh SECONDS [TARGET...], so long each target (all of them where none is named), one beside another on every core.
# Builds the fuzzers of the preset "asan". Seeds, and what was learnt from them, lie in build/asan/corpus/TARGET; so the next run goes on where this one ended.
# What breaks the program is kept as tests/fuzz/found/TARGET-KIND-HASH, for the tests to run through it for good.
set -euo pipefail
export LC_ALL=C
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
seconds=${1:?usage: tests/fuzz/run.sh SECONDS [TARGET...]}
shift
targets=("$@")
((${#targets[@]})) || targets=(read_json read_yaml mend_json mend_yaml fix_json fix_yaml read_pdf read_zip read_xml read_workbook read_word read_html revise_word look_at_file check_report set_pages open_font whole_file)
cd "$source"

cmake --preset asan >/dev/null
cmake --build --preset asan --target fuzzers >build/asan/fuzz.log 2>&1 || { tail -n 60 build/asan/fuzz.log >&2; exit 1; }
build/asan/tests/fuzz_seeds build/asan/corpus
# Workbooks as other programs save them; the seeds are made once more, with these.
tests/fuzz/workbooks.py build/asan/corpus/workbooks build/asan/corpus/workbooks.xlsx 2>/dev/null && build/asan/tests/fuzz_seeds build/asan/corpus || true

# A hang is 10 s, too much memory 1 GiB. Memory that was freed is held back less long than by default, or it would be most of what is counted.
fuzz() {
    local log=build/asan/$1.log found=true
    local seed=0  # of chance; a short run, as the tests make it, is the same one each time
    (($2 >= 60)) || seed=1
    local longest=()
    case $1 in mend_* | fix_*) longest=(-max_len=512) ;; esac  # they read a file many times
    ASAN_OPTIONS=quarantine_size_mb=4:malloc_context_size=8 "build/asan/tests/fuzz_$1" "build/asan/corpus/$1" -dict=build/asan/corpus/names.dict "${longest[@]}" \
        -max_total_time="$2" -seed="$seed" -timeout=10 -rss_limit_mb=1024 -malloc_limit_mb=1024 -entropic=0 -print_final_stats=1 \
        -artifact_prefix="tests/fuzz/found/$1-" >"$log" 2>&1 && found=false
    printf '%-12s %8d executions\n' "$1" "$(awk '/number_of_executed_units/ { print $2 }' "$log")"
    $found || return 0
    grep -a -m1 -A20 -e '^== [^0-9]' -e 'ERROR: ' -e 'runtime error' "$log" || tail -n 20 "$log"
    grep -a 'Test unit written to' "$log" || true
    return 1
}
export -f fuzz
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -c "fuzz {} $seconds"
