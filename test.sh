#!/usr/bin/env bash
# ./test.sh [--quick]: installs what is missing, builds, runs every test
# through CTest. --quick leaves out sanitizers, clang-tidy and long tests.
# clang-tidy looks at what the last commit changed; tests/tools/tidy.sh at all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./setup.sh
quick=no
[ "${1:-}" = --quick ] && quick=yes

donthu_install "${donthu_packages_to_build[@]}" "${donthu_packages_to_test[@]}"
if [ -z "${DONTHU_EVAL_DATA:-}" ]; then
  echo "DONTHU_EVAL_DATA is not set: tests on scans by others are skipped" >&2
fi

echo "== format" >&2
git ls-files '*.h' '*.cc' | xargs clang-format --dry-run --Werror

echo "== release" >&2
donthu_configure=(-DDONTHU_BUILD_TESTS=ON)
donthu_build release
if [ "$quick" = yes ]; then
  exec ctest --preset release -j 2 -LE long
fi
ctest --preset release -j 2

echo "== sanitizers, on tests that need no engine" >&2
donthu_configure=(-DDONTHU_BUILD_TESTS=ON)
donthu_build asan
# The leak checker cannot look into a process that has left root.
ctest --preset asan -j 2 -LE long -E '^PrivilegeTest'

echo "== clang-tidy" >&2
# It looks at sources one by one; the builds above join them.
cmake --preset dev -DDONTHU_BUILD_TESTS=ON >/dev/null
tests/tools/tidy.sh build/dev
