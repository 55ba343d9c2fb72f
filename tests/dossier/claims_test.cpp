/// The dossier says what its documents say: each claim read out of them by hand is a test.

#include "dossier/claims.hpp"

#include <set>

#include <gtest/gtest.h>

#include <entente/io/load.hpp>

namespace entente::test {
namespace {

ClaimFile claim_file() {
  return read_claims(ENTENTE_SOURCE_DIR "/tests/dossier/claims.json");
}

const Graph& dossier() {
  static const Graph graph = load_graph(ENTENTE_SOURCE_DIR "/data/japan-nato");
  return graph;
}

class Claims : public testing::TestWithParam<Claim> {};

TEST_P(Claims, HoldInTheDossier) {
  const Claim& claim = GetParam();
  EXPECT_EQ(objection(dossier(), claim.expect), "")
      << claim.document << " " << claim.at << ": " << claim.text;
}

INSTANTIATE_TEST_SUITE_P(Documents, Claims, testing::ValuesIn(claim_file().claims),
                         [](const auto& claim) { return claim.param.id; });

TEST(ClaimFile, HasSixtyClaimsThatNameDocumentAndPlace) {
  const ClaimFile file = claim_file();
  EXPECT_GE(file.claims.size(), 60u);
  std::set<std::string> ids;
  for (const Claim& claim : file.claims) {
    EXPECT_TRUE(ids.insert(claim.id).second) << claim.id << " is there twice";
    EXPECT_FALSE(claim.at.empty()) << claim.id;
    EXPECT_FALSE(claim.text.empty()) << claim.id;
    const auto document = dossier().entity(claim.document);
    ASSERT_TRUE(document) << claim.id;
    EXPECT_EQ(dossier().kind(*document), "document") << claim.id;
  }
}

TEST(Dossier, HasTheEntitiesOfTheList) {
  std::size_t count = 0;
  for (const auto& [kind, ids] : claim_file().entities) {
    count += ids.size();
    for (const std::string& id : ids) {
      const auto entity = dossier().entity(id);
      EXPECT_EQ(entity ? dossier().kind(*entity) : "absent", kind) << id;
    }
  }
  EXPECT_GT(count, 100u);
}

TEST(Dossier, SaysOfEveryRelationWhereItStands) {
  ASSERT_GT(dossier().relation_count(), 0u);
  for (std::uint32_t i = 0; i < dossier().relation_count(); ++i) {
    const auto evidence = dossier().evidence(RelationId{i});
    EXPECT_FALSE(evidence.empty()) << dossier().id(RelationId{i});
    for (const Evidence& piece : evidence)
      EXPECT_FALSE(piece.at.empty()) << dossier().id(RelationId{i}) << " in " << piece.source;
  }
}

}  // namespace
}  // namespace entente::test
