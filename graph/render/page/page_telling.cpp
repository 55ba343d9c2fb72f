#include "render/page/page_telling.hpp"

#include <string_view>
#include <vector>

#include <entente/words/sentence.hpp>

#include "render/page/page_json.hpp"
#include "words/telling.hpp"

namespace entente {
namespace {

bool is_plain(std::string_view text) {
  return text.find_first_not_of("0123456789-") == std::string_view::npos;
}

}  // namespace

Telling telling(const Viewpoint& viewpoint, RelationId relation) {
  return {viewpoint.when(relation), viewpoint.shown_end(relation)};
}

/// A text in each language; the last ones are left out where they are like the first.
template <class Tell>
std::string PageWords::in_all(const Tell& tell_in) const {
  std::vector<std::string> told;
  for (const std::string& language : contents_.spoken()) told.push_back(tell_in(language));
  while (told.size() > 1 && told.back() == told.front()) told.pop_back();
  return texts_json(told);
}

void PageWords::add_telling(JsonText& json, RelationId relation, const Telling& told) {
  const Graph& graph = contents_.graph();
  if (told.when) {
    json.member("w", told.when->text());
    if (const auto first = told.when->earliest()) json.member("o", page_day(*first));
    add_date(*told.when, graph.type(relation).reading);
  }
  json.key("s").raw(
      in_all([&](const std::string& in) { return tell(graph, relation, told.when, {}, in); }));
  if (told.end)
    json.key("i").raw(
        in_all([&](const std::string& in) { return describe_inferred_end(graph, *told.end, in); }));
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
      json.raw(in_all([&](const std::string& in) { return tell_source(graph, piece, in); }));
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
  for (const auto& [key, told] : dates_) json.key(key).raw(told);
  return json.close_object().str();
}

}  // namespace entente
