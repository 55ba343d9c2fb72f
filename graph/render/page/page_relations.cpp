#include "render/page/page_relations.hpp"

#include <entente/base/json_text.hpp>

#include "model/json_append.hpp"

namespace entente {
namespace {

class RelationRows {
 public:
  RelationRows(const PageContents& contents, const PageVocabulary& vocabulary, DistinctRows& rows,
               PageWords& words)
      : contents_(contents),
        graph_(contents.graph()),
        vocabulary_(vocabulary),
        rows_(rows),
        words_(words),
        view_(contents.graph(), contents.whole()) {}

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
      json.member("r", rows_.number(verdict_row(graph_, contents_.whole(), view_, relation,
                                                contents_.near())));
      words_.add_statement(json, relation, statement_of(contents_.viewpoint(), relation));
      json.key("e").raw(words_.evidence_json(relation));
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
  const PageContents& contents_;
  const Graph& graph_;
  const PageVocabulary& vocabulary_;
  DistinctRows& rows_;
  PageWords& words_;
  const SeenBy view_;
};

}  // namespace

std::string page_relations(const PageContents& contents, const PageVocabulary& vocabulary,
                           DistinctRows& rows, PageWords& words) {
  return RelationRows(contents, vocabulary, rows, words).json();
}

}  // namespace entente
