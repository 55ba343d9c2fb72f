#pragma once

/// Whether the files that a snapshot was made from have changed.

#include <string>
#include <vector>

#include <entente/snapshot/snapshot.hpp>

namespace entente::snapshot {

/// @throws SnapshotError `stale-snapshot` naming the first source that differs.
void refuse_stale(const std::string& path, const std::vector<SnapshotSource>& sources);

}  // namespace entente::snapshot
