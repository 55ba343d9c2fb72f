#include <entente/answer/series.hpp>
#include <entente/render/series_chart.hpp>

#include "measured_series.hpp"
#include "measures.hpp"
#include "picture.hpp"
#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

void check_series(const Call& call) {
  answers::check_series_measure(call.arguments[0]);
}

Exit run_series(const Call& call, const Question& question) {
  const answers::SeriesAnswer answer =
      answers::series(question, series_parameters(call, call.arguments[0]));
  std::size_t left_out = 0;
  const Exit exit = print(answer, call, [&] {
    SeriesChart chart = chart_of(answer, diagram_options(call, question));
    left_out = chart.left_out;
    return std::move(chart.svg);
  });
  return left_out == 0 ? exit : say_left_out(left_out, "lines", "name entities (--entity)");
}

}  // namespace

Verb series_verb() {
  Verb verb;
  verb.name = "series";
  verb.summary = "a measure per year, quarter or month";
  verb.arguments = {{"MEASURE"}};
  verb.formats = with_pictures(row_formats());
  verb.examples = {"entente series data/japan-nato relations --step year --format csv",
                   "entente series data/japan-nato degree --entity japan,nato --output "
                   "degree.svg"};
  verb.check = check_series;
  verb.run = run_series;
  return verb;
}

}  // namespace entente::tool
