// A graph is loaded without making records of its relations; nothing may show of that. Reading
// records, validating them and building the graph of them is the oracle.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>

#include "io/json/record_scanner.hpp"
#include "support/folder.hpp"
#include "support/seed.hpp"
#include "support/snapshot_bytes.hpp"

namespace entente {
namespace {

using test::snapshot_of;
using testing_support::Chance;
using Texts = std::vector<std::string>;

enum class Format { json, json_lines };

std::string one_of(Chance& chance, const Texts& texts) {
  return texts[static_cast<std::size_t>(chance.number(0, static_cast<int>(texts.size()) - 1))];
}

/// Writes relations in every way, now and then a wrong one.
class RelationWriter {
 public:
  RelationWriter(Chance& chance, int faults) : chance_(chance), faults_(faults) {}

  std::string relation(const std::string& id) {
    const bool succession = chance_.one_in(8);
    Texts members = {"\"id\":" + blank() + '"' + id + '"', kinds(succession)};
    if (chance_.number(1, 4) > 1) members.push_back("\"when\": " + when());
    if (chance_.one_in(4)) members.push_back("\"modality\": " + modality());
    if (chance_.one_in(6)) members.push_back(R"("attributes": {"seats": 1, "note": "a\nb"})");
    if (chance_.number(1, 3) > 1) members.push_back("\"evidence\": " + evidence_list());
    if (wrong()) members.push_back(R"("idd": "x")");
    if (wrong()) members.push_back(R"("id": "again")");
    for (std::size_t i = members.size(); i > 1 && chance_.one_in(3); --i)
      std::swap(members[i - 1], members[static_cast<std::size_t>(chance_.number(0, 2)) % i]);
    return "{" + blank() + joined(members) + blank() + "}";
  }

 private:
  bool wrong() { return faults_ > 0 && chance_.one_in(faults_); }
  std::string blank() { return chance_.one_in(5) ? " \t" : ""; }
  std::string joined(const Texts& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : "," + blank()) + text;
    return all;
  }
  std::string kinds(bool succession) {
    if (wrong()) return R"("type": "partner_off", "from": "c1", "to": "c2")";
    if (wrong()) return R"("type": "partner_of", "from": "c1", "to": "nowhere")";
    if (wrong()) return R"("type": "partner_of", "from": "c1", "to": "a1")";
    if (wrong()) return R"("type": "supersedes", "from": "a1", "to": "a1")";
    const int older = chance_.number(1, 4);
    const std::string newer = "a" + std::to_string(chance_.number(older + 1, 5));
    if (succession) {
      const std::string type = chance_.one_in(2) ? "supersedes" : "amends";
      return "\"type\": \"" + type + R"(", "from": ")" + newer + R"(", "to": "a)" +
             std::to_string(older) + '"';
    }
    const std::string from = one_of(chance_, {"c1", "c2", "c\\u0033", "日本"});
    if (chance_.one_in(3))
      return R"("type": "party_to", "from": ")" + from + R"(", "to": ")" + newer + '"';
    return R"("type": "partner_of", "from": ")" + from + R"(", "to": ")" +
           one_of(chance_, {"c1", "c2", "c3"}) + '"';
  }
  std::string when() {
    if (wrong()) return one_of(chance_, {"\"2014-13\"", "\"2014/2013\"", "\"[2018..]/\"", "7"});
    return one_of(
        chance_,
        {"\"2014\"", "\"2014-05/..\"", "\"2015/\"", "\"2016?\"", "\"{2014,2016}\"", "\"199X\"",
         "null", R"({"start": "[2018..]", "end": ""})", R"({"start": "2014", "end": ""})",
         "\"201\\u0030\"", "\"19" + std::to_string(chance_.number(10, 99)) + "/2020\""});
  }
  std::string modality() { return one_of(chance_, {"\"plan\"", "\"fact\"", "\"derived\""}); }
  std::string evidence_list() {
    Texts list;
    for (int count = chance_.number(0, 2); count > 0; --count) list.push_back(evidence());
    return "[" + blank() + joined(list) + blank() + "]";
  }
  std::string evidence() {
    Texts members = {"\"source\": \"" + std::string(wrong() ? "c1" : "d") + '"'};
    if (chance_.one_in(2))
      members.push_back("\"at\": " + one_of(chance_, {"\"p. 1\"", "\"\"", "null", "\"2014\"",
                                                      "\"語\\t\"", "\"\x7F\""}));
    if (chance_.one_in(3))
      members.push_back(std::string("\"asserted_by\": \"") + (wrong() ? "nobody" : "c2") + '"');
    if (chance_.one_in(3)) members.push_back(R"("when": "2015/")");
    return "{" + joined(members) + blank() + "}";
  }

  Chance& chance_;
  int faults_;
};

