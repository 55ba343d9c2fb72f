#include "io/formats/found_classes.hpp"

#include <algorithm>
#include <set>

#include "base/threads.hpp"
#include "io/formats/found_text.hpp"
#include "io/json/member_reader.hpp"

namespace entente {
namespace {

constexpr std::size_t most_found = 4000;  // kinds or types, which a vocabulary has room for

/// A text that can be the id of a kind or a type: on one line, without blanks around it.
std::string class_id(std::string_view text) {
  std::string id;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (blank && (id.empty() || id.back() == ' ')) continue;
    id += blank ? ' ' : c;
  }
  if (!id.empty() && id.back() == ' ') id.pop_back();
  return holds_control(id) ? std::string() : id;
}

std::uint8_t direction_bit(const StoredElement& element) {
  return element.symmetric != 0 ? 2 : 1;
}

}  // namespace

FoundClasses::FoundClasses(const FoundLists& lists, std::span<const std::string_view> names,
                           std::string_view otherwise)
    : lists_(lists) {
  choose(lists, names);
  std::vector<Values> values(lists.size());
  side_by_side(lists.size(), [&](std::size_t i) { values[i] = values_of(i); });
  const auto note = [this](const std::string& id, std::uint8_t bits) {
    auto& known = *classes_.try_emplace(id).first;
    known.second.directed |= (bits & 1) != 0;
    known.second.undirected |= (bits & 2) != 0;
    return &known;
  };
  for (const Values& list : values)
    for (const auto& [value, bits] : list) {
      std::string id = class_id(value);
      if (id.empty()) id = otherwise;
      by_value_[value] = note(id, bits);
    }
  const auto known = classes_.find(otherwise);
  if (known != classes_.end()) otherwise_ = &*known;
}

/// The property that distinguishes classes and is no text of its own each time.
void FoundClasses::choose(const FoundLists& lists, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    says_.clear();
    for (const auto& list : lists) {
      std::vector<char>& says = says_.emplace_back();
      for (const FoundElements::Name& one : list->names())
        says.push_back(is_called(one.text, name) && !one.dropped ? 1 : 0);
      std::fill_n(says.begin(), FoundElements::first_name, char{0});
    }
    std::set<std::string> values;
    std::string_view last;
    for (std::size_t i = 0; i < lists.size() && values.size() <= most_found; ++i) {
      if (std::find(says_[i].begin(), says_[i].end(), 1) == says_[i].end()) continue;
      for (std::size_t row = 0; row < lists[i]->size() && values.size() <= most_found; ++row) {
        const StoredProperty* said = said_by(i, (*lists[i])[row]);
        if (said == nullptr || (said->value == last && !values.empty())) continue;
        last = said->value;
        values.insert(class_id(last));
      }
    }
    if (values.empty() || values.size() > most_found) continue;
    property_ = name;
    return;
  }
  for (std::size_t i = 0; i < lists.size(); ++i) says_[i].assign(lists[i]->names().size(), 0);
}

const StoredProperty* FoundClasses::said_by(std::size_t list, const StoredElement& element) const {
  const FoundElements& elements = *lists_[list];
  for (const StoredProperty* one = elements.begin_of(element); one != elements.end_of(element);
       ++one)
    if (says(list, one->name) && elements.is_text(*one)) return one;
  return nullptr;
}

FoundClasses::Values FoundClasses::values_of(std::size_t list) const {
  Values values;
  const FoundElements& elements = *lists_[list];
  for (std::size_t row = 0; row < elements.size(); ++row) {
    const StoredElement& element = elements[row];
    const StoredProperty* said = said_by(list, element);
    values[said == nullptr ? std::string_view() : said->value] |= direction_bit(element);
  }
  return values;
}

FoundClasses::Found FoundClasses::of(std::size_t list, const StoredElement& element) const {
  const StoredProperty* said = said_by(list, element);
  if (said == nullptr) return {otherwise_, nullptr};
  return {by_value_.find(said->value)->second, said};
}

}  // namespace entente
