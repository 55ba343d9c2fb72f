#include "render/page/page_data.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include <entente/base/json_text.hpp>
#include <entente/words/sentence.hpp>

#include "answer/rows/rows.hpp"
#include "facts/publication.hpp"
#include "model/json_append.hpp"
#include "render/diagram/importance.hpp"
#include "render/label/label.hpp"
#include "render/page/page_look.hpp"
#include "render/page/page_places.hpp"
#include "render/page/page_scenarios.hpp"
#include "render/page/page_search.hpp"

namespace entente {
namespace {

/// Sentences in further languages are worth their room up to so many relations.
constexpr std::size_t most_translated = 3'000;
constexpr std::array<std::string_view, 7> interface_languages = {"en", "ja", "zh-Hans", "zh-Hant",
                                                                 "fr", "de", "ko"};

using Ints = std::vector<std::int64_t>;

std::string ints_json(const Ints& numbers) {
  std::string text = "[";
  for (const std::int64_t number : numbers) {
    if (text.size() > 1) text += ',';
    text += std::to_string(number);
  }
  return text + "]";
}

std::string labels_json(const Labels& labels) {
  JsonText json;
  json.open_object();
  for (const auto& [language, text] : labels) json.member(language, text);
  return json.close_object().str();
}

/// What the page's own questions ask about: a selection without what the reader moves.
Selection whole_of(Selection selection) {
  selection.as_of.clear();
  selection.during.clear();
  selection.throughout.clear();
  selection.known_at.clear();
  selection.keep = Keep::certain_and_possible;
  selection.undated = Undated::listed;
  return selection;
}

class PageWriter {
 public:
  PageWriter(const Graph& graph, const Selection& selection, const PageOptions& options)
      : graph_(graph),
        selection_(selection),
        options_(options),
        languages_(LanguagePreference::parse(options.languages)),
        whole_(whole_of(selection)),
        viewpoint_(graph, whole_),
        facts_(graph.facts(whole_)) {}

  PageData run() {
    // Refuses periods that are none.
    static_cast<void>(graph_.facts(selection_));
    choose_entities();
    number_records();
    PageData data{.title = title(), .language = languages_.tags().front()};
    data.written = {facts_.entities.size(), left_out_};
    data.json = json();
    return data;
  }

 private:
  void choose_entities() {
    const std::size_t all = facts_.entities.size();
    if (options_.max_entities == 0 || all <= options_.max_entities) return;
    Neighbours neighbours;
    for (const EntityId entity : facts_.entities) neighbours[entity];
    for (const SelectedRelation& row : facts_.relations) {
      const EntityId from = graph_.from(row.relation);
      const EntityId to = graph_.to(row.relation);
      if (from == to) continue;
      neighbours[from].insert(to);
      neighbours[to].insert(from);
    }
    facts_ = facts_.among(graph_, most_important(
                                      graph_, std::move(neighbours), [](EntityId) { return false; },
                                      options_.max_entities));
    left_out_ = all - facts_.entities.size();
  }

  /// Entities of the selection first, then those that only its evidence names.
  void number_records() {
    entities_ = facts_.entities;
    for (const SelectedRelation& row : facts_.relations) relations_.push_back(row.relation);
    std::set<EntityId> named(entities_.begin(), entities_.end());
    for (const RelationId relation : relations_)
      for (const Evidence& piece : viewpoint_.evidence(relation))
        for (const std::string& id : {piece.source, piece.asserted_by})
          if (const auto entity = graph_.entity(id); entity && named.insert(*entity).second)
            entities_.push_back(*entity);
    row_of_.assign(graph_.entity_count(), -1);
    for (std::size_t i = 0; i < entities_.size(); ++i)
      row_of_[index(entities_[i])] = static_cast<std::int64_t>(i);
    for (std::size_t i = 0; i < relations_.size(); ++i)
      relation_row_.emplace(relations_[i], static_cast<std::int64_t>(i));
    const bool translated = relations_.size() <= most_translated;
    for (const std::string& tag : languages_.tags()) told_in_.push_back(tag);
    for (const std::string_view tag : interface_languages)
      if (translated && speaks(tag) &&
          std::find(told_in_.begin(), told_in_.end(), tag) == told_in_.end())
        told_in_.emplace_back(tag);
  }

