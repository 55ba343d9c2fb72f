#include "io/xml/plain_xml.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/ascii.hpp"
#include "base/eight_bytes.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// Where the first blank stands, or the first that is none; the size of the text if there is none.
std::size_t first_blank(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && !is_blank(text[at])) ++at;
  return at;
}
std::size_t behind_blanks(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

bool is_name(std::string_view text) {
  const auto begins = [](char c) { return is_ascii_letter(c) || c == '_'; };
  const auto goes_on = [&](char c) {
    return begins(c) || is_ascii_digit(c) || c == ':' || c == '-' || c == '.';
  };
  return !text.empty() && begins(text.front()) && std::all_of(text.begin(), text.end(), goes_on);
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

/// Whether a text has only characters that XML may hold as they are. Noncharacters and all that is
/// not ASCII are looked at one by one.
bool is_right(std::string_view text) {
  if (eight::nowhere(text, eight::unprintable)) return true;
  constexpr std::array<std::string_view, 2> noncharacters = {"\xEF\xBF\xBE", "\xEF\xBF\xBF"};
  const auto is_wrong = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n';
  };
  return std::none_of(text.begin(), text.end(), is_wrong) && !first_invalid_utf8(text) &&
         std::all_of(noncharacters.begin(), noncharacters.end(),
                     [&](std::string_view one) { return text.find(one) == text.npos; });
}

/// The declaration that a text begins with, as programs write it.
bool is_usual_declaration(std::string_view tag) {
  if (tag.find('"') != tag.npos && tag.find('\'') != tag.npos) return false;
  std::string plain(tag);
  std::replace(plain.begin(), plain.end(), '\'', '"');
  if (const std::size_t name = plain.find("UTF-8"); name != plain.npos)
    plain.replace(name, 5, "utf-8");
  constexpr std::array<std::string_view, 4> usual = {
      R"(?xml version="1.0"?)", R"(?xml version="1.0" encoding="utf-8"?)",
      R"(?xml version="1.0" encoding="utf-8" standalone="yes"?)",
      R"(?xml version="1.0" encoding="utf-8" standalone="no"?)"};
  return std::find(usual.begin(), usual.end(), plain) != usual.end();
}

/// Replaces the five entities; false for any other.
bool decode(std::string_view text, std::string& out) {
  constexpr std::array<std::pair<std::string_view, char>, 5> entities = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
  out.clear();
  while (true) {
    const std::size_t sign = std::min(text.find('&'), text.size());
    out += text.substr(0, sign);
    text.remove_prefix(sign);
    if (text.empty()) return true;
    const auto* found = std::find_if(entities.begin(), entities.end(),
                                     [&](const auto& one) { return text.starts_with(one.first); });
    if (found == entities.end()) return false;
    out += found->second;
    text.remove_prefix(found->first.size());
  }
}

}  // namespace

PlainXml::PlainXml(Source source, XmlHandler& handler)
    : source_(std::move(source)), handler_(handler) {}

XmlProgress PlainXml::run() {
  pauses_ = false;
  while (true) {
    const Step done = step();
    if (done == Step::refused) return XmlProgress::refused;
    if (done == Step::ended) return XmlProgress::ended;
    if (pauses_) return XmlProgress::paused;
  }
}

/// Reads more behind what is left of the buffer; false at the end of the text.
bool PlainXml::fill() {
  constexpr std::size_t piece = std::size_t{64} << 10U;
  if (all_read_) return false;
  buffer_.erase(0, at_);
  before_ += std::exchange(at_, 0);
  const std::size_t left = buffer_.size();
  buffer_.resize(left + piece);
  const std::size_t size = source_(buffer_.data() + left, piece);
  buffer_.resize(left + size);
  all_read_ = size == 0;
  return !all_read_;
}

/// Where the sign stands behind the present place; npos if the text ends before, or what stands
/// before it is long.
std::size_t PlainXml::find(char sign) {
  constexpr std::size_t longest = std::size_t{1} << 20U;
  std::size_t from = at_;
  while (true) {
    const std::size_t found = buffer_.find(sign, from);
    if (found != buffer_.npos) return found;
    const std::size_t looked_at = buffer_.size() - at_;
    if (looked_at > longest || !fill()) return buffer_.npos;
    from = at_ + looked_at;
  }
}

