#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/vocabulary.hpp>
#include <entente/snapshot/snapshot.hpp>

#include "support/folder.hpp"
#include "support/graph_of.hpp"
#include "support/snapshot_bytes.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;
using test::graph_of;
using test::resealed;
using test::selected;
using test::snapshot_of;
using ::testing::HasSubstr;

Graph small() {
  return graph_of(R"(
    country japan name=Japan name=ja:日本 when=1947?/..
    organisation nato name=NATO
    agreement old
    agreement new
    document doc-1 published=2014-06-01
    r1: japan party_to old when=2014-05-06/ by=doc-1§2.1@nato,doc-1~2014 n=7
    r2: nato party_to old when=[2012,2013]/ plan
    r3: new supersedes old when=2018 by=doc-1
    r4: japan cooperates_with nato
  )");
}

std::string code_of(const std::string& bytes) {
  try {
    (void)read_snapshot(bytes);
    return "accepted";
  } catch (const SnapshotError& error) {
    EXPECT_EQ(error.exit_code(), 65);
    return error.code();
  }
}

TEST(Snapshot, IsTheSameGraph) {
  const Graph graph = small();
  const Graph again = read_snapshot(snapshot_of(graph));
  ASSERT_EQ(again.entity_count(), graph.entity_count());
  ASSERT_EQ(again.relation_count(), graph.relation_count());
  EXPECT_EQ(again.titles(), graph.titles());
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i) {
    const auto relation = static_cast<RelationId>(i);
    EXPECT_EQ(describe(again, relation, "ja"), describe(graph, relation, "ja"));
    EXPECT_EQ(again.record(relation).attributes, graph.record(relation).attributes);
    EXPECT_EQ(again.inferred_from(relation), graph.inferred_from(relation));
    EXPECT_EQ(again.bounds(relation), graph.bounds(relation));
  }
  EXPECT_EQ(again.record(again.entity("japan").value()).names,
            graph.record(graph.entity("japan").value()).names);
  EXPECT_EQ(again.find("日本").value(), graph.entity("japan"));
  for (const Selection& selection :
       {Selection{}, Selection{.as_of = "2016"}, Selection{.throughout = "2019"},
        Selection{.as_of = "2020", .known_at = "2015", .inference = Inference::off}})
    EXPECT_EQ(selected(again, selection), selected(graph, selection));
}

TEST(Snapshot, HoldsAllThatItsVocabularySays) {
  const auto written = [](const Vocabulary& vocabulary) {
    std::ostringstream text;
    write_vocabulary(text, vocabulary);
    return text.str();
  };
  const Graph graph = small();
  EXPECT_EQ(written(read_snapshot(snapshot_of(graph)).vocabulary()), written(graph.vocabulary()));
}

TEST(Snapshot, OfASnapshotIsItself) {
  const std::string bytes = snapshot_of(small());
  EXPECT_EQ(snapshot_of(read_snapshot(bytes)), bytes);
  EXPECT_EQ(snapshot_of(small()), bytes);
}

TEST(Snapshot, MayBeEmpty) {
  EXPECT_EQ(read_snapshot(snapshot_of(graph_of(""))).entity_count(), 0U);
}

TEST(Snapshot, IsRefusedWhereverItIsCutOff) {
  const std::string bytes = snapshot_of(small());
  for (std::size_t size = 1; size < bytes.size(); ++size)
    ASSERT_EQ(code_of(bytes.substr(0, size)), "damaged-snapshot") << size;
  EXPECT_EQ(code_of(bytes + "12345678"), "damaged-snapshot");
}

TEST(Snapshot, IsRefusedWhicheverBitIsTurned) {
  const std::string bytes = snapshot_of(small());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string altered = bytes;
    altered[i] = static_cast<char>(altered[i] ^ (1 << (i % 8)));
    ASSERT_NE(code_of(altered), "accepted") << "byte " << i;
  }
}

TEST(Snapshot, IsRefusedFromElsewhere) {
  EXPECT_EQ(code_of(""), "foreign-snapshot");
  EXPECT_EQ(code_of("{\"format\": \"entente/1\", \"entities\": [], \"relations\": []}"),
            "foreign-snapshot");
  std::string bytes = snapshot_of(small());
  std::string swapped = bytes;
  std::swap(swapped[8], swapped[11]);
  std::swap(swapped[9], swapped[10]);
  EXPECT_EQ(code_of(swapped), "foreign-snapshot");
  std::string later = bytes;
  ++later[12];
  EXPECT_EQ(code_of(later), "foreign-snapshot");
}

