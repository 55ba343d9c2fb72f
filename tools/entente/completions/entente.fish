# Completion of entente in fish: verbs, options and their values, and the names of the dossier's
# entities; files where the tool offers nothing.
function __entente_complete
    set -l words (commandline -opc) (commandline -ct)
    entente __complete $words[2..-1] 2>/dev/null
end
complete -c entente -a '(__entente_complete)'
