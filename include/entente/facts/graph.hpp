#pragma once

/// The immutable multigraph of all facts of a dossier. Built once, read by any number of threads.

#include <concepts>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/base/number_range.hpp>
#include <entente/export.hpp>
#include <entente/facts/attribute_view.hpp>
#include <entente/facts/ids.hpp>
#include <entente/facts/lookup.hpp>
#include <entente/facts/projection.hpp>
#include <entente/facts/selection.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/text/language.hpp>

namespace ENTENTE_API entente {

class Network;  // what select() gives: entente/network/network.hpp

/// All facts in flat columns: texts once, ids sorted, a row a record. Copies share them, and moving
/// copies, so that no graph is ever empty-handed; all members are safe to call from many threads.
/// Texts and spans that it returns live as long as one of its copies. Unless said otherwise a call
/// is O(1).
class Graph {
 public:
  /// Builds the graph of a valid dossier.
  /// @throws DossierError if validate() finds an error; LimitReached past 2^32 - 2 records of a
  /// kind or 4 GiB of text. Cost: O(records), and a sort if they do not come in the order of ids.
  explicit Graph(const Dossier& dossier, Vocabulary vocabulary);
  /// Shares the columns.
  Graph(const Graph&) = default;
  /// Shares the columns.
  Graph& operator=(const Graph&) = default;

  /// All entities of the dossier.
  [[nodiscard]] std::size_t entity_count() const;
  /// All relations of the dossier.
  [[nodiscard]] std::size_t relation_count() const;
  /// The kinds and types it was built with.
  [[nodiscard]] const Vocabulary& vocabulary() const& ENTENTE_LIFETIMEBOUND;
  /// The same of a temporary, copied, so that it may be kept.
  [[nodiscard]] Vocabulary vocabulary() &&;
  /// Titles of the dossier by language.
  [[nodiscard]] const Labels& titles() const& ENTENTE_LIFETIMEBOUND;
  /// The same of a temporary, copied, so that a loop may run over them.
  [[nodiscard]] Labels titles() &&;
  /// Members `x-…` that others added to the dossier beside its records.
  [[nodiscard]] ForeignMembers foreign() const;
  /// The records the graph was built from, sorted by id, without their places. Cost: O(records).
  [[nodiscard]] Dossier dossier() const;

  // Entities. Every call that takes an id throws InvalidArgument `out-of-range` if the graph has no
  // such record: `EntityId{}`, or one of a larger graph.
  /// All entities, in the order of their ids.
  [[nodiscard]] NumberRange<EntityId> entities() const {
    return NumberRange<EntityId>(entity_count());
  }
  /// The id as written.
  [[nodiscard]] std::string_view id(EntityId entity) const ENTENTE_LIFETIMEBOUND;
  /// The id of its kind.
  [[nodiscard]] std::string_view kind(EntityId entity) const ENTENTE_LIFETIMEBOUND;
  /// The preferred name in the first of these languages ("ja,en") that has one; English, any, the
  /// id. @throws InvalidArgument `bad-language`.
  [[nodiscard]] std::string_view name(EntityId entity, std::string_view languages = "en") const
      ENTENTE_LIFETIMEBOUND;
  /// The same for many calls with one preference.
  [[nodiscard]] std::string_view name(EntityId entity, const LanguagePreference& languages) const
      ENTENTE_LIFETIMEBOUND;
  /// The lifespan.
  [[nodiscard]] std::optional<When> when(EntityId entity) const;
  /// The attribute of that name, if the entity has it. Cost: O(its attributes).
  [[nodiscard]] std::optional<AttributeValue> attribute(EntityId entity,
                                                        std::string_view name) const;
  /// The same in place, without a copy of its text.
  [[nodiscard]] std::optional<AttributeView> attribute_view(
      EntityId entity, std::string_view name) const ENTENTE_LIFETIMEBOUND;
  /// The record as written. Cost: O(its size).
  [[nodiscard]] Entity record(EntityId entity) const;
  /// The entity with that id. Cost: O(log n).
  [[nodiscard]] std::optional<EntityId> entity(std::string_view id) const;
  /// The entity with that id, code or name in any language, in the steps of MatchKind: accents,
  /// spelling, the order of people's names may differ, a surname may do, if nothing better fits.
  /// Cost: O(1) for ids, codes and names as written, else O(names), some 1 us each.
  [[nodiscard]] Lookup find(std::string_view text) const;
  /// All hits of all steps, best first, at last what is merely like it. Cost: O(names).
  [[nodiscard]] std::vector<Match> search(std::string_view text) const;
  /// The relations that begin or end at the entity, ascending.
  [[nodiscard]] std::span<const RelationId> relations(EntityId entity) const ENTENTE_LIFETIMEBOUND;

