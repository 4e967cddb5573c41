#!/usr/bin/env bash
# ĐẾN stamps with typed figures, drawn and read. README.md tells what is
# printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: den_stamps.sh [options]
  --letters s03,s04  on the first pages of these (default: 16 of one page)
  --seeds 1,2        a stamp of its own for each (default: 1,2,3)
  --conditions A,B   default: den_stamp_free,den_stamp_typed
  --short            two letters, one seed, on free paper
  --build DIR        programs of this build folder (default: build them)
  --work DIR         keep scans and cut-outs here
  --write FILE       the report, too
Exits with 3 where a check is missed.
USAGE
}

letters=s03,s04,s05,s09,s13,s15,s16,s22,s23,s24,s28,s30,s33,s34,s35,s40
seeds=1,2,3 conditions=den_stamp_free,den_stamp_typed build='' work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --letters) letters=$2 && shift ;;
    --seeds) seeds=$2 && shift ;;
    --conditions) conditions=$2 && shift ;;
    --short) letters=s05,s22 seeds=1 conditions=den_stamp_free ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

draw() {
  local seed
  for seed in ${seeds//,/ }; do
    bench_say "drawing, seed $seed"
    "$bench_bin/donthu_samples" draw --letters "$bench_root/samples/letters" \
      --only "$letters" --conditions "$conditions" --seed "$seed" \
      --out "seed-$seed"
  done
}

report() {
  local code=0
  echo "typed ĐẾN stamps: first pages of $letters, seeds $seeds"
  bench_versions
  echo
  OMP_THREAD_LIMIT=1 "$bench_bin/donthu_den_stamps" seed-*/truth.jsonl \
    --views views --check 90 || code=$?
  return "$code"
}

bench_build "$build" donthu donthu_samples donthu_den_stamps
bench_work_in "$work"
cd "$bench_work"
mkdir views
draw
code=0
report >report.txt || code=$?
cat report.txt
[ -z "$write" ] || cp -- report.txt "$write"
exit "$code"
