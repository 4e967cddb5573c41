#!/usr/bin/env bash
# Speed, memory and error rates of `donthu run`, of GNU parallel with
# Tesseract, of OCRmyPDF and of the bare recognition call on the same PDF
# scans. README.md tells what is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: throughput.sh [options]
  --rounds N         of all four in turn (default: 5)
  --short            one round, three letters
  --letters s01,s02  to draw (default: 28 pages)
  --folder DIR       the PDF files of DIR instead; DIR/truth.jsonl where known
  --build DIR        programs of this build folder (default: build them)
  --work DIR         keep inputs and texts here
  --write FILE       the report, too
USAGE
}

rounds=5 folder='' build='' work='' write=''
letters=s01,s03,s04,s05,s06,s07,s09,s10,s11,s12,s13,s15,s16,s17,s18
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=$2 && shift ;;
    --short) rounds=1 letters=s01,s03,s04 ;;
    --letters) letters=$2 && shift ;;
    --folder) folder=$(realpath -- "$2") && shift ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

draw() { # CONDITION LETTERS DIR
  "$bench_bin/donthu_samples" draw --letters "$bench_root/samples/letters" \
    --conditions "$1" --only "$2" --format pdf_jpeg --out "$3" \
    --truth "truth-$1.jsonl"
}