// Every word of the body in turn, then many at once, becomes a number made to do harm.
TEST(Snapshot, ThatIsForgedNeverLeadsOutside) {
  const std::string bytes = snapshot_of(small());
  constexpr std::uint32_t harmful[] = {0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff};
  const auto use = [](const std::string& forged) {
    try {
      test::use_everything(read_snapshot(resealed(forged)));
    } catch (const SnapshotError&) {
    }
  };
  for (std::size_t i = 32; i + 4 <= bytes.size(); i += 4) {
    std::string forged = bytes;
    const std::uint32_t word = harmful[(i / 4) % std::size(harmful)];
    std::memcpy(forged.data() + i, &word, sizeof word);
    use(forged);
  }
  std::mt19937 chance(20230712);
  SCOPED_TRACE("seed 20230712");
  for (int run = 0; run < 300; ++run) {
    std::string forged = bytes;
    for (int change = 0; change < 3; ++change) {
      const std::size_t at = 32 + chance() % (bytes.size() - 32);
      forged[at] =
          static_cast<char>(static_cast<unsigned char>(forged[at]) ^ (1U + chance() % 255U));
    }
    use(forged);
  }
}

class SnapshotFile : public ::testing::Test {
 protected:
  void SetUp() override {
    put("dossier/a.json", "one");
    put("dossier/b.jsonl", "two");
  }

  void put(const std::string& name, const std::string& text) const { folder_.write(name, text); }
  [[nodiscard]] std::string path(const std::string& name) const { return folder_.at(name); }
  void write() const {
    std::ofstream out(path("graph.snapshot"), std::ios::binary);
    write_snapshot(out, small(), snapshot_sources({path("dossier")}, folder_.path().string()));
  }
  /// Moves the file's time after the snapshot's.
  void touch(const std::string& name) const {
    fs::last_write_time(path(name),
                        fs::last_write_time(path("graph.snapshot")) + std::chrono::seconds(5));
  }
  [[nodiscard]] std::string outcome() const {
    try {
      return std::to_string(open_snapshot(path("graph.snapshot")).relation_count());
    } catch (const Error& error) {
      return error.code();
    }
  }

  const test::Folder folder_;
};

TEST_F(SnapshotFile, IsMapped) {
  write();
  EXPECT_TRUE(is_snapshot(path("graph.snapshot")));
  EXPECT_FALSE(is_snapshot(path("dossier/a.json")));
  EXPECT_EQ(outcome(), "4");
}

TEST_F(SnapshotFile, IsRefusedWhenAFileOfItsDossierChanged) {
  write();
  put("dossier/a.json", "longer");
  EXPECT_EQ(outcome(), "stale-snapshot");
  EXPECT_EQ(open_snapshot(path("graph.snapshot"), Staleness::accepted).relation_count(), 4U);
}

TEST_F(SnapshotFile, IsRefusedWhenAPackedPartOrATableChanged) {
  for (const char* name : {"packed/a.json.gz", "packed/a.jsonl.zst", "tables/ties.csv"}) {
    const std::string folder(std::string(name).substr(0, std::string(name).find('/')));
    put(name, "one");
    put(folder + "/.hidden", "one");
    const auto sources = snapshot_sources({path(folder)}, path(""));
    EXPECT_EQ(sources.size(), 2u) << name;
    fs::remove_all(folder_.path() / folder);
  }
}

TEST_F(SnapshotFile, ComparesContentsWhenOnlyTheTimeIsLater) {
  write();
  touch("dossier/a.json");
  EXPECT_EQ(outcome(), "4");
  put("dossier/a.json", "two");
  touch("dossier/a.json");
  EXPECT_EQ(outcome(), "stale-snapshot");
}

TEST_F(SnapshotFile, IsRefusedWhenAFileCameOrWent) {
  write();
  put("dossier/c.json", "more");
  EXPECT_EQ(outcome(), "stale-snapshot");
  fs::remove(folder_.path() / "dossier/c.json");
  EXPECT_EQ(outcome(), "4");
  fs::remove(folder_.path() / "dossier/b.jsonl");
  EXPECT_EQ(outcome(), "stale-snapshot");
}

TEST_F(SnapshotFile, MayTravelAlone) {
  write();
  fs::remove_all(folder_.path() / "dossier");
  EXPECT_EQ(outcome(), "4");
}

TEST_F(SnapshotFile, SaysWhatIsMissing) {
  EXPECT_EQ(outcome(), "input-missing");
  EXPECT_THROW((void)open_snapshot(folder_.path().string()), IoError);
  EXPECT_THROW((void)snapshot_sources({path("nothing")}), IoError);
}

}  // namespace
}  // namespace entente
