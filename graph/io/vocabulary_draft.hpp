#pragma once

/// Definitions on their way to a Vocabulary, with their places, so that what contradicts across
/// several files can be reported where it stands.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/problem.hpp>
#include <entente/model/vocabulary.hpp>

namespace entente {

struct VocabularyDraft {
  std::string name = {};  ///< "diplomacy" or, of several, "diplomacy+mine"
  std::vector<Kind> kinds = {};
  std::vector<RelationType> types = {};
  std::vector<Problem> kind_places = {};  ///< for each kind, a problem that lacks only its words
  std::vector<Problem> type_places = {};
};

/// Adds the definitions of one vocabulary text.
void read_vocabulary(std::string_view bytes, const std::string& name, VocabularyDraft& draft,
                     std::vector<Problem>& problems);

/// What is wrong among the definitions: repeated ids, unknown parents and ends, circles.
void check_vocabulary(const VocabularyDraft& draft, std::vector<Problem>& problems);

}  // namespace entente
