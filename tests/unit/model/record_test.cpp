#include <gtest/gtest.h>

#include <entente/model/record.hpp>

namespace entente {
namespace {

TEST(Modality, HasANameThatReadsBack) {
  for (const Modality modality :
       {Modality::fact, Modality::plan, Modality::expectation, Modality::claim, Modality::derived})
    EXPECT_EQ(modality_from(to_string(modality)), modality);
  EXPECT_EQ(modality_from("rumour"), std::nullopt);
}

TEST(Attributes, AreFoundByName) {
  const Attributes attributes = {{"place", Scalar(std::string("Vilnius"))}};
  ASSERT_NE(find_attribute(attributes, "place"), nullptr);
  EXPECT_EQ(*find_attribute(attributes, "place"), AttributeValue(Scalar(std::string("Vilnius"))));
  EXPECT_EQ(find_attribute(attributes, "plac"), nullptr);
}

}  // namespace
}  // namespace entente
