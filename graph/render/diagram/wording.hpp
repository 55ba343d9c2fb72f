#pragma once

/// What a diagram says of its own: title, subtitle, legend, sources. Part of building a Diagram.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// The text of the best language, and which that is.
[[nodiscard]] Phrase best_label(const Labels& labels, const LanguagePreference& languages);

/// The preferred names of an entity in the languages asked for: the best one, then one of each
/// further language that it has a name in. No text twice. The id where there is no name.
[[nodiscard]] std::vector<Phrase> names_of(const Entity& entity,
                                           const LanguagePreference& languages);

/// A list with more behind it: each part once, as the language separates them.
[[nodiscard]] Phrase listed(Phrase list, const Phrase& more);

/// Where a picture says what time it is about.
enum class PeriodSaid : std::uint8_t { below_title, in_title };

/// What is drawn: "Meetings reported". Ties are those of the types that the selection names, else
/// of all that are drawn.
[[nodiscard]] Phrase title_of_ties(const Graph& graph, const Selection& selection,
                                   const SelectedFacts& facts, const LanguagePreference& languages);

/// The time that is asked about, else that of the facts, in words.
[[nodiscard]] std::string period_of(const Selection& selection, const SelectedFacts& facts,
                                    const Viewpoint& viewpoint,
                                    const LanguagePreference& languages);

/// "Sources: RFI, Epoch Times": who published what carries the relations, the most first; without
/// text if nothing does.
[[nodiscard]] Phrase sources_line(const Graph& graph, const Viewpoint& viewpoint,
                                  const std::vector<SelectedRelation>& relations,
                                  const LanguagePreference& languages);

/// "statement 67, topic 26": the most first.
[[nodiscard]] std::string kinds_counted(const Vocabulary& vocabulary,
                                        const std::map<std::string, std::size_t>& counts,
                                        const LanguagePreference& languages);

/// What a subtitle speaks of.
struct SubtitleContent {
  const Graph& graph;
  const Selection& selection;
  const SelectedFacts& facts;
  const Viewpoint& viewpoint;
  std::string dossier = {};  ///< its title, where the picture has another
  std::string period = {};   ///< instead of the selection's
  PeriodSaid period_said = PeriodSaid::below_title;
  std::map<std::string, std::size_t> left_out = {};  ///< how many of which kind
  std::size_t only_cited = 0;
  std::map<std::string, std::size_t> other_kinds = {};  ///< how many of which kind
};

/// With what a subtitle ends: "30 less important entities are left out: person 20, event 10 ·
/// not drawn unless asked for: statement 67, topic 26"; or "".
[[nodiscard]] std::string what_is_left_aside(const SubtitleContent& content,
                                             const LanguagePreference& languages);

/// "Japan and NATO · As of 2023-12-31 · 85 entities · 212 relations, 14 of them possible".
[[nodiscard]] Phrase subtitle_of(const SubtitleContent& content,
                                 const LanguagePreference& languages);

/// The numbered sources of a picture.
class SourceNotes {
 public:
  /// Numbers the documents that are seen to carry these relations, in the order of their ids.
  SourceNotes(const Viewpoint& viewpoint, const std::vector<SelectedRelation>& relations);

  /// The numbers of the sources of these pieces of evidence, ascending.
  [[nodiscard]] std::vector<std::size_t> numbers(const std::vector<Evidence>& carried) const;
  /// Title, publisher, date and address of each.
  [[nodiscard]] std::vector<PageNote> notes(const Graph& graph,
                                            const LanguagePreference& languages) const;

 private:
  std::map<std::string, std::size_t, std::less<>> numbers_;
};

}  // namespace entente
