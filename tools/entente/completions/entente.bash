# Completion of entente in bash: verbs, options and their values, and the names of the dossier's
# entities; files where the tool offers nothing.
_entente() {
  local word
  local -a words=("${COMP_WORDS[@]:1:COMP_CWORD}")
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$(printf '%q' "$word")")
  done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
}
complete -o default -o bashdefault -F _entente entente
