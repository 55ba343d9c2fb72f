#include "text/han_table.hpp"

#include <algorithm>
#include <exception>
#include <map>
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
constexpr std::size_t common_characters = last_common - first_common + 1;
constexpr int most_passes = 8;  // for phrases that only come about by rewriting others

bool is_common(char32_t c) {
  return c >= first_common && c <= last_common;
}

[[noreturn]] void throw_unreadable(const std::string& file, std::string_view reason) {
  throw IoError(Exit::input_missing, "opencc-data-missing",
                fmt::format("cannot read OpenCC's dictionary {} ({}); it is needed to match names "
                            "across Chinese and Japanese scripts: install the package "
                            "libopencc-data",
                            file, reason));
}

using Dictionary = std::shared_ptr<opencc::MarisaDict>;

/// Read by its full name, because OpenCC's own search begins in the working directory.
Dictionary read_dictionary(const std::string& file) try {
  return opencc::SerializableDict::NewFromFile<opencc::MarisaDict>(file);
} catch (const opencc::FileNotFound&) {
  throw_unreadable(file, "not found or not accessible");
} catch (const opencc::Exception& error) {
  throw_unreadable(file, error.what());
} catch (const std::exception& error) {
  throw_unreadable(file, error.what());
}

using Characters = std::vector<std::pair<char32_t, char32_t>>;

/// What each character is converted to, usually; in code point order.
Characters read_characters(const std::string& file) {
  const Dictionary dictionary = read_dictionary(file);
  Characters pairs;
  pairs.reserve(dictionary->GetLexicon()->Length());
  for (const auto& entry : *dictionary->GetLexicon())
    pairs.emplace_back(decode_utf8(entry->Key(), 0).value,
                       decode_utf8(entry->GetDefault(), 0).value);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

using Phrases = std::vector<std::pair<std::u32string, std::u32string>>;

/// What each phrase is converted to; in code point order.
Phrases read_phrases(const std::string& file) {
  const Dictionary dictionary = read_dictionary(file);
  Phrases pairs;
  for (const auto& entry : *dictionary->GetLexicon())
    pairs.emplace_back(to_utf32(entry->Key()), to_utf32(entry->GetDefault()));
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

IdeographClasses::IdeographClasses() : common_(common_characters) {
  for (char32_t c = first_common; c <= last_common; ++c) common_[c - first_common] = c;
  rare_.reserve(2048);
}

char32_t IdeographClasses::parent(char32_t c) const {
  if (is_common(c)) return common_[c - first_common];
  if (c <= last_common) return c;
  const auto found = rare_.find(c);
  return found == rare_.end() ? c : found->second;
}

void IdeographClasses::set_parent(char32_t c, char32_t parent) {
  if (is_common(c))
    common_[c - first_common] = parent;
  else
    rare_[c] = parent;
}

void IdeographClasses::join(char32_t from, char32_t to) {
  if (!is_ideograph(from) || !is_ideograph(to)) return;
  const char32_t one = form(from);
  const char32_t other = form(to);
  set_parent(one, to);
  set_parent(other, to);
  set_parent(to, to);
}

char32_t IdeographClasses::form(char32_t c) const {
  for (char32_t next = parent(c); next != c; next = parent(c)) c = next;
  return c;
}

HanTable::HanTable(const std::string& folder) : begins_phrase_(common_characters) {
  const auto file = [&](std::string_view name) { return fmt::format("{}/{}.ocd2", folder, name); };
  // `jp2t` asks the first of its two dictionaries first.
  std::map<char32_t, char32_t> japanese;
  for (const auto* name : {"JPShinjitaiCharacters", "JPVariantsRev"})
    for (const auto& pair : read_characters(file(name))) japanese.insert(pair);
  for (const auto& [from, to] : japanese) classes_.join(from, to);
  // Simplified forms come last, so that they stand for their classes.
  for (const auto& [from, to] : read_characters(file("TSCharacters"))) classes_.join(from, to);
  for (const auto* name : {"JPShinjitaiPhrases", "TSPhrases"})
    for (const auto& [from, to] : read_phrases(file(name)))
      add_phrase(with_forms(from), with_forms(to));
}

const HanTable& HanTable::instance() {
  // The one exception to "no global state": a constant that is too dear to read for each call.
  static const HanTable table(ENTENTE_OPENCC_DATA);
  return table;
}

void HanTable::add_phrase(std::u32string from, std::u32string to) {
  // Phrases that undo each other (牴触 and 抵触) would never come to rest: the first stays.
  if (from == to || from.size() != to.size() || !is_common(from[0]) || with_phrases(to) == from)
    return;
  begins_phrase_[from[0] - first_common] = true;
  auto& phrases = phrases_[from[0]];
  const auto place = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
    return phrase.from.size() <= from.size();
  });
  phrases.insert(place, {std::move(from), std::move(to)});
}

const HanTable::Phrase* HanTable::phrase_at(std::u32string_view text, std::size_t at) const {
  if (!is_common(text[at]) || !begins_phrase_[text[at] - first_common]) return nullptr;
  for (const Phrase& phrase : phrases_.at(text[at]))
    if (text.substr(at).starts_with(phrase.from)) return &phrase;
  return nullptr;
}

std::u32string HanTable::with_forms(std::u32string text) const {
  for (char32_t& c : text) c = classes_.form(c);
  return text;
}

std::u32string HanTable::with_phrases(std::u32string text) const {
  bool changed = true;
  for (int pass = 0; changed && pass < most_passes; ++pass) {
    changed = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const Phrase* phrase = phrase_at(text, at);
      if (phrase == nullptr) continue;
      text.replace(at, phrase->from.size(), phrase->to);
      at += phrase->from.size() - 1;
      changed = true;
    }
  }
  return text;
}

std::u32string HanTable::unified(std::u32string text) const {
  return with_phrases(with_forms(std::move(text)));
}

}  // namespace entente
