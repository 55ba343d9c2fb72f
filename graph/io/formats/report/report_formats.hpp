#pragma once

/// What a dossier says, for people: written only.

#include <iosfwd>

#include <entente/io/convert.hpp>

namespace entente {

/// A Mermaid flowchart, the boxes of the entities that relations touch, an arrow a relation. Every
/// text is quoted so that Mermaid shows it as it is.
/// @throws LimitReached `mermaid-limit` above what Mermaid draws: 500 arrows, 50,000 characters.
[[nodiscard]] LossReport write_mermaid(std::ostream& out, const Dossier& dossier,
                                       const Vocabulary& vocabulary, const ConvertOptions& options);

/// Markdown with tables of the entities, of the relations as sentences, and of their sources.
[[nodiscard]] LossReport write_markdown(std::ostream& out, const Dossier& dossier,
                                        const Vocabulary& vocabulary,
                                        const ConvertOptions& options);

/// The same as a complete HTML document, without scripts and without anything from elsewhere.
[[nodiscard]] LossReport write_html(std::ostream& out, const Dossier& dossier,
                                    const Vocabulary& vocabulary, const ConvertOptions& options);

/// An Excel workbook (XLSX) with the sheets entities, names, relations and evidence: a row a
/// record, a column a code or attribute. Dates are text, beside them the first and last day that
/// they may touch; nothing is a formula. The same dossier gives the same bytes.
/// @throws LimitReached `workbook-limit` above 1,048,575 records or 16,384 columns a sheet.
[[nodiscard]] LossReport write_xlsx(std::ostream& out, const Dossier& dossier,
                                    const Vocabulary& vocabulary, const ConvertOptions& options);

}  // namespace entente
