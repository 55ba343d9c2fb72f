#include "render/page/page_entities.hpp"

#include <variant>

#include <entente/base/json_text.hpp>
#include <entente/words/sentence.hpp>

#include "facts/lifespan.hpp"
#include "facts/publication.hpp"
#include "render/label/label.hpp"
#include "render/page/page_places.hpp"
#include "render/page/page_scenarios.hpp"

namespace entente {
namespace {

class EntityRows {
 public:
  EntityRows(const PageContents& contents, const PageVocabulary& vocabulary, DistinctRows& rows,
             SearchForms& search)
      : contents_(contents),
        graph_(contents.graph()),
        vocabulary_(vocabulary),
        rows_(rows),
        search_(search) {}

  [[nodiscard]] std::string json() {
    const auto places =
        page_places(graph_, contents_.selected(), contents_.relations(), contents_.languages());
    const std::vector<EntityId>& entities = contents_.entities();
    JsonText json;
    json.open_list();
    for (std::size_t i = 0; i < entities.size(); ++i) {
      const Entity entity = graph_.record(entities[i]);
      json.open_object().member("id", entity.id);
      json.member("k", vocabulary_.kind_row(entity.kind)).key("n").raw(names_json(entity));
      json.key("f").raw(texts_json(search_.forms(entity)));
      if (entity.when) json.member("w", entity.when->text());
      if (entity.when) json.key("d").raw(date_in_words(entity.when, Reading::interval));
      if (const std::int64_t row = life(entities[i]); row >= 0) json.member("l", row);
      if (const std::string url = link_in(entity); !url.empty()) json.member("u", url);
      if (i < places.size()) {
        const PagePlace& at = places[i];
        json.key("p").raw(ints_json(
            {static_cast<std::int64_t>(at.centre.x), static_cast<std::int64_t>(at.centre.y),
             static_cast<std::int64_t>(at.box.width), static_cast<std::int64_t>(at.box.height),
             at.is_main ? 1 : 0, at.rank, at.region}));
      }
      add_publication(json, entities[i]);
      json.close_object();
    }
    return json.close_list().str();
  }

 private:
  [[nodiscard]] std::string names_json(const Entity& entity) const {
    JsonText json;
    json.open_object();
    for (const LanguageNames& names : entity.names)
      json.key(names.language).raw(texts_json(names.names));
    return json.close_object().str();
  }

  [[nodiscard]] static std::string link_in(const Entity& entity) {
    const AttributeValue* value = find_attribute(entity.attributes, "url");
    const Scalar* scalar = value ? std::get_if<Scalar>(value) : nullptr;
    const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
    return text ? safe_link(*text) : std::string();
  }

  /// A date in words, a language after another; only the first where all are alike.
  [[nodiscard]] std::string date_in_words(const std::optional<When>& when, Reading reading) const {
    JsonText json;
    json.open_list();
    if (when)
      for (const std::string& language : contents_.spoken())
        json.value(describe(*when, reading, language));
    return json.close_list().str();
  }

  [[nodiscard]] std::int64_t life(EntityId entity) {
    const auto when = lifespan_of(graph_, entity);
    if (!when) return -1;
    TimeContext context;
    if (const std::string& day = contents_.whole().observed_through; !day.empty())
      context.observed_through = Window::parse(day).last;
    ChangeDays changes{.near = contents_.near()};
    changes.add(*when, Reading::interval);
    if (const auto day = context.observed_through) changes.add(Bounds{*day, *day, *day, *day});
    return rows_.number(
        probed_row(std::move(changes), [&](const Window& window, Coverage coverage) {
          const QualifiedVerdict answer =
              coverage == Coverage::some_day
                  ? holds_during(*when, Reading::interval, window, context)
                  : holds_throughout(*when, Reading::interval, window, context);
          return SelectedRelation{.verdict = answer.verdict, .why = Why::imprecise};
        }));
  }

  void add_publication(JsonText& json, EntityId entity) {
    if (!graph_.vocabulary().is_a(graph_.kind(entity), "document")) return;
    const auto when = publication(graph_.store(), entity);
    PageInts days;
    if (when) {
      const Appearance appeared = appearance(*when);
      days = {page_day(appeared.possibly), page_day(appeared.certainly)};
    }
    json.key("o").raw(ints_json(days));
  }

  const PageContents& contents_;
  const Graph& graph_;
  const PageVocabulary& vocabulary_;
  DistinctRows& rows_;
  SearchForms& search_;
};

}  // namespace

std::string page_entities(const PageContents& contents, const PageVocabulary& vocabulary,
                          DistinctRows& rows, SearchForms& search) {
  return EntityRows(contents, vocabulary, rows, search).json();
}

}  // namespace entente
