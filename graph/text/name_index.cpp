// Ids and names are found by hashing. Folded names are found by hashing too if they were folded
// in advance; else each question folds those names that could match, which for most is dismissed
// by the kind of characters they hold.
#include "entente/text/name_index.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <unordered_set>
#include <utility>

#include "entente/text/edit_distance.hpp"
#include "entente/text/fold.hpp"
#include "entente/text/utf8.hpp"
#include "text/string_table.hpp"
#include "text/variants.hpp"

namespace entente {
namespace {

constexpr std::size_t most_edits = 16;  // of a suggestion, however long the text

/// What a name's characters say about its folded form, without folding it.
enum class Script : std::uint8_t {
  ascii,             ///< folds to ASCII
  ideographs_alone,  ///< keeps their number
  ideographs,        ///< among others, keeps an ideograph
  no_ideograph,      ///< gains none
  unknown,           ///< compatibility characters that may become anything
};

/// Blocks with characters that NFKC may turn into ideographs.
bool may_become_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x303F) || (c >= 0x3190 && c <= 0x33FF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x1F100 && c <= 0x1F2FF) ||
         (c >= 0x2F800 && c <= 0x2FA1F);
}

Script script_of(std::string_view name) {
  if (is_ascii(name)) return Script::ascii;
  bool some = false;
  bool alone = true;
  bool unknown = false;
  for (const CodePoint c : code_points(name)) {
    some = some || is_ideograph(c.value);
    alone = alone && is_ideograph(c.value);
    unknown = unknown || may_become_ideograph(c.value);
  }
  if (some) return alone ? Script::ideographs_alone : Script::ideographs;
  return unknown ? Script::unknown : Script::no_ideograph;
}

/// The folded text that names are compared with.
struct Wanted {
  explicit Wanted(std::string_view folded)
      : script(script_of(folded)), characters(count_code_points(folded)) {}

  /// False if no folding can bring the name to the text.
  [[nodiscard]] bool may_equal(std::string_view name, Script name_script) const {
    switch (name_script) {
      case Script::ascii:
        return script == Script::ascii;
      case Script::ideographs_alone:
        return script == Script::ideographs_alone && name.size() >= 3 * characters &&
               name.size() <= 4 * characters;
      case Script::ideographs:
        return has_ideograph();
      case Script::no_ideograph:
        return !has_ideograph();
      case Script::unknown:
        return true;
    }
    return true;
  }

  [[nodiscard]] bool has_ideograph() const {
    return script == Script::ideographs_alone || script == Script::ideographs;
  }

  Script script;
  std::size_t characters;
};

struct Name {
  std::string_view language;
  std::uint32_t entity = 0;
  Script script = Script::ascii;
};

/// A name at some distance from the text, for ranking suggestions.
struct Suggestion {
  std::size_t rank = 0;
  std::uint32_t name = 0;
};

/// How a name holds the text's words; the rank of a suggestion that shares no more.
enum class Holds : std::uint8_t { at_the_beginning, together, scattered, no };

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

Holds holds(std::string_view name, std::string_view text,
            const std::vector<std::string_view>& words) {
  const std::size_t at = name.find(text);
  if (at == 0) return Holds::at_the_beginning;
  if (at != std::string_view::npos) return Holds::together;
  const auto in_name = [&](std::string_view word) { return name.find(word) != name.npos; };
  return std::all_of(words.begin(), words.end(), in_name) ? Holds::scattered : Holds::no;
}

}  // namespace

std::string_view to_string(MatchKind kind) noexcept {
  switch (kind) {
    case MatchKind::id:
      return "id";
    case MatchKind::exact:
      return "exact";
    case MatchKind::folded:
      return "folded";
    case MatchKind::fuzzy:
      return "fuzzy";
  }
  return "fuzzy";
}

struct NameIndex::Data {
  std::vector<std::string_view> id_texts;
  std::vector<std::uint32_t> id_entities;
  std::vector<std::string_view> name_texts;
  std::vector<Name> names;

  StringTable ids;
  StringTable exact;
  std::vector<std::string> folded_names;  // filled when folding in advance
  std::optional<StringTable> folded;

  [[nodiscard]] std::string folded_name(std::uint32_t name) const {
    return folded ? std::string((*folded)[name]) : fold(exact[name]);
  }
  [[nodiscard]] std::vector<std::uint32_t> folding_to(std::string_view folded_text) const;
  [[nodiscard]] std::vector<Suggestion> close_to(std::string_view folded_text) const;
  [[nodiscard]] std::vector<Suggestion> holding(std::string_view folded_text) const;
};

/// The names whose folded form is that of the text, ascending.
std::vector<std::uint32_t> NameIndex::Data::folding_to(std::string_view folded_text) const {
  if (folded) return folded->positions(folded_text);
  const Wanted wanted(folded_text);
  std::vector<std::uint32_t> result;
  for (std::uint32_t name = 0; name < exact.size(); ++name)
    if (wanted.may_equal(exact[name], names[name].script) && fold(exact[name]) == folded_text)
      result.push_back(name);
  return result;
}

