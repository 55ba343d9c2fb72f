#pragma once

/// What a conversion could not carry over, record by record, so that it can be put back: file and
/// report together are the original.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/loss_report.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {

/// A file that a conversion writes.
struct WrittenFile {
  std::string name = {};   ///< in the folder, if the format is one; else what messages show
  std::string bytes = {};  ///< as they lie on the disk, packed if they are
};

/// A report as it stands in its file:
/// `{"target","target_sha256","summary":[{"code","count","first":[id]}],"patch":[…]}`.
struct ConversionReport {
  std::string target = {};         ///< the name of the format
  std::string target_sha256 = {};  ///< of the file; see `sha256_of`
  LossReport summary = {};         ///< kinds of loss; messages are not kept in the file
  /// One JSON object a change, as the report's page describes it: of the header, an entity, a
  /// relation.
  std::vector<std::string> patch = {};
};

/// SHA-256 of a file, in hexadecimal digits; of several, that of the lines `DIGEST  NAME` in the
/// order of their names, as `sha256sum * | sha256sum` has it.
[[nodiscard]] std::string sha256_of(const std::vector<WrittenFile>& files);

/// The files of a conversion as they lie there: a file, or those of a folder that end as the
/// format's do. @throws IoError `input-missing`, `read-failed`.
[[nodiscard]] std::vector<WrittenFile> written_files(const std::string& path,
                                                     const DossierFormat& target);

/// Reads files that a conversion wrote, whatever their names.
[[nodiscard]] ReadResult read_written(const DossierFormat& target,
                                      const std::vector<WrittenFile>& files);

/// Reads back what was written, with our own reader, and notes every member in which that differs
/// from the original. Of a format that is only written all records are noted.
/// @param target the format written
/// @param files what was written in it
/// @param original what is to come back: the dossier in canonical form
/// @param losses what the writer itself reports
/// Cost: a reading of the files; about the size of the dossier in memory.
[[nodiscard]] ConversionReport report_on(const DossierFormat& target,
                                         const std::vector<WrittenFile>& files,
                                         const Dossier& original, LossReport losses);

/// The report as JSON, a change a line.
[[nodiscard]] std::string to_json(const ConversionReport& report);

/// Reads a report; `name` stands for its file in problems.
/// @throws DossierError for what is none.
[[nodiscard]] ConversionReport read_conversion_report(std::string_view text,
                                                      const std::string& name);

/// A dossier to which a report was applied.
struct Restoration {
  Dossier dossier = {};                   ///< equal to the original if nothing is misfit
  std::vector<std::string> misfits = {};  ///< "entity japan", "relation r7": not in the file
};

/// Puts back what a report notes. Changes of records that are not in the dossier are left out and
/// listed.
/// @param report what the file could not hold
/// @param read_back what the file holds; nothing of it is used if the report notes all records
/// @throws DossierError `bad-report` for a change that makes no record.
[[nodiscard]] Restoration restored(const ConversionReport& report, Dossier read_back);

}  // namespace entente
