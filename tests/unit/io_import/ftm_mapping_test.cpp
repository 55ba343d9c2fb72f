// Mappings of followthemoney: what becomes of them, and what of YAML is read.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <entente/io/dossier_writer.hpp>
#include <entente/io/import.hpp>

#include "io/import/yaml.hpp"
#include "support/folder.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string companies = R"(# companies and their owners
companies:
  label: "Companies"
  queries:
    - csv_url: file://./data/companies.csv
      filters:
        status: active
      entities:
        company:
          schema: Company
          keys:
            - id
          properties:
            name:
              column: name
            jurisdiction:
              literal: gb
            incorporationDate:
              column: founded
              format: "%d/%m/%Y"
        owner:
          schema: Person
          key: owner_id
          key_literal: person
          properties:
            name: 
              columns: [first, last]
              join: " "
        own:
          schema: Ownership
          keys: [id, owner_id]
          properties:
            owner:
              entity: owner
            asset:
              entity: company
            startDate:
              column: since
)";

const std::string rows =
    "id,name,status,founded,owner_id,first,last,since\n"
    "c1,Acme Ltd,active,03/02/1999,7,Jane,Doe,2001\n"
    "c2,Beta,dissolved,01/01/2000,8,John,Roe,2002\n"
    "c3,Gamma,active,2001,,,,\n";

std::vector<std::string> records(const ImportResult& result) {
  std::vector<std::string> all;
  for (const Entity& entity : result.dossier.entities)
    if (entity.kind != "document") all.push_back(to_json(entity));
  for (const Relation& relation : result.dossier.relations) all.push_back(to_json(relation));
  return all;
}

std::string problem_of(const std::string& mapping) {
  const test::Folder folder;
  try {
    (void)import_tables({folder.write("companies.csv", rows)}, {mapping, "m.yml"}, {});
  } catch (const DossierError& error) {
    return describe(error.problems().front());
  }
  return "none";
}

TEST(FtmMapping, MakesEntitiesAndRelationsOfItsSchemata) {
  const test::Folder folder;
  const ImportResult result =
      import_tables({folder.write("companies.csv", rows)}, {companies, "m.yml"}, {});
  EXPECT_TRUE(result.rejected.empty());
  EXPECT_THAT(
      records(result),
      ElementsAre(R"({"id": "c1", "kind": "organisation", "names": {"und": ["Acme Ltd"]}, )"
                  R"("when": "1999-02-03/", "attributes": {"jurisdiction": "gb"}})",
                  R"({"id": "person-7", "kind": "person", "names": {"und": ["Jane Doe"]}})",
                  R"({"id": "c3", "kind": "organisation", "names": {"und": ["Gamma"]}, )"
                  R"("when": "2001/", "attributes": {"jurisdiction": "gb"}})",
                  R"({"id": "companies-2", "type": "owns", "from": "person-7", "to": "c1", )"
                  R"("when": "2001/", "modality": "fact", )"
                  R"("evidence": [{"source": "companies-csv", "at": "companies.csv!A2"}]})"));
}

TEST(FtmMapping, SaysOnWhichLineItIsNotRead) {
  EXPECT_THAT(problem_of("a:\n  queries:\n    - database: x\n      entities:\n        b:\n"),
              HasSubstr("m.yml:3:1"));
  EXPECT_THAT(problem_of("a: &anchor\n"), HasSubstr("m.yml:1:1"));
  EXPECT_THAT(problem_of("a:\n\tb: 1\n"), HasSubstr("m.yml:2:1"));
  EXPECT_THAT(problem_of("a:\n  b: 1\n"), HasSubstr("queries"));
  std::string other = companies;
  other.replace(other.find("Person"), 6, "Sneeze");
  EXPECT_THAT(problem_of(other), HasSubstr("`Sneeze`"));
}

// A column that is not there is told on the line of its property.
TEST(FtmMapping, NamesTheLineOfAColumnThatIsMissing) {
  std::string other = companies;
  other.replace(other.find("column: founded"), 15, "column: sinking");
  EXPECT_THAT(problem_of(other), HasSubstr("sinking"));
}

TEST(Yaml, ReadsBlocksListsAndQuotedTexts) {
  const import::YamlNode root =
      import::read_yaml("a: 'it''s # no remark' # one\nb:\n- x\n- y: 1\n  z: \"\\n\"\n", "m.yml");
  EXPECT_EQ(root.find("a")->text, "it's # no remark");
  ASSERT_EQ(root.find("b")->items.size(), 2U);
  EXPECT_EQ(root.find("b")->items[0].text, "x");
  EXPECT_EQ(root.find("b")->items[1].find("z")->text, "\n");
}

TEST(Yaml, EndsAtAnyDepth) {
  std::string text;
  for (std::size_t depth = 0; depth < 1000; ++depth) text += std::string(depth, ' ') + "a:\n";
  EXPECT_THROW((void)import::read_yaml(text, "m.yml"), DossierError);
  EXPECT_THROW((void)import::read_yaml("", "m.yml"), DossierError);
  EXPECT_THROW((void)import::read_yaml("\"\n", "m.yml"), DossierError);
  EXPECT_THROW((void)import::read_yaml("a: [x\n", "m.yml"), DossierError);
}

}  // namespace
}  // namespace entente
