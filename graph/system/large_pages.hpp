#pragma once

/// Asking for large pages.

#include <cstddef>

namespace entente {

/// Asks the system to use large pages for memory that is about to be filled, which takes fewer page
/// faults by far. Never wrong, only useless: where there are none, or for less than a few of them.
void use_large_pages(void* memory, std::size_t bytes);

}  // namespace entente
