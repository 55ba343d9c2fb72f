#pragma once

/// The tables in which rows of others look up more.

#include <memory>
#include <vector>

#include <entente/io/dossier_reader.hpp>

#include "io/import/mapping.hpp"
#include "io/import/row_view.hpp"
#include "io/import/table_source.hpp"

namespace entente::import {

class JoinedTables {
 public:
  /// Borrows the files of the call and the limits.
  JoinedTables(const std::vector<SourceFile>& files, const ReadLimits& limits)
      : files_(files), limits_(limits) {}

  /// Reads the table that a join names; it stays as long as this.
  /// @throws DossierError if no file of the call has it, it lacks the key's column, or two rows
  ///   of one key differ.
  const JoinedTable& table_of(const MappedJoin& join);

 private:
  const std::vector<SourceFile>& files_;
  const ReadLimits& limits_;
  std::vector<std::unique_ptr<JoinedTable>> tables_ = {};
};

}  // namespace entente::import
