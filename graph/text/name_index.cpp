// Ids and names are found by hashing. Folded names are found by hashing too if they were folded
// in advance; else each question folds those names that could match, which for most is dismissed
// by the kind of characters they hold.
#include "text/name_index.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/run_scope.hpp"
#include "base/string_table.hpp"
#include "entente/text/fold.hpp"
#include "text/composed_names.hpp"
#include "text/name_keys.hpp"
#include "text/name_query.hpp"
#include "text/name_script.hpp"
#include "text/similarity.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

struct Name {
  std::string_view language;
  std::uint32_t entity = 0;
  NameScript script = NameScript::ascii;
  Bearer bearer = Bearer::thing;
};

/// A name or id like the text, for ranking.
struct Suggestion {
  std::size_t rank = 0;
  std::uint32_t entity = 0;
  std::string_view text;
  std::string_view language;
};

/// Obeys the scope of this thread every now and then.
void look(std::uint32_t done) {
  constexpr std::uint32_t between_looks = 512;
  if (done % between_looks == 0) check_run();
}

}  // namespace

std::string_view to_string(MatchKind kind) noexcept {
  constexpr std::string_view words[] = {"id",      "code",      "exact",   "folded", "accent",
                                        "variant", "reordered", "surname", "fuzzy"};
  return words[static_cast<std::size_t>(kind)];
}

struct NameIndex::Data {
  std::vector<std::string_view> id_texts;
  std::vector<std::uint32_t> id_entities;
  std::vector<std::string_view> code_texts;
  std::vector<std::uint32_t> code_entities;
  std::vector<std::string_view> name_texts;
  std::vector<Name> names;

  StringTable ids;
  StringTable codes;
  StringTable exact;
  ComposedNames composed;
  std::vector<std::string> folded_names;  // filled when folding in advance
  std::optional<StringTable> folded;

  [[nodiscard]] std::string folded_name(std::uint32_t name) const {
    return folded ? std::string((*folded)[name]) : fold(exact[name]);
  }
  [[nodiscard]] std::vector<std::uint32_t> folding_to(std::string_view folded_text) const;
  [[nodiscard]] std::vector<std::uint32_t> codes_folding_to(std::string_view folded_text) const;
  [[nodiscard]] std::unordered_set<std::uint32_t> eastern_people() const;
  [[nodiscard]] std::vector<Suggestion> loosely(const NameQuery& query) const;
  [[nodiscard]] std::vector<Suggestion> close_to(std::string_view text) const;
  [[nodiscard]] std::vector<Suggestion> holding(std::string_view text) const;
  [[nodiscard]] std::vector<Suggestion> one_of_two_away(std::string_view text) const;
};

/// The names whose folded form is that of the text, ascending.
std::vector<std::uint32_t> NameIndex::Data::folding_to(std::string_view folded_text) const {
  if (folded) return folded->positions(folded_text);
  const FoldedText wanted(folded_text);
  std::vector<std::uint32_t> result;
  for (std::uint32_t name = 0; name < exact.size(); look(++name))
    if (wanted.may_come_of(exact[name], names[name].script) && fold(exact[name]) == folded_text)
      result.push_back(name);
  return result;
}

std::vector<std::uint32_t> NameIndex::Data::codes_folding_to(std::string_view folded_text) const {
  std::vector<std::uint32_t> result;
  for (std::uint32_t code = 0; code < codes.size(); look(++code))
    if (fold(codes[code]) == folded_text) result.push_back(code);
  return result;
}

/// People who have a Chinese or Korean name.
std::unordered_set<std::uint32_t> NameIndex::Data::eastern_people() const {
  std::unordered_set<std::uint32_t> people;
  for (std::uint32_t name = 0; name < exact.size(); look(++name))
    if (names[name].bearer == Bearer::person && is_short_eastern_name(exact[name]))
      people.insert(names[name].entity);
  return people;
}

