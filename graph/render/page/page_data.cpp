#include "render/page/page_data.hpp"

#include <algorithm>
#include <utility>

#include <entente/base/json_text.hpp>

#include "answer/rows/rows.hpp"
#include "render/label/label.hpp"
#include "render/page/page_contents.hpp"
#include "render/page/page_entities.hpp"
#include "render/page/page_json.hpp"
#include "render/page/page_relations.hpp"
#include "render/page/page_scenarios.hpp"
#include "render/page/page_search.hpp"
#include "render/page/page_vocabulary.hpp"

namespace entente {
namespace {

class PageWriter {
 public:
  PageWriter(const Graph& graph, const Selection& selection, const PageOptions& options)
      : graph_(graph),
        selection_(selection),
        options_(options),
        contents_(graph, selection, options),
        vocabulary_(contents_) {}

  PageData run() {
    PageData data{.title = title(), .language = contents_.languages().tags().front()};
    data.written = {contents_.selected().size(), contents_.left_out()};
    data.json = json();
    return data;
  }

 private:
  [[nodiscard]] std::string title() const {
    if (!options_.title.empty()) return options_.title;
    std::string text(label(graph_.titles(), contents_.languages().tags()));
    return text.empty() ? "entente" : text;
  }

  [[nodiscard]] std::string scenarios_json() {
    const PageScenarios all = page_scenarios(graph_, contents_.whole(), contents_.relations());
    JsonText json;
    json.open_object().member("complete", all.is_complete).key("masks").open_list();
    for (const auto& mask : all.masks) {
      json.open_list();
      for (const Modality modality : mask) json.value(static_cast<unsigned>(modality));
      json.close_list();
    }
    json.close_list().key("relations").open_object();
    for (const SensitiveRelation& each : all.relations) {
      json.key(std::to_string(contents_.row(each.relation))).open_list();
      for (const SeenThrough& through : each.through) {
        json.open_list().value(through.source ? contents_.row(*through.source) : -1).open_list();
        for (const SeenRow& stage : through.stages) {
          PageInts numbers = {page_day(stage.known_by),
                              static_cast<std::int64_t>(stage.known)};
          for (const VerdictRow& row : stage.rows) numbers.push_back(rows_.number(row));
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
    for (const RelationId relation : contents_.relations())
      add(contents_.viewpoint().when(relation));
    if (first > last)
      for (const EntityId entity : contents_.selected()) add(graph_.when(entity));
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
    json.key("languages").raw(texts_json(contents_.languages().tags()));
    json.key("told").raw(texts_json(contents_.spoken()));
    if (options_.theme) json.member("theme", to_string(*options_.theme));
    json.key("selection").raw(answers::selection_json(selection_));
    json.member("first", page_day(first)).member("last", page_day(last));
    json.member("count", contents_.selected().size()).member("left_out", contents_.left_out());
    vocabulary_.write(json);
    json.key("looks").raw(page_looks(vocabulary_.classes()));
    json.key("entities").raw(page_entities(contents_, vocabulary_, rows_, search_));
    json.key("relations").raw(page_relations(contents_, vocabulary_, rows_));
    json.key("scenarios").raw(scenarios_json()).key("rows").open_list();
    for (const std::string_view row : rows_.rows()) json.raw(row);
    json.close_list().key("variants").open_list();
    for (const auto& [character, form] : search_.variants()) json.value(character + form);
    json.close_list().key("story").raw(story_json());
    return json.close_object().str();
  }

  const Graph& graph_;
  const Selection& selection_;
  const PageOptions& options_;
  PageContents contents_;
  PageVocabulary vocabulary_;
  DistinctRows rows_;
  SearchForms search_;
};

}  // namespace

PageData page_data(const Graph& graph, const Selection& selection, const PageOptions& options) {
  return PageWriter(graph, selection, options).run();
}

}  // namespace entente
