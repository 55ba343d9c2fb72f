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

}  // namespace entente
