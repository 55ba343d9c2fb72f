#include "dated_graph.hpp"

#include "support/graph_of.hpp"

namespace entente::verify {
namespace {

using testing_support::Chance;

std::string random_when(Chance& chance) {
  static const std::vector<std::string> dates = {
      "",          "2012",        "2013/..",   "2013/",           "/2014",
      "../2015",   "2012/2014",   "201X",      "2013-05/2014-02", "2014?",
      "2013/2013", "2014-06-01/", "2014~/2016"};
  return dates[static_cast<std::size_t>(chance.number(0, static_cast<int>(dates.size()) - 1))];
}

}  // namespace

Graph random_dated_graph(testing_support::Chance& chance) {
  std::string lines = "document early published=2012\ndocument late published=2016\n";
  for (const char* country : {"a", "b", "c", "d"}) {
    const std::string when = chance.one_in(4) ? random_when(chance) : "";
    lines += "country " + std::string(country) + (when.empty() ? "" : " when=" + when) + "\n";
  }
  const int ties = chance.number(1, 7);
  for (int i = 0; i < ties; ++i) {
    const std::string from(1, static_cast<char>('a' + chance.number(0, 3)));
    const std::string to(1, static_cast<char>('a' + chance.number(0, 3)));
    if (from == to) continue;
    const std::string when = random_when(chance);
    const std::string type = chance.one_in(2) ? " cooperates_with " : " assists ";
    const char* const told = chance.one_in(2) ? "" : chance.one_in(2) ? " by=early" : " by=late";
    lines += from + type + to + (when.empty() ? "" : " when=" + when) + told + "\n";
  }
  return test::graph_of(lines);
}

Period random_period(testing_support::Chance& chance) {
  static const std::vector<std::string> dates = {"2012", "2013-06-01", "2014", "2015-01-01",
                                                 "2013/2014"};
  const std::string date =
      dates[static_cast<std::size_t>(chance.number(0, static_cast<int>(dates.size()) - 1))];
  switch (chance.number(0, 2)) {
    case 0:
      return {"AS OF '" + (date.size() == 9 ? "2013" : date) + "'",
              {.as_of = date.size() == 9 ? "2013" : date}};
    case 1:
      return {"DURING '" + date + "'", {.during = date}};
    default:
      return {"THROUGHOUT '" + date + "'", {.throughout = date}};
  }
}

Rows rows_of(const query::Result& result) {
  Rows rows;
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    std::vector<std::string> ids;
    for (const query::Value& value : result.rows[i]) ids.push_back(*value.text());
    rows.emplace(std::move(ids), result.certainty[i].verdict == Verdict::yes);
  }
  return rows;
}

}  // namespace entente::verify
