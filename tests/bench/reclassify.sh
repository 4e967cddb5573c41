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
  --whole       copies of whole letters, and other classes alone
  --short       200 letters, made of six
  --build DIR   programs of this build folder (default: build them)
  --work DIR    keep scans and store here
  --write FILE  the report, too
Exits with 3 where a letter is missing afterwards.
USAGE
}

letters=100000 jobs=2 only='' whole='' build='' work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --letters) letters=$2 && shift ;;
    --jobs) jobs=$2 && shift ;;
    --whole) whole=--whole ;;
    --short) letters=200 only=s03,s05,s09,s13,s15,s16 ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

# remake NAME OPTION…: a line about it.
remake() {
  /usr/bin/time -f '%e %M' -o time \
    "$bench_bin/donthu" reclassify out -q --jobs "$jobs" "${@:2}"
  awk -v name="$1" -v n="$letters" '{ printf "%s  %.1f s, %.2f ms a letter, ",
    name, $1, 1000 * $1 / n
    printf "at most %.0f MB in a process\n", $2 / 1024 }' time
}

bench_packages=(tesseract-ocr-vie time)
bench_build "$build" donthu donthu_samples donthu_fill_store
bench_work_in "$work"
cd "$bench_work"
{
  bench_versions
  echo
  draw=(--letters "$bench_root/samples/letters" --conditions clean --out scans)
  [ -z "$only" ] || draw+=(--only "$only")
  "$bench_bin/donthu_samples" draw "${draw[@]}" >/dev/null
  rm scans/truth.jsonl
  bench_donthu scans --out out --jobs "$jobs" --today 2026-07-06
  drawn=$(wc -l <out/records.jsonl)
  "$bench_bin/donthu_fill_store" out "$letters" known $whole
  rm -rf known
  chown -R --reference=out out # a run as root works as somebody else
  size=$(stat -c %s out/store.sqlite | awk '{ printf "%.0f MB", $1 / 1e6 }')
  kind=${whole:+copies}
  echo "letters      $letters of ${kind:-halves} of $drawn, $size of store;" \
    "$jobs workers"
  [ -n "$whole" ] || remake "texts anew "
  printf '[priors]\nkien_nghi = 3.0\n' >other.toml
  remake "other class" --config other.toml
  made=$(wc -l <out/records.jsonl)
  [ "$made" -eq $((letters + drawn)) ] && exit
  echo "MISSED $made letters in records.jsonl, $((letters + drawn)) expected"
  exit 3
} | tee "${write:-/dev/null}"
