#pragma once

#include <string>
#include <vector>

#include <entente/render/diagram.hpp>

#include "unit/render/sample_diagram.hpp"

namespace entente::test {

/// Names that markup, escapes, formats or fonts may trip over.
inline std::vector<std::string> hostile_names() {
  return {"ends in a backslash\\",
          "\\",
          "\\\\",
          "\\N \\G \\L \\\"",
          "a \"quoted\" name",
          "<b>bold</b>",
          "<TABLE><TR><TD>x",
          "<IMG SRC=\"/etc/passwd\"/>",
          "<script>alert(1)</script>",
          "two\nlines\r\n",
          "tab\tand\x01\x1f\x7f control",
          "emoji 👩‍👩‍👧 🇯🇵",
          "&amp; &lt; &#0; &",
          "]]>",
          "<!-- comment -->",
          "</style></svg>",
          "\xE2\x80\xAEreversed",
          "\xEF\xBF\xBE\xEF\xBF\xBF",
          "",
          " ",
          "%s%n%d",
          "label=x];",
          std::string(10000, 'x'),
          std::string(10000, '\\'),
          "'; DROP--",
          "e\xCC\x81 combining",
          "漢字 かな 한글 ไทย العربية"};
}

/// The sample diagram with everything that is data called so.
inline Diagram with_name(const std::string& name) {
  Diagram d = sample_diagram();
  d.page.title.text = d.page.subtitle.text = d.page.credit.text = name;
  for (DiagramNode& node : d.nodes) {
    node.names = {{name, "en"}, {name + name, "ja"}};
    node.tooltip = node.kind = node.year = node.drawing_class = name;
  }
  for (DiagramEdge& edge : d.edges) {
    edge.label = edge.dates = edge.tooltip = edge.type = edge.drawing_class = name;
    edge.mark.text = name;
  }
  for (LegendEntry& entry : d.page.legend) entry.label.text = name;
  d.page.notes = {{.number = 1, .source = name, .text = {name, "en"}, .url = name}};
  return d;
}

}  // namespace entente::test
