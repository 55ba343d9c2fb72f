// The matrix in docs/formats.md: what of a dossier each format holds, tried out. With
// ENTENTE_REFRESH=1 it is written anew.

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/io/conversion_report.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/vocabulary.hpp>

#include "property/io/written_files.hpp"

namespace entente {
namespace {

using test::is_readable_here;
using test::written_files_of;

const std::string page = ENTENTE_SOURCE_DIR "/docs/formats.md";
const std::string begin_mark = "<!-- fidelity: made by the tests -->\n";
const std::string end_mark = "<!-- end of fidelity -->\n";

Entity country(const std::string& id) {
  return {.id = id, .kind = "country"};
}

Dossier plain() {
  return {.titles = {},
          .vocabularies = {"diplomacy"},
          .entities = {country("a"), country("b")},
          .relations = {{.id = "r", .type = "assists", .from = "a", .to = "b"}}};
}

/// A feature: how a dossier gets it, and whether a reader that does not know us finds it.
struct Feature {
  std::string name;
  std::function<void(Dossier&)> add;
  std::function<bool(const Dossier&)> is_found;
};

Relation& tie(Dossier& dossier) {
  return dossier.relations.front();
}
const Relation& tie(const Dossier& dossier) {
  return dossier.relations.front();
}

bool has_scalar(const Relation& relation, const std::string& name, const Scalar& value) {
  const AttributeValue* found = find_attribute(relation.attributes, name);
  return found != nullptr && *found == AttributeValue(value);
}

const std::vector<Feature> features = {
    {"kinds and types", [](Dossier&) {},
     [](const Dossier& d) {
       return d.entities.front().kind == "country" && tie(d).type == "assists";
     }},
    {"the preferred name",
     [](Dossier& d) {
       d.entities.front().names = {{"en", {"Aland"}}};
     },
     [](const Dossier& d) {
       const Names& names = d.entities.front().names;
       return !names.empty() && names.front().names.front() == "Aland";
     }},
    {"names in several languages",
     [](Dossier& d) {
       d.entities.front().names = {{"en", {"Aland", "A."}}, {"ja", {"甲国"}}};
     },
     [](const Dossier& d) { return d.entities.front().names.size() == 2; }},
    {"dates to the day", [](Dossier& d) { tie(d).when = When::parse("2014-05-06/2015-06-07"); },
     [](const Dossier& d) {
       return tie(d).when && tie(d).when->text() == "2014-05-06/2015-06-07";
     }},
    {"uncertain dates (EDTF)", [](Dossier& d) { tie(d).when = When::parse("2014-05~/"); },
     [](const Dossier& d) { return tie(d).when && tie(d).when->text() == "2014-05~/"; }},
    {"ends that EDTF has no interval for",
     [](Dossier& d) { tie(d).when = When::between("[2018..]", ""); },
     [](const Dossier& d) { return tie(d).when && tie(d).when->is_object_form(); }},
    {"ties without direction", [](Dossier& d) { tie(d).type = "partner_of"; },
     [](const Dossier& d) {
       const Vocabulary vocabulary = vocabulary_of(d);
       const RelationType* type = vocabulary.find_type(tie(d).type);
       return type != nullptr && type->symmetry == Symmetry::symmetric;
     }},
    {"parallel ties",
     [](Dossier& d) {
       d.relations.push_back(d.relations.front());
       d.relations.back().id = "s";
     },
     [](const Dossier& d) { return d.relations.size() == 2; }},
    {"numbers as attributes",
     [](Dossier& d) {
       tie(d).attributes = {{"weight", Scalar(2.5)}};
     },
     [](const Dossier& d) { return has_scalar(tie(d), "weight", 2.5); }},
    {"lists as attributes",
     [](Dossier& d) {
       tie(d).attributes = {{"areas", std::vector<Scalar>{std::string("x"), std::string("y")}}};
     },
     [](const Dossier& d) {
       const AttributeValue* found = find_attribute(tie(d).attributes, "areas");
       return found != nullptr && std::holds_alternative<std::vector<Scalar>>(*found);
     }},
    {"modality", [](Dossier& d) { tie(d).modality = Modality::plan; },
     [](const Dossier& d) { return tie(d).modality == Modality::plan; }},
    {"codes",
     [](Dossier& d) {
       d.entities.front().codes = {{"iso3", "ALA"}};
     },
     [](const Dossier& d) { return !d.entities.front().codes.empty(); }},
    {"evidence",
     [](Dossier& d) {
       d.entities.push_back({.id = "doc", .kind = "document"});
       tie(d).evidence = {{"doc", "p. 3", "", {}}};
     },
     [](const Dossier& d) { return !tie(d).evidence.empty(); }},
    {"title",
     [](Dossier& d) {
       d.titles = {{"en", "Title"}};
     },
     [](const Dossier& d) { return !d.titles.empty() && d.titles.front().second == "Title"; }},
    {"a vocabulary of its own",
     [](Dossier& d) {
       d.vocabularies.push_back(
           R"({"format": "entente-vocabulary/1", "name": "mine", "kinds": [{"id": "fleet"}], "types": []})");
     },
     [](const Dossier& d) {
       const Vocabulary vocabulary = vocabulary_of(d);
       return vocabulary.find_kind("fleet") != nullptr;
     }},
};

/// The files as another program might have written them: without the word that says they are ours.
std::vector<WrittenFile> anonymous(std::vector<WrittenFile> files) {
  const std::string ours = "entente/1";
  for (WrittenFile& file : files)
    for (std::size_t at = file.bytes.find(ours); at != file.bytes.npos;
         at = file.bytes.find(ours, at))
      file.bytes.replace(at, ours.size(), "a-program");
  return files;
}

std::string cell(const DossierFormat& format, const Feature& feature) {
  Dossier dossier = plain();
  feature.add(dossier);
  const auto [files, losses] = written_files_of(format, dossier, vocabulary_of(dossier));
  const ConversionReport report = report_on(format, files, dossier, losses);
  if (!report.patch.empty()) return "report";
  if (format.is_own()) return "●";
  const Dossier found = read_written(format, anonymous(files)).dossier;
  const bool sees = !found.relations.empty() && !found.entities.empty() && feature.is_found(found);
  return sees ? "●" : "○";
}

std::string matrix() {
  std::string head = "| |";
  std::string line = "|---|";
  std::vector<const DossierFormat*> formats;
  for (const DossierFormat& format : dossier_formats())
    if (is_readable_here(format) && format.is_written()) formats.push_back(&format);
  for (const DossierFormat* format : formats) {
    head += " " + std::string(format->name) + " |";
    line += "---|";
  }
  std::string text = head + "\n" + line + "\n";
  for (const Feature& feature : features) {
    text += "| " + feature.name + " |";
    for (const DossierFormat* format : formats) text += " " + cell(*format, feature) + " |";
    text += "\n";
  }
  return text;
}

TEST(TheFidelityMatrix, IsWhatTheFormatsDo) {
  std::ifstream in(page);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  const std::size_t begin = text.find(begin_mark);
  const std::size_t end = text.find(end_mark);
  ASSERT_NE(begin, text.npos);
  ASSERT_NE(end, text.npos);
  const std::string wanted =
      text.substr(0, begin + begin_mark.size()) + "\n" + matrix() + "\n" + text.substr(end);
  if (std::getenv("ENTENTE_REFRESH") != nullptr)
    std::ofstream(page) << wanted;
  else
    EXPECT_EQ(text, wanted) << "ENTENTE_REFRESH=1 writes it anew";
}

}  // namespace
}  // namespace entente
