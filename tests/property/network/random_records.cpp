/// Dossiers and selections by chance, for the slow answers to be compared over.

#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <entente/time/when.hpp>

#include "slow_facts.hpp"

namespace entente::verify {

namespace {

/// One of a list.
template <class List>
auto pick(std::mt19937& chance, const List& list) {
  return list[chance() % std::size(list)];
}

bool one_in(std::mt19937& chance, unsigned n) {
  return chance() % n == 0;
}

constexpr std::string_view date_shapes[] = {"2012",
                                            "2014-05",
                                            "2014-05-06",
                                            "2016-02-29",
                                            "201X",
                                            "2015-XX-25",
                                            "2013?",
                                            "2014-05~",
                                            "2017%",
                                            "2011-12-31",
                                            "[2012,2014]",
                                            "{2012,2015}",
                                            "[..2013]",
                                            "[2016..]",
                                            "{2013-05,2014}",
                                            "2018-01-01",
                                            "2010",
                                            "2019-12",
                                            "[2012-05-06,2016]"};
constexpr std::string_view end_shapes[] = {
    "2011", "2012-06", "2013-01-01", "2014?", "2015-05-06~", "2015-12-31",
    "201X", "2016",    "",           "",      "..",          ".."};

std::optional<When> random_when(std::mt19937& chance) {
  for (;;) {
    try {
      if (one_in(chance, 6)) return std::nullopt;
      if (one_in(chance, 3)) return When::parse(pick(chance, date_shapes));
      return When::between(pick(chance, end_shapes), pick(chance, end_shapes));
    } catch (const DateError&) {  // it would end before it starts
    }
  }
}

constexpr std::string_view type_ids[] = {"party_to",   "supersedes", "holds_post", "met_with",
                                         "partner_of", "member_of",  "part_of"};

void add_relation(std::mt19937& chance, Dossier& dossier) {
  constexpr std::string_view countries[] = {"c1", "c2", "c3"};
  constexpr std::string_view people[] = {"p1", "p2", "p3"};
  const std::string_view type = pick(chance, type_ids);
  std::string from(pick(chance, countries));
  std::string to(pick(chance, countries));
  constexpr std::string_view agreements[] = {"a1", "a2", "a3"};
  if (type == "party_to") to = pick(chance, agreements);
  if (type == "part_of") from = one_in(chance, 2) ? "post1" : "c3";
  if (type == "member_of") to = "o1";
  if (type == "supersedes") {
    from = one_in(chance, 2) ? "a3" : "a2";
    to = from == "a3" && one_in(chance, 2) ? "a2" : "a1";
  }
  if (type == "holds_post" || type == "met_with") from = pick(chance, people);
  if (type == "holds_post") to = one_in(chance, 3) ? "post2" : "post1";
  if (type == "met_with") to = pick(chance, people);
  Relation relation{
      "r" + std::to_string(100 + chance() % 900) + "-" + std::to_string(dossier.relations.size()),
      std::string(type), from, to};
  relation.when = random_when(chance);
  if (type == "supersedes" && one_in(chance, 6))
    relation.attributes = {{"closes", Scalar(std::string("all"))}};
  if (one_in(chance, 3)) relation.modality = static_cast<Modality>(chance() % 5);
  for (auto i = chance() % 3; i > 0; --i) {
    Evidence evidence{"d" + std::to_string(1 + chance() % 4)};
    if (one_in(chance, 4)) evidence.when = random_when(chance);
    relation.evidence.push_back(std::move(evidence));
  }
  dossier.relations.push_back(std::move(relation));
}

}  // namespace

Dossier random_dossier(std::mt19937& chance) {
  Dossier dossier;
  dossier.titles = {{"en", "Random"}};
  const auto add = [&](std::string_view id, std::string_view kind) -> Entity& {
    dossier.entities.push_back({std::string(id), std::string(kind)});
    if (one_in(chance, 5)) dossier.entities.back().when = random_when(chance);
    return dossier.entities.back();
  };
  for (const std::string_view id : {"c1", "c2", "c3"}) add(id, "country");
  for (const std::string_view id : {"p1", "p2", "p3"}) add(id, "person");
  for (const std::string_view id : {"a1", "a2", "a3"}) add(id, "agreement");
  add("o1", "organisation");
  add("post1", "post").attributes = {{"seats", Scalar(std::int64_t{1})}};
  add("post2", "post");
  for (const std::string_view id : {"d1", "d2", "d3", "d4"}) {
    Entity& document = add(id, "document");
    if (id != "d4" && !document.when)
      document.attributes = {{"published", Scalar(std::string(pick(chance, date_shapes)))}};
  }
  for (auto i = 3 + chance() % 12; i > 0; --i) add_relation(chance, dossier);
  return dossier;
}

Selection random_selection(std::mt19937& chance) {
  constexpr std::string_view periods[] = {"2014-05-06", "2015-01-25", "2013",       "2014-05",
                                          "2012/2014",  "../2013",    "2015-06/..", "../.."};
  Selection selection;
  if (one_in(chance, 2)) selection.as_of = pick(chance, periods);
  if (one_in(chance, 4)) selection.during = pick(chance, periods);
  if (one_in(chance, 3)) selection.throughout = pick(chance, periods);
  if (one_in(chance, 4)) selection.known_at = one_in(chance, 2) ? "2014" : "2015-01-25";
  if (one_in(chance, 4)) selection.observed_through = "2014-12-31";
  if (one_in(chance, 4)) selection.types = {std::string(pick(chance, type_ids)), "party_to"};
  if (one_in(chance, 6)) selection.kinds = {"country", "agreement"};
  if (one_in(chance, 6)) selection.modalities = {Modality::fact, Modality::plan};
  if (one_in(chance, 6)) selection.sources = {"d1", "d4"};
  if (one_in(chance, 4)) selection.keep = Keep::certain_only;
  if (one_in(chance, 3)) selection.inference = Inference::off;
  if (one_in(chance, 3)) selection.undated = Undated::listed;
  if (one_in(chance, 4)) selection.presume_lasting = Lasting::presumed;
  if (one_in(chance, 6)) selection.attested_within = one_in(chance, 2) ? "1y" : "3y";
  return selection;
}

}  // namespace entente::verify
