#pragma once

/// Definitions on their way to a Vocabulary, with their places, so that what contradicts across
/// several files can be reported where it stands.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace entente {

/// A problem that lacks only its words.
using ProblemPlace = Problem;

/// A kind that a definition names, and where.
struct NamedKind {
  std::string id;
  ProblemPlace place;
};

struct KindDraft {
  Kind kind = {};
  std::size_t source = 0;  ///< which of the vocabularies read it is of
  ProblemPlace place = {};
  ProblemPlace parent_place = {};
};

/// Where a later text defines a type once more, and which members it gives, as bits.
struct Widening {
  ProblemPlace place;
  std::uint32_t members = 0;
  std::size_t source = 0;  ///< as of kinds
};

struct TypeDraft {
  RelationType type = {};
  std::size_t source = 0;  ///< as of kinds
  ProblemPlace place = {};
  std::vector<Widening> widenings = {};
  std::vector<NamedKind> named = {};  ///< what its ends and `timeless` name
};

struct VocabularyDraft {
  std::string name = {};    ///< "diplomacy" or, of several, "diplomacy+mine"
  std::size_t sources = 0;  ///< how many vocabularies have been read; a file may hold several
  std::vector<KindDraft> kinds = {};
  std::vector<TypeDraft> types = {};
};

/// Adds the definitions of one vocabulary text. A type that an earlier text defines gets the kinds
/// of ends and the languages that are new; nothing else about it may differ. `tokens` is where the
/// names and values of the text stand in the file of that name, if the text was taken out of it.
void read_vocabulary(std::string_view bytes, const std::string& name, VocabularyDraft& draft,
                     std::vector<Problem>& problems, std::span<const Place> tokens = {});

/// What is wrong among the definitions: repeated ids, unknown parents and ends, circles.
void check_vocabulary(const VocabularyDraft& draft, std::vector<Problem>& problems);

/// The vocabulary of definitions in which nothing is wrong.
[[nodiscard]] Vocabulary vocabulary_of(VocabularyDraft&& draft);

/// Whether it is a vocabulary itself, and no name of one.
[[nodiscard]] bool is_vocabulary_text(std::string_view name);
/// Whether a dossier means a file by that, and not a vocabulary that is built in.
[[nodiscard]] bool is_vocabulary_file(std::string_view name);

/// "file:line:column"
[[nodiscard]] std::string text_of(const ProblemPlace& place);

}  // namespace entente