  /// Whether the vocabulary words relations in that very language.
  [[nodiscard]] bool speaks(std::string_view tag) const {
    const auto& types = graph_.vocabulary().types();
    return std::any_of(types.begin(), types.end(), [&](const RelationType& type) {
      return std::any_of(type.forward.begin(), type.forward.end(),
                         [&](const auto& label) { return label.first == tag; });
    });
  }

  [[nodiscard]] std::string title() const {
    if (!options_.title.empty()) return options_.title;
    std::string text(label(graph_.titles(), languages_.tags()));
    return text.empty() ? "entente" : text;
  }

  [[nodiscard]] std::int64_t row(std::string_view id) const {
    const auto entity = graph_.entity(id);
    return entity ? row_of_[index(*entity)] : -1;
  }

  /// The number of a row, each once.
  std::int64_t verdicts(const VerdictRow& row) {
    const auto [place, fresh] =
        row_numbers_.try_emplace(row.json(), static_cast<std::int64_t>(row_numbers_.size()));
    if (fresh) rows_.push_back(place->first);
    return place->second;
  }

  [[nodiscard]] std::string kinds_json() {
    const auto& kinds = graph_.vocabulary().kinds();
    std::set<std::string> used;
    for (const EntityId entity : entities_)
      for (const std::string& kind : graph_.vocabulary().lineage(graph_.kind(entity)))
        used.insert(kind);
    JsonText json;
    json.open_list();
    for (const Kind& kind : kinds) {
      if (!used.contains(kind.id)) continue;
      kind_row_.emplace(kind.id, static_cast<std::int64_t>(kind_row_.size()));
      const std::string& look = kind.drawing_class.empty() ? kind.id : kind.drawing_class;
      classes_.nodes.insert(look);
      json.open_object().member("id", kind.id).member("look", look);
      json.key("names").raw(labels_json(kind.labels));
      json.key("up").open_list();
      for (const std::string& each : graph_.vocabulary().lineage(kind.id)) json.value(each);
      json.close_list().close_object();
    }
    return json.close_list().str();
  }

  [[nodiscard]] std::string types_json() {
    std::set<std::string> used;
    for (const RelationId relation : relations_) used.insert(graph_.type(relation).id);
    JsonText json;
    json.open_list();
    for (const RelationType& type : graph_.vocabulary().types()) {
      if (!used.contains(type.id)) continue;
      type_row_.emplace(type.id, static_cast<std::int64_t>(type_row_.size()));
      const std::string& look = type.drawing_class.empty() ? type.id : type.drawing_class;
      classes_.edges.insert(look);
      json.open_object().member("id", type.id).member("look", look);
      if (!type.inverse_id.empty()) json.member("inverse_id", type.inverse_id);
      if (type.symmetry == Symmetry::symmetric) json.member("symmetric", true);
      if (type.reading == Reading::instant) json.member("instant", true);
      json.key("names").raw(labels_json(type.forward));
      json.key("inverse").raw(labels_json(type.inverse)).close_object();
    }
    return json.close_list().str();
  }

  /// Words of the vocabulary that nothing in the page has; a reader may ask for them in vain.
  void add_unused(JsonText& json) const {
    json.key("other_kinds").open_list();
    for (const Kind& kind : graph_.vocabulary().kinds())
      if (!kind_row_.contains(kind.id)) json.value(kind.id);
    json.close_list().key("other_types").open_list();
    for (const RelationType& type : graph_.vocabulary().types())
      if (!type_row_.contains(type.id))
        for (const std::string& id : {type.id, type.inverse_id})
          if (!id.empty()) json.value(id);
    json.close_list();
  }

  [[nodiscard]] std::string names_json(const Entity& entity) const {
    JsonText json;
    json.open_object();
    for (const LanguageNames& names : entity.names) {
      json.key(names.language).open_list();
      for (const std::string& name : names.names) json.value(name);
      json.close_list();
    }
    return json.close_object().str();
  }

  [[nodiscard]] static std::string link_in(const Entity& entity) {
    const AttributeValue* value = find_attribute(entity.attributes, "url");
    const Scalar* scalar = value ? std::get_if<Scalar>(value) : nullptr;
    const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
    return text ? safe_link(*text) : std::string();
  }

  /// A date in words, a language after another; only the first where all are alike.
  [[nodiscard]] std::string told_date(const std::optional<When>& when, Reading reading) const {
    JsonText json;
    json.open_list();
    if (when)
      for (const std::string& language : told_in_) json.value(describe(*when, reading, language));
    return json.close_list().str();
  }

