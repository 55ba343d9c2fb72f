#include "text/name_script.hpp"

#include "text/utf8.hpp"
#include "text/variants.hpp"

namespace entente {
namespace {

/// Blocks with characters that NFKC may turn into ideographs.
bool may_become_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x303F) || (c >= 0x3190 && c <= 0x33FF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x1F100 && c <= 0x1F2FF) ||
         (c >= 0x2F800 && c <= 0x2FA1F);
}

}  // namespace

NameScript name_script(std::string_view name) {
  if (is_ascii(name)) return NameScript::ascii;
  bool some = false;
  bool alone = true;
  bool unknown = false;
  for (const CodePoint c : code_points(name)) {
    some = some || is_ideograph(c.value);
    alone = alone && is_ideograph(c.value);
    unknown = unknown || may_become_ideograph(c.value);
  }
  if (some) return alone ? NameScript::ideographs_alone : NameScript::ideographs;
  return unknown ? NameScript::unknown : NameScript::no_ideograph;
}

FoldedText::FoldedText(std::string_view folded)
    : script_(name_script(folded)), characters_(count_code_points(folded)) {}

bool FoldedText::has_ideograph() const {
  return script_ == NameScript::ideographs_alone || script_ == NameScript::ideographs;
}

bool FoldedText::may_come_of(std::string_view name, NameScript script) const {
  switch (script) {
    case NameScript::ascii:
      return script_ == NameScript::ascii && name.size() >= characters_;
    case NameScript::ideographs_alone:
      return script_ == NameScript::ideographs_alone && name.size() >= 3 * characters_ &&
             name.size() <= 4 * characters_;
    case NameScript::ideographs:
      return has_ideograph();
    case NameScript::no_ideograph:
      return !has_ideograph();
    case NameScript::unknown:
      return true;
  }
  return true;
}

}  // namespace entente
