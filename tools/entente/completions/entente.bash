# Completion of entente in bash: verbs, options and their values, and the names of the dossier's
# entities; files where the tool offers nothing. The tool takes the line apart and quotes what it
# offers, so that a name is never anything but a name to the shell.
_entente() {
  local tool=${1/#\~\//$HOME/} text
  COMPREPLY=()
  while IFS= read -r text; do
    COMPREPLY+=("$text")
  done < <("$tool" __complete_bash "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
}
complete -o default -o bashdefault -F _entente entente
