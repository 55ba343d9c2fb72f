#pragma once

/// From one graph to the next: records added, replaced and removed.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace ENTENTE_API entente {

/// Gathers changes to a graph, or to nothing, and builds another. The graph it starts from stays as
/// it is, and so do its readers: a program swaps its copy of the Graph for the new one when it is
/// ready. A builder is for one thread.
///
///     GraphBuilder builder(graph);
///     builder.put(Relation{.id = "r-9", .type = "met_with", .from = "a", .to = "b"});
///     builder.remove("r-3");
///     const Graph next = builder.build();
///
/// Numbers of entities and relations are those of one graph: they follow the order of ids, and so
/// differ in the next. Carry ids over, not numbers.
class GraphBuilder {
 public:
  /// Starts from nothing. Cost: O(1).
  explicit GraphBuilder(Vocabulary vocabulary);
  /// Starts from a graph, with its titles and its vocabulary. Cost: O(1).
  explicit GraphBuilder(const Graph& graph);

  /// Adds the record, or replaces the one of its id. Cost: O(its size + log changes).
  GraphBuilder& put(Entity entity);
  /// The same for a relation.
  GraphBuilder& put(Relation relation);
  /// Takes the record of that id away. Relations of an entity that goes must go, too.
  /// @throws InvalidArgument `unknown-record` if there is none; `ambiguous-record` if an entity and
  /// a relation have it: remove_entity() and remove_relation() say which.
  GraphBuilder& remove(std::string_view id);
  /// Takes an entity away. @throws InvalidArgument `unknown-record`.
  GraphBuilder& remove_entity(std::string_view id);
  /// Takes a relation away. @throws InvalidArgument `unknown-record`.
  GraphBuilder& remove_relation(std::string_view id);
  /// How many records were put or removed.
  [[nodiscard]] std::size_t change_count() const { return entities_.size() + relations_.size(); }

  /// The graph with all changes so far; the builder can go on from there. It gives every answer as
  /// the graph of the changed dossier would.
  ///
  /// Cost of a few relations put or removed: O(changes · log records), and a copy of 4 bytes a
  /// relation and 4 a tie, since the numbers of relations follow their ids: a few milliseconds for
  /// a million relations. The other columns are shared with the graph it started from, which they
  /// keep in memory; inference is done anew where a change touches it. A graph made like that is
  /// read by way of an order of rows, one more look a relation.
  /// Cost once an eighth of the relations have changed since the columns were laid out, and where
  /// entities change: O(records) of the whole graph, whatever the changes, by several threads. No
  /// text is parsed, and of unchanged relations only those with attributes are taken apart. A
  /// quarter of a second of one processor for a million relations, 12 ms for 64,000.
  /// @throws DossierError as Graph's constructor, for the new records and what no longer fits.
  [[nodiscard]] Graph build() const;

 private:
  template <class Record>
  using Changes = std::map<std::string, std::optional<Record>, std::less<>>;

  [[nodiscard]] bool has_entity(std::string_view id) const;
  [[nodiscard]] bool has_relation(std::string_view id) const;

  std::optional<Graph> graph_;
  Vocabulary vocabulary_;
  Changes<Entity> entities_;  // none: removed
  Changes<Relation> relations_;
};

}  // namespace entente
