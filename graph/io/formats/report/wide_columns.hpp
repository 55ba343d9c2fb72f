#pragma once

/// Codes and attributes as columns of one wide table.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/record.hpp>

#include "base/text_map.hpp"

namespace entente {

/// The names that records use for their codes and attributes, sorted, each a column.
class WideColumns {
 public:
  /// Of all entities; borrows their texts.
  explicit WideColumns(const std::vector<Entity>& entities);
  /// Of all relations; borrows their texts.
  explicit WideColumns(const std::vector<Relation>& relations);

  [[nodiscard]] const std::vector<std::string_view>& codes() const { return codes_; }
  [[nodiscard]] const std::vector<std::string_view>& attributes() const { return attributes_; }

  /// The values of a record, one a column, nullptr where it has none.
  [[nodiscard]] std::vector<const std::string*> codes_of(const Entity& entity) const;
  [[nodiscard]] std::vector<const AttributeValue*> attributes_of(const Attributes& values) const;

 private:
  using Index = ViewMap<std::size_t>;
  std::vector<std::string_view> codes_;
  std::vector<std::string_view> attributes_;
  Index code_index_;
  Index attribute_index_;
};

}  // namespace entente
