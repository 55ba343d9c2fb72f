#include "render/diagram/list_of_changes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
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

constexpr std::size_t signs_listed = 3;

/// How many of each sign are listed: in turn one of each that has more, the first sign first.
std::array<std::size_t, signs_listed> quotas_of(const std::array<std::size_t, signs_listed>& counts,
                                                std::size_t most) {
  std::array<std::size_t, signs_listed> quotas = {};
  for (bool any = true; any && most > 0;) {
    any = false;
    for (std::size_t i = 0; i < counts.size() && most > 0; ++i) {
      if (quotas[i] == counts[i]) continue;
      ++quotas[i];
      --most;
      any = true;
    }
  }
  return quotas;
}

}  // namespace

std::vector<Phrase> list_of_changes(const Graph& graph, const Difference& changes,
                                    const TieDates& dates, const DiagramOptions& options) {
  const std::string& tags = options.languages;
  const LanguagePreference languages = LanguagePreference::parse(tags);
  const std::string language(language_of_dates(languages));
  const auto sentences = [&](const std::vector<SelectedRelation>& rows, Change change) {
    std::vector<Phrase> list;
    std::vector<Deed> deeds = deeds_of(graph, rows, change, dates, languages);
    join_plans(deeds);
    for (const Deed& deed : deeds) {
      std::string time = deed.was_planned ? word(Word::then_reported, languages).text : "";
      if (!deed.time.empty())
        time.append(time.empty() ? std::string_view() : comma_of(language)) += deed.time;
      const std::string sentence = describe_together(graph, deed.relations, time, tags);
      list.push_back({std::string(sign_of(change)) + " " + drawable(sentence), language});
    }
    return list;
  };
  const std::array lists = {sentences(changes.ended, Change::ended),
                            sentences(changes.appeared, Change::appeared),
                            sentences(changes.happened, Change::happened)};
  const std::array signs = {Change::ended, Change::appeared, Change::happened};
  const std::array quotas =
      quotas_of({lists[0].size(), lists[1].size(), lists[2].size()}, most_on(options.page));
  std::vector<Phrase> list;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    list.insert(list.end(), lists[i].begin(),
                lists[i].begin() + static_cast<std::ptrdiff_t>(quotas[i]));
    if (const std::size_t more = lists[i].size() - quotas[i]; more > 0)
      list.push_back({std::string(sign_of(signs[i])) + " " +
                          worded(Word::more_changes, languages, std::to_string(more)),
                      language});
  }
  return list;
}

}  // namespace entente
