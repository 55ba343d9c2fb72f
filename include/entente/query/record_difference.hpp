#pragma once

/// What changed between two dossiers, record by record.

#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>

namespace ENTENTE_API entente {

/// A record that both dossiers have, by its id, and the members in which it differs: "kind",
/// "names", "when", "codes", "attributes" of an entity, "type", "from", "to", "when", "modality",
/// "attributes", "evidence" of a relation, in this order.
template <class Id>
struct ChangedRecord {
  Id before = {};                    ///< of the first dossier
  Id after = {};                     ///< of the second
  std::vector<std::string> members;  ///< never empty
};

/// Records by what became of them, each by id.
struct RecordDifference {
  std::vector<EntityId> added_entities;                      ///< of the second dossier
  std::vector<RelationId> added_relations;                   ///< of the second
  std::vector<EntityId> removed_entities;                    ///< of the first
  std::vector<RelationId> removed_relations;                 ///< of the first
  std::vector<ChangedRecord<EntityId>> changed_entities;     ///< of both
  std::vector<ChangedRecord<RelationId>> changed_relations;  ///< of both
  /// Of the second dossier: what says the same as in the first in other bytes, as its accents are
  /// encoded in another way (NFC, NFD). No difference.
  std::vector<EntityId> reencoded_entities;
  std::vector<RelationId> reencoded_relations;  ///< the same of relations

  /// Whether nothing differs.
  [[nodiscard]] bool empty() const {
    return added_entities.empty() && added_relations.empty() && removed_entities.empty() &&
           removed_relations.empty() && changed_entities.empty() && changed_relations.empty();
  }
};

/// The differing records among those that the selection keeps in either dossier. The order of
/// languages, codes, attributes and pieces of evidence makes no difference, that of the names of a
/// language does; nor does it make one to write a relation of a symmetric type the other way round,
/// or a name, the text of an attribute or a place in a document in another Unicode form. Cost:
/// O(records).
/// @throws InvalidArgument as `Graph::facts` does for either graph.
[[nodiscard]] RecordDifference record_difference(const Graph& first, const Graph& second,
                                                 const Selection& selection = {});

}  // namespace entente
