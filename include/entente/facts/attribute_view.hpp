#pragma once

/// Attributes in place: as a graph keeps them, without a copy of their texts.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>
#include <variant>

#include <entente/export.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {

/// A scalar whose text is the graph's.
using ScalarView =
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string_view>;

/// The scalars of a list, read one after the other.
class ScalarListView {
 public:
  class Iterator {
   public:
    using iterator_concept = std::input_iterator_tag;
    using iterator_category = std::input_iterator_tag;
    using value_type = ScalarView;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = ScalarView;

    Iterator() = default;
    /// @throws Error `bad-snapshot` if the bytes of a file hold no such list.
    Iterator(std::span<const char> code, std::size_t rest);
    ScalarView operator*() const { return value_; }
    /// @throws Error `bad-snapshot` as above.
    Iterator& operator++();
    void operator++(int) { ++*this; }
    bool operator==(const Iterator& other) const { return rest_ == other.rest_; }

   private:
    void read();
    std::span<const char> code_ = {};
    std::size_t rest_ = 0;
    ScalarView value_ = {};
  };

  /// Of a graph's bytes; for the library's own use.
  ScalarListView(std::span<const char> code, std::size_t size) : code_(code), size_(size) {}
  /// How many values there are.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Whether there is none.
  [[nodiscard]] bool empty() const { return size_ == 0; }
  /// @throws Error `bad-snapshot` if the bytes of a file hold no such list.
  [[nodiscard]] Iterator begin() const { return Iterator(code_, size_); }
  /// Behind the last.
  [[nodiscard]] Iterator end() const { return Iterator(); }

 private:
  std::span<const char> code_;
  std::size_t size_;
};

/// An attribute in place; lives as long as a copy of its graph.
using AttributeView = std::variant<ScalarView, ScalarListView>;

/// The same to keep.
[[nodiscard]] AttributeValue copy_of(const AttributeView& value);

}  // namespace entente
