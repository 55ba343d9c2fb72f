#pragma once

/// What a reader of another program's format is given, and where it puts what it reads.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/io/dossier_reader.hpp>
#include <entente/model/record.hpp>

#include "io/json/part_reader.hpp"

namespace entente {

/// One file of an input. Text is UTF-8 without NUL or mark in front, and NUL stands behind it.
struct ForeignFile {
  std::string name;       ///< as shown in messages
  std::string_view text;  ///< or bytes, if the format is binary
};

/// A byte of one of the files.
struct ForeignPlace {
  std::size_t file = 0;  ///< index into the files of the input
  std::size_t at = 0;    ///< from the start of the text
};

/// One input under way: the files, and a draft that records are added to.
class ForeignReading {
 public:
  /// Borrows draft and limits. Numbers the files among those of the dossier; `input` is which of
  /// the call's inputs they are.
  ForeignReading(std::vector<ForeignFile> files, std::size_t input, DossierDraft& draft,
                 const ReadLimits& limits);

  [[nodiscard]] const std::vector<ForeignFile>& files() const { return files_; }
  /// Of a format that is one file.
  [[nodiscard]] std::string_view text() const { return files_.front().text; }
  [[nodiscard]] const ReadLimits& limits() const { return limits_; }

  /// Adds a problem of a record (`finding.record`) or of the file.
  void report(ForeignPlace place, Finding finding);
  /// Remarks what of the file is read otherwise than it is written; a warning.
  void remark(ForeignPlace place, Finding finding);
  /// Counts a part of the file that is left out; each kind is remarked once, where it stands first,
  /// by `report_losses`.
  void lose(ForeignPlace place, Finding finding, std::size_t count = 1);
  void report_losses();
  /// The same of dates that are none, or end before they start; the reader keeps them as
  /// attributes.
  void note_unread_dates(ForeignPlace first, std::size_t count = 1);
  /// The same as report, of a record that is left out.
  void leave_out(ForeignPlace place, Finding finding);
  /// The same as report, and what is behind it is not read: the records seem to be missing and are
  /// not reported.
  void stop(ForeignPlace place, Finding finding);
  /// The same with problems that have their places.
  void fail(const DossierError& error);
  [[nodiscard]] bool stopped() const { return stopped_; }

  /// Keeps what a file says of itself as a member `x-…` of the dossier, whose value is that JSON;
  /// the first input's count.
  void keep_for_others(std::string name, std::string json);

  /// Titles and vocabularies count if no earlier input has given some.
  void titles(std::vector<std::pair<std::string, std::string>> titles);
  /// Adds a name, or a vocabulary as JSON text.
  void vocabulary(std::string vocabulary, ForeignPlace place = {});

  /// What a file of ours shows as its title: where the header, which was read before, has no such
  /// title, another program has changed it.
  void shown_title(std::string title);

  /// Takes titles and vocabularies from the header of a file of ours, a JSON object with `format`,
  /// `title`, `vocabulary`; whether it is one.
  [[nodiscard]] bool own_header(const std::string& json, ForeignPlace place = {});

  /// Adds a record whose place that is. An id over the limit or with control characters is a
  /// problem, and the record left out.
  void add(Entity entity, ForeignPlace place);
  /// False if there are too many relations and reading must end.
  [[nodiscard]] bool add(Relation relation, ForeignPlace place);

  /// Reads a record from JSON text as in a dossier (`{"id": …}`); what is wrong with it is reported
  /// at that place.
  void add_entity_json(const std::string& json, ForeignPlace place);
  [[nodiscard]] bool add_relation_json(const std::string& json, ForeignPlace place);

  /// Whether relations become columns, which only readers of graphs fill; what cannot be read so is
  /// refused, and read once more as records.
  [[nodiscard]] bool makes_columns() const { return draft_.relations_as == RelationsAs::columns; }
  /// Stops the reading.
  void refuse_columns();
  /// Adds relations in columns, and whoever keeps their texts.
  void add_chunk(RelationChunk chunk, std::shared_ptr<const void> keeper);
  void keep(std::shared_ptr<const void> keeper) { draft_.keepers.push_back(std::move(keeper)); }
  /// Adds a record that nothing is wrong with.
  void add_right(Entity entity) { draft_.dossier.entities.push_back(std::move(entity)); }
  void add_right(Relation relation) { draft_.dossier.relations.push_back(std::move(relation)); }
  /// What has been read so far.
  [[nodiscard]] const Dossier& dossier() const { return draft_.dossier; }
  [[nodiscard]] std::size_t entities() const { return dossier().entities.size(); }
  [[nodiscard]] std::size_t relations() const { return dossier().relations.size(); }
  /// A record that has been read, to be mended; they are numbered in their order.
  [[nodiscard]] Entity& entity(std::size_t number) { return draft_.dossier.entities[number]; }
  [[nodiscard]] Relation& relation(std::size_t number) { return draft_.dossier.relations[number]; }

  /// Where a byte is, for people.
  [[nodiscard]] Place place_of(ForeignPlace place);

 private:
  template <typename Read>
  void read_json(const std::string& json, ForeignPlace place, Read read);
  [[nodiscard]] bool is_acceptable(std::string_view id, ForeignPlace place);

  struct Lost {
    ForeignPlace place;
    Finding finding;
    std::size_t count = 1;
  };

  std::vector<ForeignFile> files_;
  std::vector<Lost> lost_;
  std::vector<std::uint32_t> numbers_;
  std::deque<Locator> locators_;
  std::size_t input_;
  DossierDraft& draft_;
  const ReadLimits& limits_;
  bool titled_ = false;
  bool stopped_ = false;
};

}  // namespace entente
