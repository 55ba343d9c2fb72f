#pragma once

/// What every format of a dossier does with its pieces: the header that all parts agree on, records
/// with their places, limits.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <entente/io/dossier_reader.hpp>

#include "facts/build/relation_chunk.hpp"
#include "io/json/findings.hpp"
#include "io/json/json_tape.hpp"
#include "io/json/record_reader.hpp"
#include "io/vocabulary_draft.hpp"

namespace entente {

/// What becomes of relations that are read.
enum class RelationsAs : std::uint8_t {
  records,  ///< of the dossier
  columns,  ///< for a graph, without places; the texts read must stay. Problems are only counted
};

/// What the parts of a dossier add to, and where the first part said what all must agree on.
struct DossierDraft {
  RelationsAs relations_as = RelationsAs::records;
  Dossier dossier = {};
  std::vector<Problem> problems = {};
  std::vector<Problem> remarks = {};  ///< those of the problems that are reported in any case
  std::vector<std::string> title_places = {};  ///< one for each title
  std::string vocabulary_place = {};
  Extent extent = Extent::whole;
  Extent beyond_lines = Extent::whole;  ///< as in ReadResult
  std::size_t passes = 0;  ///< over the texts of parts that are one JSON value, of all together
  bool pieces_refused = false;  ///< a list read in pieces is to be read once more, by an exact pass
  ChunkBuilder columns = {};    ///< of relations behind those of the chunks
  std::size_t dropped = 0;      ///< records that were too wrong to keep
  std::vector<RelationChunk> chunks = {};
  std::vector<std::shared_ptr<const void>> keepers = {};  ///< of texts that chunks borrow
  std::size_t foreign_input = 0;                          ///< the input that `x-…` are from
  std::size_t titled_input = 0;                           ///< the input that the titles are from
  std::size_t vocabulary_input = 0;  ///< the one whose parts name one vocabulary

  /// The rest of an input is not looked at.
  void cut() { extent = beyond_lines = Extent::cut; }
  /// A line is left out that may hold anything.
  void leave_line_out() {
    extent = Extent::cut;
    ++dropped;
  }
};
/// Makes a chunk of the columns so far.
void end_chunk(DossierDraft& draft);

/// How much a draft holds, to take back what is added after.
struct DraftMark {
  std::size_t entities = 0;
  std::size_t relations = 0;
  std::size_t chunks = 0;
  std::size_t problems = 0;
  std::size_t dropped = 0;
};
[[nodiscard]] DraftMark mark_of(DossierDraft& draft);
void take_back(DossierDraft& draft, const DraftMark& mark);
/// Adds the records and problems of a piece, with room for so many more of its size.
void append(DossierDraft& draft, DossierDraft&& piece, std::size_t pieces_left);

/// A text to read a part from. It has passed `checked_text`, and NUL stands behind it.
struct PartText {
  std::string name;
  std::string_view text;
  std::uint32_t file = 0;  ///< its index among Dossier::files
  std::size_t input = 0;   ///< of which path of the call it is; those of a folder are one input
};

class PartReader {
 public:
  /// Borrows everything. Reading begins at a byte that has that position.
  PartReader(const PartText& part, DossierDraft& draft, const ReadLimits& limits,
             std::size_t first = 0, Position position = {});

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const ReadLimits& limits() const { return limits_; }
  [[nodiscard]] DossierDraft& draft() { return draft_; }
  [[nodiscard]] Findings& findings() { return findings_; }
  [[nodiscard]] MemberReader& members() { return read_; }

  /// A header member: `format`, `title` or `vocabulary`, by their index.
  void header_member(std::size_t index, JsonValue value);
  /// What others added to the part's header.
  void add_foreign(ForeignMembers&& foreign, JsonValue header);
  /// Whether the part says that it is a vocabulary.
  [[nodiscard]] bool is_vocabulary() const { return is_vocabulary_; }

  void add_entity(JsonValue value);
  /// False if the limit is reached and reading must end.
  [[nodiscard]] bool add_relation(JsonValue value);
  /// Whether relations become columns.
  [[nodiscard]] bool makes_columns() const { return draft_.relations_as == RelationsAs::columns; }
  /// Adds an entity that begins at that byte.
  void add_plain(Entity&& entity, std::size_t at);
  /// Adds a relation of the text to the columns, unless its dates are not plain.
  [[nodiscard]] bool add_plain(const RelationText& relation) {
    return draft_.columns.add(relation);
  }
  /// Whether a record may grow further; stops reading otherwise.
  [[nodiscard]] bool within_limit(const JsonTape& tape, std::size_t at) {
    return tape.size() <= limits_.values || report_size(at);
  }

  /// Reports why reading ends here.
  void stop(std::size_t at, Finding finding);
  [[nodiscard]] bool stopped() const { return stopped_; }
  /// Forgets how far reading has come, to read the text once more.
  void rewind();

 private:
  /// How many records a list has got from this part, and where the first stood.
  struct Pace {
    std::size_t count = 0;
    std::size_t first_at = 0;
  };
  template <typename Record>
  void make_room(std::vector<Record>& records, Pace& pace, std::size_t at) const;
  [[nodiscard]] bool report_size(std::size_t at);
  void format(JsonValue value);
  void titles(JsonValue value);
  void vocabularies(JsonValue value);
  void add_vocabularies(const std::vector<NamedVocabulary>& named);
  [[nodiscard]] std::string from_dossier(const std::string& vocabulary) const;

  const PartText& part_;
  std::string_view text_;
  DossierDraft& draft_;
  const ReadLimits& limits_;
  Findings findings_;
  RecordReader records_;
  MemberReader& read_;
  Pace entity_pace_;
  Pace relation_pace_;
  bool stopped_ = false;
  bool is_vocabulary_ = false;
};

/// Why a list of records that is over the limit is cut.
[[nodiscard]] Finding too_many_edges(const ReadLimits& limits);

}  // namespace entente
