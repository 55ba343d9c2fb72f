#pragma once

/// Databases of SQLite: their tables and views, or one query.

#include <memory>
#include <string>

#include "io/tables/table.hpp"

namespace entente::tables {

/// A database, opened for reading alone. What its schema might hold against us is switched off:
/// no statement but a SELECT is run, no extension, no write, no other database.
/// With a query the only table is its result.
/// @throws DossierError `bad-database`; IoError `input-missing`.
[[nodiscard]] std::unique_ptr<TableFile> open_sqlite(const std::string& path,
                                                     const std::string& query);

}  // namespace entente::tables
