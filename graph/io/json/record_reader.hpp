#pragma once

/// Records from JSON values: what can be checked of a single entity or relation by itself.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <entente/model/record.hpp>

#include "io/json/member_reader.hpp"

namespace entente {

/// A vocabulary as a dossier names it, or its text, and the byte at which it does.
struct NamedVocabulary {
  std::string name;
  std::size_t at = 0;
  std::vector<std::size_t> inside = {};  ///< of one that is written out: where its tokens begin
};

class RecordReader {
 public:
  /// `file` becomes the file of the records' places. Borrows findings and limits.
  RecordReader(Findings& findings, const ReadLimits& limits, std::uint32_t file)
      : findings_(findings), read_(findings, limits), file_(file) {}

  /// Adds the entity, even if parts of it were reported and left out; not if it has no id.
  void entity(JsonValue value, std::vector<Entity>& entities);
  /// Adds the relation; not if its id, type or an end is missing.
  void relation(JsonValue value, std::vector<Relation>& relations);

  /// Texts by language, as titles are.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> labels(JsonValue value);
  /// The names that `vocabulary` holds, one or a list.
  [[nodiscard]] std::vector<NamedVocabulary> vocabularies(JsonValue value);
  [[nodiscard]] MemberReader& members() { return read_; }

 private:
  Place place(JsonValue value);
  void begin(JsonValue record);
  std::string language(JsonValue member);
  std::string vocabulary_name(JsonValue value);
  Names names(JsonValue value);
  std::vector<std::string> texts(JsonValue value);
  std::vector<std::pair<std::string, std::string>> codes(JsonValue value);
  Modality modality(JsonValue value);
  std::vector<Evidence> evidence_list(JsonValue value);
  Evidence evidence(JsonValue value);

  Findings& findings_;
  MemberReader read_;
  std::uint32_t file_;
};

}  // namespace entente
