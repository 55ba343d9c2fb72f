#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include <entente/text/fold.hpp>

#include "random_text.hpp"
#include "text/name_index.hpp"
#include "text/name_keys.hpp"
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

NameIndex index_of(const std::vector<std::string>& names, NameFolding folding) {
  NameIndex::Builder builder;
  for (std::size_t i = 0; i < names.size(); ++i)
    builder.add_name(names[i], "en", entity_of(i), i % 2 == 0 ? Bearer::person : Bearer::thing);
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
    const NameIndex slow = index_of(names, NameFolding::per_query);
    const NameIndex fast = index_of(names, NameFolding::in_advance);
    const std::string& name = names[random.below(names.size())];
    for (const std::string& text : {name, fold(name), random.word()}) {
      ASSERT_EQ(told(slow.candidates(text)), told(fast.candidates(text))) << text;
      ASSERT_EQ(told(slow.find(text)), told(fast.find(text))) << text;
    }
  }
}

/// The entities of the names that a test passes.
template <typename Test>
std::set<std::uint32_t> those_of(const std::vector<std::string>& names, Test test) {
  std::set<std::uint32_t> entities;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (test(names[i])) entities.insert(entity_of(i));
  return entities;
}

TEST(NameIndex, HasForCandidatesThoseOfTheFirstStepThatFindsAny) {
  for (std::uint64_t seed = 0; seed < index_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const auto names = random_names(random);
    const NameIndex index = index_of(names, NameFolding::per_query);
    const std::string text = seed % 2 == 0 ? names[random.below(names.size())] : random.word();
    auto expected = those_of(names, [&](const std::string& name) { return name == text; });
    if (expected.empty())
      expected = those_of(names, [&](const std::string& name) { return fold(name) == fold(text); });
    const auto candidates = index.candidates(text);
    std::set<std::uint32_t> found;
    for (const NameMatch& match : candidates) {
      ASSERT_TRUE(found.insert(match.id).second);
      ASSERT_EQ(match.how, candidates.front().how);
    }
    if (!expected.empty()) {
      ASSERT_EQ(found, expected) << text;
    } else {
      for (const NameMatch& match : candidates) ASSERT_GT(match.how, MatchKind::folded);
    }
  }
}

// A name is found by itself, and by every looser form of itself.
TEST(NameIndex, FindsEveryNameByItsLooserForms) {
  for (std::uint64_t seed = 0; seed < 20 * index_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const std::string name = random.text();
    if (fold(name).empty()) continue;
    NameIndex::Builder builder;
    builder.add_name(name, "en", 7);
    const NameIndex index = std::move(builder).build();
    const std::string plain = without_accents(fold(name));
    for (const std::string& text : {name, fold(name), plain, spelling_key(plain)}) {
      if (text.empty()) continue;
      ASSERT_EQ(index.candidates(text).size(), 1U) << name << " by " << text;
    }
  }
}

TEST(NameKeys, ChangeNothingTheSecondTime) {
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::string plain = without_accents(fold(RandomText(seed).text()));
    ASSERT_EQ(without_accents(plain), plain);
    const std::string key = spelling_key(plain);
    ASSERT_EQ(spelling_key(key), key) << plain;
  }
}

TEST(NameKeys, ChangeNoCharacterTheSecondTime) {
  for (char32_t c = 0x20; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string plain = without_accents(fold(to_utf8(std::u32string_view(&c, 1))));
    ASSERT_EQ(without_accents(plain), plain) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(spelling_key(spelling_key(plain)), spelling_key(plain));
  }
}

TEST(NameKeys, BringAccentsAndTheirAbsenceTogether) {
  // A base letter and any Latin mark is the letter.
  for (const char base : std::string_view("aeioucnszyAEIOUCNSZY"))
    for (char32_t mark = 0x300; mark <= 0x36F; ++mark) {
      std::string text(1, base);
      append_utf8(text, mark);
      const std::string plain = without_accents(fold(text));
      if (mark == 0x34F || mark >= 0x363) continue;  // a joiner; small letters above
      ASSERT_EQ(plain.front(), fold(std::string(1, base)).front())
          << base << static_cast<unsigned>(mark);
    }
}

TEST(NameIndex, ListsEveryCandidateOnceAndBeforeSuggestions) {
  for (std::uint64_t seed = 0; seed < index_seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomText random(seed);
    const auto names = random_names(random);
    const NameIndex index = index_of(names, NameFolding::per_query);
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
    ASSERT_GE(static_cast<std::size_t>(certain), index.candidates(text).size());
    ASSERT_EQ(certain == 0, index.candidates(text).empty());
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
    ASSERT_EQ(std::move(builder).build().candidates(folded).size(), 1U) << name << ' ' << folded;
  }
}

}  // namespace
}  // namespace entente
