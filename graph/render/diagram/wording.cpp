#include "render/diagram/wording.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <entente/error.hpp>

#include "base/joined.hpp"
#include "render/label/label.hpp"
#include "words/picture_titles.hpp"
#include "words/picture_words.hpp"
#include "words/short_dates.hpp"
#include "words/wording.hpp"

namespace entente {
namespace {

std::string_view primary_subtag(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

/// The years between which the selected relations lie, as far as they are known.
std::string span_of(const Viewpoint& viewpoint, const SelectedFacts& facts) {
  std::optional<Day> first;
  std::optional<Day> last;
  for (const SelectedRelation& selected : facts.relations) {
    const std::optional<When> when = viewpoint.when(selected.relation);
    if (!when) continue;
    for (const std::optional<Day> day : {when->earliest(), when->latest()}) {
      if (!day) continue;
      first = std::min(first.value_or(*day), *day);
      last = std::max(last.value_or(*day), *day);
    }
  }
  if (!first) return {};
  const auto year_of = [](Day day) {
    constexpr std::size_t month_and_day = 6;
    const std::string text = format_day(day);
    return text.substr(0, text.size() - month_and_day);
  };
  if (to_civil(*first).year <= 0) return year_of(*first) + "/" + year_of(*last);  // put in words
  const std::string from = std::to_string(to_civil(*first).year);
  const std::string to = std::to_string(to_civil(*last).year);
  return from == to ? from : from + "\u2013" + to;
}

/// How many relations are drawn, how sure they are, and how many are not for lack of a date.
std::string counted(const SelectedFacts& facts, const LanguagePreference& languages) {
  const Counts& counts = facts.counts;
  const std::string_view comma = comma_of(word(Word::possible, languages).language);
  std::vector<std::string> parts = {
      counted(Word::relations, Word::one_relation, languages, counts.certain + counts.possible)};
  if (counts.possible > 0)
    parts.push_back(worded(Word::possible, languages, std::to_string(counts.possible)));
  const auto presumed = std::count_if(facts.relations.begin(), facts.relations.end(),
                                      [](const SelectedRelation& row) { return row.presumed; });
  if (presumed > 0) parts.push_back(worded(Word::presumed, languages, std::to_string(presumed)));
  if (counts.undated > 0)
    parts.push_back(
        counted(Word::undated_relations, Word::one_undated_relation, languages, counts.undated));
  return joined(parts, comma);
}

std::string attribute_text(const Entity& entity, std::string_view name) {
  const AttributeValue* value = find_attribute(entity.attributes, name);
  const Scalar* scalar = value ? std::get_if<Scalar>(value) : nullptr;
  const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
  return text ? *text : std::string();
}

PageNote note_of(const Graph& graph, std::size_t number, const std::string& source,
                 const LanguagePreference& languages) {
  PageNote note{.number = number, .source = source, .text = {drawable(source), "en"}};
  const std::optional<EntityId> document = graph.entity(source);
  if (!document) return note;
  const Entity entity = graph.record(*document);
  note.text = names_of(entity, languages).front();
  const std::string publisher = attribute_text(entity, "publisher");
  const std::optional<EntityId> known = graph.entity(publisher);
  const Phrase by =
      known ? names_of(graph.record(*known), languages).front() : Phrase{drawable(publisher), ""};
  for (const std::string& part :
       {by.text, drawable(short_date_of(attribute_text(entity, "published"), languages))})
    if (!part.empty()) note.text.text.append(comma_of(note.text.language)) += part;
  // The face of its Han characters, which only one of the two may have.
  if (by.language.starts_with("zh") && !note.text.language.starts_with("ja"))
    note.text.language = by.language;
  else if (!is_written_in_han(note.text.language))
    note.text.language = std::string(language_of_dates(languages));
  note.url = safe_link(attribute_text(entity, "url"));
  return note;
}

/// Who published a document, else what it is called.
Phrase publisher_or_title(const Graph& graph, const std::string& source,
                          const LanguagePreference& languages) {
  const std::optional<EntityId> document = graph.entity(source);
  if (!document) return {drawable(source), "en"};
  const Entity entity = graph.record(*document);
  const std::string publisher = attribute_text(entity, "publisher");
  if (publisher.empty()) return names_of(entity, languages).front();
  const std::optional<EntityId> known = graph.entity(publisher);
  return known ? names_of(graph.record(*known), languages).front()
               : Phrase{drawable(publisher), "en"};
}

}  // namespace

std::string kinds_counted(const Vocabulary& vocabulary,
                          const std::map<std::string, std::size_t>& counts,
                          const LanguagePreference& languages) {
  std::vector<std::pair<std::string, std::size_t>> order(counts.begin(), counts.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> parts;
  for (const auto& [id, count] : order) {
    const Kind* kind = vocabulary.find_kind(id);
    std::string name = kind ? best_label(kind->labels, languages).text : std::string();
    if (name.empty()) name = drawable(id);
    parts.push_back(name + " " + std::to_string(count));
  }
  return joined(parts, list_comma_of(word(Word::entities, languages).language));
}

Phrase listed(Phrase list, const Phrase& more) {
  if (list.text.empty()) list.language = more.language;
  const std::string_view comma = list_comma_of(list.language);
  const auto parts_of = [&](std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(comma), text.size());
      parts.emplace_back(text.substr(0, end));
      text.remove_prefix(std::min(end + comma.size(), text.size()));
    }
    return parts;
  };
  std::vector<std::string> parts = parts_of(list.text);
  for (std::string& part : parts_of(more.text))
    if (std::find(parts.begin(), parts.end(), part) == parts.end())
      parts.push_back(std::move(part));
  list.text = joined(parts, comma);
  return list;
}

Phrase best_label(const Labels& labels, const LanguagePreference& languages) {
  std::vector<std::string> tags;
  for (const auto& [language, text] : labels) tags.push_back(language);
  const std::optional<std::size_t> best = languages.best(std::span<const std::string>(tags));
  if (!best) return {};
  return {drawable(labels[*best].second), labels[*best].first};
}

std::vector<Phrase> names_of(const Entity& entity, const LanguagePreference& languages) {
  Labels preferred;
  for (const LanguageNames& names : entity.names)
    if (!names.names.empty()) preferred.emplace_back(names.language, names.names.front());
  std::vector<Phrase> result;
  if (Phrase first = best_label(preferred, languages); !first.text.empty())
    result.push_back(std::move(first));
  if (result.empty()) return {{drawable(entity.id), "en"}};
  for (const std::string& tag : languages.tags()) {
    const Phrase name = best_label(preferred, LanguagePreference::parse(tag));
    const bool served = primary_subtag(name.language) == primary_subtag(tag);
    const bool shown = std::any_of(result.begin(), result.end(),
                                   [&](const Phrase& each) { return each.text == name.text; });
    if (served && !shown && !name.text.empty()) result.push_back(name);
  }
  return result;
}

std::string what_is_left_aside(const SubtitleContent& content,
                               const LanguagePreference& languages) {
  std::vector<std::string> parts;
  if (!content.left_out.empty()) {
    std::size_t count = 0;
    for (const auto& [kind, members] : content.left_out) count += members;
    const bool han = is_written_in_han(word(Word::left_out, languages).language);
    parts.push_back(counted(Word::left_out, Word::one_left_out, languages, count) +
                    (han ? "\uFF1A" : ": ") +
                    kinds_counted(content.graph.vocabulary(), content.left_out, languages));
  }
  if (content.only_cited > 0)
    parts.push_back(worded(Word::only_cited, languages, std::to_string(content.only_cited)));
  if (!content.other_kinds.empty())
    parts.push_back(
        worded(Word::other_kinds, languages,
               kinds_counted(content.graph.vocabulary(), content.other_kinds, languages)));
  return joined(parts, " \u00B7 ");
}

Phrase subtitle_of(const SubtitleContent& content, const LanguagePreference& languages) {
  std::vector<std::string> parts = {
      content.dossier,
      content.period_said == PeriodSaid::in_title ? std::string()
      : content.period.empty()
          ? period_of(content.selection, content.facts, content.viewpoint, languages)
          : content.period,
      counted(Word::entities, Word::one_entity, languages, content.facts.entities.size()),
      counted(content.facts, languages)};
  if (!content.facts.inferred_ended.empty())
    parts.push_back(counted(Word::inferred_ended, Word::one_inferred_ended, languages,
                            content.facts.inferred_ended.size()));
  parts.push_back(what_is_left_aside(content, languages));
  std::erase(parts, "");
  return {joined(parts, " \u00B7 "), word(Word::entities, languages).language};
}

namespace {

/// "Connected with the same event", where every tie is by something that two share; else without
/// text.
Phrase title_of_shared(const Graph& graph, const SelectedFacts& facts,
                       const LanguagePreference& languages) {
  constexpr std::string_view prefix = "shares_";
  constexpr Wording words = {"Connected with the same {}", "同じ{}に関わるもの", "与同一{}有关者",
                             "與同一{}有關者"};
  std::set<std::string_view> kinds;
  for (const SelectedRelation& row : facts.relations) {
    const std::string_view type = graph.type(row.relation).id;
    if (!type.starts_with(prefix)) return {};
    kinds.insert(type.substr(prefix.size()));
  }
  Phrase title = phrase_of(words, languages);
  std::vector<std::string> names;
  for (const std::string_view id : kinds)
    if (const Kind* kind = graph.vocabulary().find_kind(id))
      names.push_back(best_label(kind->labels, languages).text);
  if (names.empty()) return {};
  title.text = filled_in(title.text, {joined(names, list_comma_of(title.language))});
  return title;
}

}  // namespace

Phrase title_of_ties(const Graph& graph, const Selection& selection, const SelectedFacts& facts,
                     const LanguagePreference& languages) {
  if (Phrase shared = title_of_shared(graph, facts, languages); !shared.text.empty()) return shared;
  std::vector<std::string_view> classes;
  for (const std::string& id : selection.types)
    if (const RelationType* type = graph.vocabulary().find_type(id))
      classes.emplace_back(type->drawing_class);
  if (classes.empty())
    for (const SelectedRelation& row : facts.relations)
      classes.emplace_back(graph.type(row.relation).drawing_class);
  return ties_reported(classes, languages);
}

std::string period_of(const Selection& selection, const SelectedFacts& facts,
                      const Viewpoint& viewpoint, const LanguagePreference& languages) {
  std::vector<std::string> parts;
  const auto add = [&](Word word, const std::string& value) {
    if (!value.empty())
      parts.push_back(worded(word, languages, drawable(short_date_of(value, languages))));
  };
  add(Word::as_of, selection.as_of);
  add(Word::during, selection.during);
  add(Word::throughout, selection.throughout);
  if (parts.empty()) add(Word::span, span_of(viewpoint, facts));
  add(Word::known_at, selection.known_at);
  return joined(parts, comma_of(word(Word::as_of, languages).language));
}

Phrase sources_line(const Graph& graph, const Viewpoint& viewpoint,
                    const std::vector<SelectedRelation>& relations,
                    const LanguagePreference& languages) {
  std::map<std::string, std::size_t> carried;  // by document
  for (const SelectedRelation& row : relations)
    for (const Evidence& piece : viewpoint.evidence(row.relation)) ++carried[piece.source];
  std::map<std::string, std::pair<std::size_t, std::string>> publishers;  // and their language
  for (const auto& [source, count] : carried) {
    const Phrase who = publisher_or_title(graph, source, languages);
    auto& known = publishers[who.text];
    known.first += count;
    known.second = who.language;
  }
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [name, known] : publishers) order.emplace_back(known.first, name);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (order.empty()) return {};
  constexpr std::size_t most_named = 8;
  const Phrase sources = word(Word::sources, languages);
  Phrase line{sources.text + (is_written_in_han(sources.language) ? "\uFF1A" : ": "),
              sources.language};
  for (std::size_t i = 0; i < std::min(most_named, order.size()); ++i) {
    if (i > 0) line.text += list_comma_of(sources.language);
    line.text += order[i].second;
    const std::string& language = publishers.at(order[i].second).second;
    if (!is_written_in_han(line.language) && is_written_in_han(language)) line.language = language;
  }
  if (order.size() > most_named) line.text += " + " + std::to_string(order.size() - most_named);
  return line;
}

SourceNotes::SourceNotes(const Viewpoint& viewpoint,
                         const std::vector<SelectedRelation>& relations) {
  for (const SelectedRelation& selected : relations)
    for (const Evidence& evidence : viewpoint.evidence(selected.relation))
      numbers_.emplace(evidence.source, 0);
  std::size_t next = 0;
  for (auto& [source, number] : numbers_) number = ++next;
}

std::vector<std::size_t> SourceNotes::numbers(const std::vector<Evidence>& carried) const {
  std::vector<std::size_t> result;
  for (const Evidence& evidence : carried)
    if (const auto found = numbers_.find(evidence.source); found != numbers_.end())
      result.push_back(found->second);
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<PageNote> SourceNotes::notes(const Graph& graph,
                                         const LanguagePreference& languages) const {
  std::vector<PageNote> result;
  for (const auto& [source, number] : numbers_)
    result.push_back(note_of(graph, number, source, languages));
  return result;
}

}  // namespace entente
