// Workbooks: what a foreign reader finds in them is in tests/foreign.

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/vocabulary.hpp>

namespace entente {
namespace {

using testing::StartsWith;

struct Workbook {
  std::string bytes;
  LossReport losses;
};

Workbook workbook(const Dossier& dossier) {
  std::ostringstream out;
  Workbook made;
  made.losses = find_dossier_format("xlsx")->write(out, dossier, builtin_vocabulary(), {});
  made.bytes = out.str();
  return made;
}

TEST(Xlsx, IsTheSameForTheSameDossier) {
  const Dossier dossier{.titles = {{"en", "Title"}},
                        .entities = {{.id = "a", .kind = "country", .names = {{"en", {"A"}}}}}};
  const Workbook first = workbook(dossier);
  EXPECT_THAT(first.bytes, StartsWith("PK"));
  EXPECT_EQ(first.bytes, workbook(dossier).bytes);
  EXPECT_TRUE(first.losses.empty());
}

TEST(Xlsx, SaysWhatACellCannotHold) {
  const Workbook made = workbook(
      {.entities = {{.id = "a", .kind = "country", .names = {{"en", {std::string(40'000, 'x')}}}},
                    {.id = "b", .kind = "country", .names = {{"en", {"bell\a"}}}}}});
  EXPECT_EQ(describe(made.losses),
            "2 × texts are cut to what a cell holds (a, a)\n"
            "2 × control characters are dropped (b, b)\n");
}

TEST(Xlsx, RefusesMoreColumnsThanASheetHas) {
  Dossier dossier{.entities = {{.id = "a", .kind = "country"}}};
  for (int i = 0; i < 16'384; ++i)
    dossier.entities[0].attributes.emplace_back("n" + std::to_string(i), Scalar(std::int64_t{i}));
  EXPECT_THROW(workbook(dossier), LimitReached);
}

TEST(Xlsx, IsAWorkbookEvenOfNothing) {
  EXPECT_THAT(workbook({}).bytes, StartsWith("PK"));
}

}  // namespace
}  // namespace entente
