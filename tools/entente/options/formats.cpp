#include "options/formats.hpp"

#include <algorithm>
#include <array>

namespace entente::tool {
namespace {

namespace format_endings {

constexpr std::array<std::string_view, 1> txt = {".txt"};
constexpr std::array<std::string_view, 1> csv = {".csv"};
constexpr std::array<std::string_view, 1> tsv = {".tsv"};
constexpr std::array<std::string_view, 1> json = {".json"};
constexpr std::array<std::string_view, 2> jsonl = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 2> markdown = {".md", ".markdown"};
constexpr std::array<std::string_view, 2> html = {".html", ".htm"};
constexpr std::array<std::string_view, 2> dot = {".dot", ".gv"};
constexpr std::array<std::string_view, 1> svg = {".svg"};
constexpr std::array<std::string_view, 1> png = {".png"};
constexpr std::array<std::string_view, 1> pdf = {".pdf"};

}  // namespace format_endings

// In the order of the enumeration.
constexpr std::array<AnswerFormat, 14> every_answer_format = {
    {{Format::text, "text", format_endings::txt, "sentences where the verb has them, else a table"},
     {Format::table, "table", {}, "columns that line up, for people"},
     {Format::csv, "csv", format_endings::csv, "every column, with ids, for programs"},
     {Format::tsv, "tsv", format_endings::tsv, "the same, apart by tabulators"},
     {Format::json, "json", format_endings::json, "one object"},
     {Format::jsonl, "jsonl", format_endings::jsonl, "its list, an element a line"},
     {Format::markdown, "markdown", format_endings::markdown, "a table, or a list of sentences"},
     {Format::html, "html", format_endings::html, "a table as a page of the web"},
     {Format::dot, "dot", format_endings::dot, "a drawing for Graphviz"},
     {Format::graph, "graph", {}, "a dossier of the facts in the answer"},
     {Format::svg, "svg", format_endings::svg, "a picture"},
     {Format::png, "png", format_endings::png, "a picture in pixels"},
     {Format::pdf, "pdf", format_endings::pdf, "a picture to print"},
     {Format::json_typed,
      "json-typed",
      {},
      "one object in which all types differ, for programs"}}};

}  // namespace

std::span<const AnswerFormat> answer_formats() {
  return every_answer_format;
}

std::string_view to_string(Format format) {
  return every_answer_format[static_cast<std::size_t>(format)].name;
}

std::optional<Format> format_from(std::string_view name) {
  const auto found = std::ranges::find(every_answer_format, name, &AnswerFormat::name);
  if (found == every_answer_format.end()) return std::nullopt;
  return found->format;
}

std::optional<Format> format_of_ending(std::string_view ending) {
  const auto found = std::ranges::find_if(every_answer_format, [ending](const AnswerFormat& row) {
    return std::ranges::find(row.endings, ending) != row.endings.end();
  });
  if (found == every_answer_format.end()) return std::nullopt;
  return found->format;
}

std::vector<Format> row_formats() {
  return {Format::text, Format::table, Format::csv,      Format::tsv,
          Format::json, Format::jsonl, Format::markdown, Format::html};
}

std::vector<Format> fact_formats() {
  std::vector<Format> list = row_formats();
  list.insert(list.end(), {Format::dot, Format::graph});
  return list;
}

}  // namespace entente::tool
