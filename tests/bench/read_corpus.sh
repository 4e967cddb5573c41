#!/usr/bin/env bash
# Draws every second letter of the corpus in one poor condition each and keeps
# what the program reads of it: models/classifier/corpus/recognized.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: read_corpus.sh [options]
  --corpus DIR    labelled letters (default: models/classifier/corpus)
  --out DIR       the texts (default: recognized, in the corpus)
  --conditions A  of these one a letter (default: the readable ones that are worst)
  --every N       only each Nth letter (default: 2)
  --build DIR     programs of this build folder (default: build them)
  --work DIR      keep scans and records here
USAGE
}

corpus=$bench_root/models/classifier/corpus
conditions=fax,fax_coarse,low_resolution,seal_fax,seal,old_paper,photo,skewed
conditions=$conditions,typewriter
out='' every=2 build='' work=''
while [ $# -gt 0 ]; do
  case $1 in
    --corpus) corpus=$(realpath -- "$2") && shift ;;
    --out) out=$(realpath -m -- "$2") && shift ;;
    --conditions) conditions=$2 && shift ;;
    --every) every=$2 && shift ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

ids() {
  find "$corpus" -maxdepth 1 -name '*.txt' -printf '%f\n' | sort |
    awk -v every="$every" 'NR % every == 1 % every { sub(/\.txt$/, ""); print }' |
    paste -sd,
}

# records.jsonl to one text a letter, its condition told by the file's name.
texts() {
  mkdir -p "$out"
  python3 - out/records.jsonl "$out" <<'PYTHON'
import json, pathlib, re, sys

for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    name = re.fullmatch(r"(.+)-([a-z_]+)\.\w+", record["source"]["file"])
    if name and record["text"]:
        text = f"condition: {name[2]}\n---\n{record['text']}\n"
        pathlib.Path(sys.argv[2], name[1] + ".txt").write_text(text, "utf-8")
PYTHON
}

out=${out:-$corpus/recognized}
bench_build "$build" donthu donthu_samples
bench_work_in "$work"
cd "$bench_work"
"$bench_bin/donthu_samples" draw --corpus "$corpus" --deal \
  --conditions "$conditions" --only "$(ids)" --out scans
bench_donthu scans --out out
texts
