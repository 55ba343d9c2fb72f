#pragma once

/// A slow, plain answer to what a selection keeps: record by record, date by date, rule by rule.

#include <map>
#include <random>
#include <string>
#include <vector>

#include <entente/facts/selection.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace entente::verify {

/// What a question hears of a relation.
struct SlowAnswer {
  Verdict verdict = Verdict::no;
  bool qualified = false;
  Why why = Why::none;
  bool presumed = false;
  bool undated = false;
  bool of_tie = false;  ///< only the verdict is told: by all records of the tie

  /// The same value.
  friend bool operator==(const SlowAnswer&, const SlowAnswer&) = default;
};

/// The relations by id.
struct SlowFacts {
  std::map<std::string, SlowAnswer> kept = {};
  std::vector<std::string> undated = {};
  std::vector<std::string> inferred_ended = {};
};

/// Takes sources by id only.
[[nodiscard]] SlowFacts slow_facts(const Dossier& dossier, const Vocabulary& vocabulary,
                                   const Selection& selection);

/// A few countries, people, posts, agreements and documents, and relations with dates of every
/// shape around the years 2010 to 2019. Valid in the vocabulary `diplomacy`.
[[nodiscard]] Dossier random_dossier(std::mt19937& chance);

/// A selection of any options.
[[nodiscard]] Selection random_selection(std::mt19937& chance);

}  // namespace entente::verify
