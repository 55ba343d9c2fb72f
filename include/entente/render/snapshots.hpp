#pragma once

/// Several times of one dossier, with everything in the same place.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// What holds at one time.
struct Snapshot {
  std::string label = {};  ///< "2014", "6 May 2014"
  Diagram diagram = {};    ///< of it alone
};

/// Whom pictures of several times are about.
struct Cast {
  std::vector<EntityId> entities = {};  ///< ascending
  std::size_t left_out = 0;             ///< how many there was no room for
  std::string left_aside = {};          ///< the same in words, and which kinds are not drawn
};

/// The same for all times, so that nobody comes and goes for lack of room: of the entities that the
/// facts of all times tie, and of the kinds that `diagram` draws, the `max_entities` most important
/// and the highlighted. Goes into `DiagramOptions::among`.
/// @throws InvalidArgument as `diagram`. Cost: that of `diagram`.
[[nodiscard]] Cast cast_of_all_times(const Graph& graph, const SelectedFacts& facts,
                                     const Selection& selection, const DiagramOptions& options);

/// A date as a label says it in the best of the languages: "6 May 2014" of `2014-05-06`; what is no
/// date stays as it is.
[[nodiscard]] std::string label_of_time(std::string_view date, std::string_view languages);

/// The snapshots without the boxes that no tie of their time touches, unless these are stressed or
/// nobody has ties at any time: then they say when somebody was tied, not who is in the dossier.
[[nodiscard]] std::vector<Snapshot> without_untied(std::vector<Snapshot> snapshots);

/// Snapshots as one diagram: every entity, and every edge under the relations it ever stands for.
/// Sources are numbered anew. With that, `placed` finds places that serve all of them.
[[nodiscard]] Diagram merged(std::span<const Snapshot> snapshots);

/// The same of the ties of one entity: the sectors around it are those of all times together, so
/// that nobody stands where somebody else stands at another time.
[[nodiscard]] Diagram merged_around(std::span<const Snapshot> snapshots, std::string_view centre,
                                    const Vocabulary& vocabulary);

/// The snapshots without those that show what the one before them shows: what stays is labelled
/// from the first to the last of them, "2019–2022".
[[nodiscard]] std::vector<Snapshot> without_repeats(std::span<const Snapshot> snapshots);

/// The snapshots side by side, each below its label, under one title and above one legend.
/// `all` is what `merged` says of them, with a title of its own; entities and edges stand in each
/// where they stand in it, and who is absent leaves a pale outline, with the name of whom the
/// snapshot before still had. What is new beside that one has a plus; whom nothing certain ties at
/// a time has no fill. SVG as of write_svg; the same snapshots, the same bytes.
[[nodiscard]] std::string side_by_side_svg(const Diagram& all, std::span<const Snapshot> snapshots);

/// Each snapshot as a picture of its own, all of one size and with one legend, for animation; its
/// label is the title, large.
[[nodiscard]] std::vector<std::string> frame_svgs(const Diagram& all,
                                                  std::span<const Snapshot> snapshots);

}  // namespace entente