/// Names that fit by a step behind folding, ranked by it.
std::vector<Suggestion> NameIndex::Data::loosely(const NameQuery& query) const {
  const auto eastern = eastern_people();
  std::vector<Suggestion> result;
  for (std::uint32_t name = 0; name < exact.size(); look(++name)) {
    const SurnamePlace surnames = begins_with_surname(exact[name], names[name].language)
                                      ? SurnamePlace::first
                                  : eastern.contains(names[name].entity) ? SurnamePlace::either
                                                                         : SurnamePlace::last;
    if (const auto how = query.match(exact[name], names[name].bearer, surnames))
      result.push_back(
          {static_cast<std::size_t>(*how), names[name].entity, exact[name], names[name].language});
  }
  return result;
}

/// Names and ids, by edit distance.
std::vector<Suggestion> NameIndex::Data::close_to(std::string_view text) const {
  const std::u32string wanted = to_utf32(text);
  std::vector<Suggestion> result;
  for (std::uint32_t name = 0; name < exact.size(); look(++name))
    if (const auto distance = closeness(wanted, without_accents(folded_name(name))))
      result.push_back({*distance, names[name].entity, exact[name], names[name].language});
  for (std::uint32_t id = 0; id < ids.size(); look(++id))
    if (const auto distance = closeness(wanted, ids[id]))
      result.push_back({*distance, id_entities[id], ids[id], {}});
  return result;
}

/// Names that hold the words of the text, or words like them.
std::vector<Suggestion> NameIndex::Data::holding(std::string_view text) const {
  std::vector<Suggestion> result;
  // One letter is in almost every name and says nothing.
  if (text.size() < 2) return result;
  for (std::uint32_t name = 0; name < exact.size(); look(++name)) {
    const Holds how = holds(without_accents(folded_name(name)), text);
    if (how != Holds::no)
      result.push_back(
          {static_cast<std::size_t>(how), names[name].entity, exact[name], names[name].language});
  }
  return result;
}

/// Names of two characters of CJK that have one of them.
std::vector<Suggestion> NameIndex::Data::one_of_two_away(std::string_view text) const {
  std::vector<Suggestion> result;
  const std::u32string wanted = to_utf32(text);
  if (wanted.size() != 2) return result;
  for (std::uint32_t name = 0; name < exact.size(); look(++name))
    if (is_one_of_two_away(wanted, folded_name(name)))
      result.push_back({0, names[name].entity, exact[name], names[name].language});
  return result;
}

namespace {

/// Matches in the order in which they are found, an entity once.
class Matches {
 public:
  void add(std::uint32_t entity, std::string_view found, std::string_view language, MatchKind how) {
    if (seen_.insert(entity).second)
      matches_.push_back({entity, std::string(found), how, std::string(language)});
  }
  void add(std::vector<Suggestion> suggestions, MatchKind (*how)(std::size_t rank)) {
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.rank < b.rank; });
    for (const Suggestion& each : suggestions)
      add(each.entity, each.text, each.language, how(each.rank));
  }
  [[nodiscard]] bool empty() const { return matches_.empty(); }
  [[nodiscard]] std::vector<NameMatch> take() && { return std::move(matches_); }

 private:
  std::vector<NameMatch> matches_;
  std::unordered_set<std::uint32_t> seen_;
};

MatchKind kind_of_rank(std::size_t rank) {
  return static_cast<MatchKind>(rank);
}

MatchKind fuzzy(std::size_t /*rank*/) {
  return MatchKind::fuzzy;
}

/// Only the best of the ranks.
std::vector<Suggestion> best_of(std::vector<Suggestion> suggestions) {
  std::size_t best = static_cast<std::size_t>(MatchKind::fuzzy);
  for (const Suggestion& each : suggestions) best = std::min(best, each.rank);
  std::erase_if(suggestions, [&](const Suggestion& each) { return each.rank != best; });
  return suggestions;
}

