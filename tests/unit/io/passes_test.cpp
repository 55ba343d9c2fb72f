// How often the text of a dossier is read before all is known about it.

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>

#include "io/loaded_inputs.hpp"
#include "support/folder.hpp"

namespace entente {
namespace {

// A dossier of so many relations; `fault` stands where one of them should end.
std::string dossier(std::size_t relations, std::size_t faulty, const std::string& fault) {
  std::string text =
      R"({"format": "entente/1", "title": {"en": "P"}, "vocabulary": "diplomacy", "entities": [)"
      R"({"id": "a", "kind": "country"}, {"id": "b", "kind": "country"}], "relations": [)";
  for (std::size_t i = 0; i < relations; ++i) {
    text += (i > 0 ? ",\n" : "\n") + std::string(R"({"id": "r)") + std::to_string(i) +
            R"(", "type": "cooperates_with", "from": "a", "to": "b", "when": "2010/2012")";
    text += i == faulty ? fault : "}";
  }
  return text + "]}";
}

class Passes : public testing::TestWithParam<std::size_t> {
 protected:
  // The passes that loading a graph takes, and what it finds.
  std::size_t passes(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    LoadedInputs inputs = load_inputs({path_}, {});
    if (!read_columns(inputs, {})) problems_ = read_loaded(inputs, {}).problems;
    return inputs.files.front().passes;
  }

  const test::Folder folder_;
  const std::string path_ = folder_.at("dossier.json");
  std::vector<Problem> problems_;
};

constexpr std::size_t none = static_cast<std::size_t>(-1);

TEST_P(Passes, AreOneForWhatIsRight) {
  EXPECT_EQ(passes(dossier(GetParam(), none, "")), 1u);
  EXPECT_TRUE(problems_.empty());
}

TEST_P(Passes, AreTwoAtMostForWhatIsMalformed) {
  for (const std::size_t faulty : {std::size_t{0}, GetParam() / 2, GetParam() - 1})
    for (const char* fault : {"", ", }", ", \"x\": 01}", ", \"modality\": \"fact}", "]", "}}"}) {
      const std::string text = dossier(GetParam(), faulty, fault);
      EXPECT_LE(passes(text), 2u) << faulty << fault;
      const auto expected = read_records({path_}).problems;
      ASSERT_FALSE(problems_.empty()) << faulty << fault;
      ASSERT_EQ(problems_.size(), expected.size());
      EXPECT_EQ(describe(problems_.front()), describe(expected.front()));
    }
}

TEST_P(Passes, AreTwoAtMostForWhatIsWrongInItself) {
  for (const char* fault : {R"(, "idd": 1})", R"(, "modality": "rumour"})"})
    EXPECT_LE(passes(dossier(GetParam(), GetParam() / 2, fault)), 2u) << fault;
}

// The larger ones are read in pieces.
INSTANTIATE_TEST_SUITE_P(Sizes, Passes, testing::Values(3, 1000, 150'000));

}  // namespace
}  // namespace entente
