#!/usr/bin/env bash
# Memory and speed over a long run, start-up on a store of many letters.
# README.md tells what is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: flat_cost.sh [options]
  --pages N     short pages of the long run (default: 5000; 0: leave it out)
  --letters N   letters of the large store (default: 100000; 0: leave it out)
  --build DIR   programs of this build folder (default: build them)
  --work DIR    keep inboxes and output folders here
  --write FILE  the report, too
USAGE
}

pages=5000 letters=100000 build='' work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --pages) pages=$2 && shift ;;
    --letters) letters=$2 && shift ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

bench_packages=(tesseract-ocr-vie)
bench_build "$build" donthu donthu_short_pages donthu_fill_store
bench_work_in "$work"
{
  bench_versions
  /usr/bin/python3 "$bench_root/tests/bench/flat_cost.py" --build "$bench_bin" \
    --pages "$pages" --letters "$letters" --work "$bench_work" \
    --scan "$bench_root/samples/inbox/scan_0006.png"
} | tee "${write:-/dev/null}"
