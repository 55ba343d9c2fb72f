#pragma once

/// The immutable multigraph of all facts of a dossier. Built once, read by any number of threads.

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/network/ids.hpp>
#include <entente/network/network.hpp>
#include <entente/network/projection.hpp>
#include <entente/network/selection.hpp>

namespace entente {

/// The outcome of looking an entity up by id or name: one, none, or several candidates.
class Lookup {
 public:
  Lookup(std::string text, std::vector<EntityId> candidates, std::string message);

  [[nodiscard]] bool has_value() const { return candidates_.size() == 1; }
  explicit operator bool() const { return has_value(); }
  /// The one entity meant. @throws InvalidArgument `unknown-entity` or `ambiguous-entity`, whose
  /// text lists suggestions or candidates with their kinds.
  [[nodiscard]] EntityId value() const;
  [[nodiscard]] EntityId operator*() const { return value(); }
  [[nodiscard]] const std::vector<EntityId>& candidates() const { return candidates_; }

 private:
  std::string text_;
  std::vector<EntityId> candidates_;
  std::string message_;
};

/// One hit of a search by name.
struct Match {
  EntityId entity = {};
  std::string name;      ///< the name that matched
  std::string_view how;  ///< id, exact, folded or fuzzy
};

/// See the member comments for costs; all const members are safe to call from many threads.
class Graph {
 public:
  /// Builds the graph of a valid dossier. @throws DossierError if validate() finds an error. Cost:
  /// O(records).
  explicit Graph(const Dossier& dossier, Vocabulary vocabulary);

  [[nodiscard]] std::size_t entity_count() const;
  [[nodiscard]] std::size_t relation_count() const;
  [[nodiscard]] const Vocabulary& vocabulary() const;
  /// Titles of the dossier by language.
  [[nodiscard]] Labels titles() const;

  // Entities.
  [[nodiscard]] std::string_view id(EntityId entity) const;
  [[nodiscard]] std::string_view kind(EntityId entity) const;
  /// The preferred name in the first of these languages ("ja,en") that has one; English, any, the
  /// id.
  [[nodiscard]] std::string_view name(EntityId entity, std::string_view languages = "en") const;
  [[nodiscard]] Entity record(EntityId entity) const;
  [[nodiscard]] std::optional<EntityId> entity(std::string_view id) const;
  /// The entity with that id, or that name in any language and script variant.
  [[nodiscard]] Lookup find(std::string_view text) const;
  /// All hits, best first: id, exact, folded, fuzzy.
  [[nodiscard]] std::vector<Match> search(std::string_view text) const;
  /// The relations that begin or end at the entity, ascending.
  [[nodiscard]] std::span<const RelationId> relations(EntityId entity) const;

  // Relations.
  [[nodiscard]] std::string_view id(RelationId relation) const;
  [[nodiscard]] const RelationType& type(RelationId relation) const;
  [[nodiscard]] EntityId from(RelationId relation) const;
  [[nodiscard]] EntityId to(RelationId relation) const;
  [[nodiscard]] Modality modality(RelationId relation) const;
  [[nodiscard]] std::optional<When> when(RelationId relation) const;
  /// The date bounds an answer uses: the relation's own, with inferred ends unless switched off.
  [[nodiscard]] Bounds bounds(RelationId relation, Inference inference = Inference::on) const;
  /// The relation that closed this one's unknown end, if inference did.
  [[nodiscard]] std::optional<RelationId> inferred_from(RelationId relation) const;
  [[nodiscard]] Relation record(RelationId relation) const;
  [[nodiscard]] std::optional<RelationId> relation(std::string_view id) const;

  /// The facts a selection keeps. @throws InvalidArgument on an unknown type, kind, source or a bad
  /// date, with the nearest known word. Cost: one scan, O(relations).
  [[nodiscard]] SelectedFacts facts(const Selection& selection = {}) const;
  /// The network that algorithms run on. Cost: O(selected relations).
  [[nodiscard]] Network select(const Selection& selection = {},
                               const Projection& projection = {}) const;

 private:
  struct Store;
  std::shared_ptr<const Store> store_;
};

}  // namespace entente
