#include "io/formats/records/ftm_statements.hpp"

#include <algorithm>
#include <utility>

#include "base/text_map.hpp"
#include "io/formats/database/named_columns.hpp"

namespace entente {

const std::vector<FtmValue>& FtmEntity::values(std::string_view property) const {
  static const std::vector<FtmValue> none;
  for (const auto& [name, values] : properties)
    if (name == property) return values;
  return none;
}

void FtmEntity::add(std::string_view property, FtmValue value) {
  for (auto& [name, values] : properties)
    if (name == property) {
      const bool known = std::any_of(values.begin(), values.end(),
                                     [&](const FtmValue& one) { return one.text == value.text; });
      if (!known) values.push_back(std::move(value));
      return;
    }
  properties.push_back({std::string(property), {std::move(value)}});
}

void FtmEntity::drop(std::string_view property) {
  properties.erase(std::remove_if(properties.begin(), properties.end(),
                                  [&](const auto& one) { return one.first == property; }),
                   properties.end());
}

bool is_ftm_statements(std::string_view text) {
  const std::string_view head = text.substr(0, text.find('\n'));
  return head.find('{') == head.npos && head.find("prop") != head.npos &&
         head.find("value") != head.npos && head.find("schema") != head.npos &&
         (head.find("entity_id") != head.npos || head.find("canonical_id") != head.npos);
}

namespace {

/// Properties that name other entities, by the ids that these had before they were found to be one.
void name_by_canonical_ids(FtmEntity& entity, const TextMap<std::string>& canonical) {
  const FtmEdge* edge = find_ftm_edge(entity.schema);
  for (auto& [property, values] : entity.properties) {
    const bool is_end = edge != nullptr && (property == edge->source || property == edge->target);
    if (!is_end && property != "entity" && property != "holder" && property != "addressEntity" &&
        property != "parent")
      continue;
    std::vector<FtmValue> named;
    for (FtmValue& value : std::exchange(values, {})) {
      if (const auto found = canonical.find(value.text); found != canonical.end())
        value.text = found->second;
      const bool known = std::any_of(named.begin(), named.end(),
                                     [&](const FtmValue& one) { return one.text == value.text; });
      if (!known) named.push_back(std::move(value));
    }
    values = std::move(named);
  }
}

}  // namespace

void read_ftm_statements(ForeignReading& reading) {
  NamedColumns rows(reading);
  std::vector<FtmEntity> entities;
  TextMap<std::size_t> index;
  TextMap<std::string> canonical;
  while (rows.next()) {
    std::string id(rows["canonical_id"]);
    if (id.empty())
      id = rows["entity_id"];
    else if (rows["entity_id"] != id)
      canonical.emplace(rows["entity_id"], id);
    const auto [found, is_new] = index.emplace(id, entities.size());
    if (is_new) entities.push_back({id, std::string(rows["schema"]), rows.place()});
    FtmEntity& entity = entities[found->second];
    if (is_more_specific(rows["schema"], entity.schema)) entity.schema = rows["schema"];
    const std::string_view property = rows["prop"];
    if (property == "id" || property.empty() || rows["value"].empty()) continue;
    entity.add(property, {std::string(rows["value"]), std::string(rows["lang"])});
    if (const std::string_view dataset = rows["dataset"]; !dataset.empty()) {
      auto& others = entity.others;
      if (others.empty()) others.push_back({"datasets", {}});
      const Scalar name{std::string(dataset)};
      auto& names = others.front().second;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  FtmRecords records(reading);
  for (FtmEntity& entity : entities) {
    name_by_canonical_ids(entity, canonical);
    records.add(entity);
  }
  std::move(records).finish();
}

}  // namespace entente
