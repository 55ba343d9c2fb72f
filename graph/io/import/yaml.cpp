#include "io/import/yaml.hpp"

#include <algorithm>

#include <entente/model/problem.hpp>

namespace entente::import {
namespace {

constexpr std::size_t most_depth = 64;

struct YamlLine {
  std::size_t indent = 0;
  std::string_view text = {};  // without indent, remark and blanks at its end
  std::uint32_t number = 1;
};

/// Behind a quoted text that begins at `at`, or the end.
std::size_t behind_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 == text.size() || text[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return text.size();
}

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

std::string_view without_remark(std::string_view text) {
  bool starts = true;  // of a text, where a quotation mark is one
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (starts && is_quote(text[at])) {
      at = behind_quoted(text, at) - 1;
      starts = false;
      continue;
    }
    if (text[at] == '#' && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t'))
      return text.substr(0, at);
    if (text[at] != ' ')
      starts = text[at] == '[' || text[at] == ',' || text[at] == ':' || text[at] == '-' ||
               text[at] == '{';
  }
  return text;
}

std::string_view stripped(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with('\t') || text.ends_with('\r')) text.remove_suffix(1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

class YamlReader {
 public:
  YamlReader(std::string_view text, const std::string& name) : name_(name) { cut(text); }

  YamlNode read() {
    if (lines_.empty()) refuse_yaml(name_, 1, "the mapping is empty", "it begins with a name");
    YamlNode node = block(lines_.front().indent, 0);
    if (next_ < lines_.size())
      fail("the line stands too far to the left", "indent it as those above");
    return node;
  }

 private:
  [[noreturn]] void fail(std::string message, std::string hint) const {
    const YamlLine& line = lines_[std::min(next_, lines_.size() - 1)];
    refuse_yaml(name_, line.number, std::move(message), std::move(hint));
  }

  void cut(std::string_view text) {
    for (std::uint32_t number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view whole = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      const std::size_t indent = std::min(whole.find_first_not_of(' '), whole.size());
      const std::string_view content = stripped(without_remark(whole.substr(indent)));
      if (content.empty() || (content == "---" && lines_.empty())) continue;
      if (content.starts_with('\t') || content == "---" || content.starts_with('%'))
        refuse_yaml(name_, number, "tabs, several documents and directives of YAML are not read",
                    "indent with blanks, one document a file");
      lines_.push_back({indent, content, number});
    }
  }

  YamlNode block(std::size_t indent, std::size_t depth) {
    if (depth > most_depth) fail("the mapping is nested deeper than 64 levels", "is it one?");
    const bool is_list = lines_[next_].text == "-" || lines_[next_].text.starts_with("- ");
    return is_list ? list(indent, depth) : members(indent, depth);
  }

  YamlNode list(std::size_t indent, std::size_t depth) {
    YamlNode node;
    node.kind = YamlNode::Kind::list;
    node.line = lines_[next_].number;
    while (next_ < lines_.size() && lines_[next_].indent == indent &&
           (lines_[next_].text == "-" || lines_[next_].text.starts_with("- "))) {
      YamlLine& line = lines_[next_];
      const std::string_view rest = stripped(line.text.substr(1));
      if (rest.empty()) {
        ++next_;
        node.items.push_back(inner(indent, depth));
        continue;
      }
      if (!is_quote(rest.front()) && rest.front() != '[' && colon_of(rest) != rest.npos) {
        // Members that begin behind the dash stand further in.
        line.indent += line.text.size() - rest.size();
        line.text = rest;
        node.items.push_back(members(line.indent, depth + 1));
        continue;
      }
      node.items.push_back(value(rest));
      ++next_;
    }
    return node;
  }

  YamlNode members(std::size_t indent, std::size_t depth) {
    if (depth > most_depth) fail("the mapping is nested deeper than 64 levels", "is it one?");
    YamlNode node;
    node.kind = YamlNode::Kind::members;
    node.line = lines_[next_].number;
    while (next_ < lines_.size() && lines_[next_].indent == indent) {
      const std::string_view text = lines_[next_].text;
      const std::size_t colon = colon_of(text);
      if (colon == text.npos) fail("a name and a colon are expected here", "write name: value");
      std::string name = plain(stripped(text.substr(0, colon)));
      if (node.find(name) != nullptr) fail("`" + name + "` stands here twice", "keep one of them");
      const std::string_view rest = stripped(text.substr(colon + 1));
      const std::uint32_t line = lines_[next_].number;
      YamlNode one;
      if (!rest.empty()) {
        one = value(rest);
        ++next_;
      } else {
        ++next_;
        one = inner(indent, depth);
      }
      if (one.kind == YamlNode::Kind::none) one.line = line;
      node.members.emplace_back(std::move(name), std::move(one));
    }
    if (next_ < lines_.size() && lines_[next_].indent > indent)
      fail("the line stands too far to the right", "indent it as those above");
    return node;
  }

  /// What stands further in; lists may begin where their name does.
  YamlNode inner(std::size_t indent, std::size_t depth) {
    if (next_ == lines_.size()) return {};
    const YamlLine& line = lines_[next_];
    const bool is_list = line.text == "-" || line.text.starts_with("- ");
    if (line.indent > indent || (line.indent == indent && is_list))
      return block(line.indent, depth + 1);
    return {};
  }

  static std::size_t colon_of(std::string_view text) {
    std::size_t at = is_quote(text.front()) ? behind_quoted(text, 0) : 0;
    for (; at < text.size(); ++at)
      if (text[at] == ':' && (at + 1 == text.size() || text[at + 1] == ' ')) return at;
    return text.npos;
  }

  YamlNode value(std::string_view text) {
    YamlNode node;
    node.line = lines_[next_].number;
    if (std::string_view("&*!|>{%@`").find(text.front()) != std::string_view::npos)
      fail("this of YAML is not read: " + std::string(text.substr(0, 20)),
           "write texts plainly or in quotation marks, members one a line");
    if (text.front() == '[') return short_list(text, node.line);
    node.kind = YamlNode::Kind::text;
    node.text = plain(text);
    if (!is_quote(text.front()) && (text == "~" || text == "null"))
      node.kind = YamlNode::Kind::none;
    return node;
  }

  YamlNode short_list(std::string_view text, std::uint32_t line) {
    YamlNode node;
    node.kind = YamlNode::Kind::list;
    node.line = line;
    if (!text.ends_with(']'))
      fail("a list in brackets ends on its line", "write it as `- item` lines");
    std::string_view rest = stripped(text.substr(1, text.size() - 2));
    while (!rest.empty()) {
      std::size_t end = is_quote(rest.front()) ? behind_quoted(rest, 0) : 0;
      end = std::min(rest.find(',', end), rest.size());
      YamlNode item;
      item.kind = YamlNode::Kind::text;
      item.line = line;
      item.text = plain(stripped(rest.substr(0, end)));
      node.items.push_back(std::move(item));
      rest = end == rest.size() ? std::string_view() : stripped(rest.substr(end + 1));
    }
    return node;
  }

  [[nodiscard]] std::string plain(std::string_view text) const {
    if (text.empty() || !is_quote(text.front())) return std::string(text);
    if (behind_quoted(text, 0) != text.size() || text.size() < 2 || text.back() != text.front())
      fail("text stands behind a quotation mark, or one is missing", "quote the whole text");
    std::string out;
    const char quote = text.front();
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
      if (quote == '"' && text[at] == '\\') {
        const char c = text[++at];
        out += c == 'n' ? '\n' : c == 't' ? '\t' : c;
      } else {
        if (quote == '\'' && text[at] == quote) ++at;
        out += text[at];
      }
    }
    return out;
  }

  const std::string& name_;
  std::vector<YamlLine> lines_;
  std::size_t next_ = 0;
};

}  // namespace

const YamlNode* YamlNode::find(std::string_view name) const {
  for (const auto& [known, node] : members)
    if (known == name) return &node;
  return nullptr;
}

YamlNode read_yaml(std::string_view text, const std::string& name) {
  return YamlReader(text, name).read();
}

void refuse_yaml(const std::string& name, std::uint32_t line, std::string message,
                 std::string hint) {
  throw DossierError(
      {{Severity::error, "bad-mapping", name, line, 1, "", std::move(message), std::move(hint)}});
}

}  // namespace entente::import
