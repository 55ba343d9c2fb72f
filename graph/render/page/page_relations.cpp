#include "render/page/page_relations.hpp"

#include <entente/base/json_text.hpp>
#include <entente/words/sentence.hpp>

#include "answer/rows/rows.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

class RelationRows {
 public:
  RelationRows(const PageContents& contents, const PageVocabulary& vocabulary, DistinctRows& rows)
      : contents_(contents), graph_(contents.graph()), vocabulary_(vocabulary), rows_(rows) {}

  [[nodiscard]] std::string json() {
    JsonText json;
    json.open_list();
    for (const RelationId relation : contents_.relations()) {
      const RelationType& type = graph_.type(relation);
      json.open_object()
          .member("id", graph_.id(relation))
          .member("t", vocabulary_.type_row(type.id));
      json.member("a", contents_.row(graph_.from(relation)));
      json.member("b", contents_.row(graph_.to(relation)));
      if (const auto modality = graph_.modality(relation); modality != Modality::fact)
        json.member("m", static_cast<unsigned>(modality));
      json.member("r", rows_.number(verdict_row(graph_, contents_.whole(), contents_.viewpoint(),
                                                relation)));
      if (const auto when = contents_.viewpoint().when(relation)) {
        json.member("w", when->text());
        if (const auto first = when->earliest()) json.member("o", page_day(*first));
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

 private:
  [[nodiscard]] std::string sentences_json(RelationId relation) const {
    std::vector<std::string> told;
    for (const std::string& language : contents_.spoken())
      told.push_back(describe(graph_, relation, contents_.viewpoint(), language));
    while (told.size() > 1 && told.back() == told.front()) told.pop_back();
    JsonText json;
    json.open_list();
    for (const std::string& sentence : told) json.value(sentence);
    return json.close_list().str();
  }

  [[nodiscard]] std::string evidence_json(RelationId relation) const {
    JsonText json;
    json.open_list();
    for (const Evidence& piece : contents_.viewpoint().evidence(relation)) {
      json.open_list().value(contents_.row(piece.source)).value(piece.at);
      if (!piece.asserted_by.empty() || piece.when) json.value(contents_.row(piece.asserted_by));
      if (piece.when) json.value(piece.when->text());
      json.close_list();
    }
    return json.close_list().str();
  }

  const PageContents& contents_;
  const Graph& graph_;
  const PageVocabulary& vocabulary_;
  DistinctRows& rows_;
};

}  // namespace

std::string page_relations(const PageContents& contents, const PageVocabulary& vocabulary,
                           DistinctRows& rows) {
  return RelationRows(contents, vocabulary, rows).json();
}

}  // namespace entente
