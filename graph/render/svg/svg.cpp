#include "render/svg/svg.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "render/label/label.hpp"

namespace entente {
namespace {

/// Data for XML: without the characters that XML 1.0 forbids; line breaks are kept.
std::string xml_text(std::string_view text) {
  std::string result;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find('\n', begin);
    result += escaped(printable(text.substr(begin, end - begin)));
    if (end == std::string_view::npos) return result;
    result += "&#10;";
    begin = end + 1;
  }
}

/// 64-bit FNV-1a, written short.
std::string name_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  std::string name = "p";
  for (int i = 0; i < 8; ++i, hash /= digits.size()) name += digits[hash % digits.size()];
  return name;
}

/// Ids, and what points to them, with the document's name before them.
std::string own_value(std::string_view attribute, std::string value) {
  const std::string before = {own_name, '_'};
  if (attribute == "id") return before + value;
  if (attribute == "aria-labelledby") {
    value.insert(0, before);
    for (std::size_t at = value.find(' '); at != std::string::npos; at = value.find(' ', at + 1))
      value.insert(at + 1, before);
  }
  constexpr std::string_view reference = "url(#";
  if (attribute == "style")
    for (std::size_t at = value.find(reference); at != std::string::npos;
         at = value.find(reference, at + 1))
      value.insert(at + reference.size(), before);
  return value;
}

}  // namespace

std::string stroke_width(double width) {
  std::string text = coordinate(width);
  if (text.starts_with("0.")) text.erase(0, 1);
  return "stroke-width:" + text;
}

std::string coordinate(double value) {
  const double cents = std::round(value * 100);
  if (cents == 0 || !std::isfinite(cents)) return "0";
  std::array<char, 32> digits{};
  const auto whole = static_cast<long long>(std::abs(cents));
  char* end = std::to_chars(digits.data(), digits.data() + digits.size(), whole / 100).ptr;
  std::string text = cents < 0 ? "-" : "";
  text.append(digits.data(), end);
  const auto rest = static_cast<int>(whole % 100);
  if (rest == 0) return text;
  text += '.';
  text += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
  return text;
}

std::string point_list(const std::vector<Point>& points) {
  std::string text;
  for (const Point& point : points) {
    if (!text.empty()) text += ' ';
    text += coordinate(point.x) + "," + coordinate(point.y);
  }
  return text;
}

std::string curve_data(const std::vector<Point>& spline) {
  std::string text = "M" + coordinate(spline.front().x) + " " + coordinate(spline.front().y);
  for (std::size_t i = 1; i < spline.size(); ++i)
    text += (i % 3 == 1 ? "C" : " ") + coordinate(spline[i].x) + " " + coordinate(spline[i].y);
  return text;
}

void SvgWriter::begin(std::string_view element, std::initializer_list<SvgAttribute> attributes) {
  out_ += '<';
  out_ += element;
  for (const SvgAttribute& attribute : attributes) {
    if (attribute.value.empty()) continue;
    out_ += ' ';
    out_ += attribute.name;
    out_ += "=\"" + own_value(attribute.name, xml_text(attribute.value)) + '"';
  }
}

void SvgWriter::begin_document(std::initializer_list<SvgAttribute> attributes) {
  open("svg", attributes);
  out_.insert(out_.size() - 1, " id=\"" + std::string(1, own_name) + '"');
}

void SvgWriter::rules(std::string_view text) {
  while (!text.empty()) {
    const std::size_t block = std::min(text.find('{'), text.size());
    const std::size_t end = std::min(text.find('}', block), text.size() - 1);
    for (std::size_t at = 0; at < block;) {
      const std::size_t comma = std::min(text.find(',', at), block);
      out_ += at > 0 ? "," : "";
      out_ += std::string("#") + own_name + ' ';
      out_ += text.substr(at, comma - at);
      at = comma + 1;
    }
    out_ += text.substr(block, end + 1 - block);
    text.remove_prefix(end + 1);
  }
}

void SvgWriter::open(std::string_view element, std::initializer_list<SvgAttribute> attributes) {
  begin(element, attributes);
  out_ += '>';
  open_.emplace_back(element);
}

void SvgWriter::close() {
  assert(!open_.empty());
  out_ += "</" + open_.back() + ">";
  if (open_.back() != "tspan" && open_.back() != "text") out_ += '\n';
  open_.pop_back();
}

void SvgWriter::empty(std::string_view element, std::initializer_list<SvgAttribute> attributes) {
  begin(element, attributes);
  out_ += "/>";
}

void SvgWriter::leaf(std::string_view element, std::initializer_list<SvgAttribute> attributes,
                     std::string_view text) {
  const std::string content = xml_text(text);
  if (content.empty()) return;
  begin(element, attributes);
  out_ += '>' + content + "</";
  out_ += element;
  out_ += '>';
}

void SvgWriter::text(std::string_view text) {
  out_ += xml_text(text);
}

std::string SvgWriter::take() {
  while (!open_.empty()) close();
  const std::string name = name_of(out_);
  std::string text;
  text.reserve(out_.size() + out_.size() / 8);
  for (const char c : out_)
    if (c == own_name)
      text += name;
    else
      text += c;
  out_.clear();
  return text;
}

}  // namespace entente
