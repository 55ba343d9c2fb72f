// Ids and names are found by hashing. Folded names are found by hashing too if they were folded
// in advance; else each question folds those names that could match, which for most is dismissed
// by the kind of characters they hold.
#include "text/name_index.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/string_table.hpp"
#include "entente/text/fold.hpp"
#include "text/name_script.hpp"
#include "text/similarity.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

struct Name {
  std::string_view language;
  std::uint32_t entity = 0;
  NameScript script = NameScript::ascii;
};

/// A name or id like the text, for ranking.
struct Suggestion {
  std::size_t rank = 0;
  std::uint32_t entity = 0;
  std::string_view text;
  std::string_view language;
};

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
  const FoldedText wanted(folded_text);
  std::vector<std::uint32_t> result;
  for (std::uint32_t name = 0; name < exact.size(); ++name)
    if (wanted.may_come_of(exact[name], names[name].script) && fold(exact[name]) == folded_text)
      result.push_back(name);
  return result;
}

/// Names and ids, by edit distance.
std::vector<Suggestion> NameIndex::Data::close_to(std::string_view folded_text) const {
  const std::u32string wanted = to_utf32(folded_text);
  std::vector<Suggestion> result;
  for (std::uint32_t name = 0; name < exact.size(); ++name)
    if (const auto distance = closeness(wanted, folded_name(name)))
      result.push_back({*distance, names[name].entity, exact[name], names[name].language});
  for (std::uint32_t id = 0; id < ids.size(); ++id)
    if (const auto distance = closeness(wanted, ids[id]))
      result.push_back({*distance, id_entities[id], ids[id], {}});
  return result;
}

/// Names that hold the words of the text, or words like them.
std::vector<Suggestion> NameIndex::Data::holding(std::string_view folded_text) const {
  std::vector<Suggestion> result;
  // One letter is in almost every name and says nothing.
  if (folded_text.size() < 2) return result;
  for (std::uint32_t name = 0; name < exact.size(); ++name) {
    const Holds how = holds(folded_name(name), folded_text);
    if (how != Holds::no)
      result.push_back(
          {static_cast<std::size_t>(how), names[name].entity, exact[name], names[name].language});
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
  const auto add = [&](std::uint32_t entity, std::string_view found, std::string_view language,
                       MatchKind how) {
    if (seen.insert(entity).second)
      matches.push_back({entity, std::string(found), how, std::string(language)});
  };
  const auto add_name = [&](std::uint32_t name, MatchKind how) {
    add(data_->names[name].entity, data_->exact[name], data_->names[name].language, how);
  };
  const auto add_suggestions = [&](std::vector<Suggestion> suggestions) {
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.rank < b.rank; });
    for (const Suggestion& each : suggestions)
      add(each.entity, each.text, each.language, MatchKind::fuzzy);
  };

  for (const std::uint32_t id : data_->ids.positions(text))
    add(data_->id_entities[id], data_->ids[id], {}, MatchKind::id);
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
  data_->names.push_back({language, entity, name_script(name)});
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
