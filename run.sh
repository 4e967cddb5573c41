#!/usr/bin/env bash
# ./run.sh [INBOX] [OUT]: installs what is missing, builds, reads the scans in
# INBOX into records in OUT, prints a table. Without INBOX: the samples.
set -euo pipefail
inbox=${1:-}
out=${2:-}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ -n "$inbox" ] && inbox=$(realpath -s -- "$inbox")
[ -n "$out" ] && out=$(realpath -ms -- "$out")
cd "$here"
. ./setup.sh

donthu_install "${donthu_packages_to_build[@]}"
donthu_configure=()
[ -e build/release/CMakeCache.txt ] ||
  donthu_configure=(-DDONTHU_BUILD_TESTS=OFF)
donthu_build release donthu

options=(--table)
if [ -z "$inbox" ]; then
  inbox=samples/inbox
  # The day that the samples came, so that the law's deadlines can be shown.
  options+=(--received 2026-07-06 --today 2026-07-06)
fi
out=${out:-out}
code=0
./build/release/donthu run "$inbox" --out "$out" "${options[@]}" || code=$?
echo "records:    $out/records.jsonl" >&2
echo "letters:    $out/letters/ (record.json, text.txt, page images)" >&2
echo "for people: $out/review.csv" >&2
exit "$code"
