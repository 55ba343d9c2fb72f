#pragma once

/// When documents appeared.

#include <optional>

#include <entente/time/when.hpp>

#include "facts/graph_store.hpp"

namespace entente {

/// A document's date of publication: that of its attribute `published` or its `when`, whichever is
/// the narrower. None if it says neither, or is no document.
[[nodiscard]] std::optional<When> publication(const Graph::Store& store, EntityId document);

}  // namespace entente
