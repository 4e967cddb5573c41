# Debian's packages, named once; sourced by run.sh and test.sh.
# shellcheck shell=bash

donthu_packages_to_build=(
  g++ cmake ninja-build pkg-config
  libtesseract-dev libleptonica-dev tesseract-ocr-vie tesseract-ocr-osd
  libicu-dev libpcre2-dev nlohmann-json3-dev libqpdf-dev libpoppler-cpp-dev
  libheif-dev libsqlite3-dev libtomlplusplus-dev libcli11-dev liblinear-dev libssl-dev
  libpng-dev libtiff-dev libjpeg-dev libwebp-dev libopenjp2-7-dev
  libexif-dev libseccomp-dev zlib1g-dev libzxing-dev
)

donthu_packages_to_test=(
  libgtest-dev libgmock-dev libvalijson-dev python3-jsonschema
  libpango1.0-dev libcairo2-dev libfontconfig-dev libfreetype-dev
  fonts-liberation2 fonts-crosextra-carlito
  fonts-freefont-ttf fonts-cmu qpdf poppler-utils tesseract-ocr
  clang clang-tidy clang-format libclang-rt-14-dev
  dpkg-dev file adduser lintian systemd strace poppler-data
)

donthu_as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# donthu_install PACKAGE…: installs what is missing, says so either way.
donthu_install() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null |
      grep -qx installed || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    echo "packages: all $# are installed" >&2
    return
  fi
  echo "packages: installing ${missing[*]}" >&2
  donthu_as_root apt-get update -qq >&2
  donthu_as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# donthu_build PRESET [TARGET…]: configures where needed, then builds.
donthu_build() {
  local preset=$1
  shift
  local log="build/$preset.log"
  mkdir -p build
  local launcher=()
  if command -v ccache >/dev/null; then
    # It does not keep what was compiled with a header compiled before.
    launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
      -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON)
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
  fi
  if ! cmake --preset "$preset" "${launcher[@]}" "${donthu_configure[@]}" \
      >"$log" 2>&1; then
    cat "$log" >&2
    return 1
  fi
  local targets=()
  [ $# -gt 0 ] && targets=(--target "$@")
  if cmake --build "build/$preset" "${targets[@]}" -- -n 2>/dev/null |
      grep -q 'no work to do'; then
    echo "build/$preset: nothing to build" >&2
    return
  fi
  echo "build/$preset: building" >&2
  if ! cmake --build "build/$preset" "${targets[@]}" >>"$log" 2>&1; then
    grep -E 'error|FAILED' -A3 "$log" | tail -60 >&2
    echo "build/$preset: failed; the whole log is $log" >&2
    return 1
  fi
}
