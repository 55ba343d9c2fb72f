#pragma once

/// Records straight from found elements that are plain: nothing about them needs words.

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/io/dossier_reader.hpp>
#include <entente/model/record.hpp>

#include "facts/build/text_numbers.hpp"
#include "io/formats/found_dates.hpp"
#include "io/formats/found_elements.hpp"

namespace entente {

/// What the properties of an element come to.
struct PlainMembers {
  std::string_view label = {};
  const std::optional<When>* when = nullptr;  ///< stays as long as the maker
  bool all_dates_read = true;                 ///< those that are none stay attributes
  Modality modality = Modality::fact;
  Attributes attributes = {};
};

/// Makes members of the elements of one list.
class PlainMaker {
 public:
  enum class Of : std::uint8_t { nodes, edges };

  /// Borrows the list and the limits.
  PlainMaker(const FoundElements& elements, Of of, const ReadLimits& limits);

  /// The members of an element whose kind or type that property says; nullptr if it is not plain.
  [[nodiscard]] PlainMembers* members(const StoredElement& element, const StoredProperty* classing);
  /// Whether a text can be an id.
  [[nodiscard]] bool is_id(std::string_view text) const;

 private:
  enum class Use : std::uint8_t { attribute, when, start, end, modality, odd };

  [[nodiscard]] const FoundDate& date(std::string_view text);
  [[nodiscard]] const FoundDate& state(std::string_view start, std::string_view end);
  /// False if the format's own date is none.
  [[nodiscard]] bool choose_when(const StoredElement& element);
  void choose_modality(const StoredElement& element);
  void choose_label(const StoredElement& element);
  [[nodiscard]] bool add_attributes(const StoredElement& element);
  [[nodiscard]] bool scalar(const StoredProperty& property, Scalar& into) const;
  [[nodiscard]] bool is_used(const StoredProperty* property) const;

  const FoundElements& elements_;
  Of of_;
  const ReadLimits& limits_;
  std::vector<Use> uses_;          // by name
  std::vector<char> label_names_;  // 1, 2, 3: which of the names of labels
  bool any_dates_ = false;
  bool any_modality_ = false;
  TextNumbers date_texts_;
  std::deque<FoundDate> dates_;  // by the number of their text
  KeptTexts texts_;
  std::string pair_;
  PlainMembers members_;
  std::vector<const StoredProperty*> used_;
  std::vector<std::uint32_t> seen_;  // names, of the element
};

}  // namespace entente
