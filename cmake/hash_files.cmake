# Writes the SHA-256 of PROGRAM and of STYLE, a line each, to OUTPUT: what the policy of a page names.
file(SHA256 ${PROGRAM} program)
file(SHA256 ${STYLE} style)
file(WRITE ${OUTPUT} "${program}\n${style}\n")
