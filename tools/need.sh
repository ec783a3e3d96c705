#!/bin/sh
# Finds what octavo needs of the system.
#
#     tools/need.sh python | pango | java | maven | qpdf | poppler | tesseract | ghostscript |
#                   chromium | calibre ...
#
# As root on Debian it installs what is missing. Anywhere else it prints one line that says how to
# and stops with status 1.
set -eu

has() {
  case $1 in
    python) "${PYTHON:-python3}" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' ;;
    # As WeasyPrint looks for them; without the subsetter the bytes of a PDF would be others.
    pango) .venv/bin/python -c 'from weasyprint.text import ffi; assert ffi.harfbuzz_subset' ;;
    # Not merely there: macOS has a `java` that only says where to get one.
    java) java -version ;;
    maven) command -v mvn ;;
    qpdf) command -v qpdf ;;
    poppler) command -v pdftotext ;;
    tesseract) command -v tesseract ;;
    ghostscript) command -v gs ;;
    chromium) command -v chromium ;;
    calibre) command -v ebook-convert ;;
    *)
      echo "tools/need.sh: unknown name '$1'" >&2
      exit 2
      ;;
  esac >/dev/null 2>&1
}

packages() { # of one name on one system
  case $2:$1 in
    debian:python) echo python3-venv ;;
    debian:pango) echo libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 ;;
    debian:java) echo default-jre-headless ;;
    fedora:python) echo python3 ;;
    fedora:pango) echo pango harfbuzz ;;
    fedora:java) echo java-latest-openjdk-headless ;;
    macos:python) echo python ;;
    macos:java) echo openjdk ;;
    debian:tesseract) echo tesseract-ocr ;;
    debian:poppler | fedora:poppler) echo poppler-utils ;;
    *) echo "$1" ;;
  esac
}

command_for() { # a system, and what is missing on it
  system=$1
  shift
  list=
  for name in "$@"; do list="$list $(packages "$name" "$system")"; done
  case $system in
    debian) echo "sudo apt-get install$list" ;;
    fedora) echo "sudo dnf install$list" ;;
    # Python looks for libraries where the system keeps them, which is not where Homebrew does.
    macos) echo "brew install$list; export DYLD_FALLBACK_LIBRARY_PATH=\$(brew --prefix)/lib" ;;
  esac
}

this_system() {
  if [ "$(uname -s)" = Darwin ]; then
    echo macos
  elif [ -r /etc/os-release ]; then
    (
      . /etc/os-release
      case " $ID ${ID_LIKE:-} " in
        *" debian "*) echo debian ;;
        *" fedora "*) echo fedora ;;
      esac
    )
  fi
}

missing=
for name in "$@"; do
  has "$name" || missing="$missing $name"
done
[ -n "$missing" ] || exit 0

system=$(this_system)
if [ "$system" = debian ] && [ "$(id -u)" = 0 ]; then
  list=
  for name in $missing; do list="$list $(packages "$name" debian)"; done
  echo "Installing$list"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086 # a list of words
  apt-get install -qq --no-install-recommends $list >/dev/null
  for name in $missing; do
    has "$name" || {
      echo "octavo needs $name, and installing$list did not bring it" >&2
      exit 1
    }
  done
  exit 0
fi

# shellcheck disable=SC2086 # a list of words
if [ -n "$system" ]; then
  echo "octavo needs$missing: $(command_for "$system" $missing)" >&2
else
  echo "octavo needs$missing: Debian: $(command_for debian $missing);" \
    "Fedora: $(command_for fedora $missing); macOS: $(command_for macos $missing)" >&2
fi
exit 1