  // Relations.
  /// All relations, in the order of their ids.
  [[nodiscard]] NumberRange<RelationId> relations() const {
    return NumberRange<RelationId>(relation_count());
  }
  /// The id as written.
  [[nodiscard]] std::string_view id(RelationId relation) const ENTENTE_LIFETIMEBOUND;
  /// Of the vocabulary.
  [[nodiscard]] const RelationType& type(RelationId relation) const ENTENTE_LIFETIMEBOUND;
  /// Where it begins, as written.
  [[nodiscard]] EntityId from(RelationId relation) const;
  /// Where it ends, as written.
  [[nodiscard]] EntityId to(RelationId relation) const;
  /// How its sources put it.
  [[nodiscard]] Modality modality(RelationId relation) const;
  /// As written, if it is dated.
  [[nodiscard]] std::optional<When> when(RelationId relation) const;
  /// The date bounds an answer uses: the relation's own, with inferred ends unless switched off.
  /// No limits if it is undated.
  [[nodiscard]] Bounds bounds(RelationId relation, Inference inference = Inference::on) const;
  /// The relation that closed this one's unknown end, if inference did. Cost: O(log inferred).
  [[nodiscard]] std::optional<RelationId> inferred_from(RelationId relation) const;
  /// The attribute of that name, if the relation has it.
  [[nodiscard]] std::optional<AttributeValue> attribute(RelationId relation,
                                                        std::string_view name) const;
  /// The same in place, without a copy of its text.
  [[nodiscard]] std::optional<AttributeView> attribute_view(
      RelationId relation, std::string_view name) const ENTENTE_LIFETIMEBOUND;
  /// Who says so, and where.
  [[nodiscard]] std::vector<Evidence> evidence(RelationId relation) const;
  /// The record as written. Cost: O(its size).
  [[nodiscard]] Relation record(RelationId relation) const;
  /// The relation with that id. Cost: O(log n).
  [[nodiscard]] std::optional<RelationId> relation(std::string_view id) const;

  /// The facts a selection keeps.
  /// @throws InvalidArgument `unknown-type`, `unknown-kind`, `unknown-source` with the nearest
  /// known word; `bad-date`, `period` and `bad-distance` for what is no date, no period or no
  /// distance. Cost: one scan, O(relations + entities).
  [[nodiscard]] SelectedFacts facts(const Selection& selection = {}) const;
  /// The network that algorithms run on. Cost: one scan, and O(selected relations).
  /// @throws InvalidArgument as facts(); `missing-weight` if a relation has none and the projection
  /// makes that an error; `bad-weight` if what it gives instead is not finite.
  [[nodiscard]] Network select(const Selection& selection = {},
                               const Projection& projection = {}) const;
  /// The network of facts that a program chose itself, by SelectedFacts::of(), among() or where();
  /// as the above. Shared hubs of a one-mode network are taken together whatever their days.
  template <std::same_as<SelectedFacts> Facts, class Made = Network>
  [[nodiscard]] Made select(const Facts& facts, const Projection& projection = {},
                            Direction direction = Direction::both) const {
    return network_of(facts, projection, direction);
  }
  /// What select() with facts does.
  [[nodiscard]] Network network_of(const SelectedFacts& facts, const Projection& projection = {},
                                   Direction direction = Direction::both) const;

  struct Store;
  /// For the library's own use.
  explicit Graph(std::shared_ptr<const Store> store);
  /// The columns; for the library's own use.
  [[nodiscard]] const Store& store() const { return *store_; }

 private:
  std::shared_ptr<const Store> store_;
};

}  // namespace entente
