#pragma once

/// The functions of the language, as a table.

#include <cstdint>
#include <span>
#include <string_view>

#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

class Evaluator;
struct Row;

/// What the arguments of a function may be, as far as that shows before anything runs.
enum class Accepts : std::uint8_t {
  anything,
  text_or_list,  ///< size, reverse
  path,
  edge,
  node,
  node_or_edge,
  map_or_element,  ///< properties, keys
  list,
};

using Arguments = std::span<const Value>;

/// A function of the language. A plain one has `call`, an aggregate has none.
/// Whether a function reads what its edges hold (dates, sources, words), which depends on what is
/// known of them, or only which edges they are.
enum class Reads : std::uint8_t { identity, content };

struct Function {
  /// Computes a value; `expr` is the call, for errors at its place.
  using Call = Value (*)(const Evaluator& evaluator, const Expr& expr, Arguments arguments);

  std::string_view name = {};
  std::uint8_t least = 1;
  std::uint8_t most = 1;
  Accepts accepts = Accepts::anything;  ///< of the first argument
  Type result = Type::any;
  Call call = nullptr;
  double (*of_real)(double) = nullptr;  ///< what functions of one real number compute
  Reads reads = Reads::identity;        ///< of the edges among its arguments

  [[nodiscard]] bool is_aggregate() const { return call == nullptr; }
};

inline constexpr std::uint8_t any_number = 255;
/// The function whose value differs from call to call.
inline constexpr std::string_view random_function = "rand";

/// The function of that name, whatever its case, or nullptr.
[[nodiscard]] const Function* find_function(std::string_view name);
[[nodiscard]] std::span<const Function> all_functions();

// One file an area.
[[nodiscard]] std::span<const Function> graph_functions();
[[nodiscard]] std::span<const Function> list_functions();
[[nodiscard]] std::span<const Function> number_functions();
[[nodiscard]] std::span<const Function> text_functions();
[[nodiscard]] std::span<const Function> time_functions();

}  // namespace entente::query
