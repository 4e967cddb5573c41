#!/usr/bin/env bash
# Error rates of `donthu run` and of `tesseract -l vie` with its defaults on
# the same files. README.md tells what is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: accuracy.sh [options]
  --conditions A,B   drawn letters in these (default: all)
  --letters s01,s02  of these (default: all)
  --seed N           of the drawing (default: 1)
  --short            six letters
  --drawn DIR        drawn before: DIR/<condition>/ with files and truth.jsonl
  --no-drawn         real scans only
  --no-scans         drawn letters only
  --unrepaired       donthu without repair of lost marks as a third reader
  --no-tesseract     donthu alone
  --build DIR        programs of this build folder (default: build them)
  --work DIR         keep inputs, texts and records here
  --write FILE       the report without single documents, too
USAGE
}

conditions=clean,fax,fax_coarse,low_resolution,seal,seal_gray,seal_fax
conditions+=,den_stamp
conditions+=,old_paper,photo,rotated,skewed,handwriting,typewriter
letters='' seed=1 drawn=yes scans=yes unrepaired=no tesseract=yes
from='' build='' work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --conditions) conditions=$2 && shift ;;
    --letters) letters=$2 && shift ;;
    --seed) seed=$2 && shift ;;
    --short) letters=s01,s02,s04,s05,s08,s16 ;;
    --drawn) from=$(realpath -- "$2") && shift ;;
    --no-drawn) drawn=no ;;
    --no-scans) scans=no ;;
    --unrepaired) unrepaired=yes ;;
    --no-tesseract) tesseract=no ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

