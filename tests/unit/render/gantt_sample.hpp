#pragma once

/// Dossiers for Gantt pictures, and what is drawn of one of their rows.

#include <string>
#include <vector>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/render/gantt.hpp>
#include <entente/text/language.hpp>

#include "render/chart/gantt/gantt_rows.hpp"

namespace entente {

///   x --member_of--> n with each of these dates, p --attended 2014--> e
inline Graph gantt_sample(const std::vector<std::string>& dates, const std::string& name = "Name") {
  std::string text = R"({"dossier":{"format":"entente/1","title":{"en":"Dates"}}})";
  text +=
      "\n"
      R"({"entity":{"id":"x","kind":"country","names":{"en":[")" +
      name + R"("]}}})";
  text +=
      "\n"
      R"({"entity":{"id":"n","kind":"organisation","names":{"en":["N"]}}})";
  text +=
      "\n"
      R"({"entity":{"id":"p","kind":"person","names":{"en":["P"]}}})";
  text +=
      "\n"
      R"({"entity":{"id":"e","kind":"event","names":{"en":["E"]}}})";
  text +=
      "\n"
      R"({"relation":{"id":"r","type":"attended","from":"p","to":"e","when":"2014"}})";
  for (std::size_t i = 0; i < dates.size(); ++i)
    text +=
        "\n"
        R"({"relation":{"id":"r)" +
        std::to_string(i) + R"(","type":"member_of","from":"x","to":"n")" +
        (dates[i].empty() ? "" : R"(,"when":")" + dates[i] + "\"") + "}}";
  return Graph(read_records_from_text(text, "test.jsonl").dossier, builtin_vocabulary());
}

inline GanttChart content_of(const std::vector<std::string>& dates) {
  const Graph graph = gantt_sample(dates);
  return gantt_content(graph, graph.facts(), {}, LanguagePreference());
}

/// What is drawn of a row, without the legend.
inline std::string drawn_of(const std::string& svg, const std::string& id) {
  const std::size_t at = svg.find("_e_" + id + "\"");
  return svg.substr(at, svg.find("<text", at) - at);
}

inline double number_after(const std::string& text, const std::string& name, std::size_t from = 0) {
  const std::size_t at = text.find(name + "=\"", from);
  return at == std::string::npos ? -1 : std::stod(text.substr(at + name.size() + 2));
}

}  // namespace entente