/// An entity in one of many ways; some are wrong, if wanted.
std::string entity(Chance& chance, const std::string& id, const std::string& kind, int faults) {
  const auto wrong = [&] { return faults > 0 && chance.one_in(faults); };
  Texts members = {"\"id\": \"" + id + '"', "\"kind\": \"" + kind + '"'};
  if (chance.one_in(2))
    members.push_back(one_of(
        chance, {R"("names": {"en": ["C", "2014"], "ja" : [ "日本" ,"\\u65e5"]})",
                 R"("names": {"en": ["C"], "zh-Hans": []})", R"("names": {})",
                 R"("names": {"en": [""], "fr":["Un \"\"\t"]})", R"("names": { "de" : ["D"] } )"}));
  if (wrong())
    members.push_back(one_of(chance, {R"("names": {"en": ["C"], "en": ["D"]})",
                                      R"("names": {"not a tag": ["C"]})", R"("names": {"en": "C"})",
                                      R"("when": "2013-13")", R"("codes": {"a": "1", "a": "2"})"}));
  if (chance.one_in(4))
    members.push_back("\"when\": " + one_of(chance, {"\"2013\"", "null", "\"1999/\""}));
  if (chance.one_in(4)) members.push_back(R"("codes": {"iso3": "JPN", "x": ""})");
  if (chance.one_in(4)) members.push_back(R"("attributes": {"published": "2012"})");
  std::string text = "{";
  for (const std::string& member : members) text += (text.size() > 1 ? ", " : " ") + member;
  return text + "}";
}

Texts entities(Chance& chance, int faults) {
  Texts list;
  for (const char* id : {"c2", "c1", "c3", "日本"})
    list.push_back(entity(chance, id, "country", faults));
  for (int i = 1; i <= 5; ++i)
    list.push_back(entity(chance, "a" + std::to_string(i), "agreement", faults));
  list.push_back(entity(chance, "d", "document", faults));
  if (faults > 0 && chance.one_in(20)) list.push_back(entity(chance, "d", "document", 0));
  return list;
}

/// A dossier of relations, which for JSON stand in a list long enough for threads or not.
std::string dossier(const Texts& people, const Texts& relations, Format format) {
  const std::string head =
      R"("format": "entente/1", "title": {"en": "T"}, "vocabulary": "diplomacy")";
  std::string text = format == Format::json ? "{" + head : "{\"dossier\": {" + head + "}}\n";
  const auto add = [&](const std::string& list, const std::string& member, const Texts& records) {
    if (format == Format::json) text += ",\n\"" + list + "\": [";
    const char* parting = "";
    for (const std::string& record : records) {
      text += format == Format::json ? parting + record : "{\"" + member + "\": " + record + "}\n";
      parting = ",\n";
    }
    if (format == Format::json) text += "]";
  };
  add("entities", "entity", people);
  add("relations", "relation", relations);
  return format == Format::json ? text + "}\n" : text;
}

std::string told(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& one : problems)
    text += one.file + ':' + std::to_string(one.line) + ':' + std::to_string(one.column) + ' ' +
            one.code + ' ' + one.message + ' ' + one.hint + '\n';
  return text;
}

