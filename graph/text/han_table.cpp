#include "text/han_table.hpp"

#include <algorithm>
#include <exception>
#include <initializer_list>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <opencc/DictEntry.hpp>
#include <opencc/Exception.hpp>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>

#include "entente/error.hpp"
#include "entente/text/utf8.hpp"

namespace entente {
namespace {

constexpr char32_t first_common = 0x3400;
constexpr char32_t last_common = 0x9FFF;
constexpr int most_passes = 8;  // phrases that make room for phrases: two were seen at most

struct Pair {
  std::u32string from;
  std::u32string to;
};

[[noreturn]] void throw_unreadable(const std::string& file, std::string_view reason) {
  throw IoError(Exit::input_missing, "opencc-data-missing",
                fmt::format("cannot read OpenCC's dictionary {}: {}; it is needed to match names "
                            "across Chinese and Japanese scripts: install the package "
                            "libopencc-data",
                            file, reason));
}

/// The pairs of a dictionary with the first, usual one of several values; in code point order.
/// Read by its full name, because OpenCC's own search begins in the working directory.
std::vector<Pair> read_dictionary(std::string_view name) try {
  const auto dictionary = opencc::SerializableDict::NewFromFile<opencc::MarisaDict>(
      fmt::format("{}/{}.ocd2", ENTENTE_OPENCC_DATA, name));
  std::vector<Pair> pairs;
  for (const auto& entry : *dictionary->GetLexicon())
    pairs.push_back({to_utf32(entry->Key()), to_utf32(entry->GetDefault())});
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& a, const Pair& b) { return a.from < b.from; });
  return pairs;
} catch (const opencc::Exception& error) {
  throw_unreadable(std::string(name), error.what());
} catch (const std::exception& error) {
  throw_unreadable(std::string(name), error.what());
}

/// Disjoint classes of characters, each with one member as its form.
class CharacterClasses {
 public:
  /// Joins the two classes under the second character.
  void join(char32_t from, char32_t to) {
    const char32_t old = form(from);
    const char32_t other = form(to);
    parents_[old] = to;
    parents_[other] = to;
    parents_[to] = to;
  }

  [[nodiscard]] char32_t form(char32_t c) const {
    for (auto at = parents_.find(c); at != parents_.end() && at->second != c; at = parents_.find(c))
      c = at->second;
    return c;
  }

  [[nodiscard]] const std::unordered_map<char32_t, char32_t>& members() const { return parents_; }

 private:
  std::unordered_map<char32_t, char32_t> parents_;
};

}  // namespace

HanTable::HanTable() : common_(last_common - first_common + 1) {
  for (char32_t c = first_common; c <= last_common; ++c) common_[c - first_common] = c;

  // Simplified forms come last, so that they stand for their classes.
  CharacterClasses classes;
  for (const auto* name : {"JPVariantsRev", "JPShinjitaiCharacters", "TSCharacters"})
    for (const auto& [from, to] : read_dictionary(name))
      if (from.size() == 1 && to.size() == 1) classes.join(from[0], to[0]);
  for (const auto& [c, parent] : classes.members()) set_form(c, classes.form(c));

  for (const auto* name : {"JPShinjitaiPhrases", "TSPhrases"})
    for (const auto& [from, to] : read_dictionary(name))
      add_phrase(with_forms(from), with_forms(to));
}

const HanTable& HanTable::instance() {
  // The one exception to "no global state": a constant, too dear to read for each call.
  static const HanTable table;
  return table;
}

void HanTable::set_form(char32_t c, char32_t form) {
  if (c >= first_common && c <= last_common)
    common_[c - first_common] = form;
  else if (c != form)
    rare_[c] = form;
}

char32_t HanTable::form(char32_t c) const {
  if (c >= first_common && c <= last_common) return common_[c - first_common];
  if (c <= last_common || rare_.empty()) return c;
  const auto found = rare_.find(c);
  return found == rare_.end() ? c : found->second;
}

void HanTable::add_phrase(std::u32string_view from, std::u32string_view to) {
  // Two dictionaries may undo each other (牴触 and 抵触): the first wins.
  if (from == to || from.size() != to.size() || rewritten(std::u32string(to)) == from) return;
  auto& phrases = phrases_[from.front()];
  const auto place = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
    return phrase.from.size() <= from.size();
  });
  if (place != phrases.end() && place->from == from) return;
  phrases.insert(place, {std::u32string(from), std::u32string(to)});
}

std::u32string HanTable::with_forms(std::u32string_view text) const {
  std::u32string result(text);
  for (char32_t& c : result) c = form(c);
  return result;
}

std::u32string HanTable::with_phrases(std::u32string_view text) const {
  std::u32string result(text);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t step = 1;
    const auto found = is_ideograph(text[at]) ? phrases_.find(text[at]) : phrases_.end();
    if (found != phrases_.end()) {
      for (const Phrase& phrase : found->second) {
        if (!text.substr(at).starts_with(phrase.from)) continue;
        result.replace(at, phrase.to.size(), phrase.to);
        step = phrase.from.size();
        break;
      }
    }
    at += step;
  }
  return result;
}

std::u32string HanTable::rewritten(std::u32string text) const {
  for (int pass = 0; pass < most_passes; ++pass) {
    std::u32string next = with_phrases(text);
    if (next == text) break;
    text = std::move(next);
  }
  return text;
}

std::u32string HanTable::unified(std::u32string_view text) const {
  return rewritten(with_forms(text));
}

}  // namespace entente
