#include "render/image/svg_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

#include <entente/base/read_number.hpp>

namespace entente {
namespace {

/// The value of an attribute of the document's element.
std::string_view attribute_of_root(std::string_view svg, std::string_view name) {
  const std::size_t root = svg.find("<svg");
  if (root == std::string_view::npos) return {};
  const std::string_view tag = svg.substr(root, svg.find('>', root) - root);
  const std::string wanted = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(wanted);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = tag.substr(at + wanted.size());
  return rest.substr(0, rest.find('"'));
}

std::string without_entities(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 6> entities = {{{"&amp;", '&'},
                                                                          {"&lt;", '<'},
                                                                          {"&gt;", '>'},
                                                                          {"&quot;", '"'},
                                                                          {"&#39;", '\''},
                                                                          {"&#10;", ' '}}};
  std::string result;
  while (!text.empty()) {
    const auto found = std::find_if(entities.begin(), entities.end(),
                                    [&](const auto& each) { return text.starts_with(each.first); });
    result += found == entities.end() ? text.front() : found->second;
    text.remove_prefix(found == entities.end() ? 1 : found->first.size());
  }
  return result;
}

/// What the first element of that name holds.
std::string content_of(std::string_view svg, std::string_view element) {
  const std::size_t begin = svg.find("<" + std::string(element));
  if (begin == std::string_view::npos) return {};
  const std::size_t inside = svg.find('>', begin);
  const std::size_t end = svg.find("</" + std::string(element) + ">", begin);
  if (inside == std::string_view::npos || end == std::string_view::npos || end < inside) return {};
  return without_entities(svg.substr(inside + 1, end - inside - 1));
}

bool is_tag(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// The number behind the last of these words; none if there is none.
std::optional<std::size_t> number_behind(std::string_view text, std::string_view words) {
  const std::size_t at = text.rfind(words);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(at + words.size());
  std::size_t number = 0;
  const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace

SvgWords words_of(std::string_view svg) {
  const std::string_view language = attribute_of_root(svg, "xml:lang");
  return {content_of(svg, "title"), content_of(svg, "dc:creator"),
          is_tag(language) ? std::string(language) : std::string()};
}

std::optional<double> most_width(std::string_view svg) {
  constexpr std::string_view words = "max-width:";
  const std::string_view style = attribute_of_root(svg, "style");
  const std::size_t at = style.find(words);
  if (at == std::string_view::npos || attribute_of_root(svg, "width") != "100%")
    return std::nullopt;
  const std::string_view rest = style.substr(at + words.size());
  double points = 0;
  const auto read = read_number(rest.data(), rest.data() + rest.size(), points);
  if (read.ec != std::errc() || points <= 0) return std::nullopt;
  const auto digits = static_cast<std::size_t>(read.ptr - rest.data());
  return rest.substr(digits).starts_with("pt") ? std::optional(points) : std::nullopt;
}

std::string with_language(std::string pdf, std::string_view language) {
  const std::optional<std::size_t> root = number_behind(pdf, "/Root ");
  const std::optional<std::size_t> size = number_behind(pdf, "/Size ");
  const std::optional<std::size_t> before = number_behind(pdf, "startxref\n");
  const std::optional<std::size_t> info = number_behind(pdf, "/Info ");
  if (!is_tag(language) || !root || !size || !before) return pdf;
  const std::string begin = "\n" + std::to_string(*root) + " 0 obj\n";
  const std::size_t catalog = pdf.rfind(begin);
  if (catalog == std::string::npos) return pdf;
  const std::size_t open = pdf.find("<<", catalog);
  const std::size_t end = pdf.find("endobj", catalog);
  if (open == std::string::npos || end == std::string::npos || open > end) return pdf;
  std::string object = pdf.substr(catalog + 1, end - catalog - 1) + "endobj\n";
  object.insert(open - catalog - 1 + 2, " /Lang (" + std::string(language) + ")");
  if (pdf.back() != '\n') pdf += '\n';
  std::array<char, 24> entry{};
  std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", pdf.size());
  pdf += object;
  const std::size_t table = pdf.size();
  pdf += "xref\n" + std::to_string(*root) + " 1\n" + std::string(entry.data(), 20);
  pdf += "trailer\n<< /Size " + std::to_string(*size) + " /Root " + std::to_string(*root) + " 0 R" +
         (info ? " /Info " + std::to_string(*info) + " 0 R" : "") + " /Prev " +
         std::to_string(*before) + " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  return pdf;
}

}  // namespace entente
