#pragma once

/// Memory asked for ahead of very many small allocations.

#include <cstddef>
#include <string>
#include <vector>

namespace entente::tool {

/// Lets the heap grow by so many bytes at once, in large pages where the system has them, and keep
/// what is freed. Nothing is taken before it is used; but a page fault for each 4 KiB costs as much
/// as filling them. Never wrong, only useless: with another C library than GNU's, for fewer than
/// 32 MiB, or where there is no such room. Call it before threads start.
void make_heap_room(std::size_t bytes);

/// The bytes of these files together; what is no plain file counts as none.
[[nodiscard]] std::size_t bytes_of_files(const std::vector<std::string>& paths);

}  // namespace entente::tool
