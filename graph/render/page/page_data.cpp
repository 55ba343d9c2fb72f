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
        vocabulary_(contents_),
        words_(contents_) {}

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
    const PageScenarios all =
        page_scenarios(graph_, contents_.whole(), contents_.relations(), contents_.near());
    JsonText json;
    JsonText statements;
    statements.open_list();
    std::int64_t statement_count = 0;
    json.open_object().member("complete", all.is_complete).key("masks").open_list();
    for (const auto& mask : all.masks) {
      json.open_list();
      for (const Modality modality : mask) json.value(static_cast<unsigned>(modality));
      json.close_list();
    }
    json.close_list().key("relations").open_object();
    for (const SensitiveRelation& each : all.relations) {
      // The first is that of the relation itself.
      std::vector<std::pair<Statement, std::int64_t>> known = {
          {statement_of(contents_.viewpoint(), each.relation), 0}};
      const auto number_of = [&](const Statement& one) {
        const auto found =
            std::ranges::find(known, one, &std::pair<Statement, std::int64_t>::first);
        if (found != known.end()) return found->second;
        words_.add_statement(statements.open_object(), each.relation, one);
        statements.close_object();
        return known.emplace_back(one, ++statement_count).second;
      };
      json.key(std::to_string(contents_.row(each.relation))).open_list();
      for (const SeenThrough& through : each.through) {
        json.open_list().value(through.source ? contents_.row(*through.source) : -1).open_list();
        for (const SeenRow& stage : through.stages) {
          PageInts numbers = {page_day(stage.known_by), static_cast<std::int64_t>(stage.known)};
          for (const VerdictRow& row : stage.rows) numbers.push_back(rows_.number(row));
          PageInts words;
          for (const Statement& one : stage.statements) words.push_back(number_of(one));
          if (std::ranges::any_of(words, [](std::int64_t number) { return number != 0; }))
            numbers.insert(numbers.end(), words.begin(), words.end());
          json.raw(ints_json(numbers));
        }
        json.close_list().close_list();
      }
      json.close_list();
    }
    json.close_object().key("told").raw(statements.close_list().str());
    return json.close_object().str();
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
    const auto [first, last] = contents_.span();
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
    json.key("relations").raw(page_relations(contents_, vocabulary_, rows_, words_));
    json.key("scenarios").raw(scenarios_json()).key("dates").raw(words_.dates_json());
    json.key("rows").open_list();
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
  PageWords words_;
  SearchForms search_;
};

}  // namespace

PageData page_data(const Graph& graph, const Selection& selection, const PageOptions& options) {
  return PageWriter(graph, selection, options).run();
}

}  // namespace entente
