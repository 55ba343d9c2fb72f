#pragma once

/// One part of a dossier on its way into the whole: its header, its records, its limits.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/io/dossier_reader.hpp>

#include "io/findings.hpp"
#include "io/json_tape.hpp"
#include "io/record_reader.hpp"

namespace entente {

/// What the parts of a dossier add to, and where the first part said what all must agree on.
struct DossierDraft {
  Dossier dossier = {};
  std::vector<Problem> problems = {};
  std::vector<std::string> title_places = {};  ///< one for each title
  std::string vocabulary_place = {};
  Extent extent = Extent::whole;
};

class PartReader {
 public:
  /// Borrows everything but the name. The text must have passed `checked_text`.
  PartReader(const std::string& name, std::string_view text, DossierDraft& draft,
             const ReadLimits& limits);

  void read_json();
  void read_json_lines();
  /// Whether the part says that it is a vocabulary.
  [[nodiscard]] bool is_vocabulary() const { return is_vocabulary_; }

 private:
  class Stream;

  void header(JsonValue object);
  void header_member(std::size_t index, JsonValue value);
  void format(JsonValue value);
  void titles(JsonValue value);
  void vocabularies(JsonValue value);
  [[nodiscard]] bool add_entity(JsonValue value);
  [[nodiscard]] bool add_relation(JsonValue value);
  [[nodiscard]] bool within_limit(const JsonTape& tape, std::size_t at);
  [[nodiscard]] bool read_line(std::size_t first, std::size_t last);
  [[nodiscard]] bool line_record(JsonValue root);
  void line_header(JsonValue object);
  void stop(std::size_t at, Finding finding);

  std::string_view text_;
  DossierDraft& draft_;
  const ReadLimits& limits_;
  Findings findings_;
  RecordReader records_;
  MemberReader& read_;
  JsonTape record_;
  std::size_t faulty_lines_ = 0;
  bool has_header_ = false;
  bool is_vocabulary_ = false;
};

/// Whether the bytes are JSON Lines: by the ending of the name, else by the first member.
[[nodiscard]] bool is_json_lines(std::string_view name, std::string_view text);

}  // namespace entente
