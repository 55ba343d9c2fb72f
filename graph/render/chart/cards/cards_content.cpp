#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include <entente/render/cards.hpp>

#include "render/diagram/build_diagram.hpp"
#include "render/diagram/fold/fold.hpp"
#include "render/diagram/limits.hpp"
#include "render/diagram/tie_dates.hpp"
#include "render/mark/legend.hpp"
#include "render/mark/marks_of.hpp"
#include "words/picture_words.hpp"
#include "words/short_dates.hpp"

namespace entente {
namespace {

std::optional<CardColumn> column_of(const Graph& graph, EntityId entity) {
  const Kind* kind = graph.vocabulary().find_kind(graph.kind(entity));
  const std::string_view drawn_as = kind ? std::string_view(kind->drawing_class) : "";
  if (drawn_as == "agreement") return CardColumn::agreements;
  if (drawn_as == "organisation" || drawn_as == "body") return CardColumn::organisations;
  if (drawn_as == "event") return CardColumn::events;
  return std::nullopt;
}

bool is_succession(const RelationType& type) {
  return type.succession == Succession::lineage;
}

/// Whether a relation says that its `from` has a part in its `to`: a visit to an organisation does
/// not.
bool names_a_party(const RelationType& type, CardColumn column) {
  constexpr std::array<std::string_view, 4> classes = {"treaty", "membership", "event", "meeting"};
  if (type.drawing_class == "meeting" && column != CardColumn::events) return false;
  return type.symmetry == Symmetry::directed &&
         (type.present == Present::from || type.present == Present::both) &&
         std::find(classes.begin(), classes.end(), type.drawing_class) != classes.end();
}

struct Dated {
  Day day = {};
  std::string dates = {};
  Why doubt = Why::none;
  CardDating dating = CardDating::own;
};

std::optional<Dated> dated(const std::optional<When>& when, const LanguagePreference& languages) {
  if (!when) return std::nullopt;
  const std::optional<Day> day = when->earliest() ? when->earliest() : when->latest();
  if (!day) return std::nullopt;
  const std::string_view start = when->start_text();
  const bool sure = when->earliest() && !start.empty() &&
                    start.find_first_of("?~%[{X.") == std::string_view::npos;
  return Dated{*day, short_date(*when, DateDetail::full, languages),
               sure ? Why::none : Why::imprecise};
}

/// A card that may be drawn, with its ties.
struct Candidate {
  CardColumn column = CardColumn::agreements;
  std::vector<SelectedRelation> ties = {};  ///< that lead to it
  std::optional<Dated> when = {};
  std::size_t all_ties = 0;  ///< whatever their type, either way round
};

using Candidates = std::map<EntityId, Candidate>;

/// A card without a date of its own stands at its first dated tie, of whatever type.
void borrow_date(Candidates& cards, const Graph& graph, const TieDates& dates,
                 const SelectedRelation& tie, const LanguagePreference& languages) {
  const std::optional<Dated> when = dated(dates.when(tie.relation), languages);
  for (const EntityId entity : {graph.from(tie.relation), graph.to(tie.relation)}) {
    const auto card = cards.find(entity);
    if (card == cards.end()) continue;
    ++card->second.all_ties;
    std::optional<Dated>& known = card->second.when;
    if (!when || (known && known->dating == CardDating::own)) continue;
    if (!known || when->day < known->day)
      known = Dated{when->day, when->dates, when->doubt, CardDating::of_first_tie};
  }
}

Candidates candidates_of(const Graph& graph, const SelectedFacts& facts, const TieDates& dates,
                         const LanguagePreference& languages) {
  Candidates result;
  for (const EntityId entity : facts.entities)
    if (const auto column = column_of(graph, entity))
      result[entity] = {.column = *column, .when = dated(graph.when(entity), languages)};
  for (const SelectedRelation& selected : facts.relations) {
    const RelationType& type = graph.type(selected.relation);
    const auto to = result.find(graph.to(selected.relation));
    borrow_date(result, graph, dates, selected, languages);
    if (to == result.end()) continue;
    const auto from = result.find(graph.from(selected.relation));
    if (is_succession(type) && from != result.end()) {
      to->second.ties.push_back(selected);
    } else if (names_a_party(type, to->second.column)) {
      to->second.ties.push_back(selected);
    }
  }
  return result;
}

/// A picture of some period shows only what had a tie in it.
void drop_idle(Candidates& cards, const Selection& selection) {
  if (selection.as_of.empty() && selection.during.empty() && selection.throughout.empty()) return;
  std::erase_if(cards, [](const auto& each) { return each.second.all_ties == 0; });
}

/// Leaves the highlighted cards and those with most ties; returns how many went.
std::size_t limit(Candidates& cards, const DiagramOptions& options) {
  const std::size_t most = std::min(most_cards, options.max_entities);
  if (cards.size() <= most) return 0;
  const std::set<EntityId> wanted(options.highlight.begin(), options.highlight.end());
  std::vector<std::tuple<bool, std::size_t, EntityId>> order;
  for (const auto& [entity, card] : cards)
    order.emplace_back(!wanted.contains(entity),
                       std::numeric_limits<std::size_t>::max() - card.ties.size(), entity);
  std::sort(order.begin(), order.end());
  for (std::size_t i = most; i < order.size(); ++i) cards.erase(std::get<EntityId>(order[i]));
  return order.size() - most;
}

/// The facts that the cards show.
SelectedFacts facts_of(const Graph& graph, const SelectedFacts& selected, const Candidates& cards) {
  std::vector<EntityId> entities;
  std::vector<SelectedRelation> ties;
  for (const auto& [entity, card] : cards) {
    entities.push_back(entity);
    std::ranges::copy_if(card.ties, std::back_inserter(ties), [&](const SelectedRelation& tie) {
      return !is_succession(graph.type(tie.relation)) || cards.contains(graph.from(tie.relation));
    });
  }
  SelectedFacts facts = SelectedFacts::of(graph, std::move(ties), std::move(entities));
  facts.counts.undated = selected.counts.undated;
  facts.undated = selected.undated;
  facts.inferred_ended = selected.inferred_ended;
  return facts;
}

/// As its node, with what is in doubt of all its ties.
NodeMark mark_of(const Diagram& diagram, const CardChip& chip) {
  NodeMark mark{.drawing_class = diagram.nodes[chip.node].drawing_class,
                .modality = diagram.edges[chip.edges.front()].modality,
                .doubt = diagram.edges[chip.edges.front()].doubt};
  for (const std::size_t edge : chip.edges)
    if (diagram.edges[edge].doubt == Why::none) mark.doubt = Why::none;
  return mark;
}

/// One chip a party and modality, by class, date and id of the party.
std::vector<CardChip> chips_of(const Diagram& diagram, const std::vector<std::size_t>& edges) {
  std::map<std::pair<std::size_t, Modality>, CardChip> merged;
  for (const std::size_t edge : edges) {
    CardChip& chip = merged[{diagram.edges[edge].from, diagram.edges[edge].modality}];
    chip.node = diagram.edges[edge].from;
    chip.edges.push_back(edge);
  }
  std::vector<CardChip> chips;
  for (auto& [key, chip] : merged) {
    chip.mark = mark_of(diagram, chip);
    chips.push_back(chip);
  }
  std::stable_sort(chips.begin(), chips.end(), [&](const CardChip& a, const CardChip& b) {
    const auto key = [&](const CardChip& chip) {
      const DiagramNode& node = diagram.nodes[chip.node];
      // Who is asked about is never among those that there is no room for.
      return std::tuple(node.emphasis != Emphasis::strong, std::string_view(node.drawing_class),
                        diagram.edges[chip.edges.front()].first_day.value_or(day_max),
                        std::string_view(diagram.edges[chip.edges.front()].dates));
    };
    return key(a) < key(b);
  });
  return chips;
}

/// The date of a card, and whose it is.
Phrase written(const Dated& when, const LanguagePreference& languages) {
  if (when.dating == CardDating::own)
    return {when.dates, std::string(language_of_dates(languages))};
  return {worded(Word::first_tie, languages, when.dates),
          word(Word::first_tie, languages).language};
}

/// Cards and lines from the diagram's nodes and edges.
void fill(CardsChart& content, const Graph& graph, const Candidates& candidates,
          const LanguagePreference& languages) {
  const Diagram& diagram = content.diagram;
  std::map<std::size_t, std::vector<std::size_t>> ties;
  std::vector<std::size_t> successions;
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    const RelationType* type = graph.vocabulary().find_type(diagram.edges[i].type);
    if (is_succession(*type))
      successions.push_back(i);
    else
      ties[diagram.edges[i].to].push_back(i);
  }
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    const auto card = candidates.find(*graph.entity(diagram.nodes[i].id));
    if (card == candidates.end()) continue;
    const Dated& when = *card->second.when;
    content.cards.push_back(
        {.node = i,
         .column = card->second.column,
         .day = when.day,
         .dates = written(when, languages),
         .dating = when.dating,
         .mark = {.drawing_class = diagram.nodes[i].drawing_class, .doubt = when.doubt},
         .chips = chips_of(diagram, ties[i])});
  }
  std::stable_sort(content.cards.begin(), content.cards.end(),
                   [](const Card& a, const Card& b) { return a.day < b.day; });
  std::map<std::size_t, std::size_t> card_of;
  for (std::size_t i = 0; i < content.cards.size(); ++i) card_of[content.cards[i].node] = i;
  for (const std::size_t edge : successions)
    content.lines.push_back(
        {card_of.at(diagram.edges[edge].from), card_of.at(diagram.edges[edge].to), edge});
}

