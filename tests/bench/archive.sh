#!/usr/bin/env bash
# Archive copies of drawn letters: what is the file's own, what pdftotext
# finds and where, what qpdf and the rules of ALTO and PDF/A say, what a page
# costs. README.md tells what is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: archive.sh [options]
  --letters s01,s02  of these (default: six)
  --short            two letters
  --seed N           of the drawing (default: 1)
  --build DIR        programs of this build folder (default: build them)
  --work DIR         keep inputs, records and copies here
  --write FILE       the report, too
USAGE
}

letters=s01,s02,s04,s05,s08,s16
seed=1 build='' work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --letters) letters=$2 && shift ;;
    --short) letters=s01,s05 ;;
    --seed) seed=$2 && shift ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

# Every condition in its usual format; clean letters in the others.
conditions=(clean rotated skewed photo seal fax old_paper low_resolution)
formats=(tiff_g4 tiff_deflate jpeg jpeg_exif png png1 jp2 webp heic pdf_jpeg
  pdf_jpx pdf_flate)

draw() { # CONDITION FOLDER [FORMAT]
  local format=()
  [ $# -gt 2 ] && format=(--format "$3")
  "$bench_bin/donthu_samples" draw --letters "$bench_root/samples/letters" \
    --conditions "$1" --seed "$seed" --only "$letters" "${format[@]}" \
    --out "inbox/$2" --truth "truth-$2.jsonl" 2>>drawing.txt
}

# seconds of processor time and on the clock of a command, into times.txt
timed() {
  local name=$1 code=0
  shift
  TIMEFORMAT="$name %U %S %R"
  { time "$@" 2>"$name.err" || code=$?; } 2>>times.txt
  [ "$code" -eq 0 ] || [ "$code" -eq 3 ] || { cat "$name.err" >&2 && exit 1; }
}

head_of_report() {
  echo "donthu archive copies: PDF, PDF/A-2b, ALTO"
  bench_versions
  echo "letters      $letters, seed $seed"
}

report() {
  python3 -I "$bench_root/tests/bench/archive_checks.py" "$bench_root" \
    inbox out times.txt
}

donthu_install "${bench_packages[@]}"
bench_build "$build" donthu donthu_samples
bench_work_in "$work"
cd "$bench_work"
for condition in "${conditions[@]}"; do draw "$condition" "$condition"; done
for format in "${formats[@]}"; do draw clean "clean_$format" "$format"; done
bench_say "donthu run"
timed run "$bench_bin/donthu" run inbox --out out -q --jobs 2
bench_say "donthu archive"
timed pdfa "$bench_bin/donthu" archive out --inbox inbox --archive pdfa-2b \
  --jobs 2
mkdir pdfa
for copy in out/letters/*/archive.pdf; do
  cp -- "$copy" "pdfa/$(basename "$(dirname "$copy")").pdf"
done
timed pdf "$bench_bin/donthu" archive out --inbox inbox --archive pdf,alto \
  --jobs 2
head_of_report
code=0
report || code=$?
if [ -n "$write" ]; then
  mkdir -p "$(dirname "$write")"
  { head_of_report && { report || true; }; } >"$write"
fi
exit "$code"
