// What another program changes in a file of ours is seen when the file is read again: every format,
// every attribute that the format shows. What nobody has changed comes back as it was.

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <entente/io/dossier_writer.hpp>
#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>

#include "io/formats/database/sqlite_handle.hpp"
#include "property/io/written_files.hpp"

namespace entente {
namespace {

using testing::HasSubstr;

Dossier original() {
  Dossier dossier;
  dossier.titles = {{"en", "Two"}};
  dossier.vocabularies = {"diplomacy"};
  dossier.entities = {
      {.id = "doc", .kind = "document"},
      {.id = "jp", .kind = "country", .names = {{"en", {"Japan", "JP"}}, {"ja", {"日本"}}}},
      {.id = "nato",
       .kind = "organisation",
       .names = {{"en", {"The <b> \"A&lt;B\" \\ C"}}},
       .when = When::parse("1949-04-04/")}};
  dossier.relations = {{.id = "r1",
                        .type = "partner_of",
                        .from = "jp",
                        .to = "nato",
                        .when = When::parse("2014-05~/2018"),
                        .attributes = {{"note", Scalar("a")}, {"weight", Scalar(std::int64_t{3})}}},
                       {.id = "r2", .type = "assists", .from = "jp", .to = "nato"},
                       {.id = "r3",
                        .type = "assists",
                        .from = "nato",
                        .to = "jp",
                        .when = When::parse("{2001-02-03,2005}")}};
  return dossier;
}

/// A change of a file's text, or SQL; what the records then hold, and of which record it is told.
struct Edit {
  std::string format;
  std::string file;  ///< part of its name, where a format has several
  std::string from;
  std::string to;
  std::string seen;
  std::string told;
};

std::string sql_applied(std::string bytes, const std::string& sql) {
  SqliteDatabase database;
  auto* copy = static_cast<unsigned char*>(::sqlite3_malloc64(bytes.size()));
  std::copy(bytes.begin(), bytes.end(), copy);
  ::sqlite3_deserialize(database.handle(), "main", copy, std::ssize(bytes), std::ssize(bytes),
                        SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  database.run(sql);
  return database.bytes();
}

void apply(std::vector<WrittenFile>& files, const Edit& edit) {
  for (WrittenFile& file : files) {
    if (file.name.find(edit.file) == file.name.npos) continue;
    if (edit.format == "sqlite") {
      file.bytes = sql_applied(file.bytes, edit.to);
      return;
    }
    const std::size_t at = file.bytes.find(edit.from);
    if (at == file.bytes.npos) continue;
    file.bytes.replace(at, edit.from.size(), edit.to);
    return;
  }
  FAIL() << edit.format << " has no " << edit.from;
}

std::string lines_of(const Dossier& dossier) {
  std::ostringstream out;
  write_json_lines(out, dossier);
  return out.str();
}

const std::string renamed = R"("id": "jp", "kind": "country", "names": {"en": ["Nippon", "JP"])";
const std::string shortened_name = R"("id": "jp", "kind": "country", "names": {"en": ["JP"], "ja")";
const std::string named_doc =
    R"({"entity": {"id": "doc", "kind": "document", "names": {"und": ["Act"])";
const std::string of_other_type = R"("id": "r2", "type": "cooperates_with")";
const std::string labelled = R"("attributes": {"label": "helps")";
const std::string ends_later = R"("id": "r1", "type": "partner_of", "from": "jp", "to": "nato", )"
                               R"("when": "2014-05~/2019-06-30")";
const std::string starts_later = R"("when": "1950-01-02/")";

const std::vector<Edit> edits = {
    {"gexf", "", "label=\"Japan\"", "label=\"Nippon\"", renamed, "jp"},
    {"gexf", "", "label=\"Japan\"", "label=\"JP\"", shortened_name, "jp"},
    {"gexf", "", "label=\"doc\"", "label=\"Act\"", named_doc, "doc"},
    {"gexf", "", "end=\"2018-12-31\"", "end=\"2019-06-30\"", ends_later, "r1"},
    {"gexf", "", "start=\"1949-04-04\"", "start=\"1950-01-02\"", starts_later, "nato"},
    {"gexf", "", "start=\"2001-02-03\" end=\"2001-02-03\"",
     "start=\"2001-02-04\" end=\"2001-02-04\"", R"("when": "{2001-02-04,2005-01-01..2005-12-31}")",
     "r3"},
    {"gexf", "", "end=\"2018-12-31\"", "", R"("when": "2014-05~/..")", "r1"},
    {"gexf", "", "kind=\"assists\"", "kind=\"cooperates_with\"", of_other_type, "r2"},
    {"gexf", "", "for=\"type\" value=\"assists\"", "for=\"type\" value=\"cooperates_with\"",
     of_other_type, "r2"},
    {"gexf", "", "label=\"assists\"", "label=\"helps\"", labelled, "r2"},
    {"gexf", "", "weight=\"3\"", "weight=\"5\"", R"("weight": 5)", "r1"},
    {"gexf", "", "<description>Two", "<description>Three", R"("title": {"en": "Three"})", ""},
    {"graphml", "", "\"n-label\">Japan<", "\"n-label\">Nippon<", renamed, "jp"},
    {"graphml", "", "\"n-label\">doc<", "\"n-label\">Act<", named_doc, "doc"},
    {"graphml", "", "\"e-label\">assists<", "\"e-label\">helps<", labelled, "r2"},
    {"graphml", "", "\"e-type\">assists<", "\"e-type\">cooperates_with<", of_other_type, "r2"},
    {"graphml", "", "\"e-when\">2014-05~/2018<", "\"e-when\">2014-05~/2019-06-30<", ends_later, ""},
    {"dot", "", "label=\"Japan\"", "label=\"Nippon\"", renamed, "jp"},
    {"dot", "", "label=\"doc\"", "label=\"Act\"", named_doc, "doc"},
    {"dot", "", "label=\"The <b>", "label=\"Our <b>", R"("en": ["Our <b> \"A&lt;B\" \\ C"])",
     "nato"},
    {"dot", "", "label=\"assists\"", "label=\"helps\"", labelled, "r2"},
    {"dot", "", "type=\"assists\"", "type=\"cooperates_with\"", of_other_type, "r2"},
    {"node-link", "", R"("label": "Japan")", R"("label": "Nippon")", renamed, "jp"},
    {"node-link", "", R"("label": "doc")", R"("label": "Act")", named_doc, "doc"},
    {"node-link", "", R"("label": "assists")", R"("label": "helps")", labelled, "r2"},
    {"node-link", "", R"("type": "assists")", R"("type": "cooperates_with")", of_other_type, "r2"},
    {"cytoscape", "", R"("label": "Japan")", R"("label": "Nippon")", renamed, "jp"},
    {"cytoscape", "", R"("label": "assists")", R"("label": "helps")", labelled, "r2"},
    {"cytoscape", "", R"("type": "assists")", R"("type": "cooperates_with")", of_other_type, "r2"},
    {"jgf", "", R"("label": "Japan")", R"("label": "Nippon")", renamed, "jp"},
    {"jgf", "", R"("label": "assists")", R"("label": "helps")", labelled, "r2"},
    {"jgf", "", R"("relation": "assists")", R"("relation": "cooperates_with")", of_other_type,
     "r2"},
    {"jgf", "", R"("label": "Two")", R"("label": "Three")", R"("title": {"en": "Three"})", ""},
    {"csv", "nodes", "jp,Japan,", "jp,Nippon,", renamed, "jp"},
    {"csv", "nodes", "doc,doc,", "doc,Act,", named_doc, "doc"},
    {"csv", "nodes", ",1949-04-04,", ",1950-01-02,", starts_later, "nato"},
    {"csv", "edges", ",2018-12-31,", ",2019-06-30,", ends_later, "r1"},
    {"csv", "edges", "r2,assists,", "r2,helps,", labelled, "r2"},
    {"csv", "edges", "Directed,assists,r2", "Directed,cooperates_with,r2", of_other_type, "r2"},
    {"tsv", "nodes", "jp\tJapan", "jp\tNippon", renamed, "jp"},
    {"tsv", "edges", "2018-12-31", "2019-06-30", ends_later, "r1"},
    {"neo4j", "country", "country,Japan,", "country,Nippon,", renamed, "jp"},
    {"neo4j", "document", "document,doc,", "document,Act,", named_doc, "doc"},
    {"neo4j", "organisation", ",1949-04-04,", ",1950-01-02,", starts_later, "nato"},
    {"neo4j", "partner_of", ",2018-12-31,", ",2019-06-30,", ends_later, "r1"},
    {"neo4j", "assists", "jp,nato,assists,", "jp,nato,cooperates_with,", of_other_type, "r2"},
    {"neo4j", "assists", "r2,assists,", "r2,cooperates_with,", of_other_type, "r2"},
    {"neo4j", "assists", "assists,assists,", "assists,helps,", labelled, "r2"},
    {"neo4j", "country", "jp,country,", "jp,organisation,", R"("id": "jp", "kind": "organisation")",
     "jp"},
    {"neo4j", "country", "Japan,country,", "Japan,organisation,",
     R"("id": "jp", "kind": "organisation")", ""},
    {"sqlite", "", "", "UPDATE entities SET name = 'Nippon' WHERE id = 'jp'", renamed, "jp"},
    {"sqlite", "", "", "UPDATE names SET name = 'Nippon' WHERE name = 'Japan'", renamed, ""},
    {"sqlite", "", "", "UPDATE entities SET name = 'Act' WHERE id = 'doc'", named_doc, "doc"},
    {"sqlite", "", "", "UPDATE relations SET latest = '2019-06-30' WHERE id = 'r1'", ends_later,
     "r1"},
    {"sqlite", "", "", "UPDATE relations SET edtf = '2014-05~/2019-06-30' WHERE id = 'r1'",
     ends_later, ""},
    {"sqlite", "", "", "UPDATE entities SET earliest = '1950-01-02' WHERE id = 'nato'",
     starts_later, "nato"},
    {"sqlite", "", "", "UPDATE relations SET type = 'cooperates_with' WHERE id = 'r2'",
     of_other_type, ""},
    {"ftm", "", R"("name": ["Japan"])", R"("name": ["Nippon"])", renamed, "jp"},
    {"ftm", "", R"("endDate": ["2018"])", R"("endDate": ["2019-06-30"])", ends_later, "r1"},
    {"ftm", "", R"("incorporationDate": ["1949-04-04"])", R"("incorporationDate": ["1950-01-02"])",
     starts_later, "nato"},
    {"ftm", "", R"("summary": ["a"])", R"("summary": ["b"])", R"("note": "b")", "r1"},
    {"ftm", "", R"("role": ["assists"])", R"("role": ["helps"])", labelled, "r2"},
    {"ftm", "", R"("schema": "Document")", R"("schema": "Person")",
     R"("id": "doc", "kind": "person")", "doc"},
};

TEST(AnEditByAnotherProgram, IsSeenInEveryFormat) {
  for (const Edit& edit : edits) {
    const DossierFormat& format = *find_dossier_format(edit.format);
    if (!test::is_readable_here(format)) continue;
    SCOPED_TRACE(edit.format + ": " + edit.from + " -> " + edit.to);
    std::vector<WrittenFile> files =
        test::written_files_of(format, original(), builtin_vocabulary()).first;
    apply(files, edit);
    const ReadResult read = read_written(format, files);
    EXPECT_THAT(lines_of(read.dossier), HasSubstr(edit.seen));
    std::string told;
    for (const Problem& problem : read.problems)
      if (problem.code == "visible-edit" && !problem.record.empty()) told += problem.record + ' ';
    EXPECT_EQ(told, edit.told.empty() ? "" : edit.told + ' ');
  }
}

TEST(AnEditByAnotherProgram, IsNotFoundWhereThereIsNone) {
  const CheckedDossier checked = check_dossier({ENTENTE_SOURCE_DIR "/data/japan-nato"});
  for (const DossierFormat& format : dossier_formats()) {
    if (!format.is_read() || !format.is_written() || !test::is_readable_here(format)) continue;
    for (const std::vector<std::string>& languages :
         {std::vector<std::string>{}, {"ja", "zh-Hans"}, {"fr", "en"}}) {
      SCOPED_TRACE(std::string(format.name) + (languages.empty() ? "" : languages.front()));
      ConvertOptions options;
      options.languages = languages;
      const auto files =
          test::written_files_of(format, checked.dossier, checked.vocabulary, options).first;
      const ReadResult read = read_written(format, files);
      for (const Problem& problem : read.problems)
        EXPECT_NE(problem.code, "visible-edit") << problem.message;
    }
  }
}

}  // namespace
}  // namespace entente
