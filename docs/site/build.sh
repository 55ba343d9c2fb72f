#!/usr/bin/env bash
# The guide and the reference as one site in FOLDER/html, every link of it checked.
# usage: docs/site/build.sh FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$(mkdir -p "$1" && cd "$1" && pwd)
pages=$folder/pages
rm -rf "$folder"
mkdir -p "$pages"

# Pages stand in one folder there, each by a name of its own; links follow.
page() {  # FILE NAME
  sed -E -e 's#\]\(\.\./#](#g' -e 's#\]\(docs/#](#g' \
    -e 's#\]\(examples/README\.md#](examples.md#g' -e 's#\]\(bench/README\.md#](bench.md#g' -e 's#\]\((\.\./)?data/japan-nato/README\.md#](japan-nato.md#g' \
    -e 's#\]\(LICENSE\)#](LICENSE.txt)#g' -e "$3" "$1" >"$pages/$2"
}
page README.md index.md 's#^$##'
page examples/README.md examples.md 's#\]\(([0-9a-z_]+\.(cpp|py))#](examples/\1#g'
page data/japan-nato/README.md japan-nato.md 's#^$##'
page bench/README.md bench.md 's#@#\\@#g'
page bench/pictures.md pictures.md 's#@#\\@#g'
page CONTRIBUTING.md CONTRIBUTING.md 's#^$##'
page CHANGELOG.md CHANGELOG.md 's#^$##'
for file in docs/*.md; do page "$file" "$(basename "$file")" 's#^$##'; done

ENTENTE_VERSION=$(sed -n 's/^project(entente VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
export ENTENTE_VERSION ENTENTE_ROOT=$PWD ENTENTE_SITE=$folder
(cd "$pages" && doxygen "$ENTENTE_ROOT/docs/site/Doxyfile")
cp -r docs/images "$folder/html/"
mkdir -p "$folder/html/examples" "$folder/html/data"
cp examples/*.cpp examples/*.py "$folder/html/examples/"
cp -r data/samples data/schema data/vocabulary data/mappings "$folder/html/data/"
cp LICENSE "$folder/html/LICENSE.txt"
# A live page, if the tool has been built.
for tool in build/dev build/install; do
  [ -x "$tool/tools/entente/entente" ] || continue
  "$tool/tools/entente/entente" render data/japan-nato --output "$folder/html/live-page.html"
  break
done
python3 docs/site/check_links.py "$folder/html"
