// Labels and types become numbers; what the graph does not have, properties too, is remarked upon.

#include <algorithm>
#include <unordered_set>

#include <entente/text/edit_distance.hpp>

#include "query/pattern/functions/functions.hpp"
#include "query/pattern/match/match_plan.hpp"
#include "query/pattern/property_words.hpp"
#include "query/pattern/syntax/binder.hpp"
#include "query/pattern/syntax/walk_syntax.hpp"

namespace entente::query {
namespace {

class WordResolver : public SyntaxVisitor {
 public:
  WordResolver(const Store& store, std::vector<std::string>& remarks)
      : store_(store), properties_(store), remarks_(remarks) {}

  void visit(NodePattern& node) override {
    node.label_numbers = numbers(node.labels);
    check_members(node.map, PropertyWords::Of::nodes);
  }
  void visit(Expr& expr) override {
    if (expr.kind == ExprKind::has_labels) expr.label_numbers = numbers(expr.labels);
    if (reckons_with_null(expr))
      for (const ExprPtr& kid : expr.kids) reckoned_with_.insert(kid.get());
    if (!reckoned_with_.contains(&expr)) check_property(expr);
  }
  void visit(EdgePattern& edge) override {
    for (const Name& type : edge.types) {
      const auto number = store_.types().find(type.text);
      if (number)
        edge.type_numbers.push_back(*number);
      else
        remark("type", type.text, store_.types());
    }
    std::sort(edge.type_numbers.begin(), edge.type_numbers.end());
    edge.type_numbers.erase(std::unique(edge.type_numbers.begin(), edge.type_numbers.end()),
                            edge.type_numbers.end());
    check_members(edge.map, PropertyWords::Of::edges);
  }
  /// A node is alone if no link of its MATCH touches it, under whatever name.
  void visit(Match& match) override {
    std::unordered_set<Slot> linked;
    for (const PathPattern& path : match.paths)
      if (!path.chain.links.empty())
        for (const NodePattern& node : path.chain.nodes) linked.insert(node.name.slot);
    for (PathPattern& path : match.paths)
      if (path.chain.links.empty()) {
        NodePattern& node = path.chain.nodes[0];
        node.is_alone =
            !node.name.is_bound && (node.name.slot == no_slot || !linked.contains(node.name.slot));
      }
    remark_on_choice(match);
  }
  using SyntaxVisitor::visit;

 private:
  std::vector<std::vector<std::uint32_t>> numbers(const Labels& labels) {
    std::vector<std::vector<std::uint32_t>> known;
    for (const std::vector<Name>& all : labels) {
      std::vector<std::uint32_t> group;
      for (const Name& label : all) {
        const auto number = store_.labels().find(label.text);
        if (number)
          group.push_back(*number);
        else
          remark(store_.dossier() ? "kind" : "label", label.text, store_.labels());
      }
      if (group.size() == all.size()) known.push_back(std::move(group));
    }
    return known;
  }

  /// Whoever asks for the shortest and for more than that may think that both are searched for.
  void remark_on_choice(const Match& match) {
    for (const PathPattern& path : match.paths) {
      const bool is_judged = match.where && path.is_selective() && !path.searches_by_where &&
                             (reads_way(*match.where, path.name.slot) ||
                              std::ranges::any_of(path.chain.links, [&](const Link& link) {
                                return link.edge && reads_way(*match.where, link.edge->name.slot);
                              }));
      if (is_judged)
        add_remark(
            "WHERE is asked of the shortest paths that were chosen; what each edge of a path must "
            "be, stands in its brackets: -[r WHERE …]->");
    }
  }
  static bool reads_way(const Expr& where, Slot slot) {
    return slot != no_slot && reads(where, slot);
  }

  /// Whether it asks of its operands whether they are there.
  static bool reckons_with_null(const Expr& expr) {
    return expr.kind == ExprKind::is_null || expr.kind == ExprKind::is_not_null ||
           (expr.kind == ExprKind::call &&
            (expr.function->name == "exists" || expr.function->name == "coalesce"));
  }

  /// `n.nmae`, `n['nmae']`
  void check_property(const Expr& expr) {
    const bool is_element = expr.kind == ExprKind::element &&
                            expr.kids[1]->kind == ExprKind::literal && expr.kids[1]->value.text();
    if (expr.kind != ExprKind::property && !is_element) return;
    const Type type = expr.kids[0]->type;
    if (type != Type::node && type != Type::edge) return;
    check_name(type == Type::node ? PropertyWords::Of::nodes : PropertyWords::Of::edges,
               is_element ? *expr.kids[1]->value.text() : expr.text);
  }
  /// `{nmae: 'x'}` of a pattern.
  void check_members(const ExprPtr& map, PropertyWords::Of of) {
    if (!map) return;
    for (const std::string& name : map->names) check_name(of, name);
  }
  /// A property that nothing has is null, which is no error: a text of another graph may know it.
  void check_name(PropertyWords::Of of, const std::string& name) {
    if (properties_.may_have(of, name)) return;
    const bool is_node = of == PropertyWords::Of::nodes;
    const auto best = properties_.meant(of, name);
    if (!best && !properties_.looks_at_all(of)) return;
    const std::string_view one =
        store_.dossier() ? (is_node ? "entity" : "relation") : (is_node ? "node" : "edge");
    const std::string_view many =
        store_.dossier() ? (is_node ? "entities" : "relations") : (is_node ? "nodes" : "edges");
    tell((properties_.looks_at_all(of) ? "no " + std::string(one) + " here"
                                       : "none of the first 100,000 " + std::string(many)) +
             " has the property ",
         name, best);
  }

  void remark(std::string_view what, const std::string& word, const Words& known) {
    tell("nothing here has the " + std::string(what) + " ", word,
         nearest(word, std::span<const std::string>(known.all())));
  }
  /// A plain graph has no vocabulary: that a word is missing is no mistake if nothing is like it,
  /// and one of a letter or two is like any other.
  void tell(std::string text, const std::string& word, const std::optional<std::string>& meant) {
    if (!store_.dossier() && (!meant || word.size() < 3)) return;
    text += word;
    if (meant) text += "; did you mean " + *meant + "?";
    add_remark(std::move(text));
  }
  void add_remark(std::string text) {
    if (std::ranges::find(remarks_, text) == remarks_.end()) remarks_.push_back(std::move(text));
  }

  const Store& store_;
  PropertyWords properties_;
  std::vector<std::string>& remarks_;
  std::unordered_set<const Expr*> reckoned_with_;
};

}  // namespace

void resolve_words(Query& query, const Store& store, std::vector<std::string>& remarks) {
  WordResolver(store, remarks).walk(query);
}

std::size_t candidates(const NodePattern& node, const Store& store) {
  if (node.labels.empty()) return store.node_count();
  std::size_t count = 0;
  for (const auto& all : node.label_numbers) {
    std::size_t least = store.node_count();
    for (const std::uint32_t label : all) least = std::min(least, store.nodes_with(label).size());
    count += least;
  }
  return count;
}

}  // namespace entente::query
