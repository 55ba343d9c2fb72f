#include "measured_series.hpp"

#include "allow_one_of.hpp"
#include "measures.hpp"

namespace entente::tool {

std::vector<Option> series_options() {
  std::vector<Option> options = {
      {"--by", "STEP", "year (default), quarter or month", {"year", "quarter", "month"}},
      {"--rolling", "N", "each point looks at N steps"},
      {"--expanding", "", "each point looks at all steps up to its own"},
      {"--entity", "E,…", "only these, or ties that touch one", {}, Option::Times::many}};
  for (Option& option : projection_options()) options.push_back(std::move(option));
  for (Option& option : measure_options()) options.push_back(std::move(option));
  return options;
}

CalendarStep step_of(const Call& call) {
  const std::string by = call.text("--by", "year");
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
