#include "render/page/page_search.hpp"

#include <algorithm>

#include <entente/text/fold.hpp>

#include "text/name_keys.hpp"
#include "text/utf8.hpp"
#include "text/variants.hpp"

namespace entente {
namespace {

constexpr char32_t first_ideograph = 0x4E00;
constexpr char32_t last_ideograph = 0x9FFF;

}  // namespace

std::vector<std::string> SearchForms::forms(const Entity& entity) {
  std::vector<std::string> found;
  const auto add = [&](std::string form) {
    if (!form.empty() && std::find(found.begin(), found.end(), form) == found.end())
      found.push_back(std::move(form));
  };
  const auto add_name = [&](const std::string& name) {
    std::string folded = fold(name);
    for (const CodePoint c : code_points(folded))
      if (c.value >= first_ideograph && c.value <= last_ideograph)
        ideographs_.insert(folded.substr(c.offset, c.size));
    const std::string plain = without_accents(folded);
    add(std::move(folded));
    add(plain);
    add(spelling_key(plain));
  };
  for (const LanguageNames& names : entity.names)
    for (const std::string& name : names.names) add_name(name);
  for (const auto& [scheme, code] : entity.codes) add(fold(code));
  add(fold(entity.id));
  return found;
}

std::vector<std::pair<std::string, std::string>> SearchForms::variants() const {
  std::vector<std::pair<std::string, std::string>> found;
  if (ideographs_.empty()) return found;
  for (char32_t c = first_ideograph; c <= last_ideograph; ++c) {
    const std::u32string form = unified_variants(std::u32string(1, c));
    if (form.size() != 1 || form.front() == c) continue;
    std::string text = to_utf8(form);
    if (ideographs_.contains(text))
      found.emplace_back(to_utf8(std::u32string(1, c)), std::move(text));
  }
  return found;
}

}  // namespace entente
