#!/bin/bash
# Spreads a folder of data files over machines with GNU parallel:  parallel.sh IN OUT [SHARDS]
#
#   HOSTS   who works, as --sshlogin takes it: "a.example,b.example"; not set: this machine. Each needs nianbao, and IN and OUT under the same
#           paths, on a file system that they share.
#   AT_ONCE shards at a time on each host; 1, as nianbao itself uses every processor. More shards than hosts: a fast host takes more of them.
#
# Exit codes of nianbao: 0 all written; 1 errors in some data, which no second try mends; 2 wrong usage; 3 the machine failed. Only 3, and a program
# that was killed, is tried again, on another host where there is one. The script's own exit code is the highest of all shards.
set -euo pipefail
in=$(realpath "$1") out=$(realpath -m "$2") shards=${3:-20}

mkdir -p "$out"
codes=$(mktemp -d "$out/.codes-XXXXXX")  # where every host sees it
trap 'rm -rf "$codes"' EXIT

one_shard() {  # IN OUT K/N CODES
    local code=0
    nianbao render "$1" -o "$2" --shard "$3" --skip-unchanged --quiet || code=$?
    echo "$code" >"$4/${3%/*}"
    ((code < 3))  # what parallel calls a success
}
export -f one_shard

seq "$shards" | parallel --quote --sshlogin "${HOSTS:-:}" --jobs "${AT_ONCE:-1}" --env one_shard --retries 3 \
    one_shard "$in" "$out" "{}/$shards" "$codes" || true

done_shards=$(ls "$codes" | wc -l)
((done_shards == shards)) || { echo "only $done_shards of $shards shards came to an end" >&2; exit 3; }
exit "$(cat "$codes"/* | sort -n | tail -n 1)"
