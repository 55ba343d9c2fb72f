#pragma once

/// Records read straight from their text where they are written in the plain way. What is taken is
/// right as far as the record alone can show.

#include <cstddef>
#include <optional>
#include <string_view>

#include <entente/io/dossier_reader.hpp>
#include <entente/model/record.hpp>

#include "facts/build/relation_chunk.hpp"
#include "io/json/plain_scanner.hpp"

namespace entente {

/// Reads one record after the other, within the limits.
class RecordScanner {
 public:
  /// Borrows the text, behind which a NUL stands, and the limits.
  RecordScanner(std::string_view text, const ReadLimits& limits) : json_(text), limits_(limits) {}

  /// Reads the relation that begins at that byte; returns the byte behind it. Nothing if it is not
  /// plain or has attributes. Dates are not looked at.
  [[nodiscard]] std::optional<std::size_t> relation_at(std::size_t at) {
    return scan(at, PlainScanner::Blanks::any, &RecordScanner::relation_value);
  }
  /// Reads the entity that begins at that byte; returns the byte behind it. Nothing if it is not
  /// plain or has attributes.
  [[nodiscard]] std::optional<std::size_t> entity_at(std::size_t at) {
    return scan(at, PlainScanner::Blanks::any, &RecordScanner::entity_value);
  }

  /// What a line of JSON Lines holds.
  enum class Line : std::uint8_t { other, entity, relation };
  struct ScannedLine {
    Line holds = Line::other;  ///< `other` if it is not plain
    std::size_t next = 0;      ///< where the next line begins
  };
  [[nodiscard]] ScannedLine line_at(std::size_t at);

  /// The relation read last; its texts are those of the text.
  [[nodiscard]] const RelationText& relation() const { return relation_; }
  /// The entity read last, without its place.
  [[nodiscard]] Entity& entity() { return entity_; }

 private:
  using Value = bool (RecordScanner::*)();

  std::optional<std::size_t> scan(std::size_t at, PlainScanner::Blanks blanks, Value value);
  bool relation_value();
  bool modality();
  bool evidence();
  bool entity_value();
  bool names();
  bool codes();
  bool lifespan();
  bool copy(std::string& into, std::size_t most);

  PlainScanner json_;
  const ReadLimits& limits_;
  RelationText relation_;
  Entity entity_;
  std::string_view language_;  // the last that was found to be one
};

}  // namespace entente
