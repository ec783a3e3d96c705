#!/bin/sh
# Fetches judges to .judges/: veraPDF, which Maven Central has, and Ace and the reading engines, which
# npm has. Only what is the very bytes that SHA256SUMS and package-lock.json say is kept.
#
#     tools/judges/get.sh [verapdf] [npm]      both, if neither is named
set -eu
cd "$(dirname "$0")/../.."

verapdf() {
  tools/need.sh java maven
  new=.judges/new
  rm -rf "$new"
  mkdir -p "$new"
  echo "Fetching veraPDF"
  # Its quiet is not quite quiet, so what it says is kept for when it fails.
  said=$(mvn --quiet --batch-mode --file tools/judges/pom.xml \
    initialize -DoutputDirectory="$PWD/$new" 2>&1) || {
    echo "$said" >&2
    exit 1
  }
  cp tools/judges/SHA256SUMS "$new"
  (
    cd "$new"
    if command -v sha256sum >/dev/null; then sha256sum --check --quiet SHA256SUMS; else
      shasum --algorithm 256 --check --quiet SHA256SUMS
    fi
  )
  for judge in "$new"/*.jar; do
    touch "$judge"
    mv "$judge" .judges/
  done
  rm -r "$new"
}

npm() {
  mkdir -p .judges
  echo "Fetching Ace and the reading engines"
  cp tools/judges/package.json tools/judges/package-lock.json .judges/
  # No package may run a script: the one that would brings a browser of its own.
  said=$(PATH="$PWD/.venv/bin:$PATH" command npm ci --prefix .judges --ignore-scripts \
    --no-audit --no-fund 2>&1) || {
    echo "$said" >&2
    exit 1
  }
  touch .judges/node_modules/.package-lock.json
}

[ $# -gt 0 ] || set -- verapdf npm
for what in "$@"; do
  case $what in
    verapdf | npm) "$what" ;;
    *)
      echo "tools/judges/get.sh: unknown name '$what'" >&2
      exit 2
      ;;
  esac
done
