#include "dossier/claims.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "dossier/pattern.hpp"

namespace entente::test {
namespace {

using nlohmann::json;

std::string ids_of(const std::vector<Relation>& relations) {
  std::string text;
  for (const Relation& relation : relations) text += " " + relation.id;
  return text;
}

std::string without_relation(const Graph& graph, const json& pattern) {
  return matching(graph, pattern).empty() ? "no relation matches " + pattern.dump() : "";
}

std::string with_relation(const Graph& graph, const json& pattern) {
  const auto found = matching(graph, pattern);
  return found.empty() ? "" : "must be absent:" + ids_of(found);
}

std::string other_count(const Graph& graph, std::size_t count, const json& pattern) {
  const auto found = matching(graph, pattern);
  if (found.size() == count) return {};
  return "expected " + std::to_string(count) + ", found " + std::to_string(found.size()) + ":" +
         ids_of(found);
}

bool has_names(const Entity& entity, const json& names) {
  return std::ranges::all_of(names.items(), [&](const auto& item) {
    return std::ranges::any_of(entity.names, [&](const LanguageNames& group) {
      return group.language == item.key() &&
             std::ranges::find(group.names, item.value().template get<std::string>()) !=
                 group.names.end();
    });
  });
}

std::string without_entity(const Graph& graph, const json& pattern) {
  allow_only(pattern, {"id", "kind", "name", "when", "attributes"});
  const std::string id = pattern.at("id");
  const auto found = graph.entity(id);
  if (!found) return "no entity " + id;
  const Entity entity = graph.record(*found);
  if (pattern.value("kind", entity.kind) != entity.kind) return id + " is a " + entity.kind;
  if (!has_names(entity, pattern.value("name", json::object())))
    return id + " lacks the name " + pattern["name"].dump();
  const std::string when = entity.when ? entity.when->text() : "undated";
  if (pattern.value("when", when) != when) return id + " is dated " + when;
  if (!has_attributes(entity.attributes, pattern.value("attributes", json::object())))
    return id + " lacks an attribute of " + pattern["attributes"].dump();
  return {};
}

/// The number that relations are put in order by. @throws std::invalid_argument if there is none.
std::int64_t place_of(const Relation& relation, const std::string& attribute) {
  const AttributeValue* value = find_attribute(relation.attributes, attribute);
  const Scalar* scalar = value == nullptr ? nullptr : std::get_if<Scalar>(value);
  const auto* number = scalar == nullptr ? nullptr : std::get_if<std::int64_t>(scalar);
  if (number == nullptr) throw std::invalid_argument(relation.id + " has no number " + attribute);
  return *number;
}

std::string other_order(const Graph& graph, const json& expect) {
  json pattern = expect;
  pattern.erase("order");
  pattern.erase("by");
  const std::string by = expect.at("by");
  auto found = matching(graph, pattern);
  std::ranges::stable_sort(found, {},
                           [&](const Relation& relation) { return place_of(relation, by); });
  json order = json::array();
  for (const Relation& relation : found) order.push_back(relation.to);
  return order == expect["order"] ? "" : "the order is " + order.dump();
}

std::string broken_chain(const Graph& graph, const json& expect) {
  allow_only(expect, {"chain", "type"});
  const json& links = expect["chain"];
  for (std::size_t i = 0; i + 1 < links.size(); ++i) {
    const auto link = [&](const json& from, const json& to) {
      const auto as = [&](const char* modality) {
        return !matching(graph, {{"type", expect.at("type")},
                                 {"from", from},
                                 {"to", to},
                                 {"modality", modality}})
                    .empty();
      };
      return as("fact") || as("derived");
    };
    if (!link(links[i], links[i + 1]) && !link(links[i + 1], links[i]))
      return "no link between " + links[i].dump() + " and " + links[i + 1].dump();
  }
  return links.size() < 2 ? "a chain has two links or more" : "";
}

}  // namespace

ClaimFile read_claims(const std::string& path) {
  std::ifstream file(path);
  const json content = json::parse(file);
  ClaimFile read;
  for (const json& claim : content.at("claims")) {
    allow_only(claim, {"id", "document", "at", "claim", "expect"});
    read.claims.push_back({claim.at("id"), claim.at("document"), claim.at("at"), claim.at("claim"),
                           claim.at("expect")});
  }
  content.at("entities").get_to(read.entities);
  return read;
}

std::string objection(const Graph& graph, const json& expect) {
  if (expect.contains("order")) return other_order(graph, expect);
  if (expect.contains("chain")) return broken_chain(graph, expect);
  allow_only(expect, {"relation", "absent", "count", "of", "entity"});
  if (expect.contains("count")) return other_count(graph, expect["count"], expect.at("of"));
  if (expect.size() != 1) throw std::invalid_argument("one expectation a claim: " + expect.dump());
  if (expect.contains("relation")) return without_relation(graph, expect["relation"]);
  if (expect.contains("absent")) return with_relation(graph, expect["absent"]);
  return without_entity(graph, expect.at("entity"));
}

}  // namespace entente::test
