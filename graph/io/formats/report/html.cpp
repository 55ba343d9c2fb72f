#include "text/html.hpp"

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

#include "io/formats/report/report.hpp"
#include "io/formats/report/report_formats.hpp"

namespace entente {
namespace {

constexpr std::string_view report_style = R"(
:root { color-scheme: light dark; }
body { font: 15px/1.45 "Noto Sans", "Noto Sans CJK JP", system-ui, sans-serif; margin: 2rem auto; max-width: 96rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8886; padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #888; white-space: nowrap; }
tbody th { font-weight: 600; }
td.id, td.when { font-family: "Noto Sans Mono", ui-monospace, monospace; font-size: .85em; }
td.when, td.kind { white-space: nowrap; }
tr.possible td.certainty { font-style: italic; }
tr:target { background: #fd08; }
@media print { body { margin: 0; font-size: 10pt; } thead { display: table-header-group; } tr { break-inside: avoid; } }
)";

/// A link, where the address is one of the web; else the address as text.
std::string address(std::string_view url) {
  const std::string shown = html_text(url);
  if (!url.starts_with("https://") && !url.starts_with("http://")) return shown;
  return "<a rel=\"noopener noreferrer\" href=\"" + shown + "\">" + shown + "</a>";
}

void html_cell(std::ostream& out, std::string_view css_class, std::string_view html) {
  out << "<td class=\"" << css_class << "\">" << html << "</td>";
}

void begin_html_table(std::ostream& out, std::string_view id, std::string_view title,
                      std::initializer_list<std::string_view> columns) {
  out << "<h2 id=\"" << id << "\">" << title << "</h2>\n<table>\n<thead><tr>";
  for (const std::string_view column : columns) out << "<th scope=\"col\">" << column << "</th>";
  out << "</tr></thead>\n<tbody>\n";
}

void end_html_table(std::ostream& out) {
  out << "</tbody>\n</table>\n";
}

void html_entities(std::ostream& out, const Report& report) {
  if (report.entities.empty()) return;
  begin_html_table(out, "entities", "Entities",
                   {"name", "kind", "when", "other names", "details", "id"});
  for (const ReportEntity& one : report.entities) {
    out << "<tr><th scope=\"row\">" << html_text(one.name) << "</th>";
    html_cell(out, "kind", html_text(one.kind));
    html_cell(out, "when", html_text(one.when));
    html_cell(out, "names", html_text(one.also));
    html_cell(out, "details", html_text(one.details));
    html_cell(out, "id", html_text(one.id));
    out << "</tr>\n";
  }
  end_html_table(out);
}

std::string html_citations(const std::vector<ReportCitation>& sources) {
  std::string html;
  for (const ReportCitation& one : sources) {
    const std::string number = std::to_string(one.number);
    html += html.empty() ? "" : "; ";
    html += one.number > 0 ? "<a href=\"#source-" + number + "\">[" + number + "]</a>"
                           : "[" + html_text(one.source) + "]";
    if (!one.at.empty()) html += " " + html_text(one.at);
  }
  return html;
}

void html_relations(std::ostream& out, const Report& report) {
  if (report.relations.empty()) return;
  begin_html_table(out, "relations", "Relations",
                   {"relation", "when", "certainty", "modality", "sources", "details", "id"});
  for (const ReportRelation& one : report.relations) {
    const bool possible = one.certainty.starts_with("possible");
    out << (possible ? "<tr class=\"possible\">" : "<tr>") << "<th scope=\"row\">"
        << html_text(one.sentence) << "</th>";
    html_cell(out, "when", html_text(one.when));
    html_cell(out, "certainty", html_text(one.certainty));
    html_cell(out, "modality", html_text(one.modality));
    html_cell(out, "sources", html_citations(one.sources));
    html_cell(out, "details", html_text(one.details));
    html_cell(out, "id", html_text(one.id));
    out << "</tr>\n";
  }
  end_html_table(out);
}

void html_sources(std::ostream& out, const Report& report) {
  if (report.sources.empty()) return;
  begin_html_table(out, "sources", "Sources", {"no.", "title", "details", "address", "id"});
  for (const ReportSource& one : report.sources) {
    out << "<tr id=\"source-" << one.number << "\">";
    html_cell(out, "number", std::to_string(one.number));
    out << "<th scope=\"row\">" << html_text(one.title) << "</th>";
    html_cell(out, "details", html_text(one.details));
    html_cell(out, "address", address(one.url));
    html_cell(out, "id", html_text(one.id));
    out << "</tr>\n";
  }
  end_html_table(out);
}

}  // namespace

LossReport write_html(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                      const ConvertOptions& options) {
  const Report report = report_of(dossier, vocabulary, options);
  const std::string title = html_text(report.title);
  const std::string language = options.languages.empty() ? "en" : options.languages.front();
  out << "<!DOCTYPE html>\n<html lang=\"" << html_text(language)
      << "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
      << title << "</title>\n<style>" << report_style << "</style>\n</head>\n<body>\n<h1>" << title
      << "</h1>\n";
  if (!report.selection.empty()) out << "<p>Selection: " << html_text(report.selection) << "</p>\n";
  html_entities(out, report);
  html_relations(out, report);
  html_sources(out, report);
  out << "</body>\n</html>\n";
  return {};
}

}  // namespace entente
