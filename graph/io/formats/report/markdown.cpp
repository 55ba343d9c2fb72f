#include "text/markdown.hpp"

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

#include "io/formats/report/report.hpp"
#include "io/formats/report/report_formats.hpp"

namespace entente {
namespace {

void markdown_row(std::ostream& out, std::initializer_list<std::string> cells) {
  for (const std::string& cell : cells) out << "| " << cell << (cell.empty() ? "" : " ");
  out << "|\n";
}

void markdown_head(std::ostream& out, std::string_view title,
                   std::initializer_list<std::string> columns) {
  out << "\n## " << title << "\n\n";
  markdown_row(out, columns);
  for (std::size_t i = 0; i < columns.size(); ++i) out << "| --- ";
  out << "|\n";
}

/// `\[3\] §2.1; \[4\]`
std::string markdown_citations(const std::vector<ReportCitation>& sources) {
  std::string text;
  for (const ReportCitation& one : sources) {
    text += text.empty() ? "" : "; ";
    const std::string mark = one.number > 0 ? std::to_string(one.number) : one.source;
    text += markdown_line("[" + mark + "]" + (one.at.empty() ? "" : " " + one.at));
  }
  return text;
}

void markdown_entities(std::ostream& out, const Report& report) {
  if (report.entities.empty()) return;
  markdown_head(out, "Entities", {"name", "kind", "when", "other names", "details", "id"});
  for (const ReportEntity& one : report.entities)
    markdown_row(out, {markdown_line(one.name), markdown_line(one.kind), markdown_line(one.when),
                       markdown_line(one.also), markdown_line(one.details), markdown_line(one.id)});
}

void markdown_relations(std::ostream& out, const Report& report) {
  if (report.relations.empty()) return;
  markdown_head(out, "Relations",
                {"relation", "when", "certainty", "modality", "sources", "details", "id"});
  for (const ReportRelation& one : report.relations)
    markdown_row(
        out, {markdown_line(one.sentence), markdown_line(one.when), markdown_line(one.certainty),
              markdown_line(one.modality), markdown_citations(one.sources),
              markdown_line(one.details), markdown_line(one.id)});
}

void markdown_sources(std::ostream& out, const Report& report) {
  if (report.sources.empty()) return;
  markdown_head(out, "Sources", {"no.", "title", "details", "address", "id"});
  for (const ReportSource& one : report.sources)
    markdown_row(out, {std::to_string(one.number), markdown_line(one.title),
                       markdown_line(one.details), markdown_line(one.url), markdown_line(one.id)});
}

}  // namespace

LossReport write_markdown(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                          const ConvertOptions& options) {
  const Report report = report_of(dossier, vocabulary, options);
  out << "# " << markdown_line(report.title) << '\n';
  if (!report.selection.empty()) out << "\nSelection: " << markdown_line(report.selection) << '\n';
  markdown_entities(out, report);
  markdown_relations(out, report);
  markdown_sources(out, report);
  return {};
}

}  // namespace entente
