#!/usr/bin/env bash
# How well blank pages and handwriting are told. README.md tells what is
# printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: page_kinds.sh [options]
  --content N    drawn pages with content (default: 2000)
  --blanks N     drawn blank pages (default: 500)
  --composed N   pages made of real handwritten lines, and as many forms
                 (default: 100)
  --engine N     pages for `donthu run` (default: 102; 0: none)
  --seed N       of the drawing (default: 2; the models are fitted with 1)
  --short        200, 60, 15 and no engine
  --build DIR    programs of this build folder (default: build them)
  --work DIR     keep inputs and records here
  --write FILE   the report, too
USAGE
}

content=2000 blanks=500 composed=100 engine=102 seed=2 build='' work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --content) content=$2 && shift ;;
    --blanks) blanks=$2 && shift ;;
    --composed) composed=$2 && shift ;;
    --engine) engine=$2 && shift ;;
    --seed) seed=$2 && shift ;;
    --short) content=200 blanks=60 composed=15 engine=0 ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

letters=$bench_root/samples/letters

# What the whole program makes of pages of every kind: the expected status is
# told by the name of the file.
with_engine() {
  mkdir -p pages
  "$bench_bin/donthu_page_kinds" --letters "$letters" --seed "$seed" \
    --content "$engine" --write pages
  bench_donthu pages --out out
  python3 "$bench_root/tests/bench/page_kinds_report.py" out/records.jsonl
}

figures() {
  local code=0 data=()
  if [ -n "${DONTHU_EVAL_DATA:-}" ]; then
    data=(--data "$(cd "$bench_root" && realpath -- "$DONTHU_EVAL_DATA")")
  else
    echo "real scans   left out: DONTHU_EVAL_DATA is not set"
  fi
  "$bench_bin/donthu_page_kinds" --letters "$letters" --seed "$seed" \
    --content "$content" --blanks "$blanks" --composed "$composed" \
    "${data[@]}" || code=$?
  if [ "$engine" -gt 0 ]; then with_engine || code=$?; fi
  return "$code"
}

bench_build "$build" donthu donthu_page_kinds
bench_work_in "$work"
cd "$bench_work"
report() {
  echo "donthu page kinds: blank pages and handwriting told from the rest"
  bench_versions
  figures
}
code=0
report | tee report.txt || code=$?
if [ -n "$write" ]; then
  mkdir -p "$(dirname "$write")"
  cp report.txt "$write"
fi
exit "$code"
