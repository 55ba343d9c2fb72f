#include "answer/rows/query_cells.hpp"

#include <string_view>
#include <utility>

#include <entente/base/json_text.hpp>
#include <entente/words/sentence.hpp>

#include "answer/rows/query_values.hpp"
#include "query/pattern/values/value_text.hpp"

namespace entente::answers {
namespace {

using query::Value;

class CellText {
 public:
  CellText(const QueryAnswer& answer, const Shown& shown, Reader reader, const CellRoom& room)
      : answer_(answer), shown_(shown), reader_(reader), room_(room) {}

  std::string text(const Value& value) {
    if (value.text())
      append(*value.text());
    else
      add(value);
    return std::move(text_);
  }

 private:
  [[nodiscard]] bool is_dossier() const { return answer_.question.graph.entity_count() > 0; }

  void append(std::string_view more) {
    room_.need(text_.size() + more.size());
    text_ += more;
  }

  void add(const Value& value) {
    switch (value.kind()) {
      case query::ValueKind::null:
        return append("null");
      case query::ValueKind::text:
        return append(json_quoted(*value.text()));
      case query::ValueKind::node:
        return add_node(*value.node());
      case query::ValueKind::edge:
        return add_edge(*value.edge());
      case query::ValueKind::path:
        return add_path(*value.path());
      case query::ValueKind::list: {
        std::string_view divider = "[";
        for (const Value& item : *value.list()) {
          append(std::exchange(divider, ", "));
          add(item);
        }
        return append(value.list()->empty() ? "[]" : "]");
      }
      case query::ValueKind::map:
        return add_map(*value.map());
      default:
        return append(query::plain_text(value));
    }
  }

  void add_map(const query::Map& members) {
    std::string_view divider = "{";
    for (const auto& [name, member] : members) {
      append(std::exchange(divider, ", "));
      append(name + ": ");
      add(member);
    }
    append(members.empty() ? "{}" : "}");
  }

  void add_node(query::Node node) {
    if (is_dossier())
      return append(reader_ == Reader::program
                        ? *answer_.source.id(node).text()
                        : answer_.question.name(EntityId{static_cast<std::uint32_t>(node)}));
    append("(" + query::plain_text(answer_.source.id(node)));
    for (const std::string& label : answer_.source.labels(node)) append(":" + label);
    add_properties(answer_.source.properties(node));
    append(")");
  }

  void add_edge(query::Edge edge) {
    if (is_dossier())
      return append(reader_ == Reader::program ? *answer_.source.id(edge).text()
                                               : sentence_of(edge));
    append("[" + query::plain_text(answer_.source.id(edge)) + ":" + answer_.source.type(edge));
    add_properties(answer_.source.properties(edge));
    append("]");
  }

  [[nodiscard]] std::string sentence_of(query::Edge edge) const {
    const Question& question = answer_.question;
    const RelationId relation{static_cast<std::uint32_t>(edge)};
    return shown_.seen ? describe(question.graph, relation, *shown_.seen, question.languages)
                       : describe(question.graph, relation, question.languages);
  }

  void add_properties(const query::Map& properties) {
    if (properties.empty()) return;
    append(" ");
    add_map(properties);
  }

  /// A -type-> B <-type- C
  void add_path(const query::Walk& walk) {
    add_node(walk.nodes[0]);
    for (std::size_t i = 0; i < walk.edges.size(); ++i) {
      const bool is_forward = answer_.source.from(walk.edges[i]) == walk.nodes[i];
      append(is_forward ? " -" : " <-");
      if (is_dossier() && reader_ == Reader::person)
        append(answer_.source.type(walk.edges[i]));
      else
        add_edge(walk.edges[i]);
      append(is_forward ? "-> " : "- ");
      add_node(walk.nodes[i + 1]);
    }
  }

  const QueryAnswer& answer_;
  const Shown& shown_;
  Reader reader_;
  const CellRoom& room_;
  std::string text_;
};

}  // namespace

std::string cell_text(const QueryAnswer& answer, std::size_t column, const Value& value,
                      Reader reader, const CellRoom& room) {
  if (value.is_null() && reader == Reader::program) return {};
  const Shown by = shown(answer, column);
  return CellText(answer, by, reader, room).text(value);
}

}  // namespace entente::answers
