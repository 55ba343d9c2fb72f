#pragma once

/// Dossiers as tables of other programs.

#include <iosfwd>

#include <entente/io/convert.hpp>

namespace entente {

/// An Excel workbook (XLSX) with the sheets entities, names, relations and evidence: a row a
/// record, a column a code or attribute. Dates are text, beside them the first and last day that
/// they may touch; nothing is a formula. The same dossier gives the same bytes.
/// @throws LimitReached `workbook-limit` above 1,048,575 records or 16,384 columns a sheet.
[[nodiscard]] LossReport write_xlsx(std::ostream& out, const Dossier& dossier,
                                    const Vocabulary& vocabulary, const ConvertOptions& options);

}  // namespace entente
