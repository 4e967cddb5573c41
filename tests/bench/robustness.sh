#!/usr/bin/env bash
# Every damaged, odd and hostile file of a folder through one `donthu run`:
# the program lives, every file has one record, every failure a reason.
# README.md tells what is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: robustness.sh [options]
  --jobs N        workers (default: 2)
  --short         every 17th file, three pages of each at most
  --program NAME  donthu_fake reads nothing: what decoding alone makes of it
  --folder DIR    its files (default: $DONTHU_EVAL_DATA/robustness)
  --pages N       limits.max_pages; longer files fail for it (default: 12)
  --build DIR     programs of this build folder (default: build them)
  --work DIR      keep records here
  --write FILE    the report, too
Exits with 3 where a check is missed, with 77 where there is no folder.
USAGE
}

jobs=2 step=1 pages=12 bound=28800 build='' work='' write='' program=donthu
folder=${DONTHU_EVAL_DATA:+$DONTHU_EVAL_DATA/robustness}
while [ $# -gt 0 ]; do
  case $1 in
    --jobs) jobs=$2 && shift ;;
    --short) step=17 pages=3 bound=3600 ;;
    --program) program=$2 && shift ;;
    --folder) folder=$(realpath -- "$2") && shift ;;
    --pages) pages=$2 && shift ;;
    --build) build=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

if [ -z "$folder" ]; then
  echo "DONTHU_EVAL_DATA is not set: robustness is skipped" >&2
  exit 77
fi

# As an office would set them where it expects anything.
write_limits() {
  cat <<LIMITS
[limits]
max_pages = $pages
max_megapixels = 100
max_file_mb = 200
page_cpu_s = 60
letter_cpu_s = 60
LIMITS
}

# Sorted by bytes, so that a sample is always the same.
list_files() {
  (cd -- "$folder" && find . -type f -printf '%P\0') | LC_ALL=C sort -z |
    awk -v RS='\0' -v step="$step" 'NR % step == 1 || step == 1 {
      printf "%s%c", $0, 0 }'
}

# A run that hangs is ended, which is a missed check: exit code 137.
run_all() {
  local code=0
  (cd -- "$folder" && timeout --signal=KILL "$bound" \
    "$bench_bin/$program" run - -0 -q --out "$bench_work/out" --jobs "$jobs" \
    --config "$bench_work/donthu.toml" --today 2026-07-06 \
    <"$bench_work/files" >"$bench_work/stdout" 2>"$bench_work/stderr") ||
    code=$?
  echo "$code"
}

report() {
  echo "# Robustness: files by others, damaged, odd and hostile"
  bench_versions
  echo "program      $program --jobs $jobs"
  echo
  echo "limits       $(write_limits | tail -n +2 | paste -sd, | sed 's/,/, /g')"
  /usr/bin/python3 "$bench_root/tests/bench/robustness_report.py" \
    --folder "$folder" --files files --out out --code "$code" \
    --seconds "$seconds" --bound "$bound" --schema schema.json
}

bench_packages=(tesseract-ocr-vie)
bench_build "$build"
[ -x "$bench_bin/$program" ] || bench_die "$program is not built"
bench_work_in "$work"
cd "$bench_work"
chmod 755 .
# The run leaves root and writes as another.
mkdir -m 777 out
write_limits >donthu.toml
list_files >files
"$bench_bin/$program" schema --strict >schema.json
begin=$(date +%s)
code=$(run_all)
seconds=$(($(date +%s) - begin))
missed=0
report >report.txt || missed=$?
cat report.txt
[ -z "$write" ] || cp report.txt "$write"
exit "$missed"
