#pragma once

/// Several times of one dossier.

#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/query/series.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// A time, and the selection that asks about it.
struct Moment {
  std::string label;    ///< "2014"
  Selection selection;  ///< as asked, of that time
};

/// The question as of each of these dates, each once.
[[nodiscard]] std::vector<Moment> moments_at(const Question& question,
                                             const std::vector<std::string>& dates);
/// The question during each step of the selected facts.
/// @throws as entente::periods().
[[nodiscard]] std::vector<Moment> moments_by(const Question& question, CalendarStep by);

/// What holds at some of the moments; certain if it is at one of them.
[[nodiscard]] SelectedFacts facts_of_moments(const Question& question,
                                             const std::vector<Moment>& moments);

}  // namespace answers
}  // namespace entente
