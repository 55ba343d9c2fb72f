#include "io/import/modality_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.hpp"

namespace entente::import {
namespace {

using ModalityWord = std::pair<std::string_view, Modality>;

/// In lower case.
constexpr std::array<ModalityWord, 62> modality_words = {{
    {"fact", Modality::fact},
    {"facts", Modality::fact},
    {"actual", Modality::fact},
    {"confirmed", Modality::fact},
    {"reported", Modality::fact},
    {"observed", Modality::fact},
    {"implemented", Modality::fact},
    {"realised", Modality::fact},
    {"realized", Modality::fact},
    {"concluded", Modality::fact},
    {"tatsache", Modality::fact},
    {"bestätigt", Modality::fact},
    {"fait", Modality::fact},
    {"confirmé", Modality::fact},
    {"hecho", Modality::fact},
    {"confirmado", Modality::fact},
    {"事実", Modality::fact},
    {"实施", Modality::fact},
    {"実施", Modality::fact},
    {"확인", Modality::fact},
    {"plan", Modality::plan},
    {"planned", Modality::plan},
    {"announced", Modality::plan},
    {"intended", Modality::plan},
    {"proposed", Modality::plan},
    {"scheduled", Modality::plan},
    {"geplant", Modality::plan},
    {"prévu", Modality::plan},
    {"planeado", Modality::plan},
    {"previsto", Modality::plan},
    {"計画", Modality::plan},
    {"予定", Modality::plan},
    {"计划", Modality::plan},
    {"計劃", Modality::plan},
    {"계획", Modality::plan},
    {"expectation", Modality::expectation},
    {"expected", Modality::expectation},
    {"forecast", Modality::expectation},
    {"projected", Modality::expectation},
    {"anticipated", Modality::expectation},
    {"erwartet", Modality::expectation},
    {"attendu", Modality::expectation},
    {"esperado", Modality::expectation},
    {"予想", Modality::expectation},
    {"预期", Modality::expectation},
    {"claim", Modality::claim},
    {"claimed", Modality::claim},
    {"alleged", Modality::claim},
    {"asserted", Modality::claim},
    {"disputed", Modality::claim},
    {"rumoured", Modality::claim},
    {"rumored", Modality::claim},
    {"behauptet", Modality::claim},
    {"allégué", Modality::claim},
    {"presunto", Modality::claim},
    {"主張", Modality::claim},
    {"声称", Modality::claim},
    {"주장", Modality::claim},
    {"derived", Modality::derived},
    {"inferred", Modality::derived},
    {"estimated", Modality::derived},
    {"推定", Modality::derived},
}};

}  // namespace

std::optional<Modality> modality_word(std::string_view text) {
  const std::string lower = ascii_lowered(text);
  const auto* const found =
      std::find_if(modality_words.begin(), modality_words.end(),
                   [&](const ModalityWord& word) { return word.first == lower; });
  if (found == modality_words.end()) return std::nullopt;
  return found->second;
}

}  // namespace entente::import
