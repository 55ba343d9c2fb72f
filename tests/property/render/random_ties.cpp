#include "property/render/random_ties.hpp"

#include <array>

namespace entente::test {
namespace {

constexpr std::array<const char*, 8> kinds = {"country", "organisation", "agreement", "person",
                                              "event",   "body",         "post",      "country"};

// A type that may stand between two kinds, whichever way; "" if there is none.
std::string type_between(const std::string& from, const std::string& to) {
  if (from == "country" && to == "agreement") return "party_to";
  if (from == "country" && to == "organisation") return "member_of";
  if (from == "country" && to == "country") return "cooperates_with";
  if (from == "country" && to == "event") return "attended";
  if (from == "person" && to == "person") return "met_with";
  if (from == "person" && to == "post") return "holds_post";
  if (from == "person" && to == "agreement") return "signed";
  if (from == "body" && to == "organisation") return "part_of";
  if (from == "agreement" && to == "agreement") return "supersedes";
  return {};
}

}  // namespace

std::string RandomTies::text() const {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

RandomTies random_ties(testing_support::Chance& chance, int entities) {
  RandomTies made;
  made.lines.push_back(R"({"dossier":{"format":"entente/1","title":{"en":"Made up"}}})");
  std::vector<std::string> kind_of;
  for (int i = 0; i < entities; ++i) {
    kind_of.emplace_back(kinds[static_cast<std::size_t>(chance.number(0, 7))]);
    made.entities.push_back(kind_of.back() + std::to_string(i));
    made.lines.push_back(R"({"entity":{"id":")" + made.entities.back() + R"(","kind":")" +
                         kind_of.back() + R"(","names":{"en":["The )" + made.entities.back() +
                         "\"]}}}");
  }
  const int groups = chance.number(1, 12);
  const int wanted = entities * chance.number(1, 5);
  for (int tried = 0; tried < 8 * wanted && static_cast<int>(made.relations) < wanted; ++tried) {
    const int a = chance.number(0, entities - 1);
    int b = chance.number(0, entities - 1);
    if (!chance.one_in(3)) b = b - b % groups + a % groups;  // of the same group
    if (b >= entities || a == b) continue;
    const std::string type =
        type_between(kind_of[static_cast<std::size_t>(a)], kind_of[static_cast<std::size_t>(b)]);
    // No agreement follows itself, by whatever others.
    if (type.empty() || (type == "supersedes" && a < b)) continue;
    made.lines.push_back(R"({"relation":{"id":"r)" + std::to_string(made.relations++) +
                         R"(","type":")" + type + R"(","from":")" +
                         made.entities[static_cast<std::size_t>(a)] + R"(","to":")" +
                         made.entities[static_cast<std::size_t>(b)] + "\"" +
                         (chance.one_in(9) ? R"(,"modality":"plan")" : "") + "}}");
  }
  return made;
}

}  // namespace entente::test
