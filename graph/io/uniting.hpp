#pragma once

/// Several files that describe one entity, or hold one relation: their records become one.

#include <vector>

#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>

namespace entente {

/// Which lists of a dossier are looked at.
enum class Unites : std::uint8_t { entities, all };

/// Records of different files with one id become the first of them, completed by what the others
/// add: names, codes, attributes, a date, evidence. One that contradicts it is reported, with both
/// places, and taken away; two in one file are left for validation to report. Returns how many were
/// taken away for contradicting.
std::size_t unite_records(Dossier& dossier, Unites unites, std::vector<Problem>& problems);

}  // namespace entente
