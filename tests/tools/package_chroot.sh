#!/usr/bin/env bash
# package_chroot.sh PACKAGE SCAN FOLDER: as root, in a mount namespace of its
# own: lays a file system in memory over this one and lets dpkg install the
# package there, use it as its service would, install it again and purge it.
set -euo pipefail
package=$1
scan=$2
copy=$3

fail() {
  echo "package_test: $*" >&2
  exit 1
}

lay_over() {
  mount -t tmpfs tmpfs "$copy" || return 1
  mkdir "$copy/upper" "$copy/work" "$copy/root"
  mount -t overlay overlay "$copy/root" \
    -o "lowerdir=/,upperdir=$copy/upper,workdir=$copy/work" || return 1
  mount -t proc proc "$copy/root/proc"
  mount --rbind /dev "$copy/root/dev"
}

inside() { chroot "$copy/root" "$@"; }

as_service() {
  inside setpriv --reuid donthu --regid donthu --init-groups "$@"
}

facts() { inside stat -c '%a %U %G' "$1"; }

expect() { [ "$2" = "$3" ] || fail "$1: $2, not $3"; }

run_dpkg() {
  inside dpkg "$@" >"$copy/log" 2>&1 || fail "dpkg $1: $(cat "$copy/log")"
}

unit_is_valid() {
  if ! inside sh -c 'command -v systemd-analyze' >/dev/null; then
    echo "package_test: skipped: systemd-analyze is not installed" >&2
    return
  fi
  local said
  said=$(inside systemd-analyze verify donthu-watch.service 2>&1) || true
  [ -z "$said" ] || fail "the unit: $said"
}

if ! lay_over 2>/dev/null; then
  echo "package_test: skipped: no file system can be laid over this one" >&2
  exit 0
fi
cp "$package" "$copy/root/package.deb"
run_dpkg -i /package.deb
expect store "$(facts /var/lib/donthu)" "700 donthu donthu"
expect spool "$(facts /var/spool/donthu)" "750 root donthu"
expect inbox "$(facts /var/spool/donthu/inbox)" "2770 root donthu"
expect configuration "$(facts /etc/donthu/donthu.toml)" "644 root root"
unit_is_valid

inbox=/var/spool/donthu/inbox
out=/var/lib/donthu/out
install -m 640 -g "$(inside id -g donthu)" "$scan" "$copy/root$inbox/scan.png"
as_service donthu run "$inbox" --out "$out" --quiet \
  --config /etc/donthu/donthu.toml
expect output "$(facts "$out")" "700 donthu donthu"
expect records "$(wc -l <"$copy/root$out/records.jsonl")" 1

# What the operator wrote and the records stay, whatever dpkg does.
echo '# by the operator' >>"$copy/root/etc/donthu/donthu.toml"
run_dpkg -i /package.deb
inside grep -q 'by the operator' /etc/donthu/donthu.toml ||
  fail "an upgrade undid the configuration"
run_dpkg -P donthu
[ ! -e "$copy/root/etc/donthu" ] || fail "a purge left the configuration"
[ -s "$copy/root$out/records.jsonl" ] || fail "a purge took the records"
