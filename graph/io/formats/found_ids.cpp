#include "io/formats/found_ids.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "base/text_hash.hpp"
#include "facts/build/text_numbers.hpp"

namespace entente {
namespace {

std::string_view numbered(std::size_t number, KeptTexts& texts) {
  std::array<char, 24> text{'e'};
  const auto end = std::to_chars(text.data() + 1, text.data() + text.size(), number).ptr;
  return texts.keep({text.data(), static_cast<std::size_t>(end - text.data())});
}

}  // namespace

FoundIds::FoundIds(const FoundLists& edges) {
  TextNumbers known;
  std::vector<char> repeated;
  for (const auto& list : edges)
    for (std::size_t row = 0; row < list->size(); ++row) {
      const std::string_view id = (*list)[row].id;
      if (id.empty()) {
        all_own_ = false;
        continue;
      }
      all_new_ = false;
      const HashedText wanted = hashed(id);
      const std::uint32_t number = known.find(wanted);
      if (number == TextNumbers::none) {
        known.add(wanted);
        repeated.push_back(0);
      } else {
        repeated[number] = 1;
        all_own_ = false;
      }
    }
  if (all_new_ || all_own_) return;
  std::size_t last = 0;
  for (const auto& list : edges)
    for (std::size_t row = 0; row < list->size(); ++row) {
      std::string_view id = (*list)[row].id;
      const bool is_repeated = !id.empty() && repeated[known.find(hashed(id))] != 0;
      if (is_repeated && repeated_++ == 0) first_repeated_ = (*list)[row].place();
      if (id.empty() || is_repeated) {
        do id = numbered(++last, texts_);
        while (known.find(hashed(id)) != TextNumbers::none);
      }
      chosen_.push_back(id);
    }
}

std::string_view FoundIds::id(const StoredElement& edge, std::size_t place,
                              KeptTexts& texts) const {
  if (all_new_) return numbered(place + 1, texts);
  return all_own_ ? edge.id : chosen_[place];
}

}  // namespace entente
