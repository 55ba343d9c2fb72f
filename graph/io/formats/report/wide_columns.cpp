#include "io/formats/report/wide_columns.hpp"

#include <set>

#include "base/text_map.hpp"

namespace entente {
namespace {

using NameSet = std::set<std::string_view>;

template <typename Pairs>
void gather_names(NameSet& names, const Pairs& pairs) {
  for (const auto& [name, value] : pairs) names.insert(name);
}

ViewMap<std::size_t> indexed(const std::vector<std::string_view>& names) {
  ViewMap<std::size_t> index;
  for (std::size_t i = 0; i < names.size(); ++i) index.emplace(names[i], i);
  return index;
}

}  // namespace

WideColumns::WideColumns(const std::vector<Entity>& entities) {
  NameSet codes;
  NameSet attributes;
  for (const Entity& entity : entities) {
    gather_names(codes, entity.codes);
    gather_names(attributes, entity.attributes);
  }
  codes_.assign(codes.begin(), codes.end());
  attributes_.assign(attributes.begin(), attributes.end());
  code_index_ = indexed(codes_);
  attribute_index_ = indexed(attributes_);
}

WideColumns::WideColumns(const std::vector<Relation>& relations) {
  NameSet attributes;
  for (const Relation& relation : relations) gather_names(attributes, relation.attributes);
  attributes_.assign(attributes.begin(), attributes.end());
  attribute_index_ = indexed(attributes_);
}

std::vector<const std::string*> WideColumns::codes_of(const Entity& entity) const {
  std::vector<const std::string*> row(codes_.size());
  for (const auto& [name, value] : entity.codes) row[code_index_.at(name)] = &value;
  return row;
}

std::vector<const AttributeValue*> WideColumns::attributes_of(const Attributes& values) const {
  std::vector<const AttributeValue*> row(attributes_.size());
  for (const auto& [name, value] : values) row[attribute_index_.at(name)] = &value;
  return row;
}

}  // namespace entente
