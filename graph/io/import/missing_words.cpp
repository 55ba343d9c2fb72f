#include "io/import/missing_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.hpp"

namespace entente::import {
namespace {

using Word = std::pair<std::string_view, MissingCode>;

/// In lower case.
constexpr std::array<Word, 35> words = {{
    {"present", MissingCode::none},     {"to present", MissingCode::none},
    {"today", MissingCode::none},       {"to date", MissingCode::none},
    {"now", MissingCode::none},         {"current", MissingCode::none},
    {"ongoing", MissingCode::none},     {"in force", MissingCode::none},
    {"heute", MissingCode::none},       {"bis heute", MissingCode::none},
    {"aujourd'hui", MissingCode::none}, {"en cours", MissingCode::none},
    {"actualidad", MissingCode::none},  {"現在", MissingCode::none},
    {"至今", MissingCode::none},        {"现在", MissingCode::none},
    {"현재", MissingCode::none},        {"?", MissingCode::unknown},
    {"??", MissingCode::unknown},       {"？", MissingCode::unknown},
    {"-", MissingCode::unknown},        {"–", MissingCode::unknown},
    {".", MissingCode::unknown},        {"-9", MissingCode::unknown},
    {"na", MissingCode::unknown},       {"nan", MissingCode::unknown},
    {"n/a", MissingCode::unknown},      {"n.d.", MissingCode::unknown},
    {"unknown", MissingCode::unknown},  {"unbekannt", MissingCode::unknown},
    {"inconnu", MissingCode::unknown},  {"desconocido", MissingCode::unknown},
    {"不明", MissingCode::unknown},     {"未知", MissingCode::unknown},
    {"不详", MissingCode::unknown},
}};

constexpr std::array<std::string_view, 3> code_names = {"unknown", "none", "not observed"};

}  // namespace

std::optional<MissingCode> missing_word(std::string_view text) {
  const std::string lower = ascii_lowered(text);
  const auto* const found = std::find_if(words.begin(), words.end(),
                                         [&](const Word& word) { return word.first == lower; });
  if (found == words.end()) return std::nullopt;
  return found->second;
}

std::string_view to_string(MissingCode code) {
  return code_names[static_cast<std::size_t>(code)];
}

std::optional<MissingCode> missing_code_from(std::string_view name) {
  for (std::size_t i = 0; i < code_names.size(); ++i)
    if (code_names[i] == name) return static_cast<MissingCode>(i);
  return std::nullopt;
}

}  // namespace entente::import
