#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include <entente/text/fold.hpp>

#include "random_text.hpp"
#include "text/name_index.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr std::uint64_t index_seeds = 500;

/// Names that often agree when folded, some of them shared, three an entity.
std::vector<std::string> random_names(RandomText& random) {
  std::vector<std::string> names;
  while (names.size() < 60) names.push_back(random.below(2) == 0 ? random.word() : random.text());
  return names;
}

std::uint32_t entity_of(std::size_t name) {
  return static_cast<std::uint32_t>(name / 3);
}

NameIndex index_of(const std::vector<std::string>& names, Folding folding) {
  NameIndex::Builder builder;
  for (std::size_t i = 0; i < names.size(); ++i) builder.add_name(names[i], "en", entity_of(i));
  return std::move(builder).build(folding);
}

std::vector<std::string> told(const std::vector<NameMatch>& matches) {
  std::vector<std::string> result;
  for (const NameMatch& match : matches)
    result.push_back(std::to_string(match.id) + " " + match.name + " " +
                     std::string(to_string(match.how)));
  return result;
}

TEST(NameIndex, AnswersAlikeHoweverItFolds) {
  for (std::uint64_t seed = 0; seed < index_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const auto names = random_names(random);
    const NameIndex slow = index_of(names, Folding::per_query);
    const NameIndex fast = index_of(names, Folding::in_advance);
    const std::string& name = names[random.below(names.size())];
    for (const std::string& text : {name, fold(name), random.word()}) {
      ASSERT_EQ(slow.candidates(text), fast.candidates(text)) << text;
      ASSERT_EQ(told(slow.find(text)), told(fast.find(text))) << text;
    }
  }
}

TEST(NameIndex, HasForCandidatesWhoeverFoldsToTheText) {
  for (std::uint64_t seed = 0; seed < index_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const auto names = random_names(random);
    const NameIndex index = index_of(names, Folding::per_query);
    const std::string& text = names[random.below(names.size())];
    std::set<std::uint32_t> expected;
    for (std::size_t i = 0; i < names.size(); ++i)
      if (fold(names[i]) == fold(text)) expected.insert(entity_of(i));
    const auto candidates = index.candidates(text);
    ASSERT_EQ(std::set<std::uint32_t>(candidates.begin(), candidates.end()), expected) << text;
    ASSERT_EQ(candidates.size(), expected.size());
  }
}

TEST(NameIndex, ListsEveryCandidateOnceAndBeforeSuggestions) {
  for (std::uint64_t seed = 0; seed < index_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const auto names = random_names(random);
    const NameIndex index = index_of(names, Folding::per_query);
    const std::string text = random.word();
    const auto matches = index.find(text);
    const auto how = [](const NameMatch& match) { return match.how; };
    ASSERT_TRUE(std::is_sorted(matches.begin(), matches.end(),
                               [&](const auto& a, const auto& b) { return how(a) < how(b); }));
    std::set<std::uint32_t> seen;
    for (const NameMatch& match : matches) ASSERT_TRUE(seen.insert(match.id).second);
    const auto certain = std::count_if(matches.begin(), matches.end(), [](const NameMatch& match) {
      return match.how != MatchKind::fuzzy;
    });
    ASSERT_EQ(static_cast<std::size_t>(certain), index.candidates(text).size());
  }
}

/// Every character that folding changes, alone in an index: the tests that dismiss names unfolded
/// must let it pass.
TEST(NameIndex, FindsEveryCharacterByItsFoldedForm) {
  for (char32_t c = 0x20; c <= 0x10FFFF; ++c) {
    const std::string name = to_utf8(std::u32string_view(&c, 1));
    const std::string folded = fold(name);
    if (folded == name || c == 0xD800) continue;
    NameIndex::Builder builder;
    builder.add_name(name, "en", 7);
    ASSERT_EQ(std::move(builder).build().candidates(folded), std::vector<std::uint32_t>{7})
        << name << ' ' << folded;
  }
}

}  // namespace
}  // namespace entente
