#pragma once

/// Entities of followthemoney on their way to records, whether they came as JSON or as statements.

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/io/vocabulary.hpp>

#include "io/formats/foreign_records.hpp"
#include "io/formats/records/ftm_schemata.hpp"

namespace entente {

struct FtmValue {
  std::string text = {};
  std::string language = {};  ///< as statements give it; else empty
};

/// An entity as found.
struct FtmEntity {
  std::string id = {};
  std::string schema = {};
  ForeignPlace place = {};
  std::string caption = {};
  std::vector<std::pair<std::string, std::vector<FtmValue>>> properties = {};
  std::vector<std::pair<std::string, std::vector<Scalar>>> others = {};  ///< besides properties

  /// The values of a property; none if it lacks it.
  [[nodiscard]] const std::vector<FtmValue>& values(std::string_view property) const;
  void add(std::string_view property, FtmValue value);
  void drop(std::string_view property);
};

/// Turns entities into records: those of edge schemata into relations.
class FtmRecords {
 public:
  explicit FtmRecords(ForeignReading& reading);
  void add(const FtmEntity& entity);
  void finish() &&;

 private:
  static std::vector<std::string> dates(const FtmEntity& entity, std::string_view property);
  std::optional<When> when_of(FtmEntity& entity, const FtmLifespan& names);
  void add_thing(FtmEntity entity);
  void add_edge(FtmEntity entity, const FtmEdge& edge);
  static void take_names(FtmEntity& entity, std::string_view property, Entity& record);
  static void take_code(FtmEntity& entity, std::string_view property, std::string_view scheme,
                        Entity& record);
  static void take_publication(FtmEntity& entity, Entity& record);
  void take_references(FtmEntity& entity);
  static void take_rest(const FtmEntity& entity, Attributes& attributes);
  static void add_json_attributes(Attributes& attributes, const std::string& name,
                                  const std::vector<Scalar>& values);

  ForeignReading& reading_;
  ForeignRecords records_;
  Vocabulary builtin_ = builtin_vocabulary();
  std::deque<std::string> labels_;  // that the vocabulary borrows
};

/// Statements in CSV, a value of a property a row: columns `entity_id` or `canonical_id`, `schema`,
/// `prop`, `value`, `lang`.
void read_ftm_statements(ForeignReading& reading);
[[nodiscard]] bool is_ftm_statements(std::string_view text);

}  // namespace entente
