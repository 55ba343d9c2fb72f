#pragma once

/// The values of pattern queries, and the four ways to compare them.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <entente/export.hpp>
#include <entente/time/when.hpp>

namespace ENTENTE_API entente {
/// Pattern queries, following openCypher 9 for the subset that the guide lists.
namespace query {

class Value;

/// A node of the graph that is asked: its number there.
enum class Node : std::uint32_t {};
/// An edge of the graph that is asked: its number there.
enum class Edge : std::uint32_t {};
/// Values in order.
using List = std::vector<Value>;
/// Values by name, in the order written; names are unique.
using Map = std::vector<std::pair<std::string, Value>>;

/// A walk: one node more than edges.
struct Walk {
  std::vector<Node> nodes;  ///< from its first to its last
  std::vector<Edge> edges;  ///< the one at i runs between the nodes at i and i + 1

  /// The same nodes and edges in the same order.
  friend bool operator==(const Walk&, const Walk&) = default;
};

/// What a value is; in the order in which `ORDER BY` puts values of different kinds.
enum class ValueKind : std::uint8_t {
  map,
  node,
  edge,
  list,
  path,
  date,
  text,
  boolean,
  integer,  ///< whole numbers and others are ordered together
  real,
  null,
};

/// A value; copies share lists, maps, paths, dates and long texts. Never changes. What it points to
/// lives as long as the value asked or one of its copies.
class Value {
 public:
  /// Longer texts are shared by copies.
  static constexpr std::size_t longest_own_text = 255;
  /// How many lists and maps may lie in each other.
  static constexpr std::size_t greatest_depth = 1000;

  /// null
  Value() = default;
  /// A boolean.
  explicit Value(bool value) : is_(value) {}
  /// A whole number.
  explicit Value(std::int64_t value) : is_(value) {}
  /// A number that is not counted as whole, even if it is.
  explicit Value(double value) : is_(value) {}
  /// A text.
  explicit Value(std::string value) : is_(std::move(value)) {
    if (std::get<std::string>(is_).size() > longest_own_text) share_text();
  }
  /// A text.
  explicit Value(std::string_view value) : Value(std::string(value)) {}
  /// A text.
  explicit Value(const char* value) : Value(std::string(value)) {}
  /// A node.
  explicit Value(Node value) : is_(value) {}
  /// An edge.
  explicit Value(Edge value) : is_(value) {}
  /// A list. @throws LimitReached `value-depth` if it would hold lists and maps more than
  /// `greatest_depth` deep.
  explicit Value(List value);
  /// A map. @throws LimitReached as a list.
  explicit Value(Map value);
  /// A path.
  explicit Value(Walk value);
  /// A date of EDTF.
  explicit Value(When value);

  /// What it is.
  [[nodiscard]] ValueKind kind() const noexcept;
  /// Whether it is null.
  [[nodiscard]] bool is_null() const noexcept {
    return std::holds_alternative<std::monostate>(is_);
  }
  /// Whether it is true: neither false, nor null, nor anything else.
  [[nodiscard]] bool is_true() const noexcept {
    const bool* const truth = boolean();
    return truth != nullptr && *truth;
  }

  /// The boolean, or nullptr; the others likewise.
  [[nodiscard]] const bool* boolean() const noexcept ENTENTE_LIFETIMEBOUND {
    return std::get_if<bool>(&is_);
  }
  /// The whole number, or nullptr.
  [[nodiscard]] const std::int64_t* integer() const noexcept ENTENTE_LIFETIMEBOUND {
    return std::get_if<std::int64_t>(&is_);
  }
  /// The number that is not whole, or nullptr.
  [[nodiscard]] const double* real() const noexcept ENTENTE_LIFETIMEBOUND {
    return std::get_if<double>(&is_);
  }
  /// The text, or nullptr.
  [[nodiscard]] const std::string* text() const noexcept ENTENTE_LIFETIMEBOUND {
    if (const auto* own = std::get_if<std::string>(&is_)) return own;
    const auto* shared = std::get_if<std::shared_ptr<const std::string>>(&is_);
    return shared ? shared->get() : nullptr;
  }
  /// The node, or nullptr.
  [[nodiscard]] const Node* node() const noexcept ENTENTE_LIFETIMEBOUND {
    return std::get_if<Node>(&is_);
  }
  /// The edge, or nullptr.
  [[nodiscard]] const Edge* edge() const noexcept ENTENTE_LIFETIMEBOUND {
    return std::get_if<Edge>(&is_);
  }
  /// The list, or nullptr.
  [[nodiscard]] const List* list() const noexcept ENTENTE_LIFETIMEBOUND;
  /// The map, or nullptr.
  [[nodiscard]] const Map* map() const noexcept ENTENTE_LIFETIMEBOUND;
  /// The path, or nullptr.
  [[nodiscard]] const Walk* path() const noexcept ENTENTE_LIFETIMEBOUND;
  /// The date, or nullptr.
  [[nodiscard]] const When* date() const noexcept ENTENTE_LIFETIMEBOUND;
  /// Whether it is a number of either kind.
  [[nodiscard]] bool is_number() const noexcept {
    return integer() != nullptr || real() != nullptr;
  }
  /// A number of either kind as the nearest double; 0 for what is none.
  [[nodiscard]] double number() const noexcept;

 private:
  void share_text();

  std::variant<std::monostate, bool, std::int64_t, double, std::string, Node, Edge,
               std::shared_ptr<const List>, std::shared_ptr<const Map>, std::shared_ptr<const Walk>,
               std::shared_ptr<const When>, std::shared_ptr<const std::string>>
      is_;
};

/// Whether two values are equal, as `=` says: none if one is null or it depends on a null inside
/// them. Whole and other numbers compare exactly; NaN equals nothing. A date equals a text that
/// spells it.
[[nodiscard]] std::optional<bool> equal(const Value& a, const Value& b);
/// Whether the first is below, the same as or above the second (-1, 0, 1), as `<` and `>` say; none
/// if they cannot be compared. Of dates only what is certain is said.
[[nodiscard]] std::optional<int> compared(const Value& a, const Value& b);
/// The total order of `ORDER BY`: -1, 0 or 1. Maps, nodes, edges, lists, paths, dates, texts,
/// false, true, numbers, NaN, null.
[[nodiscard]] int ordered(const Value& a, const Value& b);
/// Whether `DISTINCT` and grouping take them for one: null is null, NaN is NaN, 1 is 1.0.
[[nodiscard]] bool same(const Value& a, const Value& b);
/// Equal for values that are the same.
[[nodiscard]] std::size_t hash_of(const Value& value);

}  // namespace query
}  // namespace entente
