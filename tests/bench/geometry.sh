#!/usr/bin/env bash
# Pages that lie wrong: askew, turned by quarters, bent. README.md tells what
# is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: geometry.sh [options]
  --skew N       drawn pages askew (default: 240; 0: none)
  --turns N      drawn pages turned by quarters, read (default: 400; 0: none)
  --spine N      drawn pages bent, read (default: 12; 0: none)
  --clean N      drawn flat pages, read as the bent ones (default: 5)
  --seed N       of the drawing (default: 1)
  --short        8, 4, 1 and 1
  --build DIR    programs of this build folder (default: build them)
  --work DIR     keep scans and texts here
  --write FILE   the report, too
USAGE
}

skew=240 turns=400 spine=12 clean=5 seed=1 build='' work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --skew) skew=$2 && shift ;;
    --turns) turns=$2 && shift ;;
    --spine) spine=$2 && shift ;;
    --clean) clean=$2 && shift ;;
    --seed) seed=$2 && shift ;;
    --short) skew=8 turns=4 spine=1 clean=1 ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

export OMP_THREAD_LIMIT=1
letters=(--letters "$bench_root/samples/letters" --seed "$seed")
missed=0

askew() {
  echo
  echo "skew: $skew drawn pages within 15 degrees, prepare alone"
  "$bench_bin/donthu_skew" "${letters[@]}" --pages "$skew" || missed=3
}

# in_two COMMAND…: the pages shared by two processes, FILE.0 and FILE.1.
in_two() {
  local name=$1 first second
  shift
  "$@" --parts 2 --part 0 >"$name.0" & first=$!
  "$@" --parts 2 --part 1 >"$name.1" & second=$!
  wait "$first" || missed=3
  wait "$second" || missed=3
}

turned() {
  echo
  echo "turns: drawn pages turned by 0, 90, 180 or 270 degrees, read"
  in_two turns "$bench_bin/donthu_turns" turns "${letters[@]}" --pages "$turns"
  grep -h '^WRONG' turns.? || true
  awk '/^sum/ { n += $2; right += $4; read += $6; asked += $8 }
    END { printf "%s: %d of %d pages set upright; %.2f readings a page, " \
      "orientation detection on %d\n",
      (n > 0 && right == n) ? "met" : "MISSED", right, n, read / n, asked }' \
    turns.?
}

# by_tesseract DIR: the same scans as they are.
by_tesseract() {
  local scan pairs=()
  for scan in "$1"/*.png; do
    tesseract "$scan" "${scan%.png}.read" -l vie 2>/dev/null
    pairs+=("${scan%.png}.txt" "${scan%.png}.read.txt")
  done
  "$bench_bin/donthu_cer" "${pairs[@]}" | tail -1
}

# bent CONDITION PAGES
bent() {
  echo
  echo "$1: characters wrong as it lies, and with straight lines; prepare"
  mkdir -p "$1"
  in_two "bent-$1" "$bench_bin/donthu_turns" bent "${letters[@]}" \
    --condition "$1" --pages "$2" --write "$1"
  grep -hv '^sum' "bent-$1".? | sort
  awk '/^sum/ { n += $2; was += $3; is += $4 }
    END { printf "all %d characters: as it lies %.2f %%, straightened " \
      "%.2f %%\n", n, 100 * was / n, 100 * is / n }' "bent-$1".?
  echo "tesseract -l vie: $(by_tesseract "$1")"
}

bench_build "$build" donthu donthu_skew donthu_turns donthu_cer
bench_work_in "$work"
cd "$bench_work"
report() {
  echo "donthu geometry: pages askew, turned by quarters, bent"
  bench_versions
  if [ "$skew" -gt 0 ]; then askew; fi
  if [ "$turns" -gt 0 ]; then turned; fi
  if [ "$spine" -gt 0 ]; then bent spine "$spine"; fi
  if [ "$clean" -gt 0 ]; then bent clean "$clean"; fi
  return "$missed"
}
code=0
report >report.txt || code=$?
cat report.txt
if [ -n "$write" ]; then
  mkdir -p "$(dirname "$write")"
  cp report.txt "$write"
fi
exit "$code"