/// Cards, chips, and lines of succession.
std::vector<LegendEntry> legend_of(const CardsChart& content, const Vocabulary& vocabulary,
                                   const LanguagePreference& languages) {
  const Diagram& diagram = content.diagram;
  Legend legend(vocabulary, diagram.page.style, languages);
  for (const Card& card : content.cards) {
    legend.add_entity(diagram.nodes[card.node].kind, card.mark);
    for (const CardChip& chip : card.chips) {
      legend.add_entity(diagram.nodes[chip.node].kind, chip.mark);
    }
  }
  for (const CardLine& line : content.lines)
    legend.add_relation(diagram.edges[line.edge].type, mark_of(diagram.edges[line.edge]));
  return legend.entries();
}

}  // namespace

CardsChart cards_chart(const Graph& graph, const Selection& selection,
                       const DiagramOptions& options) {
  const LanguagePreference languages = LanguagePreference::parse(options.languages);
  const SelectedFacts facts = graph.facts(selection);
  Candidates cards = candidates_of(graph, facts, TieDates(graph, facts, selection), languages);
  drop_idle(cards, selection);
  CardsChart content;
  content.undated = std::erase_if(cards, [](const auto& each) { return !each.second.when; });
  content.left_out = limit(cards, options);
  DiagramOptions unlimited = options;
  unlimited.max_entities = std::numeric_limits<std::size_t>::max();
  unlimited.among.clear();
  content.diagram = build_diagram(graph, facts_of(graph, facts, cards), selection, unlimited, {});
  fold_plans(content.diagram, languages);
  fill(content, graph, cards, languages);
  content.diagram.page.legend = legend_of(content, graph.vocabulary(), languages);
  std::string& subtitle = content.diagram.page.subtitle.text;
  if (content.undated > 0)
    subtitle +=
        " \u00B7 " + worded(Word::undated_cards, languages, std::to_string(content.undated));
  if (content.left_out > 0)
    subtitle += " \u00B7 " +
                counted(Word::left_out_cards, Word::one_left_out_card, languages, content.left_out);
  return content;
}

}  // namespace entente
