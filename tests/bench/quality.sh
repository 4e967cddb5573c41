#!/usr/bin/env bash
# How near predicted quality is to the truth. README.md tells what is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: quality.sh [options]
  --drawings N   letters drawn (default: 126; one to three pages each)
  --seed N       of the drawing (default: 2; the model is fitted with others)
  --short        18 drawings
  --no-scans     drawn letters only
  --build DIR    programs of this build folder (default: build them)
  --write FILE   the report, too
USAGE
}

drawings=126 seed=2 scans=yes build='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --drawings) drawings=$2 && shift ;;
    --seed) seed=$2 && shift ;;
    --short) drawings=18 ;;
    --no-scans) scans=no ;;
    --build) build=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

report() {
  local data=()
  echo "donthu quality: expected and true error rates of pages"
  bench_versions
  if [ "$scans" = yes ] && [ -n "${DONTHU_EVAL_DATA:-}" ]; then
    data=(--data "$(cd "$bench_root" && realpath -- "$DONTHU_EVAL_DATA")")
  else
    echo "real scans   left out"
  fi
  echo "drawings     $drawings, seed $seed"
  OMP_THREAD_LIMIT=1 "$bench_bin/donthu_quality" --seed "$seed" \
    --letters "$bench_root/samples/letters" --drawings "$drawings" "${data[@]}"
}

bench_build "$build" donthu donthu_quality
bench_work_in ''
code=0
report >"$bench_work/report.txt" || code=$?
cat "$bench_work/report.txt"
if [ -n "$write" ]; then
  mkdir -p "$(dirname "$write")"
  cp "$bench_work/report.txt" "$write"
fi
exit "$code"
