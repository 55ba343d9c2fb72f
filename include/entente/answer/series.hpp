#pragma once

/// A measure over time.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/answer/measured.hpp>
#include <entente/export.hpp>
#include <entente/query/series.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Which measure, in which steps.
struct SeriesParameters {
  /// As measures() names them, or `relations`, `entities`, `density`, `reciprocity`,
  /// `transitivity`, `diameter` of the network as a whole.
  std::string measure = "relations";
  CalendarStep by = CalendarStep::year;    ///< how long a step is
  std::uint32_t rolling = 1;               ///< each point looks at so many steps; 0: at all so far
  std::vector<std::string> entities = {};  ///< only these, or ties that touch one; none: all
  MeasureParameters how = {};              ///< how it is taken
};

/// `{"measure", "points": [{"period", "entity", "value", "certain"}]}`, with `"projection"` where a
/// parameter chose it.
class SeriesAnswer : public GraphAnswer {
 public:
  SeriesParameters parameters = {};      ///< as asked
  std::vector<Period> periods = {};      ///< the steps
  std::vector<SeriesPoint> points = {};  ///< by period

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
};

/// A measure of the network of every step.
/// @throws InvalidArgument `unknown-measure`, and as entente::series().
[[nodiscard]] SeriesAnswer series(const Question& question,
                                  const SeriesParameters& parameters = {});

/// @throws InvalidArgument `unknown-measure` where a series has no such measure, with the nearest
/// known.
void check_series_measure(std::string_view measure);

}  // namespace answers
}  // namespace entente
