#!/usr/bin/env bash
# tidy.sh BUILD_FOLDER [--all]: clang-tidy over sources of the program; prints
# findings only, exits 1 where there are any. Those that the last commit or the
# working tree changed; --all, or without a commit before, every one: ten
# minutes on two cores, to be run before a release.
set -euo pipefail
build=$1
sources=('models/*.cc' 'stages/*.cc' 'pipeline/*.cc')
changed() {
  if [ "${2:-}" = --all ] || ! git rev-parse -q --verify HEAD^ >/dev/null; then
    git ls-files -- "${sources[@]}"
  else
    git diff --name-only --diff-filter=d HEAD^ -- "${sources[@]}"
  fi
}
# qpdf 11's own headers cannot be parsed by clang-14 as C++20.
changed "$@" | { xargs -r grep -L '#include <qpdf/' || true; } |
  xargs -r -P "$(nproc)" -n 4 clang-tidy -p "$build" --quiet \
    --extra-arg=-Wno-unknown-warning-option 2>/dev/null
echo "clang-tidy: no findings" >&2
