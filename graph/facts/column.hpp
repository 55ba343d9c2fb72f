#pragma once

/// Flat arrays that either own their values or view those of a mapped file, so that a graph looks
/// the same from a dossier and from a snapshot.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace entente {

/// Immutable values of one trivially copyable type.
template <class T>
class Column {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  using value_type = T;

  Column() = default;
  explicit Column(std::vector<T> values) : owned_(std::move(values)), view_(owned_) {}
  explicit Column(std::span<const T> view) : view_(view) {}
  Column(Column&& other) noexcept
      : owned_(std::move(other.owned_)), view_(std::exchange(other.view_, {})) {}
  Column& operator=(Column&& other) noexcept {
    owned_ = std::move(other.owned_);
    view_ = std::exchange(other.view_, {});
    return *this;
  }
  Column(const Column&) = delete;
  Column& operator=(const Column&) = delete;
  ~Column() = default;

  [[nodiscard]] std::size_t size() const { return view_.size(); }
  [[nodiscard]] bool empty() const { return view_.empty(); }
  [[nodiscard]] const T& operator[](std::size_t i) const { return view_[i]; }
  [[nodiscard]] const T* data() const { return view_.data(); }
  [[nodiscard]] auto begin() const { return view_.begin(); }
  [[nodiscard]] auto end() const { return view_.end(); }
  [[nodiscard]] std::span<const T> all() const { return view_; }
  /// A column of the same values, which are borrowed.
  [[nodiscard]] Column view() const { return Column(all()); }
  [[nodiscard]] std::span<const T> part(std::size_t begin, std::size_t end) const {
    return view_.subspan(begin, end - begin);
  }

 private:
  std::vector<T> owned_;
  std::span<const T> view_;
};

/// Row i of a table is offsets[i] … offsets[i + 1] - 1 of its columns.
using Offsets = Column<std::uint32_t>;

/// Texts end to end.
struct TextTable {
  Offsets offsets;
  Column<char> bytes;

  [[nodiscard]] std::size_t size() const { return offsets.empty() ? 0 : offsets.size() - 1; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return {bytes.data() + offsets[i], offsets[i + 1] - offsets[i]};
  }
  /// A table of the same texts, which are borrowed.
  [[nodiscard]] TextTable view() const { return {offsets.view(), bytes.view()}; }
};

}  // namespace entente
