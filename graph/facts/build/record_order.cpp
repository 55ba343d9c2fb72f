#include "facts/build/record_order.hpp"

#include <algorithm>
#include <functional>
#include <limits>

#include <entente/error.hpp>

namespace entente {

namespace {

/// The bytes behind what all ids begin with decide nearly always.
struct Key {
  std::uint64_t bytes = 0;
  std::uint32_t row = 0;
};

std::size_t common_prefix(const std::vector<std::string_view>& ids) {
  std::string_view common = ids.front();
  for (const std::string_view id : ids) {
    const auto differ = std::mismatch(common.begin(), common.end(), id.begin(), id.end()).first;
    common = common.substr(0, static_cast<std::size_t>(differ - common.begin()));
  }
  return common.size();
}

std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < sizeof bytes; ++i)
    bytes = bytes << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return bytes;
}

}  // namespace

RecordOrder order_of(const std::vector<std::string_view>& ids) {
  if (ids.size() >= std::numeric_limits<std::uint32_t>::max())
    throw LimitReached("graph-size", "a graph holds at most 2^32 - 2 records of a kind");
  if (std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) == ids.end()) return {};
  const std::size_t common = common_prefix(ids);
  std::vector<Key> keys(ids.size());
  for (std::uint32_t row = 0; row < ids.size(); ++row)
    keys[row] = {first_bytes(ids[row].substr(common)), row};
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    return a.bytes != b.bytes ? a.bytes < b.bytes : ids[a.row] < ids[b.row];
  });
  RecordOrder order{std::vector<std::uint32_t>(ids.size()), std::vector<std::uint32_t>(ids.size())};
  for (std::uint32_t place = 0; place < keys.size(); ++place) {
    order.rows[place] = keys[place].row;
    order.places[keys[place].row] = place;
    if (place > 0 && ids[keys[place - 1].row] == ids[keys[place].row]) order.unique = false;
  }
  return order;
}

}  // namespace entente
