/// Each piece of evidence names a place that its document has, in the form that the dossier's
/// README lays down. The documents' extents are written down here; they are not needed themselves.

#include <map>
#include <string>

#include <gtest/gtest.h>

#include <entente/io/dossier_reader.hpp>

#include "support/text_match.hpp"

namespace entente::test {
namespace {

/// What locators look like, and how many lines there are where lines are counted.
struct Extent {
  std::string form;
  int lines = 0;
};

const std::map<std::string, Extent>& extents() {
  const std::string lines = R"(l\. ([0-9]+)(?:-([0-9]+))?)";
  static const std::map<std::string, Extent> known = {
      {"doc-000", {"headline|dateline|¶[1-5]"}},
      {"doc-001", {lines, 82}},
      {"doc-002", {lines, 99}},
      {"doc-003", {"headline|dateline|related headlines|¶[1-6]"}},
      {"doc-004", {R"(§(?:1(?:\.[1-3])?|2\.[12]|3\.1(?:\.[1-9])?|3\.[23]|4\.[12]))"}},
  };
  return known;
}

bool is_place(const std::string& document, const std::string& at) {
  const auto extent = extents().find(document);
  if (extent == extents().end()) return false;
  const auto match = test::match_of(at, extent->second.form);
  if (!match) return false;
  if (extent->second.lines == 0) return true;
  const std::string& end = match->at(2);
  const int first = std::stoi(match->at(1));
  const int last = end.empty() ? first : std::stoi(end);
  const bool ascends = end.empty() || first < last;
  return first >= 1 && ascends && last <= extent->second.lines;
}

TEST(Locator, NamesAPlaceThatTheDocumentHas) {
  EXPECT_TRUE(is_place("doc-000", "¶5"));
  EXPECT_TRUE(is_place("doc-001", "l. 14-22"));
  EXPECT_TRUE(is_place("doc-004", "§3.1.9"));
  EXPECT_FALSE(is_place("doc-000", "¶6"));
  EXPECT_FALSE(is_place("doc-001", "l. 83"));
  EXPECT_FALSE(is_place("doc-002", "l. 33-31"));
  EXPECT_FALSE(is_place("doc-003", "l. 1"));
  EXPECT_FALSE(is_place("doc-004", "§5.1"));
  EXPECT_FALSE(is_place("doc-005", "¶1"));
}

TEST(Locator, IsSoInAllEvidenceOfTheDossier) {
  const Dossier dossier = read_dossier({ENTENTE_SOURCE_DIR "/data/japan-nato"});
  ASSERT_FALSE(dossier.relations.empty());
  for (const Relation& relation : dossier.relations)
    for (const Evidence& piece : relation.evidence)
      EXPECT_TRUE(is_place(piece.source, piece.at))
          << relation.id << ": " << piece.source << " " << piece.at;
}

}  // namespace
}  // namespace entente::test
