#pragma once

/// A found element as the JSON text of a record, with the properties that are no member as
/// attributes. Takes anything, and is slow.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "io/formats/property_graph.hpp"

namespace entente {

/// Names that labels have as properties.
inline constexpr std::array<std::string_view, 3> label_properties = {"label", "name", "title"};

/// Whether two names are the same but for the case of their letters, as programs write headers.
[[nodiscard]] bool is_called(std::string_view name, std::string_view lower);

/// The first property of that name that is a text and not empty.
[[nodiscard]] const Property* find_text(const FoundElement& element, std::string_view name);

/// A record's text under way.
class FoundText {
 public:
  /// Borrows the element.
  explicit FoundText(const FoundElement& element) : element_(element) {}

  void member(std::string_view name, std::string_view text);
  /// The name of an entity, in no known language.
  void names(std::string_view label);
  /// Leaves a property out of the attributes.
  void use(const Property* property) {
    if (property != nullptr) used_.push_back(property);
  }
  /// The date, as the format has it or the properties `when`, `start` and `end`. One of the format
  /// that is no date becomes an attribute. False if any of these is no date, or ends before it
  /// starts.
  bool when();
  /// The modality, where a property of that name holds one of our words, whoever wrote it.
  void modality();

  [[nodiscard]] std::string take() &&;

 private:
  void add_attribute(std::string& out, const Property& property) const;

  const FoundElement& element_;
  std::string out_ = "{";
  std::string unread_when_;
  std::vector<const Property*> used_;
};

}  // namespace entente
