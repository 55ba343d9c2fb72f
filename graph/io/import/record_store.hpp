#pragma once

/// The records that rows make, gathered: entities that several rows are about become one.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/model/record.hpp>

#include "base/text_map.hpp"
#include "facts/build/interner.hpp"
#include "io/import/evaluation.hpp"
#include "io/import/mapping.hpp"

namespace entente::import {

/// Where a record comes from.
struct Origin {
  std::uint32_t table = 0;  ///< of those read, in order
  std::uint32_t row = 0;
  std::uint32_t slot = 0;
  Place place = {};
};

/// What one row makes, before it is taken.
struct RowRecords {
  std::vector<Entity> entities = {};
  std::vector<Origin> entity_origins = {};
  std::vector<NamedCountry> countries = {};
  std::vector<Relation> relations = {};
  std::vector<Origin> relation_origins = {};

  void clear();
};

class RecordStore {
 public:
  explicit RecordStore(const Mapping& mapping);

  /// Takes what a row makes. @throws Rejected, and takes nothing, if it contradicts an earlier row:
  /// another kind, code, date or attribute of an entity.
  void take(RowRecords& records);
  /// Makes room for so many relations in all.
  void expect(std::size_t relations);
  /// Whether one relation more finds no room.
  [[nodiscard]] bool is_full() const {
    return dossier_.relations.size() == dossier_.relations.capacity();
  }
  /// What the document of that id is called, if the mapping does not say.
  void name_source(const std::string& id, const std::string& name) { source_names_[id] = name; }
  /// Makes documents for the sources that are named and not there, names for countries.
  void finish();

  [[nodiscard]] Dossier& dossier() { return dossier_; }
  /// Parallel to the records of the dossier.
  [[nodiscard]] const std::vector<Origin>& entity_origins() const { return entity_origins_; }
  [[nodiscard]] const std::vector<Origin>& relation_origins() const { return relation_origins_; }
  /// Which row made the relations at a place; nullptr if none did.
  [[nodiscard]] const Origin* origin_of_relation(std::uint32_t table, std::uint32_t line) const;
  [[nodiscard]] const Origin* origin_of_entity(const std::string& id) const;

 private:
  static constexpr std::uint32_t none = HashIndex::none;
  struct Printed {
    std::vector<std::string> names;
    std::string cow;
    std::string gw;
  };

  /// The row of the first entity of that id; `none` if there is none.
  [[nodiscard]] std::uint32_t row_of(std::string_view id) const;
  Entity& add_entity(Entity&& entity, const Origin& origin);
  void check(const Entity& entity, const Origin& origin) const;
  void merge(Entity&& entity, const Origin& origin);
  void note_countries(const std::vector<NamedCountry>& countries);
  void name_countries();
  void name_country(CountryNumber number, const Printed& printed);
  void add_sources();

  const Mapping& mapping_;
  Dossier dossier_;
  std::vector<Origin> entity_origins_;
  std::vector<Origin> relation_origins_;
  Interner ids_;                     ///< of entities; they outlive the dossier, which is taken
  std::vector<std::uint32_t> rows_;  ///< of the first entity of each
  std::vector<std::pair<CountryNumber, Printed>> countries_;
  std::unordered_map<CountryNumber, std::size_t> country_rows_;
  TextMap<std::string> source_names_;
};

}  // namespace entente::import
