# Completion of entente in bash: verbs, options and their values, and the names of the dossier's
# entities; files where the tool offers nothing.
_entente() {
  local word quote=''
  local -a words=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    [[ $word == '=' ]] || words+=("${word//\\/}")
  done
  case ${words[-1]-} in
    [\"\']*) quote=${words[-1]:0:1} words[-1]=${words[-1]:1} ;;
  esac
  COMPREPLY=()
  while IFS= read -r word; do
    [[ -n $quote ]] || word=$(printf '%q' "$word")
    COMPREPLY+=("$word")
  done < <("${COMP_WORDS[0]}" __complete "${words[@]}" 2>/dev/null)
}
complete -o default -o bashdefault -F _entente entente
