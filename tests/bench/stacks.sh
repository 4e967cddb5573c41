#!/usr/bin/env bash
# Stacks of letters, drawn, read and parted: with separator sheets and without.
# README.md tells what is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: stacks.sh [options]
  --stacks N      stacks of each kind (default: 6)
  --per N         letters of a stack (default: 20)
  --jobs N        workers (default: 2)
  --seed N        of what is drawn (default: 2026)
  --short         one stack of six letters of each kind
  --fit           print weights, fitted to stacks of other letters, instead
  --build DIR     programs of this build folder (default: build them)
  --work DIR      keep stacks and records here
  --again DIR     part the pages once more that were kept in DIR
  --write FILE    the report, too
Exits with 3 where a check is missed.
USAGE
}

stacks=6 per=20 jobs=2 seed=2026 fit=no build='' work='' again='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --stacks) stacks=$2 && shift ;;
    --per) per=$2 && shift ;;
    --jobs) jobs=$2 && shift ;;
    --seed) seed=$2 && shift ;;
    --short) stacks=1 per=6 ;;
    --fit) fit=yes ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --again) again=$(realpath -- "$2") && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

# The weights are fitted to samples/dev and to letters of the first writers;
# nothing of the others and of samples/held was used for them. The writers
# bao, cong, cov, hop, mau and por wrote papers by offices among letters: left
# out.
fit_writers=an,ba,bac,can,dai,duc,gan,hai,ken,khe,lan,luat,min,nui,que,song
fit_writers+=,tho,tre,vy
held_writers=thi,tna,tnb,trung
corpus=$bench_root/models/classifier/corpus
enclosures=$bench_root/samples/enclosures

# draw DIR OPTION…
draw() {
  bench_say "drawing $1"
  "$bench_bin/donthu_samples" stack --out "$1" --stacks "$stacks" \
    --per "$per" --seed "$seed" "${@:2}"
}

# read_stacks DIR MODE: records in DIR.out
read_stacks() {
  bench_say "reading $1, --split $2"
  bench_donthu "$1" --out "$1.out" --jobs "$jobs" --split "$2" \
    --today 2026-07-06
}

draw_sheet() {
  "$bench_bin/donthu" separators --out sheet.pdf 2>/dev/null
  pdftoppm -r 300 -gray -singlefile sheet.pdf sheet
}

# What marks a letter is learnt from marked ones, which have several pages, and
# from plain ones; of each as many stacks.
fit_weights() {
  "$bench_bin/donthu_samples" stack --text --out marked --stacks 60 --per 20 \
    --seed 1 --letters "$bench_root/samples/dev" --enclosures "$enclosures/a"
  "$bench_bin/donthu_samples" stack --text --out plain --stacks 60 --per 20 \
    --seed 1 --corpus "$corpus" --writers "$fit_writers" \
    --enclosures "$enclosures/a"
  "$bench_bin/donthu_split_fit" fit marked plain
}

report() {
  echo "# Stacks: $per letters a file, each by another writer"
  bench_versions
  echo "letters      samples/held; corpus of the writers $held_writers"
  echo "             (weights: samples/dev; writers"
  echo "             $fit_writers)"
  echo "drawn        $stacks stacks of a kind, seed $seed, --jobs $jobs"
  /usr/bin/python3 "$bench_root/tests/bench/stacks.py" "$@"
}

bench_packages=(tesseract-ocr-vie poppler-utils)
bench_build "$build" donthu donthu_samples donthu_split_fit
if [ -n "$again" ]; then bench_work=$again; else bench_work_in "$work"; fi
cd "$bench_work"
chmod 755 .
if [ "$fit" = yes ]; then
  fit_weights
  exit
fi
letters=(--letters "$bench_root/samples/held" --enclosures "$enclosures/b")
held=(--corpus "$corpus" --writers "$held_writers" --enclosures "$enclosures/b")
if [ -z "$again" ]; then
  draw_sheet
  draw separators "${letters[@]}" --separator sheet.pgm --blank 0.1
  draw samples "${letters[@]}"
  draw writers "${held[@]}"
fi
read_stacks separators separator
read_stacks samples auto
read_stacks writers auto
missed=0
report separators:0.99 samples:0.97 writers:0.97 >report.txt || missed=$?
cat report.txt
[ -z "$write" ] || cp report.txt "$write"
exit "$missed"