# inbox/scans/*.pdf, truth/ where known, pages.tsv: one line a page.
make_input() {
  local pdf name page
  mkdir -p inbox/scans
  if [ -n "$folder" ]; then
    cp -- "$folder"/*.pdf inbox/scans/
    [ ! -e "$folder/truth.jsonl" ] ||
      cp -- "$folder/truth.jsonl" truth-clean.jsonl
  else
    draw clean "$letters" inbox/scans
  fi
  [ ! -e truth-clean.jsonl ] ||
    "$bench_bin/donthu_page_texts" truth truth-clean.jsonl truth/scans
  for pdf in inbox/scans/*.pdf; do
    name=scans/$(basename "$pdf")
    for page in $(seq -f %04.0f 1 "$(bench_pages "$pdf")"); do
      printf '%s\t%s\t%s\n' "$pdf" "$((10#$page))" "$name/page-$page.txt"
    done
  done >pages.tsv
}

# What the others are spared in their time: one PDF of all pages, so that
# OCRmyPDF always has two at hand; decoded pages for the bare call.
make_input_of_others() {
  local pdf page text
  qpdf --empty --pages inbox/scans/*.pdf -- all.pdf
  mkdir decoded
  while IFS=$'\t' read -r pdf page text; do
    text=${text//\//+}
    pdftoppm -r 300 -gray -f "$page" -l "$page" "$pdf" \
      >"decoded/${text%.txt}.pgm"
  done <pages.tsv
}

# timed TOOL COMMAND…: adds tool, seconds on the wall, of user and system, and
# the largest process in KiB to rounds.tsv.
timed() {
  local tool=$1
  shift
  bench_say "round $round: $tool"
  /usr/bin/time -q -o time.txt -f '%e\t%U\t%S\t%M' "$@" >stdout.txt \
    2>stderr.txt || bench_die "$tool failed in round $round"
  printf '%s\t%s\n' "$tool" "$(cat time.txt)" >>rounds.tsv
}

run_donthu() {
  rm -rf out
  timed donthu "$bench_bin/donthu" run -q inbox --out out --jobs 2
}

run_donthu_alone() {
  rm -rf out_alone
  timed donthu-j1 "$bench_bin/donthu" run -q inbox --out out_alone --jobs 1
}

run_parallel() {
  rm -rf read/parallel
  cut -f3 pages.tsv | while read -r text; do
    mkdir -p "read/parallel/$(dirname "$text")"
  done
  timed parallel env OMP_THREAD_LIMIT=1 SHELL=/bin/bash \
    parallel --will-cite -j2 --colsep '\t' \
    bench_pdf_page '{1}' '{2}' 'read/parallel/{3}' :::: pages.tsv
}

run_ocrmypdf() {
  timed ocrmypdf env -u OMP_THREAD_LIMIT ocrmypdf -q -l vie -j 2 --force-ocr \
    --sidecar sidecar.txt all.pdf searchable.pdf
}

# Its time is what it says itself: recognition, in processor seconds.
run_bare() {
  mkdir -p read_bare
  timed bare env OMP_THREAD_LIMIT=1 "$bench_bin/donthu_bare_recognition" \
    decoded read_bare 2
  cut -d' ' -f2 stdout.txt >>bare.tsv
}

# The largest process of `donthu run` on one page in 600 dpi colour, in KiB.
measure_large_pages() {
  local kind round=of
  draw seal s04 drawn_seal
  pdftoppm -r 600 -png -f 1 -l 1 -singlefile drawn_seal/*.pdf large
  pdftoppm -r 600 -jpeg -f 1 -l 1 -singlefile drawn_seal/*.pdf large
  /usr/bin/python3 -m img2pdf large.jpg -o large.pdf
  cp rounds.tsv rounds_kept.tsv
  for kind in png jpg pdf; do
    rm -rf out_large
    mkdir -p "large_$kind"
    cp "large.$kind" "large_$kind/"
    timed "600dpi_$kind" "$bench_bin/donthu" run -q "large_$kind" \
      --out out_large --jobs 1
  done
  tail -3 rounds.tsv >large.tsv
  mv rounds_kept.tsv rounds.tsv
}

# Texts of the last round as trees.
collect_texts() {
  local number=0 text
  "$bench_bin/donthu_page_texts" records out/records.jsonl read/donthu
  bench_split sidecar <sidecar.txt
  while IFS=$'\t' read -r _ _ text; do
    number=$((number + 1))
    mkdir -p "read/ocrmypdf/$(dirname "$text")" "read/bare/$(dirname "$text")"
    cp "sidecar/page-$(printf %04d "$number").txt" "read/ocrmypdf/$text"
    cp "read_bare/${text//\//+}" "read/bare/$text"
  done <pages.tsv
}

print_rounds() {
  printf '\nevery run: seconds, largest process\n%-10s %9s %9s %9s %9s\n' \
    tool wall user system MB
  awk -F'\t' '{ printf "%-10s %9.2f %9.2f %9.2f %9.0f\n",
                $1, $2, $3, $4, $5 * 1024 / 1e6 }' rounds.tsv large.tsv
  printf '\nprocessor seconds of recognition alone, every run: %s\n' \
    "$(paste -sd' ' bare.tsv)"
}

# Minima of every column by tool, then the checks. Exits with 3 where one is
# missed.
print_minima() {
  printf '\nminima of %s rounds, %s pages of %s files, two jobs\n' \
    "$rounds" "$pages" "$(find inbox/scans -name '*.pdf' | wc -l)"
  awk -F'\t' -v pages="$pages" -v bare="$(sort -g bare.tsv | head -1)" '
    function least(name, tool, value) {
      if (!((name, tool) in min) || value < min[name, tool])
        min[name, tool] = value
    }
    function check(text, value, at_least, limit, held) {
      held = at_least ? value >= limit : value <= limit
      if (!held) missed = 1
      printf "%-7s %s: %.3f, at %s %s\n", held ? "held" : "MISSED", text,
        value, at_least ? "least" : "most", limit
    }
    FILENAME == "rounds.tsv" {
      least("wall", $1, $2)
      least("cpu", $1, $3 + $4)
      if ($5 > peak[$1]) peak[$1] = $5
    }
    FILENAME == "large.tsv" && $5 > large { large = $5 }
    END {
      printf "%-10s %10s %12s %12s\n", "tool", "pages/s", "cpu s/page",
        "most MB"
      count = split("donthu donthu-j1 parallel ocrmypdf bare", tools, " ")
      for (i = 1; i <= count; ++i) {
        t = tools[i]
        printf "%-10s %10.3f %12.3f %12.0f\n", t, pages / min["wall", t],
          min["cpu", t] / pages, peak[t] * 1024 / 1e6
      }
      printf "%-10s %10s %12.3f\n", "(the call)", "", bare / pages
      print ""
      speed = 1 / min["wall", "donthu"]
      check("pages a second, donthu to parallel",
        speed * min["wall", "parallel"], 1, 1.35)
      check("pages a second, donthu to ocrmypdf",
        speed * min["wall", "ocrmypdf"], 1, 3)
      check("processor seconds, donthu to the bare call",
        min["cpu", "donthu"] / bare, 0, 1.05)
      check("pages a second, two workers to one",
        speed * min["wall", "donthu-j1"], 1, 1.8)
      check("MB a worker, the scans above", peak["donthu"] * 1024 / 1e6,
        0, 250)
      check("MB a worker, a page of 600 dpi colour", large * 1024 / 1e6,
        0, 600)
      exit missed ? 3 : 0
    }' rounds.tsv large.tsv
}

print_error_rates() {
  local tool options=()
  if [ ! -d truth ]; then
    printf '\nno truth.jsonl: error rates are skipped\n'
    return
  fi
  for tool in donthu parallel ocrmypdf bare; do
    options+=(--read "$tool=read/$tool")
  done
  "$bench_bin/donthu_accuracy" --truth truth "${options[@]}"
}

report() {
  echo "donthu throughput: the same PDF scans, tools in turn"
  bench_versions
  print_rounds
  print_error_rates
  print_minima
}

donthu_install "${bench_packages[@]}"
bench_build "$build"
bench_work_in "$work"
cd "$bench_work"
make_input
make_input_of_others
pages=$(wc -l <pages.tsv)
: >rounds.tsv
for round in $(seq "$rounds"); do
  run_donthu
  run_donthu_alone
  run_parallel
  run_ocrmypdf
  run_bare
done
measure_large_pages
collect_texts
code=0
report >report.txt || code=$?
cat report.txt
if [ -n "$write" ]; then
  mkdir -p "$(dirname "$write")"
  cp report.txt "$write"
fi
exit "$code"