std::vector<Suggestion> NameIndex::Data::close_to(std::string_view folded_text) const {
  const std::u32string wanted = to_utf32(folded_text);
  const std::size_t limit = std::min(wanted.size() / 3, most_edits);
  std::vector<Suggestion> result;
  if (limit == 0) return result;
  for (std::uint32_t name = 0; name < exact.size(); ++name) {
    const std::string text = folded_name(name);
    const std::size_t size = count_code_points(text);
    if (size + limit < wanted.size() || size > wanted.size() + limit) continue;
    const std::size_t distance = edit_distance(wanted, to_utf32(text), limit);
    if (distance <= limit) result.push_back({distance, name});
  }
  return result;
}

std::vector<Suggestion> NameIndex::Data::holding(std::string_view folded_text) const {
  std::vector<Suggestion> result;
  // One letter is in almost every name and says nothing.
  if (folded_text.size() < 2) return result;
  const auto words = words_of(folded_text);
  for (std::uint32_t name = 0; name < exact.size(); ++name) {
    const Holds how = holds(folded_name(name), folded_text, words);
    if (how != Holds::no) result.push_back({static_cast<std::size_t>(how), name});
  }
  return result;
}

NameIndex::NameIndex() : NameIndex(Builder().build()) {}

NameIndex::NameIndex(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

std::vector<std::uint32_t> NameIndex::candidates(std::string_view text) const {
  if (const auto ids = data_->ids.positions(text); !ids.empty())
    return {data_->id_entities[ids.front()]};

  std::vector<std::uint32_t> names = data_->exact.positions(text);
  const auto folded = data_->folding_to(fold(text));
  names.insert(names.end(), folded.begin(), folded.end());
  std::sort(names.begin(), names.end());

  std::vector<std::uint32_t> entities;
  std::unordered_set<std::uint32_t> seen;
  for (const std::uint32_t name : names) {
    const std::uint32_t entity = data_->names[name].entity;
    if (seen.insert(entity).second) entities.push_back(entity);
  }
  return entities;
}

std::vector<NameMatch> NameIndex::find(std::string_view text) const {
  std::vector<NameMatch> matches;
  std::unordered_set<std::uint32_t> seen;
  const auto add_name = [&](std::uint32_t name, MatchKind how) {
    const Name& found = data_->names[name];
    if (seen.insert(found.entity).second)
      matches.push_back(
          {found.entity, std::string(data_->exact[name]), how, std::string(found.language)});
  };
  const auto add_suggestions = [&](std::vector<Suggestion> suggestions) {
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.rank < b.rank; });
    for (const Suggestion& suggestion : suggestions) add_name(suggestion.name, MatchKind::fuzzy);
  };

  for (const std::uint32_t id : data_->ids.positions(text)) {
    const std::uint32_t entity = data_->id_entities[id];
    if (seen.insert(entity).second)
      matches.push_back({entity, std::string(data_->ids[id]), MatchKind::id});
  }
  for (const std::uint32_t name : data_->exact.positions(text)) add_name(name, MatchKind::exact);
  const std::string folded = fold(text);
  for (const std::uint32_t name : data_->folding_to(folded)) add_name(name, MatchKind::folded);
  const bool found = !matches.empty();
  add_suggestions(data_->close_to(folded));
  if (!found) add_suggestions(data_->holding(folded));
  return matches;
}

NameIndex::Builder::Builder() : data_(std::make_unique<Data>()) {}
NameIndex::Builder::Builder(Builder&&) noexcept = default;
NameIndex::Builder& NameIndex::Builder::operator=(Builder&&) noexcept = default;
NameIndex::Builder::~Builder() = default;

NameIndex::Builder& NameIndex::Builder::add_id(std::string_view text, std::uint32_t entity) {
  data_->id_texts.push_back(text);
  data_->id_entities.push_back(entity);
  return *this;
}

NameIndex::Builder& NameIndex::Builder::add_name(std::string_view name, std::string_view language,
                                                 std::uint32_t entity) {
  data_->name_texts.push_back(name);
  data_->names.push_back({language, entity, script_of(name)});
  return *this;
}

NameIndex NameIndex::Builder::build(Folding folding) && {
  Data& data = *data_;
  data.ids = StringTable(std::move(data.id_texts));
  data.exact = StringTable(std::move(data.name_texts));
  if (folding == Folding::in_advance) {
    data.folded_names.reserve(data.exact.size());
    for (std::uint32_t name = 0; name < data.exact.size(); ++name)
      data.folded_names.push_back(fold(data.exact[name]));
    data.folded.emplace(
        std::vector<std::string_view>(data.folded_names.begin(), data.folded_names.end()));
  }
  return NameIndex(std::shared_ptr<const Data>(std::move(data_)));
}

}  // namespace entente
