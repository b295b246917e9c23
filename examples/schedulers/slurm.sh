#!/bin/bash
# Spreads a folder of data files over a Slurm cluster, as an array of jobs:  sbatch slurm.sh IN OUT
# One shard again:  SHARDS=20 sbatch --array=7 slurm.sh IN OUT
#
# To change: the number of shards (--array, from 1 on), processors, time, partition and account of your cluster.
#SBATCH --job-name=nianbao
#SBATCH --array=1-20
#SBATCH --cpus-per-task=4
#SBATCH --mem=1G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=nianbao-%A-%a.log
set -uo pipefail
shard=$SLURM_ARRAY_TASK_ID/${SHARDS:-$SLURM_ARRAY_TASK_COUNT}

# A task that is preempted, or whose node dies, is put back into the queue by Slurm (--requeue); what it had written is whole, and is not made again.
nianbao render "$1" -o "$2" --shard "$shard" -j "${SLURM_CPUS_PER_TASK:-1}" --skip-unchanged
code=$?

# 0 all written; 1 errors in some data, told in the log: trying again mends nothing, the task ends as failed and `sacct --state=FAILED` lists it; 2 wrong
# usage, likewise; 3 the machine failed: three more tries.
if ((code == 3 && ${SLURM_RESTART_COUNT:-0} < 3)); then
    scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
fi
exit "$code"
