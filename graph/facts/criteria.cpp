#include "facts/criteria.hpp"

#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include <entente/error.hpp>
#include <entente/text/edit_distance.hpp>
#include <entente/text/safe.hpp>
#include <entente/time/date_error.hpp>

namespace entente {

namespace {

void read_periods(const Selection& selection, Criteria& criteria) {
  const auto add = [&](std::string_view option, const std::string& text, Coverage coverage) {
    if (!text.empty()) criteria.conditions.push_back({coverage, window_of(option, text)});
  };
  add("as of", selection.as_of, Coverage::some_day);
  add("during", selection.during, Coverage::some_day);
  add("throughout", selection.throughout, Coverage::every_day);
  if (!selection.known_at.empty())
    criteria.known_by = window_of("known at", selection.known_at).last;
  if (!selection.observed_through.empty())
    criteria.context.observed_through =
        window_of("observed through", selection.observed_through).last;
}

/// "10y", "6m", "90d".
Distance distance_of(const std::string& text) {
  constexpr int most = 20'000;  // years of the calendar
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
  if (error == std::errc() && number >= 0 && text.front() != '-' && text.front() != '+') {
    if (unit == "y" && number <= most) return {.months = number * 12};
    if (unit == "m" && number <= most * 12) return {.months = number};
    if (unit == "d" && number <= most * 366) return {.days = number};
  }
  throw InvalidArgument("bad-distance",
                        fmt::format("attested within '{}': expected years, months or days, such as "
                                    "10y, 6m or 90d",
                                    terminal_safe(text)));
}

/// `what` is type, kind or source.
[[noreturn]] void unknown_word(std::string_view what, std::string_view word,
                               const std::vector<std::string>& known) {
  const auto near = nearest(word, known);
  throw InvalidArgument(
      fmt::format("unknown-{}", what),
      fmt::format("unknown {}{} `{}`{}", what == "type" ? "relation " : "", what,
                  terminal_safe(word),
                  near ? fmt::format("; did you mean `{}`?", terminal_safe(*near)) : ""));
}

// A type may also be named by its inverse: has_party means party_to.
void read_types(const Vocabulary& vocabulary, const std::vector<std::string>& names,
                Criteria& criteria) {
  if (names.empty()) return;
  const auto& types = vocabulary.types();
  criteria.types.assign(types.size(), 0);
  for (const std::string& name : names) {
    bool found = false;
    for (std::size_t i = 0; i < types.size(); ++i) {
      if (types[i].id != name && (name.empty() || types[i].inverse_id != name)) continue;
      criteria.types[i] = 1;
      found = true;
    }
    if (found) continue;
    std::vector<std::string> known;
    for (const RelationType& type : types) {
      known.push_back(type.id);
      if (!type.inverse_id.empty()) known.push_back(type.inverse_id);
    }
    unknown_word("type", name, known);
  }
}

bool is_document(const Graph& graph, EntityId entity) {
  return graph.vocabulary().is_a(graph.kind(entity), "document");
}

std::vector<std::string> document_ids(const Graph& graph) {
  std::vector<std::string> found;
  for (std::uint32_t i = 0; i < graph.entity_count(); ++i)
    if (const auto entity = static_cast<EntityId>(i); is_document(graph, entity))
      found.emplace_back(graph.id(entity));
  return found;
}

EntityId source_of(const Graph& graph, const std::string& text) {
  const Lookup found = graph.find(text);
  std::vector<EntityId> documents;
  for (const EntityId entity : found.candidates())
    if (is_document(graph, entity)) documents.push_back(entity);
  if (documents.size() == 1) return documents.front();
  if (documents.size() > 1) throw InvalidArgument("ambiguous-entity", found.message());
  if (found)
    throw InvalidArgument(
        "unknown-source",
        fmt::format("`{}` is no source: it is of kind {}, and sources are documents",
                    terminal_safe(text), terminal_safe(graph.kind(found.value()))));
  unknown_word("source", text, document_ids(graph));
}

void read_sources(const Graph& graph, const std::vector<std::string>& names, Criteria& criteria) {
  if (names.empty()) return;
  criteria.sources.assign(graph.entity_count(), 0);
  for (const std::string& name : names) criteria.sources[index(source_of(graph, name))] = 1;
}

void read_entities(const Graph& graph, const std::vector<std::string>& names, Criteria& criteria) {
  if (names.empty()) return;
  criteria.entities.assign(graph.entity_count(), 0);
  for (const std::string& name : names) criteria.entities[index(graph.find(name).value())] = 1;
}

void read_modalities(const std::vector<Modality>& modalities, Criteria& criteria) {
  if (modalities.empty()) return;
  criteria.modalities = 0;
  for (const Modality modality : modalities)
    criteria.modalities =
        static_cast<std::uint8_t>(criteria.modalities | (1U << static_cast<unsigned>(modality)));
}

bool narrows(const Selection& selection, const Criteria& criteria) {
  return criteria.dated() || criteria.known_by || !selection.types.empty() ||
         !selection.kinds.empty() || !selection.entities.empty() || !selection.modalities.empty() ||
         !selection.sources.empty();
}

}  // namespace

Window window_of(std::string_view option, const std::string& text) {
  try {
    return Window::parse(text);
  } catch (const DateError& error) {
    throw InvalidArgument(
        error.kind() == DateError::Kind::no_period ? "period" : "bad-date",
        fmt::format("{} '{}': {}{}{}", option, terminal_safe(text), error.reason(),
                    error.advice().empty() ? "" : "; ", error.advice()));
  }
}

std::vector<std::uint8_t> kinds_of(const Vocabulary& vocabulary,
                                   const std::vector<std::string>& names) {
  if (names.empty()) return {};
  const auto& kinds = vocabulary.kinds();
  std::vector<std::uint8_t> kept(kinds.size(), 0);
  for (const std::string& name : names) {
    if (vocabulary.find_kind(name) == nullptr) {
      std::vector<std::string> known;
      for (const Kind& kind : kinds) known.push_back(kind.id);
      unknown_word("kind", name, known);
    }
    for (std::size_t i = 0; i < kinds.size(); ++i)
      if (vocabulary.is_a(kinds[i].id, name)) kept[i] = 1;
  }
  return kept;
}

Criteria read_selection(const Graph& graph, const Selection& selection) {
  Criteria criteria;
  read_periods(selection, criteria);
  read_types(graph.vocabulary(), selection.types, criteria);
  criteria.kinds = kinds_of(graph.vocabulary(), selection.kinds);
  read_entities(graph, selection.entities, criteria);
  read_modalities(selection.modalities, criteria);
  read_sources(graph, selection.sources, criteria);
  if (selection.keep == Keep::certain_only) criteria.least = Verdict::yes;
  criteria.inference = selection.inference;
  criteria.undated = selection.undated;
  criteria.lasting = selection.presume_lasting;
  if (!selection.attested_within.empty())
    criteria.attested_within = distance_of(selection.attested_within);
  criteria.isolated = selection.isolated == Isolated::always || !narrows(selection, criteria);
  return criteria;
}

}  // namespace entente
