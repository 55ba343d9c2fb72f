#!/usr/bin/env bash
# The main job on the sample dossier: check it, ask it, draw it. usage: cmake/demo.sh TOOL FOLDER
set -euo pipefail
tool=$1
out=$2
dossier=data/japan-nato
mkdir -p "$out"

run() {
  printf '\n$ entente'
  printf ' %q' "$@" | sed "s/\\\\ / /g"
  printf '\n'
  "$tool" "$@"
}

run validate "$dossier"
run info "$dossier"
run path "$dossier" 尹锡悦 马克龙 --type met_with
run rank "$dossier" --by betweenness --top 5
for ending in svg png dot; do
  run render "$dossier" --view overview --output "$out/japan-nato.$ending"
done
run render "$dossier" --view columns --type party_to,signed,supersedes,met_with,attended \
  --output "$out/columns.png"
run render "$dossier" --output "$out/japan-nato.html"
run convert "$dossier" --to json --output "$out/japan-nato.json"

printf '\nLeft to look at:\n'
printf '  %s\n' "$out"/japan-nato.{svg,png,dot,json,html} "$out/columns.png"