draw() {
  local condition only=()
  [ -n "$letters" ] && only=(--only "$letters")
  for condition in ${conditions//,/ }; do
    bench_say "drawing: $condition"
    "$bench_bin/donthu_samples" draw --letters "$bench_root/samples/letters" \
      --conditions "$condition" --seed "$seed" "${only[@]}" \
      --out "inbox/$condition" --truth "truth-$condition.jsonl"
    "$bench_bin/donthu_page_texts" truth "truth-$condition.jsonl" \
      "truth/$condition"
  done
}

# What was drawn before, as it is.
take_drawn() {
  local condition
  for condition in ${conditions//,/ }; do
    [ -e "$from/$condition/truth.jsonl" ] || continue
    mkdir -p "inbox/$condition"
    find "$from/$condition" -maxdepth 1 -type f ! -name truth.jsonl \
      -exec cp -t "inbox/$condition" {} +
    "$bench_bin/donthu_page_texts" truth "$from/$condition/truth.jsonl" \
      "truth/$condition"
  done
}

# with_whole_truth SET FOLDER: every PDF of FOLDER has its truth beside it.
with_whole_truth() {
  local pdf name
  mkdir -p "inbox/$1"
  for pdf in "$2"/*.pdf; do
    name=$(basename "$pdf")
    cp -- "$pdf" "inbox/$1/$name"
    mkdir -p "truth/$1/$name"
    cp -- "${pdf%.pdf}.gt.txt" "truth/$1/$name/document.txt"
  done
}

# Real scans and documents by others; none of it stays.
take_scans() {
  local data=$DONTHU_EVAL_DATA/scans page number
  local law=law_khieu_nai/law_khieu_nai.pdf
  mkdir -p inbox/law_khieu_nai "truth/$law"
  cp -- "$data/$law" "inbox/$law"
  for page in "$data"/law_khieu_nai/gt/page_*.gt.txt; do
    number=$(basename "$page" | tr -dc 0-9)
    cp -- "$page" "truth/$law/page-00$number.txt"
  done
  with_whole_truth offices "$data/offices"
  mkdir -p inbox/drawn_by_others
  cp -r -- "$data/drawn_by_others/pdf" inbox/drawn_by_others/
  "$bench_bin/donthu_page_texts" truth "$data/drawn_by_others/truth.jsonl" \
    truth/drawn_by_others
}

# One line a PDF page with a truth: file, page, text. Of a document whose
# truth has no pages, all.
list_pdf_pages() {
  local document page count
  while read -r document; do
    mkdir -p "tesseract/$document"
    if [ -e "truth/$document/document.txt" ]; then
      count=$(bench_pages "inbox/$document")
      for page in $(seq -f %04.0f 1 "$count"); do
        printf '%s\t%s\t%s\n' "inbox/$document" "$((10#$page))" \
          "tesseract/$document/page-$page.txt"
      done
      continue
    fi
    for page in "truth/$document"/page-*.txt; do
      page=$(basename "$page")
      printf '%s\t%s\t%s\n' "inbox/$document" \
        "$((10#$(tr -dc 0-9 <<<"$page")))" "tesseract/$document/$page"
    done
  done < <(cd truth && find . -type d -name '*.pdf' -printf '%P\n' | sort)
}

# Threads change the time of Tesseract, not its text.
run_tesseract() {
  export OMP_THREAD_LIMIT=1 SHELL=/bin/bash
  list_pdf_pages >pdf_pages.tsv
  (cd truth && find . -mindepth 2 -type d ! -name '*.pdf' \
    -exec test -e ../inbox/{} \; -printf '%P\n' | sort) |
    { grep -E '\.[a-z0-9]+$' || true; } >images.txt
  parallel --will-cite --colsep '\t' bench_pdf_page '{1}' '{2}' '{3}' \
    :::: pdf_pages.tsv
  parallel --will-cite bench_image 'inbox/{}' 'tesseract/{}' :::: images.txt
  unset OMP_THREAD_LIMIT
}

# "As hard as life", and what the project promises.
checks=(
  'tesseract:fax>=2' 'tesseract:typewriter>=5' 'tesseract:seal>=8'
  'tesseract:seal_gray>=8' 'tesseract:den_stamp>=8' 'tesseract:rotated>=50'
  'tesseract:old_paper>=1'
  'donthu:clean<=0.5' 'donthu:law_khieu_nai<=tesseract'
  'donthu:offices<=tesseract' 'donthu:drawn_by_others<=tesseract'
)

report() {
  local check options=(--read donthu=donthu)
  [ "$unrepaired" = no ] || options+=(--read unrepaired=unrepaired)
  if [ "$tesseract" = yes ]; then
    options+=(--read tesseract=tesseract)
    for check in "${checks[@]}"; do options+=(--check "$check"); done
  fi
  "$bench_bin/donthu_accuracy" --truth truth "${options[@]}" "$@"
}

head_of_report() {
  echo "donthu accuracy: donthu run beside tesseract -l vie"
  bench_versions
  if [ -n "$from" ]; then
    echo "letters      drawn before"
  elif [ "$drawn" = yes ]; then
    echo "letters      ${letters:-all}, seed $seed"
  fi
  [ "$scans" = yes ] || echo "real scans   left out"
}

donthu_install "${bench_packages[@]}"
bench_build "$build"
bench_work_in "$work"
cd "$bench_work"
if [ "$scans" = yes ] && [ -z "${DONTHU_EVAL_DATA:-}" ]; then
  echo "DONTHU_EVAL_DATA is not set: real scans are skipped" >&2
  scans=no
fi
mkdir -p inbox truth tesseract donthu
if [ -n "$from" ]; then
  take_drawn
elif [ "$drawn" = yes ]; then
  draw
fi
if [ "$scans" = yes ]; then
  DONTHU_EVAL_DATA=$(cd "$bench_root" && realpath -- "$DONTHU_EVAL_DATA")
  take_scans
fi
if [ "$unrepaired" = yes ]; then
  bench_say "donthu run, without repair"
  printf '[text]\nrepair = false\n' >unrepaired.toml
  bench_donthu inbox --out out --config unrepaired.toml
  "$bench_bin/donthu_page_texts" records out/records.jsonl unrepaired
fi
bench_say "donthu run"
bench_donthu inbox --out out
"$bench_bin/donthu_page_texts" records out/records.jsonl donthu
if [ "$tesseract" = yes ]; then
  bench_say "tesseract -l vie"
  run_tesseract
fi
head_of_report
code=0
report --documents || code=$?
if [ -n "$write" ]; then
  mkdir -p "$(dirname "$write")"
  { head_of_report && { report || true; }; } >"$write"
fi
exit "$code"
