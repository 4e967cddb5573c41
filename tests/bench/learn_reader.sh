#!/usr/bin/env bash
# Learns the model that reads first, models/reader/vie.traineddata, from
# Debian's `vie` and lines of drawn letters. Hours.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: learn_reader.sh --out FILE [options]
  --files N       of lines to draw, thirty letters each (default: 24)
  --lines DIR     take the *.lstmf of DIR instead
  --from FILE     go on from this checkpoint instead of Debian's model
  --steps A,B     lines to read at 3e-4 and then at 5e-5 (default: 40000,8000)
  --build DIR     programs of this build folder (default: build them)
  --work DIR      keep lines and checkpoints here
USAGE
}

files=24 steps=40000,8000 out='' lines='' from='' build='' work=''
while [ $# -gt 0 ]; do
  case $1 in
    --out) out=$(realpath -m -- "$2") && shift ;;
    --files) files=$2 && shift ;;
    --lines) lines=$(realpath -- "$2") && shift ;;
    --from) from=$(realpath -- "$2") && shift ;;
    --steps) steps=$2 && shift ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done
[ -n "$out" ] || { usage >&2 && exit 2; }

# What letters are set in besides the typefaces of samples.
faces=(fonts-texgyre fonts-freefont-ttf fonts-dejavu fonts-noto-core
  fonts-linuxlibertine fonts-sil-gentiumplus fonts-roboto-unhinted)
tessdata=/usr/share/tesseract-ocr/5/tessdata

# A file of lines by one seed. Decisions and minutes are few among the letters
# and in no other hand: each is there eight times.
draw() {
  local enclosures=()
  for _ in 1 2 3 4 5 6 7 8; do
    enclosures+=("$bench_root/samples/enclosures/a")
  done
  "$bench_bin/donthu_line_images" --out "lines/$1.lstmf" --seed "$1" \
    --letters "$bench_root/samples/dev" "${enclosures[@]}" \
    --corpus "$bench_root/models/classifier/corpus" --drawings 30
}

# learn NAME FROM RATE LINES: NAME_checkpoint.
learn() {
  lstmtraining --traineddata wide.traineddata --train_listfile lines.txt \
    --continue_from "$2" --model_output "$1" --reset_learning_rate \
    --learning_rate "$3" --max_iterations "$4" --max_image_MB 4000
}

donthu_install "${bench_packages[@]}" tesseract-ocr "${faces[@]}"
bench_build "$build" donthu_line_images donthu_float_model
bench_work_in "$work"
cd "$bench_work"
# One thread each: two at once take longer for one line.
export OMP_THREAD_LIMIT=1

bench_say "Debian's model, in numbers that can be learnt"
combine_tessdata -u "$tessdata/vie.traineddata" vie.
"$bench_bin/donthu_float_model" vie. wide.
cp "$tessdata/vie.traineddata" wide.traineddata
combine_tessdata -o wide.traineddata wide.lstm wide.lstm-unicharset \
  wide.lstm-recoder

if [ -z "$lines" ]; then
  bench_say "drawing $files files of lines"
  mkdir -p lines
  lines=$PWD/lines
  export SHELL=/bin/bash  # draw is a function
  export -f draw
  export bench_bin bench_root
  parallel --will-cite --env draw draw ::: $(seq "$files")
fi
find "$lines" -name '*.lstmf' | sort >lines.txt

bench_say "learning"
learn coarse "${from:-wide.lstm}" 3e-4 "${steps%,*}"
learn fine coarse_checkpoint 5e-5 "${steps#*,}"
lstmtraining --stop_training --convert_to_int --traineddata wide.traineddata \
  --continue_from fine_checkpoint --model_output "$out"
chmod 644 "$out"
