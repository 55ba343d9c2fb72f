#pragma once

/// A slow, plain answer to what a selection keeps: record by record, date by date, rule by rule.

#include <map>
#include <random>
#include <string>

#include <entente/facts/selection.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace entente::verify {

/// The kept relations by id with their answers. Takes sources by id only.
[[nodiscard]] std::map<std::string, Answer> slow_facts(const Dossier& dossier,
                                                       const Vocabulary& vocabulary,
                                                       const Selection& selection);

/// A few countries, people, posts, agreements and documents, and relations with dates of every
/// shape around the years 2010 to 2019. Valid in the vocabulary `diplomacy`.
[[nodiscard]] Dossier random_dossier(std::mt19937& chance);

/// A selection of any options.
[[nodiscard]] Selection random_selection(std::mt19937& chance);

}  // namespace entente::verify