/// The steps before suggestions: all of them, or no further than the first that finds any.
enum class Steps : std::uint8_t { first, all };

}  // namespace

/// What the steps find; folds the text only if a step needs it.
class NameIndex::Search {
 public:
  Search(const Data& data, std::string_view text) : data_(data), text_(text) {}

  const NameQuery& query() {
    if (!query_) query_.emplace(text_);
    return *query_;
  }

  Matches run(Steps steps) {
    Matches matches;
    const auto goes_on = [&] { return steps == Steps::all || matches.empty(); };
    for (const std::uint32_t id : data_.ids.positions(text_))
      matches.add(data_.id_entities[id], data_.ids[id], {}, MatchKind::id);
    if (goes_on()) add_codes(matches, data_.codes.positions(text_), MatchKind::code);
    if (goes_on())
      add_names(matches, data_.composed.positions(data_.exact, text_), MatchKind::exact);
    if (goes_on()) {
      add_names(matches, data_.folding_to(query().folded()), MatchKind::folded);
      add_codes(matches, data_.codes_folding_to(query().folded()), MatchKind::folded);
    }
    if (goes_on()) {
      std::vector<Suggestion> loosely = data_.loosely(query());
      matches.add(steps == Steps::all ? std::move(loosely) : best_of(std::move(loosely)),
                  kind_of_rank);
    }
    return matches;
  }

 private:
  void add_codes(Matches& matches, const std::vector<std::uint32_t>& codes, MatchKind how) const {
    for (const std::uint32_t code : codes)
      matches.add(data_.code_entities[code], data_.codes[code], {}, how);
  }
  void add_names(Matches& matches, const std::vector<std::uint32_t>& names, MatchKind how) const {
    for (const std::uint32_t name : names)
      matches.add(data_.names[name].entity, data_.exact[name], data_.names[name].language, how);
  }

  const Data& data_;
  std::string_view text_;
  std::optional<NameQuery> query_;
};

NameIndex::NameIndex() : NameIndex(Builder().build()) {}

NameIndex::NameIndex(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

std::vector<NameMatch> NameIndex::candidates(std::string_view text) const {
  return Search(*data_, text).run(Steps::first).take();
}

std::vector<NameMatch> NameIndex::find(std::string_view text) const {
  check_run();
  Search search(*data_, text);
  Matches matches = search.run(Steps::all);
  const bool found = !matches.empty();
  matches.add(data_->close_to(search.query().accent_free()), fuzzy);
  if (!found) matches.add(data_->holding(search.query().accent_free()), fuzzy);
  if (matches.empty()) matches.add(data_->one_of_two_away(search.query().accent_free()), fuzzy);
  return std::move(matches).take();
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

NameIndex::Builder& NameIndex::Builder::add_code(std::string_view code, std::uint32_t entity) {
  data_->code_texts.push_back(code);
  data_->code_entities.push_back(entity);
  return *this;
}

NameIndex::Builder& NameIndex::Builder::add_name(std::string_view name, std::string_view language,
                                                 std::uint32_t entity, Bearer bearer) {
  data_->name_texts.push_back(name);
  data_->names.push_back({language, entity, name_script(name), bearer});
  return *this;
}

NameIndex NameIndex::Builder::build(NameFolding folding) && {
  Data& data = *data_;
  data.ids = StringTable(std::move(data.id_texts));
  data.codes = StringTable(std::move(data.code_texts));
  data.exact = StringTable(std::move(data.name_texts));
  data.composed = ComposedNames(data.exact);
  if (folding == NameFolding::in_advance) {
    data.folded_names.reserve(data.exact.size());
    for (std::uint32_t name = 0; name < data.exact.size(); ++name)
      data.folded_names.push_back(fold(data.exact[name]));
    data.folded.emplace(
        std::vector<std::string_view>(data.folded_names.begin(), data.folded_names.end()));
  }
  return NameIndex(std::shared_ptr<const Data>(std::move(data_)));
}

}  // namespace entente
