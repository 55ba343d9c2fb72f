#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/facts/named_selection.hpp>

namespace entente {
namespace {

using Values = std::vector<std::string>;

Selection with(std::string_view name, const Values& values) {
  Selection selection;
  EXPECT_TRUE(set_member(selection, name, values)) << name;
  return selection;
}

std::string refusal(std::string_view name, const Values& values) {
  Selection selection;
  try {
    set_member(selection, name, values);
  } catch (const InvalidArgument& error) {
    EXPECT_EQ(error.code(), "bad-option-value");
    return error.what();
  }
  return "it is taken";
}

TEST(NamedSelection, TakesDatesAsTheyStand) {
  EXPECT_EQ(with("as-of", {"2014"}).as_of, "2014");
  EXPECT_EQ(with("during", {"2014/2015"}).during, "2014/2015");
  EXPECT_EQ(with("throughout", {"2014-05"}).throughout, "2014-05");
  EXPECT_EQ(with("known-at", {"2014"}).known_at, "2014");
  EXPECT_EQ(with("observed-through", {"2014"}).observed_through, "2014");
  EXPECT_EQ(with("attested-within", {"10y"}).attested_within, "10y");
}

TEST(NamedSelection, TakesListsWhole) {
  EXPECT_EQ(with("type", {"a", "b"}).types, (Values{"a", "b"}));
  EXPECT_EQ(with("kind", {"person"}).kinds, Values{"person"});
  EXPECT_EQ(with("source", {}).sources, Values{});
  EXPECT_EQ(with("modality", {"plan", "derived"}).modalities,
            (std::vector{Modality::plan, Modality::derived}));
}

TEST(NamedSelection, TakesChoicesAndFlags) {
  EXPECT_EQ(with("direction", {"in"}).direction, Direction::in);
  EXPECT_EQ(with("certain", {}).keep, Keep::certain_only);
  EXPECT_EQ(with("certain", {"true"}).keep, Keep::certain_only);
  EXPECT_EQ(with("certain", {"false"}).keep, Keep::certain_and_possible);
  EXPECT_EQ(with("undated", {}).undated, Undated::listed);
  EXPECT_EQ(with("isolated", {}).isolated, Isolated::always);
  EXPECT_EQ(with("presume-lasting", {}).presume_lasting, Lasting::presumed);
  EXPECT_EQ(with("no-inference", {}).inference, Inference::off);
}

TEST(NamedSelection, ReadsAnUnderscoreAsAHyphen) {
  EXPECT_EQ(with("presume_lasting", {"true"}).presume_lasting, Lasting::presumed);
}

TEST(NamedSelection, LeavesWhatIsNoMember) {
  Selection selection;
  for (const char* name : {"", "as", "as-of-", "kinds", "--as-of", "limit"})
    EXPECT_FALSE(set_member(selection, name, Values{"x"})) << name;
}

TEST(NamedSelection, RefusesValuesThatAMemberCannotHave) {
  EXPECT_EQ(refusal("as_of", {"2014", "2015"}), "as_of takes one value, not 2");
  EXPECT_EQ(refusal("during", {}), "during takes one value, not none");
  EXPECT_EQ(refusal("certain", {"yes"}), "certain is true or false, not 'yes'");
  EXPECT_EQ(refusal("direction", {"up"}), "direction is both, out or in, not 'up'");
  EXPECT_EQ(refusal("modality", {"plan", "rumour"}),
            "modality is fact, plan, expectation, claim or derived, not 'rumour'");
}

// Whoever adds a member to the list adds it here: each changes a selection.
TEST(NamedSelection, HasAMemberForEveryName) {
  const std::map<std::string_view, Values> lists = {{"modality", {"plan"}}, {"direction", {"in"}}};
  const auto takes_nothing = [](std::string_view name) {
    return refusal(name, {"x"}).find("true or false") != std::string::npos;
  };
  EXPECT_EQ(selection_member_names().size(), 16U);
  for (const std::string_view name : selection_member_names()) {
    const auto special = lists.find(name);
    const Values values = special != lists.end() ? special->second
                          : takes_nothing(name)  ? Values{}
                                                 : Values{"x"};
    EXPECT_EQ(refusal(name, values), "it is taken") << name;
  }
}

}  // namespace
}  // namespace entente
