#!/bin/bash
# A province's counties, each collected by itself, then put together:  counties.sh IN OUT PROFILE
# IN has a folder for each county, with 收件, 名单.csv and 本地要求.yaml. On a cluster step 1 is an array of jobs, as in slurm.sh.
set -uo pipefail

# 1. Every county, as many at a time as there are cores. It may be killed and run again: only what changed is redone.
#    nianbao answers 1 as long as something is still to be sent or mended; 2 and 3 are failures.
find "$1" -mindepth 1 -maxdepth 1 -type d -print0 | sort -z |
    xargs -0 -P "$(nproc)" -I{} bash -c '
        nianbao collect "$1/收件" --expect "$1/名单.csv" --profile "$1/本地要求.yaml" -o "$2/县/${1##*/}" -j 1 --quiet
        (($? <= 1))' _ {} "$2" || exit 3

# 2. Sums of sums.
nianbao collect --from "$2"/县/*/台账.json --profile "$3" -o "$2/全省"
