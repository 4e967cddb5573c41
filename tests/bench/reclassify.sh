#!/usr/bin/env bash
# How long `donthu reclassify` takes on a store of many letters.
# README.md tells what is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: reclassify.sh [options]
  --letters N   letters of the store (default: 100000)
  --jobs N      workers (default: 2)
  --build DIR   programs of this build folder (default: build them)
  --work DIR    keep scans and store here
  --write FILE  the report, too
USAGE
}

letters=100000 jobs=2 build='' work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --letters) letters=$2 && shift ;;
    --jobs) jobs=$2 && shift ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

# elapsed COMMAND…: its seconds and the memory of its greatest process, MB.
elapsed() {
  /usr/bin/time -f '%e %M' -o time "$@" >/dev/null
  tail -1 time | awk '{ printf "%.1f s, at most %.0f MB in a process\n", $1, $2 / 1024 }'
}

bench_packages=(tesseract-ocr-vie time)
bench_build "$build" donthu donthu_samples donthu_fill_store
bench_work_in "$work"
cd "$bench_work"
{
  bench_versions
  echo
  "$bench_bin/donthu_samples" draw --letters "$bench_root/samples/letters" \
    --conditions clean --out scans >/dev/null
  bench_donthu scans --out out --jobs "$jobs" --today 2026-07-06
  "$bench_bin/donthu_fill_store" out "$letters" known
  rm -rf known
  chown -R --reference=out out  # a run as root works as somebody else
  echo "letters      $letters, $(stat -c %s out/store.sqlite |
    awk '{ printf "%.0f MB", $1 / 1e6 }') of store; $jobs workers"
  echo "reclassify   $(elapsed "$bench_bin/donthu" reclassify out -q --jobs "$jobs")"
} | tee "${write:-/dev/null}"
