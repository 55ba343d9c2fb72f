#pragma once

/// A dossier as people read it: entities by kind and name, relations as sentences in the order of
/// their dates, sources with numbers. What the formats of reports share.

#include <cstddef>
#include <string>
#include <vector>

#include <entente/io/convert.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace entente {

/// A document, under the number by which relations cite it.
struct ReportSource {
  std::size_t number = 0;  ///< from 1
  std::string title = {};
  std::string details = {};  ///< published, publisher, language and the like
  std::string url = {};      ///< empty if none is known
  std::string id = {};
};

/// Where a relation is found: a source's number, the place in it, who asserts it there.
struct ReportCitation {
  std::size_t number = 0;   ///< 0: the source is not in the dossier
  std::string source = {};  ///< its id
  std::string at = {};      ///< with who asserts it and the date given there
};

/// An entity other than a source.
struct ReportEntity {
  std::string name = {};
  std::string kind = {};  ///< in words
  std::string when = {};  ///< EDTF
  std::string also = {};  ///< its other names, each language's behind its tag
  std::string details = {};
  std::string id = {};
};

/// A relation as a sentence.
struct ReportRelation {
  std::string sentence = {};
  std::string when = {};       ///< EDTF
  std::string certainty = {};  ///< `certain`, or `possible` and why; empty if nobody asked
  std::string modality = {};   ///< empty for facts
  std::vector<ReportCitation> sources = {};
  std::string details = {};
  std::string id = {};
};

struct Report {
  std::string title = {};
  std::string selection = {};  ///< what part of a dossier this is, in words; empty: all of it
  std::vector<ReportEntity> entities = {};
  std::vector<ReportRelation> relations = {};
  std::vector<ReportSource> sources = {};
};

/// Entities in the order of the vocabulary's kinds, then by name; relations by their first day,
/// undated ones last; sources by id. Cost: O(n log n).
[[nodiscard]] Report report_of(const Dossier& dossier, const Vocabulary& vocabulary,
                               const ConvertOptions& options);

}  // namespace entente