  [[nodiscard]] std::int64_t life(EntityId entity) {
    const auto when = graph_.when(entity);
    if (!when) return -1;
    std::vector<Day> days;
    add_days(*when, Reading::interval, days);
    return verdicts(probed_row(std::move(days), [&](const Window& window) {
      TimeContext context;
      if (!whole_.observed_through.empty())
        context.observed_through = Window::parse(whole_.observed_through).last;
      const Answer answer = holds_during(*when, Reading::interval, window, context);
      return SelectedRelation{.verdict = answer.verdict, .why = Why::imprecise};
    }));
  }

  [[nodiscard]] std::string entities_json() {
    const auto places = page_places(graph_, facts_.entities, relations_, languages_);
    JsonText json;
    json.open_list();
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      const Entity entity = graph_.record(entities_[i]);
      json.open_object().member("id", entity.id);
      json.member("k", kind_row_.at(entity.kind)).key("n").raw(names_json(entity));
      json.key("f").open_list();
      for (const std::string& form : search_.forms(entity)) json.value(form);
      json.close_list();
      if (entity.when) json.member("w", entity.when->text());
      if (entity.when) json.key("d").raw(told_date(entity.when, Reading::interval));
      if (const std::int64_t row = life(entities_[i]); row >= 0) json.member("l", row);
      if (const std::string url = link_in(entity); !url.empty()) json.member("u", url);
      if (i < places.size()) {
        const PagePlace& at = places[i];
        json.key("p").raw(ints_json(
            {static_cast<std::int64_t>(at.centre.x), static_cast<std::int64_t>(at.centre.y),
             static_cast<std::int64_t>(at.box.width), static_cast<std::int64_t>(at.box.height),
             at.is_main ? 1 : 0, at.rank}));
      }
      add_publication(json, entities_[i]);
      json.close_object();
    }
    return json.close_list().str();
  }

  void add_publication(JsonText& json, EntityId entity) {
    if (!graph_.vocabulary().is_a(graph_.kind(entity), "document")) return;
    const auto when = publication(graph_.store(), entity);
    Ints days;
    if (when) {
      const auto day = [](Day each) { return each == day_max ? Day{999'999'999} : each; };
      const Appearance appeared = appearance(*when);
      days = {day(appeared.possibly), day(appeared.certainly)};
    }
    json.key("o").raw(ints_json(days));
  }

  [[nodiscard]] std::string sentences_json(RelationId relation) const {
    std::vector<std::string> told;
    for (const std::string& language : told_in_)
      told.push_back(describe(graph_, relation, viewpoint_, language));
    while (told.size() > 1 && told.back() == told.front()) told.pop_back();
    JsonText json;
    json.open_list();
    for (const std::string& sentence : told) json.value(sentence);
    return json.close_list().str();
  }

  [[nodiscard]] std::string evidence_json(RelationId relation) const {
    JsonText json;
    json.open_list();
    for (const Evidence& piece : viewpoint_.evidence(relation)) {
      json.open_list().value(row(piece.source)).value(piece.at);
      if (!piece.asserted_by.empty() || piece.when) json.value(row(piece.asserted_by));
      if (piece.when) json.value(piece.when->text());
      json.close_list();
    }
    return json.close_list().str();
  }

  [[nodiscard]] std::string relations_json() {
    JsonText json;
    json.open_list();
    for (const RelationId relation : relations_) {
      const RelationType& type = graph_.type(relation);
      json.open_object().member("id", graph_.id(relation)).member("t", type_row_.at(type.id));
      json.member("a", row_of_[index(graph_.from(relation))]);
      json.member("b", row_of_[index(graph_.to(relation))]);
      if (const auto modality = graph_.modality(relation); modality != Modality::fact)
        json.member("m", static_cast<unsigned>(modality));
      json.member("r", verdicts(verdict_row(graph_, whole_, viewpoint_, relation)));
      if (const auto when = viewpoint_.when(relation)) {
        json.member("w", when->text());
        if (const auto first = when->earliest()) json.member("o", *first);
      }
      json.key("s").raw(sentences_json(relation)).key("e").raw(evidence_json(relation));
      if (const Attributes attributes = graph_.record(relation).attributes; !attributes.empty()) {
        std::string text;
        json::append_attributes(text, attributes);
        json.key("x").raw(text);
      }
      json.close_object();
    }
    return json.close_list().str();
  }

