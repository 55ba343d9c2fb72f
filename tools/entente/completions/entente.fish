# Completion of entente in fish: verbs, options and their values, and the names of the dossier's
# entities; files where the tool offers nothing.
function __entente_complete
    set -l words (commandline -opc)
    set -l raw (commandline -ct)
    # What is typed, without quoting: an open quotation is closed first.
    set -l typed
    for mark in '' '"' "'" '\\'
        set typed (string unescape -- "$raw$mark"); and break
    end
    set -l found (entente __complete $words[2..-1] "$typed" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path "$raw"
    end
end
complete -c entente -f -a '(__entente_complete)'
