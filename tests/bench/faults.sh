#!/usr/bin/env bash
# Does to runs what befalls programs on real machines. README.md tells what is
# checked and printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: faults.sh [options] [FAULT…]
  --short       the quick ones (default: all)
  --build DIR   programs of this build folder (default: build them)
  --work DIR    keep inboxes and output folders here
  --write FILE  the report, too
USAGE
}

how=(--long) build='' work='' write='' faults=()
while [ $# -gt 0 ]; do
  case $1 in
    --short) how=() ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    -*) usage >&2 && exit 2 ;;
    *) faults+=("$1") ;;
  esac
  shift
done

bench_packages=(util-linux)
bench_build "$build" donthu donthu_fake donthu_chaos_inbox
bench_work_in "$work"
{
  bench_versions
  echo
  /usr/bin/python3 "$bench_root/tests/bench/faults.py" --build "$bench_bin" \
    "${how[@]}" --work "$bench_work" "${faults[@]}"
} | tee "${write:-/dev/null}"
