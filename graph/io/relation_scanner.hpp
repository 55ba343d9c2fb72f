#pragma once

/// Relations read straight from their text, where they are written in the plain way that nearly
/// all are. What is not is left to those who know every way, and every mistake.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <entente/io/dossier_reader.hpp>

#include "network/relation_chunk.hpp"

namespace entente {

/// Takes objects of known members, each once, whose texts hold neither escapes nor control
/// characters nor DEL, without attributes and nulls, and within the limits. Dates are not looked
/// at. What it takes is right as far as the record alone can tell.
class RelationScanner {
 public:
  /// Borrows the text, behind which a NUL stands, and the limits.
  RelationScanner(std::string_view text, const ReadLimits& limits);

  /// Reads the relation that begins at that byte; returns the byte behind it. Nothing if it is not
  /// plain.
  [[nodiscard]] std::optional<std::size_t> scan(std::size_t at);
  /// Reads a line of JSON Lines that holds a relation; returns where the next line begins.
  [[nodiscard]] std::optional<std::size_t> scan_line(std::size_t at);
  /// What was read last; in the text.
  [[nodiscard]] const RelationText& relation() const { return relation_; }

 private:
  using Names = std::span<const std::string_view>;
  enum class Blanks : std::uint8_t { any, of_a_line };

  void skip_blanks();
  bool accept(char c);
  bool accept_behind_blanks(char c);
  /// The content of a text; at most so many bytes.
  std::optional<std::string_view> text(std::size_t most);
  bool read_text(std::string_view& into, std::size_t most);
  bool read_identifier(std::string_view& into);
  /// Reads an object; `take(index)` reads the value of the index-th of the names.
  template <typename Take>
  bool object(Names names, std::uint32_t required, Take take);
  std::optional<std::size_t> member(Names names, std::size_t expected);
  bool value();
  bool modality();
  bool evidence_list();
  bool evidence();

  std::string_view text_;
  const char* last_;
  const char* at_;
  const ReadLimits& limits_;
  Blanks blanks_ = Blanks::any;
  RelationText relation_;
};

}  // namespace entente