class LoadGraphProperty : public testing::Test {
 protected:
  /// A snapshot of what is loaded, or the problems.
  std::string loaded(const std::string& text, Format format, const ReadLimits& limits) const {
    std::ofstream(path(format), std::ios::binary) << text;
    try {
      return snapshot_of(load_graph(path(format), limits));
    } catch (const DossierError& error) {
      return told(error.problems());
    }
  }
  /// The same by way of records.
  std::string expected(const std::string& text, Format format, const ReadLimits& limits) const {
    ReadResult records = read_records_from_text(text, path(format), limits);
    if (has_errors(records.problems)) return told(check_records(std::move(records)).problems);
    try {
      return snapshot_of(Graph(records.dossier, vocabulary_of(records.dossier)));
    } catch (const DossierError& error) {
      return told(error.problems());
    }
  }

 private:
  [[nodiscard]] std::string path(Format format) const {
    return folder_.path() / (format == Format::json ? "d.json" : "d.jsonl");
  }
  const test::Folder folder_;
};

TEST_F(LoadGraphProperty, IsTheGraphOfTheRecordsOrTheirProblems) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  int right = 0;
  for (int round = 0; round < 200; ++round) {
    const int faults = chance.one_in(2) ? 0 : 60;
    RelationWriter writer(chance, faults);
    Texts relations;
    for (int i = chance.number(0, 12); i > 0; --i)
      relations.push_back(writer.relation("r" + std::to_string(chance.number(1, 2000))));
    const Format format = chance.one_in(2) ? Format::json : Format::json_lines;
    const std::string text = dossier(entities(chance, faults), relations, format);
    const ReadLimits limits{.depth = chance.one_in(9) ? 5u : 512u,
                            .string = chance.one_in(9) ? 3u : 1000u,
                            .edges = chance.one_in(9) ? 3u : 1000u,
                            .values = chance.one_in(9) ? 12u : 1000u};
    const std::string graph = loaded(text, format, limits);
    ASSERT_TRUE(graph == expected(text, format, limits)) << text;
    right += graph.find("d.json") == graph.npos ? 1 : 0;
  }
  EXPECT_GT(right, 25);
  EXPECT_LT(right, 175);
}

TEST_F(LoadGraphProperty, IsTheSameWithSeveralThreads) {
  constexpr std::size_t large = std::size_t{9} << 20;  // two pieces
  Chance chance;
  SCOPED_TRACE(chance.name());
  RelationWriter writer(chance, 0);
  Texts relations;
  for (std::size_t size = 0; size < large; size += relations.back().size())
    relations.push_back(writer.relation("r" + std::to_string(relations.size())));
  Texts people = entities(chance, 0);
  for (std::size_t size = 0; size < large; size += people.back().size())
    people.push_back(entity(chance, "p" + std::to_string(people.size()), "person", 0));
  const auto same = [&](Format format) {
    const std::string text = dossier(people, relations, format);
    return loaded(text, format, {}) == expected(text, format, {});
  };
  EXPECT_TRUE(same(Format::json));
  EXPECT_TRUE(same(Format::json_lines));
  relations.push_back(relations[relations.size() / 2]);
  EXPECT_TRUE(same(Format::json_lines));
}

TEST_F(LoadGraphProperty, ReadsAndChecksLargeFilesInBlocks) {
  constexpr std::size_t large = std::size_t{17} << 20;  // three blocks
  for (std::size_t shift = 0; shift < 3; ++shift) {
    std::string name(shift, 'x');
    while (name.size() < large) name += "語";
    const std::string text =
        dossier({R"({"id": "c1", "kind": "country", "names": {"en": [")" + name + "\"]}}"}, {},
                Format::json);
    EXPECT_TRUE(loaded(text, Format::json, {}) == expected(text, Format::json, {}));
    std::string wrong = text;
    wrong[large / 2 + shift] = 'x';
    const std::string problems = loaded(wrong, Format::json, {});
    EXPECT_THAT(problems, testing::HasSubstr("bad-utf8"));
    EXPECT_EQ(problems, expected(wrong, Format::json, {}));
    wrong = text;
    wrong[large - 7] = '\0';
    EXPECT_THAT(loaded(wrong, Format::json, {}), testing::HasSubstr("bad-utf8"));
  }
}

