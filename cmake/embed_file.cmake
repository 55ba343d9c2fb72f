# Writes INPUT as a C++ function FUNCTION to OUTPUT; the bytes as numbers, so that nothing needs quoting.
file(READ ${INPUT} hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
string(REPEAT "." 80 line)  # of 16 bytes
string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT}
"#include <string_view>\n\nnamespace entente::embedded {\n\nnamespace {\nconstexpr unsigned char bytes[] = {\n${bytes}0};\n}  // namespace\n
std::string_view ${FUNCTION}() { return {reinterpret_cast<const char*>(bytes), ${size}}; }\n
}  // namespace entente::embedded\n")
