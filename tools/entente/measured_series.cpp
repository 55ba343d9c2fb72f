#include "measured_series.hpp"

#include "allow_one_of.hpp"
#include "measures.hpp"

namespace entente::tool {

CalendarStep step_of(const Call& call) {
  const std::string by = call.text("--step", "year");
  return by == "month"     ? CalendarStep::month
         : by == "quarter" ? CalendarStep::quarter
                           : CalendarStep::year;
}

answers::SeriesParameters series_parameters(const Call& call, const std::string& measure) {
  allow_one_of(call, {"--rolling", "--expanding"});
  answers::SeriesParameters parameters{.measure = measure,
                                       .by = step_of(call),
                                       .entities = call.list("--entity"),
                                       .how = measure_parameters(call)};
  parameters.rolling = static_cast<std::uint32_t>(call.count("--rolling", 1).value_or(1));
  if (call.has("--expanding")) parameters.rolling = 0;
  return parameters;
}

SeriesChart chart_of(const answers::SeriesAnswer& answer, const DiagramOptions& options) {
  return series_chart(answer.question.graph, answer.periods, answer.points,
                      {.measure = answer.parameters.measure, .by = answer.parameters.by},
                      answer.selection(), options);
}

}  // namespace entente::tool
