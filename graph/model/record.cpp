#include <algorithm>
#include <array>

#include <entente/model/record.hpp>

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> modality_names = {"fact", "plan", "expectation", "claim",
                                                            "derived"};

}  // namespace

std::string_view to_string(Modality modality) {
  return modality_names[static_cast<std::size_t>(modality)];
}

std::optional<Modality> modality_from(std::string_view name) {
  const auto found = std::find(modality_names.begin(), modality_names.end(), name);
  if (found == modality_names.end()) return std::nullopt;
  return static_cast<Modality>(found - modality_names.begin());
}

const AttributeValue* find_attribute(const Attributes& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const auto& attribute) { return attribute.first == name; });
  return found == attributes.end() ? nullptr : &found->second;
}

}  // namespace entente
