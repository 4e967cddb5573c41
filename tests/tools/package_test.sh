#!/usr/bin/env bash
# package_test.sh BUILD: builds the Debian package from a build tree, installs
# it, reads a sample with it; the same for `cmake --install`, and for the store
# of an older version. As root, dpkg works in a copy of the file system.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
scan=$source/samples/inbox/scan_0006.png
export SOURCE_DATE_EPOCH=1783303200

fail() {
  echo "package_test: $*" >&2
  exit 1
}

skip() { echo "package_test: skipped: $*" >&2; }

# pack FOLDER [OPTION…]: a package in FOLDER, by a builder whose own files are
# closed to others; prints its path.
pack() {
  mkdir -p "$1"
  (umask 077 && cd "$build" && cpack -G DEB -B "$@" >"$1/log" 2>&1) ||
    fail "$(cat "$1/log")"
  echo "$1"/*.deb
}

# Unpacked: xz gives the same bytes for the same bytes, and takes a minute.
same_bytes_twice() {
  local again part
  again=$(pack "$work/again" -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip)
  for part in --ctrl-tarfile --fsys-tarfile; do
    cmp <(dpkg-deb $part "$1") <(dpkg-deb $part "$again") ||
      fail "two packages differ"
  done
}

control_is_right() {
  local depends version needed
  depends=$(dpkg-deb -f "$1" Depends)
  for needed in tesseract-ocr-vie tesseract-ocr-osd fonts-liberation2 adduser \
      libtesseract5 libqpdf29 libpoppler-cpp0v5; do
    [[ $depends == *$needed* ]] || fail "does not depend on $needed"
  done
  version=$(dpkg-deb -f "$1" Version)
  grep -q "^donthu ($version) " "$source/packaging/debian/changelog" ||
    fail "the package's changelog has no entry for $version"
  [ "$(dpkg-deb -I "$1" conffiles)" = /etc/donthu/donthu.toml ] ||
    fail "the configuration is no conffile"
}

owners_and_modes_are_right() {
  local odd
  odd=$(dpkg-deb -c "$1" |
    awk '$2 != "root/root" || $1 !~ /^(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x)$/')
  [ -z "$odd" ] || fail "owner or mode: $odd"
  odd=$(dpkg-deb -c "$1" | awk '$1 == "-rwxr-xr-x" {print $6}')
  [ "$odd" = ./usr/bin/donthu ] || fail "may be run: $odd"
}

names_no_path_of_the_build() {
  local found
  found=$(grep -rlF -e "$source" -e "$build" "$1") || true
  [ -z "$found" ] || fail "a path of the build is in $found"
}

holds_no_training_data() {
  local found
  found=$(find "$1" -path '*corpus*' -o -name '*_test*' -o -name '*fake*')
  [ -z "$found" ] || fail "$found is not for users"
}

manual_names_every_command() {
  local command commands
  commands=$("$1/bin/donthu" --help | sed -n 's/^  \([a-z]*\) .*/\1/p')
  [ -n "$commands" ] || fail "no command is listed"
  for command in $commands; do
    grep -qE "^\.B[IR]? $command( |\$)" "$source/packaging/donthu.1" ||
      fail "donthu.1 does not name $command"
  done
}

lintian_is_silent() {
  if ! command -v lintian >/dev/null; then
    skip "lintian is not installed"
    return
  fi
  local allow=() found
  [ "$(id -u)" -ne 0 ] || allow=(--allow-root)
  # The models are nearly half of the package: whether lintian calls them big
  # hangs on the compiler.
  found=$(lintian "${allow[@]}" --pedantic -I "$1" |
    grep -v -e 'unused-override arch-dep-package-has-big-usr-share' \
      -e '^N: 0 hints overridden; 1 unused override$' || true)
  [ -z "$found" ] || fail "lintian: $found"
}

