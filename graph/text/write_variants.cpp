// write_variants FOLDER OUTPUT: writes OpenCC's variants, and the plain forms that ICU's
// transliterator Latin-ASCII gives to letters, as the C++ source of variant_data.hpp.

#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <string>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "text/variant_data.hpp"
#include "text/variant_dictionaries.hpp"

namespace {

using entente::Variants;
namespace data = entente::variant_data;

void write_common(std::ostream& out, const Variants& variants) {
  std::map<char32_t, char32_t> begins;
  for (const auto& phrase : variants.phrases) begins[phrase.from[0]] = data::phrase_bit;
  out << "const std::array<char32_t, last_common - first_common + 1> common{";
  for (char32_t c = data::first_common; c <= data::last_common; ++c) {
    const char32_t form = variants.classes.form(c) | begins[c];
    out << (c % 16 == 0 ? "\n" : "") << static_cast<unsigned long>(form) << ',';
  }
  out << "};\n\n";
}

void write_rare(std::ostream& out, const Variants& variants) {
  out << "constexpr Rare all_rare[] = {\n";
  for (const auto& [c, form] : variants.classes.all())
    if (c > data::last_common && c != form)
      out << '{' << static_cast<unsigned long>(c) << ", " << static_cast<unsigned long>(form)
          << "},\n";
  out << "};\n";
}

void write_text(std::ostream& out, const std::u32string& text) {
  out << "U\"" << std::hex;
  for (const char32_t c : text) out << "\\x" << static_cast<unsigned long>(c);
  out << std::dec << '"';
}

void write_phrases(std::ostream& out, const Variants& variants) {
  out << "constexpr Phrase all_phrases[] = {\n";
  for (const auto& phrase : variants.phrases) {
    out << '{';
    write_text(out, phrase.from);
    out << ", ";
    write_text(out, phrase.to);
    out << "},\n";
  }
  out << "};\n";
}

/// The letters in ASCII; empty if they are not.
std::u32string plain_form(const icu::Transliterator& to_ascii, char32_t letter) {
  icu::UnicodeString text(static_cast<UChar32>(letter));
  to_ascii.transliterate(text);
  text.foldCase();
  std::u32string plain;
  for (int32_t i = 0; i < text.length(); ++i) {
    if (text[i] < u'a' || text[i] > u'z') return {};
    plain += static_cast<char32_t>(text[i]);
  }
  return plain;
}

/// Small Latin letters that have a plain form.
void write_letters(std::ostream& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_ascii(
      icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no transliterator Latin-ASCII");
  out << "constexpr Letter all_letters[] = {\n";
  for (char32_t c = 0x80; c <= 0x1FFFF; ++c) {
    const auto letter = static_cast<UChar32>(c);
    if (uscript_hasScript(letter, USCRIPT_LATIN) == 0 || u_isalpha(letter) == 0 ||
        u_foldCase(letter, U_FOLD_CASE_DEFAULT) != letter)
      continue;
    const std::u32string plain = plain_form(*to_ascii, c);
    if (plain.empty()) continue;
    out << '{' << static_cast<unsigned long>(c) << ", ";
    write_text(out, plain);
    out << "},\n";
  }
  out << "};\n";
}

void write_source(std::ostream& out, const Variants& variants) {
  out << "#include \"text/variant_data.hpp\"\n\nnamespace entente::variant_data {\n\n";
  write_common(out, variants);
  out << "namespace {\n\n";
  write_rare(out, variants);
  write_phrases(out, variants);
  write_letters(out);
  out << "\n}  // namespace\n\n"
         "std::span<const Rare> rare() noexcept { return all_rare; }\n"
         "std::span<const Phrase> phrases() noexcept { return all_phrases; }\n"
         "std::span<const Letter> letters() noexcept { return all_letters; }\n\n"
         "}  // namespace entente::variant_data\n";
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::cerr << "usage: write_variants FOLDER OUTPUT\n";
    return 64;
  }
  const Variants variants = entente::read_variants(argv[1]);
  std::ofstream out(argv[2]);
  write_source(out, variants);
  out.close();
  if (out) return 0;
  std::cerr << "cannot write " << argv[2] << '\n';
  return 74;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 66;
}