PlainXml::Step PlainXml::step() {
  if (at_ == buffer_.size() && !fill())
    return has_root_ && depth_ == 0 ? Step::ended : Step::refused;
  const auto done = [](bool taken) { return taken ? Step::done : Step::refused; };
  if (buffer_[at_] == '<') {
    const std::size_t end = find('>');
    if (end == buffer_.npos) return Step::refused;
    const std::string_view tag = std::string_view(buffer_).substr(at_ + 1, end - at_ - 1);
    const bool taken = take_tag(tag);
    at_ = end + 1;
    return done(taken);
  }
  std::size_t end = find('<');
  // Behind the outermost element nothing but blanks may stand.
  if (end == buffer_.npos && (depth_ > 0 || !all_read_)) return Step::refused;
  end = std::min(end, buffer_.size());
  const bool taken = take_text(std::string_view(buffer_).substr(at_, end - at_));
  at_ = end;
  return done(taken);
}

bool PlainXml::take_text(std::string_view text) {
  if (depth_ == 0) return text.find_first_not_of(ascii_blanks) == text.npos;
  if (!is_right(text) || text.find("]]>") != text.npos) return false;
  if (text.find('&') == text.npos) {
    handler_.text(text);
    return true;
  }
  if (!decode(text, decoded_)) return false;
  handler_.text(decoded_);
  return true;
}

bool PlainXml::take_tag(std::string_view tag) {
  if (tag.empty() || tag.front() == '!') return false;
  if (tag.front() == '?') return before_ + at_ == 0 && is_usual_declaration(tag);
  if (tag.front() == '/') return take_end(tag.substr(1));
  return take_begin(tag);
}

bool PlainXml::take_end(std::string_view name) {
  while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
  if (depth_ == 0 || open_[depth_ - 1] != name) return false;
  --depth_;
  handler_.end(local_name(name));
  return true;
}

bool PlainXml::take_begin(std::string_view tag) {
  constexpr std::size_t deepest = 64;
  const bool is_whole = tag.back() == '/';
  if (is_whole) tag.remove_suffix(1);
  const std::size_t size = first_blank(tag);
  const std::string_view name = tag.substr(0, size);
  if (!is_name(name) || depth_ == deepest || (depth_ == 0 && has_root_)) return false;
  if (!read_attributes(tag.substr(size))) return false;
  has_root_ = true;
  handler_.begin(XmlElement(local_name(name), attributes_, before_ + at_));
  if (is_whole) {
    handler_.end(local_name(name));
    return true;
  }
  if (open_.size() == depth_) open_.emplace_back();
  open_[depth_++] = name;
  return true;
}

bool PlainXml::read_attributes(std::string_view rest) {
  attributes_.clear();
  while (true) {
    const std::size_t first = behind_blanks(rest);
    if (first == rest.size()) return true;
    if (first == 0) return false;  // nothing stands between two
    rest.remove_prefix(first);
    const std::size_t sign = rest.find('=');
    if (sign == rest.npos || sign + 1 == rest.size()) return false;
    const std::string_view written = rest.substr(0, sign);
    const char quote = rest[sign + 1];
    const std::size_t end = rest.find(quote, sign + 2);
    if (!is_name(written) || (quote != '"' && quote != '\'') || end == rest.npos) return false;
    const std::string_view value = rest.substr(sign + 2, end - sign - 2);
    // Tabs and line ends there would become blanks.
    const bool is_plain = eight::nowhere(value, eight::unprintable) ||
                          (is_right(value) && value.find_first_of("\t\n") == value.npos);
    if (!is_plain || value.find('<') != value.npos || value.find('&') != value.npos) return false;
    for (const XmlAttribute& other : attributes_)
      if (other.written == written) return false;
    attributes_.push_back({local_name(written), written, value});
    rest.remove_prefix(end + 1);
  }
}

}  // namespace entente
