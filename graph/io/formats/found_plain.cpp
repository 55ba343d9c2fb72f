#include "io/formats/found_plain.hpp"

#include <algorithm>
#include <cmath>

#include <entente/base/read_number.hpp>

#include "io/formats/found_text.hpp"
#include "io/formats/property_graph.hpp"
#include "io/json/member_reader.hpp"

namespace entente {
namespace {

constexpr std::size_t most_plain_attributes = 64;  // that are looked through one by one

template <typename Number>
bool number_of(std::string_view text, Number& number) {
  const char* end = text.data() + text.size();
  const auto read = read_number(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end;
}

/// Integers that doubles hold, and numbers of so few digits that none is lost.
bool plain_number(std::string_view text, Scalar& into) {
  constexpr std::size_t always_kept = 15;
  if (text.size() > always_kept) return false;
  if (text.find_first_of(".eE") == text.npos) {
    std::int64_t number = 0;
    if (!number_of(text, number)) return false;
    into = number;
    return true;
  }
  double number = 0;
  if (!number_of(text, number) || !std::isfinite(number)) return false;
  into = number;
  return true;
}

bool plain_json(std::string_view text, Scalar& into) {
  if (text == "null") {
    into = std::monostate();
    return true;
  }
  if (text == "true" || text == "false") {
    into = text == "true";
    return true;
  }
  const bool is_number = !text.empty() && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9'));
  return is_number && plain_number(text, into);
}

}  // namespace

PlainMaker::PlainMaker(const FoundElements& elements, Of of, const ReadLimits& limits)
    : elements_(elements), of_(of), limits_(limits) {
  for (const FoundElements::Name& name : elements.names()) {
    const bool odd =
        name.text.empty() || name.text.size() > limits.identifier || holds_control(name.text);
    const bool is_modality = of == Of::edges && is_called(name.text, "modality");
    uses_.push_back(odd                             ? Use::odd
                    : is_called(name.text, "when")  ? Use::when
                    : is_called(name.text, "start") ? Use::start
                    : is_called(name.text, "end")   ? Use::end
                    : is_modality                   ? Use::modality
                                                    : Use::attribute);
    char label = 0;
    for (std::size_t i = 0; i < label_properties.size(); ++i)
      if (is_called(name.text, label_properties[i])) label = static_cast<char>(i + 1);
    label_names_.push_back(label);
  }
  for (std::size_t i = FoundElements::first_name; i < uses_.size(); ++i) {
    any_modality_ |= uses_[i] == Use::modality;
    any_dates_ |= uses_[i] == Use::when || uses_[i] == Use::start || uses_[i] == Use::end;
  }
}

bool PlainMaker::is_id(std::string_view text) const {
  return !text.empty() && text.size() <= limits_.identifier && !holds_control(text);
}

PlainMembers* PlainMaker::members(const StoredElement& element, const StoredProperty* classing) {
  members_.label = {};
  members_.when = nullptr;
  members_.all_dates_read = true;
  members_.modality = Modality::fact;
  members_.attributes.clear();
  used_.clear();
  if (element.count == 0) return &members_;
  if (element.count > most_plain_attributes) return nullptr;
  if (classing != nullptr) used_.push_back(classing);
  if (!choose_when(element)) return nullptr;
  if (any_modality_) choose_modality(element);
  if (of_ == Of::nodes) choose_label(element);
  return add_attributes(element) ? &members_ : nullptr;
}

const FoundDate& PlainMaker::date(std::string_view text) {
  const std::uint32_t number = date_texts_.number(text);
  if (number == dates_.size()) dates_.push_back(found_date(text));
  return dates_[number];
}

const FoundDate& PlainMaker::state(std::string_view start, std::string_view end) {
  pair_.assign(start).append(1, '\0').append(end);
  const std::uint32_t known = date_texts_.find(hashed(pair_));
  if (known != TextNumbers::none) return dates_[known];
  (void)date_texts_.add(hashed(texts_.keep(pair_)));
  return dates_.emplace_back(found_state(start, end));
}

bool PlainMaker::choose_when(const StoredElement& element) {
  const StoredProperty* when = nullptr;
  const StoredProperty* start = nullptr;
  const StoredProperty* end = nullptr;
  const auto take = [](const StoredProperty*& first, const StoredProperty& one) {
    if (first == nullptr) first = &one;
  };
  for (const StoredProperty* one = elements_.begin_of(element); one != elements_.end_of(element);
       ++one) {
    if (one->name == FoundElements::own_when) {
      const FoundDate& own = date(one->value);
      members_.when = &own.when;
      return own.when && own.whole;
    }
    if (!any_dates_ || one->name < FoundElements::first_name) continue;
    const Use use = uses_[one->name];
    if (use != Use::when && use != Use::start && use != Use::end) continue;
    if (use == Use::when && one->form == FoundForm::json) return false;  // may be two ends
    if (!elements_.is_text(*one)) continue;
    take(use == Use::when ? when : use == Use::start ? start : end, *one);
  }
  if (when != nullptr) {
    if (const FoundDate& found = date(when->value); found.when) {
      members_.when = &found.when;
      if (found.whole) used_.push_back(when);
      return true;
    }
    members_.all_dates_read = false;
  }
  if (start == nullptr && end == nullptr) return true;
  const FoundDate& found = state(start == nullptr ? std::string_view() : start->value,
                                 end == nullptr ? std::string_view() : end->value);
  if (!found.when) {
    members_.all_dates_read = false;
    return true;
  }
  members_.when = &found.when;
  if (!found.whole) return true;
  if (start != nullptr) used_.push_back(start);
  if (end != nullptr) used_.push_back(end);
  return true;
}

void PlainMaker::choose_modality(const StoredElement& element) {
  for (const auto* one = elements_.begin_of(element); one != elements_.end_of(element); ++one) {
    if (uses_[one->name] != Use::modality || !elements_.is_text(*one)) continue;
    if (const auto modality = modality_from(one->value)) {
      members_.modality = *modality;
      used_.push_back(one);
    }
    return;
  }
}

void PlainMaker::choose_label(const StoredElement& element) {
  const auto* const first = elements_.begin_of(element);
  const auto* const last = elements_.end_of(element);
  for (const auto* one = first; one != last; ++one)
    if (one->name == FoundElements::own_label) members_.label = one->value;
  for (std::size_t i = 1; i <= label_properties.size() && members_.label.empty(); ++i)
    for (const auto* one = first; one != last; ++one)
      if (label_names_[one->name] == static_cast<char>(i) && elements_.is_text(*one)) {
        used_.push_back(one);
        members_.label = one->value;
        break;
      }
}

bool PlainMaker::is_used(const StoredProperty* property) const {
  return std::find(used_.begin(), used_.end(), property) != used_.end();
}

bool PlainMaker::add_attributes(const StoredElement& element) {
  if (members_.label.size() > limits_.string || members_.label.find('\0') != std::string::npos)
    return false;
  seen_.clear();
  for (const auto* one = elements_.begin_of(element); one != elements_.end_of(element); ++one) {
    const FoundElements::Name& name = elements_.names()[one->name];
    if (one->name < FoundElements::first_name || name.dropped || is_used(one)) continue;
    if (uses_[one->name] == Use::odd) return false;
    for (const std::uint32_t other : seen_)
      if (other == one->name || elements_.names()[other].text == name.text) return false;
    seen_.push_back(one->name);
    Scalar value;
    if (!scalar(*one, value)) return false;
    members_.attributes.emplace_back(std::string(name.text), std::move(value));
  }
  return seen_.size() + most_plain_attributes <= limits_.values;
}

bool PlainMaker::scalar(const StoredProperty& property, Scalar& into) const {
  const CellType type = elements_.names()[property.name].type;
  if (property.form == FoundForm::json) return plain_json(property.value, into);
  if (property.form == FoundForm::cell && type != CellType::text) {
    if (type == CellType::integer && plain_number(property.value, into) &&
        std::holds_alternative<std::int64_t>(into))
      return true;
    const Property found =
        property_of_cell(elements_.names()[property.name].text, type, property.value);
    if (found.form == Property::Form::json) return plain_json(found.value, into);
  }
  if (property.value.size() > limits_.string || property.value.find('\0') != std::string::npos)
    return false;
  into = std::string(property.value);
  return true;
}

}  // namespace entente
