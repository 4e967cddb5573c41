#!/usr/bin/env bash
# Runs every fuzz target for a while, one after the other. README.md of
# tests/fuzz tells what is printed.
set -euo pipefail
# shellcheck source=bench.sh
. "$(dirname "${BASH_SOURCE[0]}")/bench.sh"

usage() {
  cat <<'USAGE'
usage: fuzz.sh [options]
  --seconds N    each target (default: 600)
  --only A,B     these targets (default: all)
  --work DIR     keep and go on with the corpora and crashes in DIR
  --write FILE   the report, too
USAGE
}

targets=image,pdf,pdf_page,messages,pages,records,tables,class_model,letter
targets+=,names
seconds=600 work='' write=''
while [ $# -gt 0 ]; do
  case $1 in
    --seconds) seconds=$2 && shift ;;
    --only) targets=$2 && shift ;;
    --work) work=$2 && shift ;;
    --write) write=$(realpath -m -- "$2") && shift ;;
    --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

# options_of TARGET: the longest input in bytes, the dictionary.
options_of() {
  case $1 in
    image) echo 65536 ;;
    pdf) echo 32768 pdf ;;
    pdf_page) echo 8192 pdf ;;
    messages) echo 20000 json ;;
    pages | records) echo 16384 json ;;
    tables) echo 4096 toml ;;
    letter) echo 6000 letter ;;
    *) echo 4096 ;;
  esac
}

# Files by others, read only: seeds where they are there.
seeds_of() {
  local data=${DONTHU_EVAL_DATA:-}/robustness
  [ -n "${DONTHU_EVAL_DATA:-}" ] && [ -d "$data" ] || return 0
  case $1 in
    image) find "$data" -type f -size -64k ! -iname '*.pdf' ;;
    pdf) find "$data" -type f -size -32k -iname '*.pdf' ;;
  esac
}

# fuzz TARGET OPTION…: the program in its folder of the work.
fuzz() {
  local target=$1
  shift
  cd "$bench_work/$target"
  TMPDIR=$PWD/tmp OMP_THREAD_LIMIT=1 \
    ASAN_OPTIONS=allocator_may_return_null=1:detect_stack_use_after_return=0 \
    LSAN_OPTIONS=suppressions=$fuzz_root/leaks.supp:print_suppressions=0 \
    nice -n 15 "$bench_root/build/fuzz/fuzz_$target" -timeout=100 \
    -report_slow_units=100 -rss_limit_mb=2560 -artifact_prefix=found- "$@"
}

# gather TARGET: seeds to the folder that libFuzzer writes to, those that
# cover something new. Takes no part in the seconds.
gather() {
  local target=$1 seed
  mkdir -p "$bench_work/$target"/{corpus,seeds,tmp}
  seeds_of "$target" | while read -r seed; do
    ln -sf -- "$seed" \
      "$bench_work/$target/seeds/$(sha256sum <<<"$seed" | cut -c1-16)"
  done
  bench_say "$target: seeds"
  (fuzz "$target" -merge=1 corpus "$fuzz_root/corpus/$target" seeds) \
    >"$bench_work/$target/seeds.txt" 2>&1 || true
}

# run TARGET: libFuzzer in a child of its own, which a crash ends alone.
run() {
  local target=$1 length dictionary options=()
  read -r length dictionary <<<"$(options_of "$target")"
  if [ -n "${dictionary:-}" ]; then
    # libFuzzer takes ASCII alone.
    perl -pe 's/([\x80-\xff])/sprintf "\\x%02x", ord $1/ge' \
      "$fuzz_root/dictionaries/$dictionary.dict" >"$bench_work/$target/dict"
    options+=(-dict=dict)
  fi
  bench_say "$target: $seconds s"
  local TIMEFORMAT=%U
  { time (fuzz "$target" -fork=1 -ignore_crashes=1 -ignore_ooms=1 \
    -ignore_timeouts=1 -max_total_time="$seconds" -max_len="$length" \
    "${options[@]}" corpus >"$bench_work/$target/log.txt" 2>&1) || true
  } 2>"$bench_work/$target/processor_s.txt"
}

# found TARGET KIND…: how many inputs that libFuzzer kept.
found() {
  local target=$1 kind
  shift
  for kind in "$@"; do
    find "$bench_work/$target" -maxdepth 1 -name "found-$kind-*"
  done | wc -l
}

# row TARGET: of the last line that libFuzzer printed of itself, for example
# "#52: cov: 9 ft: 9 corp: 2 exec/s: 26 oom/timeout/crash: 0/0/0 time: 2s …".
row() {
  local last crashes timeouts ooms
  crashes=$(found "$1" crash leak)
  timeouts=$(found "$1" timeout)
  ooms=$(found "$1" oom)
  last=$(grep -a '^#[0-9]*: cov: ' "$bench_work/$1/log.txt" | tail -1)
  [ -n "$last" ] || bench_die "$1 did not run; see $bench_work/$1/log.txt"
  echo "$last" | awk -v target="$1" \
    -v processor_s="$(tail -1 "$bench_work/$1/processor_s.txt")" \
    -v found="$(printf '%7d %8d %5d' "$crashes" "$timeouts" "$ooms")" '{
    runs = substr($1, 2); sub(":", "", runs); sub("s", "", $13)
    printf "%-12s %9d %7d %9d %6d %8d %6d %s\n", target, runs, $13,
      processor_s, $3, $5, $7, found }'
}

report() {
  local target
  echo "donthu fuzz targets: libFuzzer, address and undefined sanitizers"
  echo "commit       $(git -C "$bench_root" rev-parse --short=12 HEAD)"
  echo "date         $(date -u +%Y-%m-%dT%H:%MZ)"
  echo "machine      $(nproc) x $(sed -n 's/^model name[^:]*: //p' \
    /proc/cpuinfo | head -1)"
  echo "seeds        tests/fuzz/corpus$([ -z "${DONTHU_EVAL_DATA:-}" ] ||
    echo ", robustness files by others")"
  printf '\n%-12s %9s %7s %9s %6s %8s %6s %7s %8s %5s\n' target runs \
    seconds processor edges features corpus crashes timeouts ooms
  for target in ${targets//,/ }; do
    row "$target"
  done
}

fuzz_root=$bench_root/tests/fuzz
cd "$bench_root"
donthu_install "${donthu_packages_to_build[@]}" clang libclang-rt-14-dev
# Read by donthu_build.
# shellcheck disable=SC2034
donthu_configure=()
mapfile -t programs < <(tr ',' '\n' <<<"$targets" | sed 's/^/fuzz_/')
donthu_build fuzz "${programs[@]}"
if [ -n "$work" ]; then
  mkdir -p "$work"
  bench_work=$(realpath -- "$work")
else
  bench_work_in ''
fi
for target in ${targets//,/ }; do
  gather "$target"
  run "$target"
done
report >"$bench_work/report.txt"
cat "$bench_work/report.txt"
[ -z "$write" ] || cp "$bench_work/report.txt" "$write"
# Any finding fails the command.
! awk 'NR > 7 { found += $8 + $9 + $10 } END { exit found == 0 }' \
  "$bench_work/report.txt"
