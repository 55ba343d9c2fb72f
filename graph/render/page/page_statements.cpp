#include "render/page/page_statements.hpp"

#include <string_view>
#include <vector>

#include <entente/words/sentence.hpp>

#include "render/page/page_json.hpp"
#include "words/sentence_of.hpp"

namespace entente {
namespace {

bool is_plain(std::string_view text) {
  return text.find_first_not_of("0123456789-") == std::string_view::npos;
}

}  // namespace

Statement statement_of(const Viewpoint& viewpoint, RelationId relation) {
  return {viewpoint.when(relation), viewpoint.shown_end(relation)};
}

/// A text in each language; the last ones are left out where they are like the first.
template <class Describe>
std::string PageWords::in_all(const Describe& described) const {
  std::vector<std::string> texts;
  for (const std::string& language : contents_.spoken()) texts.push_back(described(language));
  while (texts.size() > 1 && texts.back() == texts.front()) texts.pop_back();
  return texts_json(texts);
}

void PageWords::add_statement(JsonText& json, RelationId relation, const Statement& statement) {
  const Graph& graph = contents_.graph();
  if (statement.when) {
    json.member("w", statement.when->text());
    if (const auto first = statement.when->earliest()) json.member("o", page_day(*first));
    add_date(*statement.when, graph.type(relation).reading);
  }
  json.key("s").raw(in_all(
      [&](const std::string& in) { return describe_as(graph, relation, statement.when, {}, in); }));
  if (statement.end)
    json.key("i").raw(in_all(
        [&](const std::string& in) { return describe_inferred_end(graph, *statement.end, in); }));
}

std::string PageWords::evidence_json(RelationId relation) {
  const Graph& graph = contents_.graph();
  JsonText json;
  json.open_list();
  for (const Evidence& piece : contents_.viewpoint().evidence(relation)) {
    const std::int64_t document = contents_.row(piece.source);
    json.open_list().value(document).value(piece.at);
    if (!piece.asserted_by.empty() || piece.when || document < 0) {
      json.value(contents_.row(piece.asserted_by)).value(piece.when ? piece.when->text() : "");
      json.raw(in_all([&](const std::string& in) { return describe_source(graph, piece, in); }));
    }
    if (piece.when) add_date(*piece.when, graph.type(relation).reading);
    json.close_list();
  }
  return json.close_list().str();
}

void PageWords::add_date(const When& when, Reading reading) {
  if (is_plain(when.text())) return;
  const auto [place, fresh] =
      dates_.try_emplace((reading == Reading::instant ? 'o' : 'i') + std::string(when.text()));
  if (fresh)
    place->second = in_all([&](const std::string& in) { return describe(when, reading, in); });
}

std::string PageWords::dates_json() const {
  JsonText json;
  json.open_object();
  for (const auto& [key, words] : dates_) json.key(key).raw(words);
  return json.close_object().str();
}

}  // namespace entente
