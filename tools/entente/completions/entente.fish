# Completion of entente in fish: verbs, options and their values, and the names of the dossier's
# entities; files where the tool offers nothing.
function __entente_complete
    set -l words (commandline -opc)
    set -l raw (commandline -ct)
    # What is typed, without quoting; of an open quotation only its mark goes.
    set -l typed (string unescape -- $raw)
    if test -z "$typed"
        set typed (string replace -r '^["\']' '' -- $raw)
    end
    entente __complete $words[2..-1] "$typed" 2>/dev/null
end
complete -c entente -a '(__entente_complete)'
