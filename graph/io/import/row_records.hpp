#pragma once

/// The records of a row: what a table's entities and relations are for it.

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/build/interner.hpp"
#include "io/import/entity_cells.hpp"
#include "io/import/evaluation.hpp"
#include "io/import/mapping.hpp"
#include "io/import/record_store.hpp"
#include "io/import/row_view.hpp"

namespace entente::import {

/// What is the same for all rows of a table.
struct TableName {
  std::string file = {};  ///< its last part
  std::string sheet = {};
  std::string source = {};  ///< the id of the document that the file is
  std::string id = {};      ///< what ids of relations begin with
};

class RowRecordMaker {
 public:
  /// Borrows all of them; `columns` counts those of the table.
  RowRecordMaker(const MappedTable& table, const TableName& name, std::size_t columns,
                 Evaluation& evaluation);

  /// Adds what the row makes. `part` numbers the parts of a row whose cells were split.
  /// @throws Rejected.
  void add(RowView& row, const Origin& origin, std::size_t part, RowRecords& records);
  /// Remembers the entities of the row that was taken, so that they need not be made again.
  void taken();
  /// Forgets those of a row that was not.
  void dropped() {
    pending_.clear();
    pending_plain_.clear();
  }

 private:
  /// Entities of a kind of which nothing but their ids is known: by far the most, and fast to
  /// recognize.
  struct PlainKind {
    std::string kind = {};
    Interner made = {};  ///< ids
  };
  /// The entities that earlier rows made of cells in one form, such as both ends of a tie.
  struct MadeOfForm {
    std::string words = {};
    Likeness likeness = Likeness::own;
    MadeEntities entities = {};
  };
  /// An entity of the mapping.
  struct EntityMaker {
    const MappedEntity* mapped = nullptr;
    std::vector<std::uint32_t> slots = {};  ///< of all its cells
    CellForm id = {};
    MadeEntities* made = nullptr;
    std::string id_of_row = {};  ///< empty if the row makes none
  };
  /// An end of a relation: an entity of its own, plain or not, or the id of one of the table's.
  struct End {
    const MappedEnd* mapped = nullptr;
    PlainKind* plain = nullptr;
    EntityMaker* entity = nullptr;
    const EntityMaker* same = nullptr;
  };
  /// What the row under way has made.
  struct Pending {
    MadeEntities* made = nullptr;
    std::string cells = {};
    std::string id = {};
  };

  [[nodiscard]] EntityMaker maker_of(const MappedEntity& mapped);
  [[nodiscard]] End end_of(const MappedEnd& mapped);
  void add_entity(EntityMaker& maker, RowView& row, const Origin& origin, RowRecords& records);
  [[nodiscard]] std::string add_end(const End& end, RowView& row, const Origin& origin,
                                    RowRecords& records, std::string_view which);
  void add_relation(std::size_t index, RowView& row, const Origin& origin, std::size_t part,
                    RowRecords& records);
  [[nodiscard]] std::string add_plain_end(const MappedEntity& mapped, PlainKind& kind, RowView& row,
                                          const Origin& origin, RowRecords& records,
                                          std::string_view which);
  [[nodiscard]] std::string needed(const MappedValue& value, const RowView& row,
                                   std::string_view what);
  [[nodiscard]] Entity entity(const MappedEntity& mapped, RowView& row);
  [[nodiscard]] Attributes attributes(const MappedTexts& mapped, const RowView& row);
  [[nodiscard]] std::vector<Evidence> evidence(const MappedRelation& mapped, RowView& row);
  [[nodiscard]] std::string locator(const RowView& row) const;
  [[nodiscard]] std::string computed_mark(const MappedRelation& mapped, const RowView& row) const;

  const MappedTable& table_;
  const TableName& name_;
  std::size_t columns_;
  Evaluation& evaluation_;
  std::deque<PlainKind> plain_;
  std::deque<MadeOfForm> made_;
  std::deque<EntityMaker> entities_;      ///< of the table
  std::deque<EntityMaker> end_entities_;  ///< of the ends
  std::vector<std::pair<PlainKind*, std::string>> pending_plain_;
  std::vector<std::pair<End, End>> ends_;  ///< of the table's relations, from and to
  std::vector<Pending> pending_;
  std::string cells_;  ///< under way
};

}  // namespace entente::import