# finds_its_models PREFIX: `doctor` names PREFIX/share/donthu.
finds_its_models() {
  local named
  named=$("$1/bin/donthu" doctor | sed -n 's/^models  *//p')
  [ "$named" = "$1/share/donthu" ] || fail "the models of $1 are $named"
}

# reads_a_scan PREFIX: one record, by the models of PREFIX.
reads_a_scan() {
  local inbox=$work/inbox out=$work/out
  rm -rf "$inbox" "$out"
  mkdir "$inbox"
  cp "$scan" "$inbox"
  chmod 755 "$inbox" && chmod 644 "$inbox"/*
  (cd "$work" && "$1/bin/donthu" run "$inbox" --out "$out" --quiet)
  python3 - "$out/records.jsonl" "$1/share/donthu" <<'PYTHON'
import hashlib, json, sys
records = [json.loads(line) for line in open(sys.argv[1])]
assert len(records) == 1, "one scan gave %d records" % len(records)
record = records[0]
assert record["status"] in ("complete", "needs_review"), record["status"]
assert record["classification"]["label"], "no label"
model = open(sys.argv[2] + "/classifier/donthu.model", "rb").read()
used = record["provenance"]["classifier_sha256"]
assert used == hashlib.sha256(model).hexdigest(), "another model was used"
PYTHON
}

# A folder named models above the program must not be taken for its own.
an_installed_tree_can_be_moved() {
  mkdir -p "$work/models/legal"
  cmake --install "$build" --prefix "$work/first" >/dev/null
  mv "$work/first" "$work/moved"
  chmod 755 "$work/moved"
  finds_its_models "$work/moved"
  reads_a_scan "$work/moved"
  [ -f "$work/moved/share/doc/donthu/LICENSE" ] || fail "no license"
}

# opens_a_store_of_version_1 PREFIX: nothing in it is lost.
opens_a_store_of_version_1() {
  local out=$work/old
  mkdir -m 700 "$out"
  python3 "$source/tests/tools/old_store.py" make "$out/store.sqlite"
  # Started by root, the old version had left it to that user.
  [ "$(id -u)" -ne 0 ] || chown -R nobody "$out"
  (cd "$work" && "$1/bin/donthu" run "$work/inbox" --out "$out" --quiet) ||
    [ $? -eq 3 ] || fail "a store of version 1 is not taken over"
  python3 "$source/tests/tools/old_store.py" check "$out"
}

refuses_a_newer_store() {
  local code=0
  python3 "$source/tests/tools/old_store.py" age "$work/old/store.sqlite"
  (cd "$work" && "$1/bin/donthu" run "$work/inbox" --out "$work/old" --quiet) \
    2>"$work/refusal" || code=$?
  case $code in 0 | 3) fail "a newer store was opened" ;; esac
  grep -q 'newer program' "$work/refusal" || fail "$(cat "$work/refusal")"
}

# dpkg itself, in a copy of the file system that is gone afterwards.
dpkg_installs_upgrades_and_purges() {
  if [ "$(id -u)" -ne 0 ] ||
      ! unshare -m true 2>/dev/null; then
    skip "dpkg's part needs root and a mount namespace"
    return
  fi
  mkdir "$work/copy"
  unshare -m --propagation private \
    "$source/tests/tools/package_chroot.sh" "$1" "$scan" "$work/copy"
}

package=$(pack "$work/package")
same_bytes_twice "$package"
control_is_right "$package"
owners_and_modes_are_right "$package"
root=$work/root
dpkg-deb -x "$package" "$root"
chmod 755 "$root"
names_no_path_of_the_build "$root"
holds_no_training_data "$root"
manual_names_every_command "$root/usr"
lintian_is_silent "$package"
finds_its_models "$root/usr"
reads_a_scan "$root/usr"
opens_a_store_of_version_1 "$root/usr"
refuses_a_newer_store "$root/usr"
an_installed_tree_can_be_moved
dpkg_installs_upgrades_and_purges "$package"
