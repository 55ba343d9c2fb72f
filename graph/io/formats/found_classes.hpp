#pragma once

/// Which kinds and types found elements are of.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_map.hpp"
#include "io/formats/found_elements.hpp"

namespace entente {

/// The classes of a list of nodes or edges: the values of the first of some properties that one of
/// them has, if they are not too many. Elements without are of a class of their own.
class FoundClasses {
 public:
  /// A kind or a type as found, with and without direction.
  struct Class {
    bool directed = false;
    bool undirected = false;
  };
  using Classes = std::map<std::string, Class, std::less<>>;

  /// Borrows the lists. `otherwise` is the class of elements that have no such property.
  FoundClasses(const FoundLists& lists, std::span<const std::string_view> names,
               std::string_view otherwise);

  /// The property's name in small letters; empty: none says it.
  [[nodiscard]] std::string_view property() const { return property_; }
  /// By name.
  [[nodiscard]] const Classes& classes() const { return classes_; }
  /// Whether properties of that list with this name say it.
  [[nodiscard]] bool says(std::size_t list, std::uint32_t name) const {
    return says_[list][name] != 0;
  }
  /// The class of the element, and the property that says so.
  struct Found {
    const Classes::value_type* which = nullptr;
    const StoredProperty* by = nullptr;
  };
  [[nodiscard]] Found of(std::size_t list, const StoredElement& element) const;

 private:
  /// Values as they stand, with what they are together with: 1 directed, 2 not.
  using Values = ViewMap<std::uint8_t>;

  void choose(const FoundLists& lists, std::span<const std::string_view> names);
  [[nodiscard]] const StoredProperty* said_by(std::size_t list, const StoredElement& element) const;
  [[nodiscard]] Values values_of(std::size_t list) const;

  const FoundLists& lists_;
  std::string_view property_;
  std::vector<std::vector<char>> says_;
  Classes classes_;
  const Classes::value_type* otherwise_ = nullptr;
  ViewMap<const Classes::value_type*> by_value_;
};

}  // namespace entente
