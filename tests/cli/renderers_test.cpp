// What other programs make of pictures: PDF, and names in DOT that Graphviz draws.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/drawn.hpp"

namespace entente::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(Render, LeavesTheOutputAloneWhereTheRendererIsMissing) {
  const Folder folder;
  const std::string file = folder.write("old.png", "old");
  const Outcome outcome =
      run_tool({"render", "data/japan-nato", "--type", "party_to", "--output", file},
               {.environment = {{"ENTENTE_DRAW", "/no/such/program"}}});
  EXPECT_EQ(outcome.status, 69);
  EXPECT_THAT(outcome.err, HasSubstr("/no/such/program"));
  EXPECT_EQ(read_file(file), "old");
}

TEST(Render, WritesTextThatCanBeSelectedInPdf) {
  const Folder folder;
  const std::string file = (folder.path() / "a.pdf").string();
  drawn({"--type", "party_to", "--lang", "ja,zh-Hans", "--output", file});
  const Outcome text = run_shell("pdftotext " + file + " -");
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_THAT(text.out, AllOf(HasSubstr("日本"), HasSubstr("北约")));
}

TEST(Render, WritesTheSamePdfWhateverTheTime) {
  const Folder folder;
  const std::string file = (folder.path() / "a.pdf").string();
  for (const char* view : {"overview", "gantt"}) {
    drawn({"--type", "party_to", "--view", view, "--output", file});
    const std::string pdf = read_file(file);
    const std::size_t at = pdf.rfind("/CreationDate (");
    ASSERT_NE(at, std::string::npos) << view;
    EXPECT_THAT(pdf.substr(at, 40), HasSubstr("19700101000000")) << view;
  }
}

TEST(Render, DrawsTheSameFromItsDotAsGraphvizDoes) {
  const Folder folder;
  const std::string file = (folder.path() / "a.dot").string();
  drawn({"--type", "party_to,signed", "--output", file});
  const Outcome png = run_shell("dot -Tpng " + file + " >/dev/null");
  EXPECT_EQ(png.status, 0);
  EXPECT_EQ(png.err, "") << "Pango complains of labels without extent";
  const Outcome svg = run_shell("dot -Tsvg " + file);
  EXPECT_EQ(svg.status, 0) << svg.err;
  EXPECT_EQ(svg.err, "");
  for (const char* id : {"_n_japan\"", "_n_nato\"", "Japan, NATO and partners"})
    EXPECT_NE(svg.out.find(id), std::string::npos) << id;
}

/// What a name is in the XML that Graphviz writes.
std::string in_svg(std::string_view name) {
  std::string text;
  for (const char c : name)
    text += c == '&'    ? "&amp;"
            : c == '<'  ? "&lt;"
            : c == '>'  ? "&gt;"
            : c == '"'  ? "&quot;"
            : c == '\'' ? "&#39;"
            : c == '-'  ? "&#45;"
                        : std::string(1, c);
  return text;
}

/// A document of that name, about a country of that name.
std::string dossier_of(const std::string& name) {
  const auto entity = [&](const char* id, const char* kind) {
    return nlohmann::json{{"id", id}, {"kind", kind}, {"names", {{"en", {name}}}}};
  };
  const nlohmann::json about = {{"id", "r1"}, {"type", "about"}, {"from", "a"}, {"to", "b"}};
  return nlohmann::json{{"format", "entente/1"},
                        {"title", {{"en", name}}},
                        {"vocabulary", "diplomacy"},
                        {"entities", {entity("a", "document"), entity("b", "country")}},
                        {"relations", {about}}}
      .dump();
}

TEST(Render, GraphvizDrawsNamesAsTheyAre) {
  const Folder folder;
  for (const char* name :
       {"S:\\NATO\\Gulf", "C\\E", "\\L \\T \\H", "a\\nb\\rc\\ld", "ends in \\",
        "\\\\two\\\\\\three", "&lt;b&gt; &amp; &#92;N", "AT&T", "<B>\\G</B>", "'\\N' \"\\E\""}) {
    const std::string file = folder.write("names.json", dossier_of(name));
    for (const char* call : {"render", "convert"}) {
      const std::string line =
          call == std::string("render")
              ? "entente render " + file + " --kind country,document --format dot | dot -Tsvg"
              : "entente convert " + file + " --to dot | dot -Tsvg";
      const Outcome svg = run_shell(line);
      EXPECT_EQ(svg.err, "") << name;
      EXPECT_THAT(svg.out, HasSubstr(">" + in_svg(name) + "</text>")) << line << ' ' << name;
      if (call != std::string("render")) continue;
      EXPECT_THAT(svg.out, HasSubstr("xlink:title=\"" + in_svg(name))) << name;
      EXPECT_THAT(svg.out, HasSubstr(in_svg(name) + " is about " + in_svg(name))) << name;
    }
  }
}

}  // namespace
}  // namespace entente::test