  [[nodiscard]] std::string scenarios_json() {
    const PageScenarios all = page_scenarios(graph_, whole_, relations_);
    JsonText json;
    json.open_object().member("complete", all.is_complete).key("masks").open_list();
    for (const auto& mask : all.masks) {
      json.open_list();
      for (const Modality modality : mask) json.value(static_cast<unsigned>(modality));
      json.close_list();
    }
    json.close_list().key("relations").open_object();
    for (const SensitiveRelation& each : all.relations) {
      json.key(std::to_string(relation_row_.at(each.relation))).open_list();
      for (const SeenThrough& through : each.through) {
        json.open_list().value(through.source ? row_of_[index(*through.source)] : -1).open_list();
        for (const SeenRow& stage : through.stages) {
          Ints numbers = {stage.known_by == day_min ? -999'999'999 : stage.known_by,
                          static_cast<std::int64_t>(stage.known)};
          for (const VerdictRow& row : stage.rows) numbers.push_back(verdicts(row));
          json.raw(ints_json(numbers));
        }
        json.close_list().close_list();
      }
      json.close_list();
    }
    return json.close_object().close_object().str();
  }

  /// The days that something is dated by.
  [[nodiscard]] std::pair<Day, Day> span() const {
    Day first = day_max;
    Day last = day_min;
    const auto add = [&](const std::optional<When>& when) {
      if (!when) return;
      for (const auto& day : {when->earliest(), when->latest()})
        if (day && is_calendar_day(*day)) {
          first = std::min(first, *day);
          last = std::max(last, *day);
        }
    };
    for (const RelationId relation : relations_) add(viewpoint_.when(relation));
    if (first > last)
      for (const EntityId entity : facts_.entities) add(graph_.when(entity));
    return first > last ? std::pair<Day, Day>{0, 0} : std::pair{first, last};
  }

  [[nodiscard]] std::string story_json() const {
    JsonText json;
    json.open_list();
    for (const StoryView& view : options_.story)
      json.open_object()
          .member("state", view.state)
          .key("text")
          .raw(labels_json(view.text))
          .close_object();
    return json.close_list().str();
  }

  [[nodiscard]] std::string json() {
    const auto [first, last] = span();
    JsonText json;
    json.open_object().member("format", "entente-page/1").member("title", title());
    if (options_.title.empty()) json.key("titles").raw(labels_json(graph_.titles()));
    json.key("languages").open_list();
    for (const std::string& tag : languages_.tags()) json.value(tag);
    json.close_list().key("told").open_list();
    for (const std::string& tag : told_in_) json.value(tag);
    json.close_list();
    if (options_.theme) json.member("theme", to_string(*options_.theme));
    json.key("selection").raw(answers::selection_json(selection_));
    json.member("first", first).member("last", last);
    json.member("count", facts_.entities.size()).member("left_out", left_out_);
    json.key("kinds").raw(kinds_json()).key("types").raw(types_json());
    add_unused(json);
    json.key("looks").raw(page_looks(classes_));
    json.key("entities").raw(entities_json()).key("relations").raw(relations_json());
    json.key("scenarios").raw(scenarios_json()).key("rows").open_list();
    for (const std::string_view row : rows_) json.raw(row);
    json.close_list().key("variants").open_list();
    for (const auto& [character, form] : search_.variants()) json.value(character + form);
    json.close_list().key("story").raw(story_json());
    return json.close_object().str();
  }

  const Graph& graph_;
  const Selection& selection_;
  const PageOptions& options_;
  LanguagePreference languages_;
  Selection whole_;
  Viewpoint viewpoint_;
  SelectedFacts facts_;
  std::size_t left_out_ = 0;
  std::vector<EntityId> entities_;
  std::vector<RelationId> relations_;
  std::vector<std::int64_t> row_of_;  // by entity of the graph; -1: not in the page
  std::map<RelationId, std::int64_t> relation_row_;
  std::map<std::string, std::int64_t, std::less<>> kind_row_;
  std::map<std::string, std::int64_t, std::less<>> type_row_;
  std::map<std::string, std::int64_t, std::less<>> row_numbers_;
  std::vector<std::string> rows_;
  std::vector<std::string> told_in_;
  DrawnClasses classes_;
  SearchForms search_;
};

}  // namespace

PageData page_data(const Graph& graph, const Selection& selection, const PageOptions& options) {
  return PageWriter(graph, selection, options).run();
}

}  // namespace entente
