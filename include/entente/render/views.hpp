#pragma once

/// Diagrams with a point of view: one entity, a route, a change.

#include <cstdint>
#include <span>
#include <string_view>

#include <entente/algorithm/path.hpp>
#include <entente/export.hpp>
#include <entente/render/diagram.hpp>

namespace ENTENTE_API entente {

/// The surroundings of an entity: everything up to `depth` hops away and the ways there in full
/// colour, its own ties labelled with what and when; what else these are tied to is faded, and left
/// out where that would hide them: of one hop more than 40 relations without the centre. Around a
/// centre with many neighbours statements, documents, topics, places and publishers are only
/// counted, unless the selection names kinds or types or the centre is one of them.
/// @throws InvalidArgument as Graph::facts. Cost: O(selected relations).
[[nodiscard]] Diagram ego_diagram(const Graph& graph, EntityId centre,
                                  const Selection& selection = {},
                                  const DiagramOptions& options = {}, std::uint32_t depth = 1);

/// Routes in full colour, each step labelled with what and when, among what is tied to several of
/// their entities, faded: statements and the like only if the selection names kinds or types or a
/// route has one. A single route runs from left to right; on a page too narrow for it, from top to
/// bottom and without what is around it, as several routes are.
/// @throws InvalidArgument `no-path` if there is none to show.
[[nodiscard]] Diagram path_diagram(const Graph& graph, std::span<const Path> paths,
                                   const Selection& selection = {},
                                   const DiagramOptions& options = {});

/// Two dates in one picture: what appeared between them bold and with `+`, what ended as a double
/// line and with `−`, what persisted thin and pale; the subtitle counts them.
/// @throws InvalidArgument as difference().
[[nodiscard]] Diagram diff_diagram(const Graph& graph, std::string_view first,
                                   std::string_view second, const Selection& selection = {},
                                   const DiagramOptions& options = {});

}  // namespace entente
