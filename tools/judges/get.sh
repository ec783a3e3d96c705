#!/bin/sh
# Fetches the judges of pom.xml to .judges/, and keeps them only if they are what SHA256SUMS says.
set -eu
cd "$(dirname "$0")/../.."

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
