#!/usr/bin/env bash
# Runs killed at random moments until one ends by itself, against an
# undisturbed run. README.md tells what is checked and printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: chaos.sh [options]
  --runs N      killed runs with the fake engine (default: 200)
  --real N      killed runs with the real one (default: 20)
  --inbox DIR   scans for the real one (default: samples/inbox)
  --seed S      of what is killed when (default: 1)
  --build DIR   programs of this build folder (default: build them)
  --work DIR    keep inboxes and output folders here
  --write FILE  the report, too
USAGE
}

runs=200 real=20 inbox='' seed=1 build='' work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --runs) runs=$2 && shift ;;
    --real) real=$2 && shift ;;
    --inbox) inbox=$(realpath -- "$2") && shift ;;
    --seed) seed=$2 && shift ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

bench_packages=(strace)
bench_build "$build" donthu donthu_fake donthu_chaos_inbox
bench_work_in "$work"
{
  bench_versions
  /usr/bin/python3 "$bench_root/tests/bench/chaos.py" --build "$bench_bin" \
    --runs "$runs" --real "$real" --seed "$seed" --work "$bench_work" \
    --inbox "${inbox:-$bench_root/samples/inbox}"
} | tee "${write:-/dev/null}"
