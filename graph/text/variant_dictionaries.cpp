#include "text/variant_dictionaries.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <stdexcept>
#include <utility>

#include <opencc/DictEntry.hpp>
#include <opencc/Exception.hpp>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>

#include "text/utf8.hpp"
#include "text/variant_pairs.hpp"
#include "text/variants.hpp"

namespace entente {
namespace {

using Dictionary = std::map<std::u32string, std::u32string>;

[[noreturn]] void throw_unreadable(const std::string& file, const std::string& reason) {
  throw std::runtime_error("cannot read OpenCC's dictionary " + file + " (" + reason +
                           "): install the package libopencc-data");
}

/// What each word is converted to, with the first and usual one where there are several. Read by
/// its full name, because OpenCC's own search begins in the working directory.
Dictionary read_dictionary(const std::string& file) try {
  const auto read = opencc::SerializableDict::NewFromFile<opencc::MarisaDict>(file);
  Dictionary dictionary;
  for (const auto& entry : *read->GetLexicon())
    dictionary.emplace(to_utf32(entry->Key()), to_utf32(entry->GetDefault()));
  return dictionary;
} catch (const opencc::FileNotFound&) {
  throw_unreadable(file, "not found or not accessible");
} catch (const opencc::Exception& error) {
  throw_unreadable(file, error.what());
} catch (const std::exception& error) {
  throw_unreadable(file, error.what());
}

void join_all(IdeographClasses& classes, const Dictionary& dictionary) {
  for (const auto& [from, to] : dictionary)
    if (from.size() == 1 && to.size() == 1) classes.join(from[0], to[0]);
}

/// True if the first phrase comes first: by first character, then the longer, then by characters.
bool comes_before(const VariantPhrase& a, const VariantPhrase& b) {
  if (a.from[0] != b.from[0]) return a.from[0] < b.from[0];
  if (a.from.size() != b.from.size()) return a.from.size() > b.from.size();
  return a.from < b.from;
}

/// The phrases of one length of text in the forms of the classes, without those that then change
/// nothing and without those that undo another (牴触 and 抵触), which would never come to rest.
std::vector<VariantPhrase> useful_phrases(const IdeographClasses& classes,
                                          const Dictionary& phrases) {
  Dictionary useful;
  for (const auto& [from, to] : phrases) {
    VariantPhrase phrase{classes.forms(from), classes.forms(to)};
    const auto back = useful.find(phrase.to);
    const bool undoes = back != useful.end() && back->second == phrase.from;
    if (phrase.from != phrase.to && phrase.from.size() == phrase.to.size() && !undoes)
      useful.emplace(std::move(phrase.from), std::move(phrase.to));
  }
  std::vector<VariantPhrase> sorted;
  for (const auto& [from, to] : useful) sorted.push_back({from, to});
  std::sort(sorted.begin(), sorted.end(), comes_before);
  return sorted;
}

}  // namespace

void IdeographClasses::join(char32_t from, char32_t to) {
  if (!is_ideograph(from) || !is_ideograph(to)) return;
  const char32_t one = form(from);
  const char32_t other = form(to);
  parents_[from] = parents_[one] = parents_[other] = parents_[to] = to;
}

char32_t IdeographClasses::form(char32_t c) const {
  for (auto at = parents_.find(c); at != parents_.end() && at->second != c; at = parents_.find(c))
    c = at->second;
  return c;
}

std::u32string IdeographClasses::forms(std::u32string text) const {
  for (char32_t& c : text) c = form(c);
  return text;
}

std::map<char32_t, char32_t> IdeographClasses::all() const {
  std::map<char32_t, char32_t> result;
  for (const auto& [c, parent] : parents_) result.emplace(c, form(c));
  return result;
}

Variants read_variants(const std::string& folder) {
  const auto read = [&](const std::string& name) {
    return read_dictionary(folder + "/" + name + ".ocd2");
  };
  Variants variants;
  // `merge` keeps what is there: `jp2t` asks the first of its dictionaries first.
  Dictionary japanese = read("JPShinjitaiCharacters");
  japanese.merge(read("JPVariantsRev"));
  join_all(variants.classes, japanese);
  // Simplified forms come last, so that they stand for their classes.
  join_all(variants.classes, read("TSCharacters"));
  for (std::size_t i = 0; i + 1 < unlinked_variants.size(); i += 2)
    variants.classes.join(unlinked_variants[i], unlinked_variants[i + 1]);

  Dictionary phrases = read("JPShinjitaiPhrases");
  phrases.merge(read("TSPhrases"));
  variants.phrases = useful_phrases(variants.classes, phrases);
  return variants;
}

}  // namespace entente
