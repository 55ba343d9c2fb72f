#pragma once

/// The tables of the files of a call: which sheet a mapping means, where its header is.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <entente/io/dossier_reader.hpp>

#include "io/import/mapping.hpp"
#include "io/tables/table.hpp"

namespace entente::import {

/// A stream of rows behind its header.
struct OpenTable {
  std::unique_ptr<tables::RowStream> rows = {};
  std::vector<std::string> columns = {};  ///< as named, or by their letters
  std::string sheet = {};
};

/// A file of the call, opened when it is first needed, once for each delimiter.
class SourceFile {
 public:
  SourceFile(std::string path, const ReadLimits& limits);

  [[nodiscard]] const std::string& path() const { return path_; }
  /// The last part of its path, without its ending for `stem`.
  [[nodiscard]] std::string base_name() const;
  [[nodiscard]] std::string stem() const;
  /// "ties-csv": the id of the document that the file is.
  [[nodiscard]] std::string document_id() const;
  /// Whether a mapping's `file` means it: its name, `*` for any characters; "" means any.
  [[nodiscard]] bool is_meant_by(const std::string& pattern) const;
  /// @throws DossierError `unknown-sheet` where the file has none of that name; `no-header`.
  [[nodiscard]] OpenTable open(const std::string& sheet, std::uint32_t header,
                               std::optional<char> delimiter, const std::string& query,
                               const MappingPlace& place);
  [[nodiscard]] tables::TableFile& file(std::optional<char> delimiter,
                                        const std::string& query = {});
  [[nodiscard]] std::vector<std::string> notes() const;

 private:
  std::string path_;
  ReadLimits limits_;
  std::optional<char> delimiter_;
  std::string query_;
  std::unique_ptr<tables::TableFile> file_;
};

}  // namespace entente::import
