#pragma once

/// What others changed in the properties of followthemoney that we wrote beside our records.

#include <string>
#include <string_view>
#include <vector>

#include "base/text_map.hpp"
#include "io/formats/own/visible_edits.hpp"
#include "io/json/json_tape.hpp"

namespace entente {

class FtmEdits {
 public:
  /// Borrows the reading.
  explicit FtmEdits(ForeignReading& reading) : reading_(reading), edits_(reading) {}

  /// Of the entity that was read last, from that line.
  void entity(JsonValue line, ForeignPlace place);
  /// Of the relation that was read last.
  void relation(JsonValue line, ForeignPlace place);
  /// Behind the last line.
  void finish() { edits_.finish(); }

 private:
  /// An attribute and the property that shows it.
  struct Shown {
    std::string_view attribute;
    std::string_view property;
  };

  void kind(Entity& entity, const std::string& schema, ForeignPlace place);
  [[nodiscard]] const std::string& written_schema(const std::string& kind);
  void type(Relation& relation, const std::string& schema, ForeignPlace place);
  void ends(Relation& relation, const std::string& schema, JsonValue properties,
            ForeignPlace place);
  template <typename Record>
  void dates(Record& record, JsonValue properties, std::string_view start, std::string_view end,
             ForeignPlace place);
  template <typename Record>
  void attributes(Record& record, JsonValue properties, const std::vector<Shown>& shown,
                  ForeignPlace place);
  void remark(std::string_view record, std::string_view property, std::string_view shown,
            std::string_view kept, ForeignPlace place);

  ForeignReading& reading_;
  VisibleEdits edits_;
  TextMap<std::string> schemata_;  // of entities, by id
  TextMap<std::string> written_;   // by kind
};

}  // namespace entente
