# What the bench scripts share; sourced by them.
# shellcheck shell=bash
export LC_ALL=C.UTF-8
umask 022
bench_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=../../setup.sh
. "$bench_root/setup.sh"

bench_say() { echo "== $*" >&2; }
bench_die() {
  echo "error: $*" >&2
  exit 1
}

# Every name stands for a package of Debian 12.
bench_packages=(
  tesseract-ocr tesseract-ocr-vie poppler-utils parallel ocrmypdf qpdf time
  libheif-examples
)

# bench_build DIR [TARGET…]: makes the programs, or takes those in DIR where it
# is not empty. Sets bench_bin.
bench_build() {
  bench_bin=$1
  shift
  [ -n "$bench_bin" ] && bench_bin=$(realpath -- "$bench_bin") && return
  [ $# -gt 0 ] || set -- donthu donthu_samples donthu_accuracy \
    donthu_page_texts donthu_bare_recognition
  cd "$bench_root" || return
  donthu_install "${donthu_packages_to_build[@]}" \
    "${donthu_packages_to_test[@]}"
  # Read by donthu_build.
  # shellcheck disable=SC2034
  donthu_configure=(-DDONTHU_BUILD_TESTS=ON)
  donthu_build release "$@"
  bench_bin=$bench_root/build/release
}

# bench_work_in DIR: the folder for everything in between, sets bench_work;
# without DIR a new one that goes away at the end.
bench_work_in() {
  if [ -n "$1" ]; then
    mkdir -p "$1"
    [ -z "$(ls -A -- "$1")" ] || bench_die "$1 is not empty"
    bench_work=$(realpath -- "$1")
    return
  fi
  bench_work=$(mktemp -d -t donthu-bench.XXXXXX)
  chmod 755 "$bench_work"
  trap 'rm -rf -- "$bench_work"' EXIT
}

# Where and with what the figures were made.
bench_versions() {
  local commit changed=
  commit=$(git -C "$bench_root" rev-parse --short=12 HEAD)
  git -C "$bench_root" diff --quiet HEAD || changed=" with changes"
  echo "donthu       $("$bench_bin/donthu" --version), $commit$changed"
  echo "date         $(date -u +%Y-%m-%dT%H:%MZ)"
  echo "machine      $(nproc) x $(sed -n 's/^model name[^:]*: //p' \
    /proc/cpuinfo | head -1), load $(cut -d' ' -f1-3 /proc/loadavg)"
  dpkg-query -W -f '${Package} ${Version}\n' "${bench_packages[@]}" \
    libtesseract5 liblept5 libpoppler126 libqpdf29 |
    awk '{ printf "%-12s %s %s\n", NR == 1 ? "packages" : "", $1, $2 }'
}

# bench_split DIR: pages on stdin, each ended by a form feed, to
# DIR/page-0001.txt and so on.
bench_split() {
  mkdir -p "$1"
  awk -v RS='\f' -v dir="$1" \
    '{ file = sprintf("%s/page-%04d.txt", dir, NR)
       printf "%s", $0 > file; close(file) }'
}

# bench_pdf_page FILE PAGE TEXT: one page by poppler and Tesseract as they
# come; writes TEXT.
bench_pdf_page() {
  pdftoppm -r 300 -gray -f "$2" -l "$2" "$1" |
    tesseract stdin "${3%.txt}" -l vie 2>/dev/null
}

# bench_image FILE DIR: an image as it is; HEIC, which Tesseract cannot read,
# as PNG.
bench_image() {
  local image=$1
  if [ "${1##*.}" = heic ]; then
    image=$2.png
    mkdir -p "$(dirname "$2")"
    heif-convert "$1" "$image" >/dev/null
  fi
  tesseract "$image" stdout -l vie 2>/dev/null | bench_split "$2"
}
export -f bench_split bench_pdf_page bench_image

# bench_pages PDF: the number of its pages.
bench_pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }

# bench_donthu ARGUMENTS…: `donthu run`; failed letters are in its figures.
bench_donthu() {
  local code=0
  "$bench_bin/donthu" run -q "$@" || code=$?
  [ "$code" -eq 0 ] || [ "$code" -eq 3 ] || bench_die "donthu run: exit $code"
}
