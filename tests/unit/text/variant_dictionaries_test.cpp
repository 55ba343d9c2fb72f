#include "text/variant_dictionaries.hpp"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/folder.hpp"

namespace entente {
namespace {

TEST(IdeographClasses, GiveEveryMemberTheLatestForm) {
  IdeographClasses classes;
  classes.join(U'芸', U'藝');
  classes.join(U'蕓', U'芸');
  classes.join(U'藝', U'艺');
  for (const char32_t c : {U'芸', U'藝', U'蕓', U'艺'}) EXPECT_EQ(classes.form(c), U'艺');
  EXPECT_EQ(classes.form(U'国'), U'国');
}

TEST(IdeographClasses, EndInOneFormWhenConversionsGoInACircle) {
  IdeographClasses classes;
  classes.join(U'国', U'國');
  classes.join(U'國', U'国');
  EXPECT_EQ(classes.form(U'国'), U'国');
  EXPECT_EQ(classes.form(U'國'), U'国');
}

TEST(IdeographClasses, HoldIdeographsAlone) {
  IdeographClasses classes;
  classes.join(U'a', U'国');
  classes.join(U'国', U'\U0002F81A');  // a compatibility ideograph
  EXPECT_EQ(classes.form(U'a'), U'a');
  EXPECT_EQ(classes.form(U'国'), U'国');
}

TEST(IdeographClasses, HoldRareIdeographs) {
  IdeographClasses classes;
  classes.join(U'\U000217B5', U'岁');
  EXPECT_EQ(classes.form(U'\U000217B5'), U'岁');
}

TEST(VariantDictionaries, SayWhichPackageTheyComeFrom) {
  try {
    (void)read_variants("no-such-folder");
    FAIL() << "dictionaries were read from a folder that is not there";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("install the package libopencc-data"));
    EXPECT_THAT(error.what(), testing::HasSubstr("no-such-folder/JPShinjitaiCharacters.ocd2"));
  }
}

TEST(VariantDictionaries, AreRefusedWhenCutShort) {
  const test::Folder folder;
  folder.write("JPShinjitaiCharacters.ocd2", "OPENCC_MARISA_0.2.5 cut short");
  EXPECT_THROW((void)read_variants(folder.path().string()), std::runtime_error);
}

}  // namespace
}  // namespace entente
