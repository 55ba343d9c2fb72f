#pragma once

/// Several files that describe one entity, or hold one relation: their records become one.

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>

namespace entente {

/// Which lists of a dossier are looked at.
enum class Unites : std::uint8_t { entities, all };

/// What the vocabulary says of the words of records.
struct Meanings {
  std::function<bool(std::string_view type)> is_symmetric;  ///< relations of it run either way
  std::function<bool(std::string_view kind)> is_document;   ///< entities of it are published
};

/// Records of different files with one id become the first of them, completed by what the others
/// add: names, codes, attributes, a date, evidence. One that contradicts it is reported, with both
/// places, and taken away, as is one that dates a document otherwise than the first publishes it;
/// two in one file are left for validation to report. Returns how many were taken away for
/// contradicting. A relation of a symmetric type may be written the other way round.
std::size_t unite_records(Dossier& dossier, Unites unites, const Meanings& meanings,
                          std::vector<Problem>& problems);

}  // namespace entente
