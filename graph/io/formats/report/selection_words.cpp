#include "io/formats/report/selection_words.hpp"

#include <utility>
#include <vector>

namespace entente {
namespace {

/// The offset behind the JSON string that begins at `begin`, or the end of the text.
std::size_t behind_string(std::string_view json, std::size_t begin) {
  for (std::size_t i = begin + 1; i < json.size(); ++i) {
    if (json[i] == '\\')
      ++i;
    else if (json[i] == '"')
      return i + 1;
  }
  return json.size();
}

/// The offset of the `,` or `}` that ends the value which begins at `begin`.
std::size_t behind_value(std::string_view json, std::size_t begin) {
  int depth = 0;
  for (std::size_t i = begin; i < json.size();) {
    const char c = json[i];
    if (c == '"') {
      i = behind_string(json, i);
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}')) return i;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    ++i;
  }
  return json.size();
}

/// A value without the signs that only JSON needs.
std::string bare(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size())
      text += value[++i];
    else if (value[i] != '"' && value[i] != '[' && value[i] != ']')
      text += value[i];
  }
  return text;
}

bool keeps_everything(std::string_view name, std::string_view value) {
  return value == "null" || value == "false" || value == "[]" ||
         (name == "direction" && value == "\"both\"") || (name == "inference" && value == "true");
}

std::string name_in_words(std::string_view name) {
  std::string words(name);
  for (char& c : words)
    if (c == '_') c = ' ';
  return words;
}

}  // namespace

std::string selection_in_words(std::string_view selection) {
  std::string words;
  for (std::size_t at = selection.find('"'); at < selection.size();) {
    const std::size_t name_end = behind_string(selection, at);
    const std::string_view name = selection.substr(at + 1, name_end - at - 2);
    const std::size_t begin = selection.find_first_not_of(": ", name_end);
    if (begin == std::string_view::npos) break;
    const std::size_t end = behind_value(selection, begin);
    const std::string_view value = selection.substr(begin, end - begin);
    if (!keeps_everything(name, value))
      words += (words.empty() ? "" : "; ") + name_in_words(name) + ": " + bare(value);
    at = selection.find('"', end);
  }
  return words;
}

}  // namespace entente
