#include "render/diagram/list_of_changes.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "render/label/label.hpp"
#include "render/mark/mark_classes.hpp"
#include "words/picture_words.hpp"
#include "words/together.hpp"

namespace entente {
namespace {

/// What several do to one thing at one time.
struct Deed {
  std::vector<RelationId> relations = {};
  std::set<EntityId> subjects = {};
  EntityId object = {};
  std::string type = {};
  Modality modality = Modality::fact;
  std::string time = {};
  bool was_planned = false;
};

bool is_ahead(Modality modality) {
  return modality == Modality::plan || modality == Modality::expectation;
}

/// In the order of the first of each.
std::vector<Deed> deeds_of(const Graph& graph, const std::vector<SelectedRelation>& rows,
                           Change change, const TieDates& dates,
                           const LanguagePreference& languages) {
  std::vector<Deed> deeds;
  std::map<std::tuple<std::string, EntityId, Modality, std::string>, std::size_t> place;
  for (const SelectedRelation& row : rows) {
    Deed deed{.object = graph.to(row.relation),
              .type = graph.type(row.relation).id,
              .modality = graph.modality(row.relation),
              .time = dates.in_words(row.relation, DateDetail::full, change, languages)};
    const auto [known, fresh] =
        place.emplace(std::tuple(deed.type, deed.object, deed.modality, deed.time), deeds.size());
    if (fresh) deeds.push_back(std::move(deed));
    deeds[known->second].relations.push_back(row.relation);
    deeds[known->second].subjects.insert(graph.from(row.relation));
  }
  return deeds;
}

/// A plan of which the deed is reported goes into its report.
void join_plans(std::vector<Deed>& deeds) {
  std::vector<char> joined(deeds.size(), 0);
  for (Deed& deed : deeds) {
    if (deed.modality != Modality::fact) continue;
    for (std::size_t i = 0; i < deeds.size(); ++i) {
      const Deed& plan = deeds[i];
      if (!is_ahead(plan.modality) || plan.type != deed.type || plan.object != deed.object ||
          plan.subjects != deed.subjects)
        continue;
      deed.was_planned = true;
      joined[i] = 1;
    }
  }
  std::size_t i = 0;
  std::erase_if(deeds, [&](const Deed&) { return joined[i++] != 0; });
}

/// How many lines leave most of a page to the drawing.
std::size_t most_on(const std::optional<Size>& page) {
  constexpr double most = 30;
  constexpr double fewest = 5;
  constexpr Size line{300, 13};
  constexpr double share = 0.2;
  if (!page) return static_cast<std::size_t>(most);
  const double room = share * page->width * page->height / (line.width * line.height);
  return static_cast<std::size_t>(std::clamp(room, fewest, most));
}

/// Leaves `most` in all, as many of each list as of the others where it has as many, so that few
/// that ended do not go for many that appeared; how many go.
template <typename Lists>
std::size_t keep_some_of_each(Lists& lists, std::size_t most) {
  std::size_t all = 0;
  for (const auto& list : lists) all += list.size();
  const std::size_t gone = all - std::min(all, most);
  for (std::size_t i = 0; i < gone; ++i)
    std::ranges::max_element(lists, {}, [](const auto& list) { return list.size(); })->pop_back();
  return gone;
}

}  // namespace

std::vector<Phrase> list_of_changes(const Graph& graph, const Difference& changes,
                                    const TieDates& dates, const DiagramOptions& options) {
  const std::string& tags = options.languages;
  const std::size_t most_listed = most_on(options.page);
  const LanguagePreference languages = LanguagePreference::parse(tags);
  const std::string language(language_of_dates(languages));
  const auto sentences_of = [&](const std::vector<SelectedRelation>& rows, Change change) {
    std::vector<Phrase> sentences;
    std::vector<Deed> deeds = deeds_of(graph, rows, change, dates, languages);
    join_plans(deeds);
    for (const Deed& deed : deeds) {
      std::string time = deed.was_planned ? word(Word::then_reported, languages).text : "";
      if (!deed.time.empty())
        time.append(time.empty() ? std::string_view() : comma_of(language)) += deed.time;
      const std::string sentence = describe_together(graph, deed.relations, time, tags);
      sentences.push_back({std::string(sign_of(change)) + " " + drawable(sentence), language});
    }
    return sentences;
  };
  std::array lists = {sentences_of(changes.appeared, Change::appeared),
                      sentences_of(changes.ended, Change::ended),
                      sentences_of(changes.happened, Change::happened)};
  const std::size_t more = keep_some_of_each(lists, most_listed);
  std::vector<Phrase> list;
  for (std::vector<Phrase>& each : lists) std::ranges::move(each, std::back_inserter(list));
  if (more > 0)
    list.push_back({worded(Word::more_changes, languages, std::to_string(more)), language});
  return list;
}

}  // namespace entente
