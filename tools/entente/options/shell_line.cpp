#include "options/shell_line.hpp"

#include <cstdlib>
#include <utility>

namespace entente::tool {
namespace {

constexpr std::string_view blanks = " \t\n";

/// Reads a line from its beginning, one character or escape at a time.
class LineReader {
 public:
  LineReader(std::string_view line, std::size_t replaced_from)
      : line_(line), replaced_from_(replaced_from) {}

  [[nodiscard]] ShellLine read() && {
    while (at_ < line_.size()) {
      mark();
      step();
    }
    mark();
    result_.words.push_back(finished_word());
    return std::move(result_);
  }

 private:
  /// Notes what is true where the replaced text begins.
  void mark() {
    if (at_ != replaced_from_) return;
    result_.quoting = quoting_;
    result_.kept = word_.size();
  }

  void step() {
    const char c = line_[at_++];
    switch (quoting_) {
      case Quoting::none:
        return unquoted(c);
      case Quoting::double_quotes:
        return in_double_quotes(c);
      default:
        return in_single_quotes(c);
    }
  }

  void unquoted(char c) {
    if (blanks.find(c) != blanks.npos) return end_word();
    in_word_ = true;
    if (c == '\\') return escaped();
    if (c == '"') return open(Quoting::double_quotes);
    if (c == '\'') return open(Quoting::single_quotes);
    if (c == '$' && at_ < line_.size() && line_[at_] == '\'') {
      ++at_;
      result_.is_plain = false;
      return open(Quoting::other);
    }
    if (c == '~' && word_.empty() && at_ < line_.size() && line_[at_] == '/') return home();
    if (std::string_view("$`<>|&;()").find(c) != std::string_view::npos) result_.is_plain = false;
    word_ += c;
  }

  void in_double_quotes(char c) {
    if (c == '"') return open(Quoting::none);
    const bool escapes =
        c == '\\' && (at_ == line_.size() ||
                      std::string_view("$`\"\\\n").find(line_[at_]) != std::string_view::npos);
    if (escapes) return escaped();
    if (c == '$' || c == '`') result_.is_plain = false;
    word_ += c;
  }

  void in_single_quotes(char c) {
    const bool closes = c == '\'';
    if (closes) return open(Quoting::none);
    if (c == '\\' && quoting_ == Quoting::other && at_ < line_.size()) word_ += line_[at_++];
    word_ += c;
  }

  /// A backslash at the end of what is typed escapes nothing yet.
  void escaped() {
    if (at_ < line_.size()) word_ += line_[at_++];
  }

  void open(Quoting quoting) { quoting_ = quoting; }

  void home() {
    const char* folder = std::getenv("HOME");
    word_ += folder == nullptr ? "~" : folder;
  }

  void end_word() {
    if (in_word_) result_.words.push_back(finished_word());
    result_.is_plain = true;
  }

  std::string finished_word() {
    in_word_ = false;
    return std::exchange(word_, {});
  }

  std::string_view line_;
  std::size_t replaced_from_;
  std::size_t at_ = 0;
  Quoting quoting_ = Quoting::none;
  bool in_word_ = false;
  std::string word_;
  ShellLine result_;
};

void append_unquoted(std::string& text, char c) {
  constexpr std::string_view special = "\\\"'`$!&|;<>()[]{}*?~#^= \t";
  if (special.find(c) != special.npos) text += '\\';
  text += c;
}

/// Inside double quotes `!` cannot be escaped: a backslash before it would stay.
void append_in_double_quotes(std::string& text, char c) {
  if (c == '!') {
    text += "\"\\!\"";
    return;
  }
  if (std::string_view("\\\"`$").find(c) != std::string_view::npos) text += '\\';
  text += c;
}

void append_in_single_quotes(std::string& text, char c) {
  if (c == '\'')
    text += "'\\''";
  else
    text += c;
}

}  // namespace

ShellLine parsed_line(std::string_view line, std::string_view replaced) {
  const std::size_t from = line.ends_with(replaced) ? line.size() - replaced.size() : line.size();
  return LineReader(line, from).read();
}

std::string replacement(const ShellLine& line, std::string_view word) {
  std::string text;
  for (const char c : word.substr(line.kept)) {
    if (line.quoting == Quoting::none) append_unquoted(text, c);
    if (line.quoting == Quoting::double_quotes) append_in_double_quotes(text, c);
    if (line.quoting == Quoting::single_quotes) append_in_single_quotes(text, c);
  }
  if (line.quoting == Quoting::none) return text;
  // Readline drops a quotation mark at the beginning of what it inserts behind the same mark, and
  // takes one at the end for the closing one.
  const char mark = line.quoting == Quoting::double_quotes ? '"' : '\'';
  if (text.ends_with(mark)) text += mark;
  if (text.starts_with(mark)) text.insert(0, 1, mark);
  return text;
}

}  // namespace entente::tool
