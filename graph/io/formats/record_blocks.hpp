#pragma once

/// Records as text, in the order of their ids: blocks of them are made side by side.

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include <entente/io/loss_report.hpp>

#include "base/sorted.hpp"
#include "base/threads.hpp"

namespace entente {

/// A stretch of a file under way: its text, and what its records lost on the way there.
struct RecordBlock {
  std::string text = {};
  LossReport losses = {};
};

/// Writes what `append(block, record, number)` makes of each record, in the order of their ids and
/// numbered so, and notes what that lost. Few blocks are held at a time; neither the text nor the
/// losses depend on the threads.
template <typename Record, typename Append>
void write_blocks(std::ostream& out, const std::vector<Record>& records, LossReport& losses,
                  const Append& append) {
  constexpr std::size_t block = 1024;  // records
  constexpr std::size_t most_blocks = 64;
  const auto sorted = by_id(records);
  std::vector<RecordBlock> blocks;
  for (std::size_t begin = 0; begin < sorted.size(); begin += most_blocks * block) {
    const std::size_t end = std::min(begin + most_blocks * block, sorted.size());
    blocks.resize((end - begin + block - 1) / block);
    side_by_side(blocks.size(), [&](std::size_t i) {
      blocks[i].text.clear();
      blocks[i].losses = {};
      const std::size_t first = begin + i * block;
      for (std::size_t n = first; n < std::min(first + block, end); ++n)
        append(blocks[i], *sorted[n], n);
    });
    for (const RecordBlock& made : blocks) {
      out << made.text;
      losses.add(made.losses);
    }
  }
}

}  // namespace entente
