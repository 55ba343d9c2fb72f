#pragma once

/// What marks are called in a document: classes for styling, the same in drawings and legends.

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include <entente/render/page.hpp>

namespace entente {

/// Whether what this is in doubt of has a broken line: it may not be so at all.
[[nodiscard]] bool is_broken(Why doubt);

/// "appeared", "ended", "persisted", "happened"; "" for none.
[[nodiscard]] std::string_view class_of(Change change);
/// "+", "−", "•"; "" of what stayed as it was.
[[nodiscard]] std::string_view sign_of(Change change);
/// The name of a drawing class as the look knows it; "plain" for none.
[[nodiscard]] std::string node_class(const Style& style, std::string_view drawing_class);
/// The same of relations.
[[nodiscard]] std::string edge_class(const Style& style, std::string_view drawing_class);

/// "t3" for the third of the look's tints; "" for 0.
[[nodiscard]] std::string tint_class(std::size_t tint);

/// Class names with spaces between them; those that are empty are left out.
[[nodiscard]] std::string class_list(std::initializer_list<std::string_view> names);

/// The drawing classes that a document needs rules for, as its look knows them.
struct UsedClasses {
  std::set<std::string> nodes = {};
  std::set<std::string> edges = {};
  std::set<std::size_t> tints = {};  ///< from 1

  void add_node(const Style& style, std::string_view drawing_class);
  void add_edge(const Style& style, std::string_view drawing_class);
  void add_tint(std::size_t tint);
  /// Those of a mark.
  void add(const Style& style, const Mark& mark);
};

}  // namespace entente
