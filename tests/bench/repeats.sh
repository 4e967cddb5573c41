#!/usr/bin/env bash
# Letters that come again, found among others. README.md tells what is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: repeats.sh [options]
  --letters N    composed, some of them twice (default: 10000)
  --index N      letters of the large index (default: 100000; 0: none)
  --short        300 letters, no large index
  --build DIR    programs of this build folder (default: build them)
  --work DIR     keep the store here
  --write FILE   the report, too
Exits with 3 where a check is missed.
USAGE
}

letters=10000 index=100000 build='' work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --letters) letters=$2 && shift ;;
    --index) index=$2 && shift ;;
    --short) letters=300 index=0 ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

report() {
  echo "donthu repeats: letters composed of the corpus's sentences, misread"
  bench_versions
  echo
  "$bench_bin/donthu_repeats" "$bench_root/models/classifier/corpus" state \
    --letters "$letters" --index "$index"
}

bench_build "$build" donthu donthu_repeats
bench_work_in "$work"
cd "$bench_work"
mkdir state
code=0
report >report.txt || code=$?
cat report.txt
[ -z "$write" ] || cp -- report.txt "$write"
exit "$code"