/// The line with up to two other characters.
std::string spoiled(Chance& chance, std::string line) {
  const std::string odd = "\"\\{}[],: \n\t\x7F\x01x0";
  const auto somewhere = [&chance](const std::string& text) {
    return static_cast<std::size_t>(chance.number(0, static_cast<int>(text.size()) - 1));
  };
  for (int changes = chance.number(0, 2); changes > 0; --changes) {
    char& changed = line[somewhere(line)];
    // What is not UTF-8 has been refused before.
    if ((changed & 0x80) == 0) changed = odd[somewhere(odd)];
  }
  return line;
}

ReadResult read_line(const std::string& line) {
  return read_records_from_text(
      "{\"dossier\": {\"format\": \"entente/1\", \"title\": {\"en\": \"T\"}, \"vocabulary\": "
      "\"diplomacy\"}}\n" +
          line,
      "a.jsonl");
}

TEST(RecordScannerProperty, TakesOnlyEntitiesThatAreRight) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  int taken = 0;
  for (int round = 0; round < 10000; ++round) {
    const std::string line =
        spoiled(chance, "{\"entity\": " + entity(chance, "c1", "country", 9) + "}");
    const ReadLimits limits;
    RecordScanner scanner(line, limits);
    const RecordScanner::ScannedLine scanned = scanner.line_at(0);
    if (scanned.holds != RecordScanner::Line::entity || scanned.next != line.size()) continue;
    const ReadResult result = read_line(line);
    ASSERT_EQ(result.problems.size(), 0u) << line;
    ASSERT_EQ(result.dossier.entities.size(), 1u) << line;
    const Entity& expected = result.dossier.entities.front();
    EXPECT_EQ(scanner.entity().id, expected.id);
    EXPECT_EQ(scanner.entity().kind, expected.kind);
    EXPECT_EQ(scanner.entity().names, expected.names);
    EXPECT_EQ(scanner.entity().when, expected.when);
    EXPECT_EQ(scanner.entity().codes, expected.codes);
    ++taken;
  }
  EXPECT_GT(taken, 500);
}

TEST(RecordScannerProperty, TakesOnlyRelationsThatAreRight) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  RelationWriter writer(chance, 0);
  int taken = 0;
  for (int round = 0; round < 10000; ++round) {
    const std::string line = spoiled(chance, "{\"relation\": " + writer.relation("r1") + "}");
    const ReadLimits limits;
    RecordScanner scanner(line, limits);
    const RecordScanner::ScannedLine scanned = scanner.line_at(0);
    if (scanned.holds != RecordScanner::Line::relation || scanned.next != line.size()) continue;
    ChunkBuilder builder;
    if (!builder.add(scanner.relation())) continue;
    const ReadResult result = read_line(line);
    ASSERT_EQ(result.problems.size(), 0u) << line;
    ASSERT_EQ(result.dossier.relations.size(), 1u) << line;
    const Relation& relation = result.dossier.relations.front();
    const RelationText& plain = scanner.relation();
    EXPECT_EQ(plain.id, relation.id);
    EXPECT_EQ(plain.type, relation.type);
    EXPECT_EQ(plain.from, relation.from);
    EXPECT_EQ(plain.to, relation.to);
    EXPECT_EQ(plain.when, relation.when ? relation.when->text() : "");
    EXPECT_EQ(plain.modality, relation.modality);
    ASSERT_EQ(plain.evidence.size(), relation.evidence.size());
    for (std::size_t i = 0; i < plain.evidence.size(); ++i) {
      EXPECT_EQ(plain.evidence[i].source, relation.evidence[i].source);
      EXPECT_EQ(plain.evidence[i].at, relation.evidence[i].at);
      EXPECT_EQ(plain.evidence[i].asserted_by, relation.evidence[i].asserted_by);
    }
    ++taken;
  }
  EXPECT_GT(taken, 1000);
}

}  // namespace
}  // namespace entente
