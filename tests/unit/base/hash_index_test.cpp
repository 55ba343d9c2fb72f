#include "base/hash_index.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/text_hash.hpp"

namespace entente {
namespace {

constexpr HashSeed known{0x243F6A8885A308D3, 0x13198A2E03707344, 0xA4093822299F31D0};
constexpr HashSeed another{0x452821E638D01377, 0xBE5466CF34E90C6C, 0xC0AC29B7C97C50DD};

// Ids that meet in one slot of a table for so many, for one who knows the seed.
std::vector<std::string> crafted(std::size_t count, const HashSeed& seed) {
  const std::uint32_t mask = 4 * static_cast<std::uint32_t>(count) - 1;
  std::vector<std::string> ids;
  for (std::uint64_t i = 0; ids.size() < count; ++i) {
    std::string id = "id-" + std::to_string(i);
    if ((text_hash(id, seed) & mask) == 0) ids.push_back(std::move(id));
  }
  return ids;
}

// How many slots all insertions look at together; the number of ids is a power of two.
std::size_t slots_seen(const std::vector<std::string>& ids, const HashSeed& seed) {
  HashIndex index(ids.size());
  const std::size_t slots = 4 * ids.size();
  std::size_t seen = 0;
  for (std::uint32_t i = 0; i < ids.size(); ++i) {
    const std::uint32_t hash = text_hash(ids[i], seed);
    const std::size_t slot = index.slot_of(hash, [&](std::uint32_t) { return false; });
    std::size_t home = hash % slots;
    for (seen += 1; home != slot; home = (home + 1) % slots) ++seen;
    index.put(slot, hash, i);
  }
  return seen;
}

TEST(HashIndex, CannotBeMadeQuadraticWithoutItsSeed) {
  const std::vector<std::string> ids = crafted(1024, known);
  EXPECT_EQ(slots_seen(ids, known), ids.size() * (ids.size() + 1) / 2);
  EXPECT_LE(slots_seen(ids, another), 4 * ids.size());
  EXPECT_LE(slots_seen(ids, hash_seed()), 4 * ids.size());
}

TEST(HashIndex, FindsWhatWasPutAlsoAfterItGrew) {
  HashIndex index;
  std::vector<std::string> texts;
  const auto same = [&](std::string_view wanted) {
    return [&, wanted](std::uint32_t number) { return texts[number] == wanted; };
  };
  EXPECT_EQ(index.find(text_hash("0"), same("0")), HashIndex::none);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    if (index.full()) index.grow();
    texts.push_back(std::to_string(i));
    const std::uint32_t hash = text_hash(texts.back());
    index.put(index.slot_of(hash, same(texts.back())), hash, i);
  }
  for (std::uint32_t i = 0; i < 5000; ++i)
    EXPECT_EQ(index.find(text_hash(texts[i]), same(texts[i])), i);
  EXPECT_EQ(index.find(text_hash("none"), same("none")), HashIndex::none);
}

TEST(TextHash, DependsOnEveryByteAndTheLength) {
  for (std::size_t size = 1; size <= 40; ++size) {
    const std::string text(size, 'a');
    std::set<std::uint32_t> hashes{text_hash(text, known), text_hash(text + 'a', known)};
    for (std::size_t i = 0; i < size; ++i) {
      std::string changed = text;
      changed[i] = 'b';
      hashes.insert(text_hash(changed, known));
    }
    EXPECT_EQ(hashes.size(), size + 2) << size;
  }
}

TEST(TextHash, SpreadsShortIdsEvenly) {
  std::vector<std::size_t> counts(256);
  for (std::uint32_t i = 0; i < 256 * 100; ++i)
    ++counts[text_hash("entity-" + std::to_string(i), known) % counts.size()];
  const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
  EXPECT_GT(*least, 50u);
  EXPECT_LT(*most, 160u);
}

TEST(TextHash, DiffersUnderAnotherSeed) {
  EXPECT_NE(text_hash("japan", known), text_hash("japan", another));
  EXPECT_EQ(text_hash("japan"), text_hash("japan", hash_seed()));
}

TEST(FoldedProduct, FoldsBothHalves) {
  EXPECT_EQ(folded_product(0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF), 0xFFFFFFFFFFFFFFFFu);
  EXPECT_EQ(folded_product(1ULL << 63U, 2), 1u);
  EXPECT_EQ(folded_product(3, 5), 15u);
}

}  // namespace
}  // namespace entente
