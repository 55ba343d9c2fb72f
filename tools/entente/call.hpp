#pragma once

/// One call of the tool as understood: which verb, which dossiers, which arguments and options.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/answer/table.hpp>
#include <entente/facts/selection.hpp>

namespace entente::tool {

struct Verb;

/// How an answer is written. `text` is sentences where a verb has them, elsewhere a table.
enum class Format : std::uint8_t {
  text,
  table,
  csv,
  tsv,
  json,
  jsonl,
  markdown,
  html,
  dot,
  graph,
  svg,
  png,
  pdf,
  json_typed
};

[[nodiscard]] std::string_view to_string(Format format);
[[nodiscard]] std::optional<Format> format_from(std::string_view name);

/// The arguments that stand behind the dossiers.
struct Arguments {
  enum class Last : std::uint8_t { once, repeats };

  std::vector<std::string_view> names = {};  ///< "A", "B"
  Last last = Last::once;
};

using answers::Cells;
enum class ColourMode : std::uint8_t { when_terminal, always, never };

/// How the answer is to be written.
struct Output {
  Format format = Format::text;
  std::string file = {};  ///< empty: standard output
  std::string languages = "en";
  Cells cells = Cells::guarded;
  ColourMode colour = ColourMode::when_terminal;
};

/// See the members; values of options are reached by the option's name, dashes included.
class Call {
 public:
  const Verb* verb = nullptr;
  std::vector<std::string> dossiers = {};
  std::vector<std::string> arguments = {};
  Selection selection = {};
  Output output = {};
  std::map<std::string, std::vector<std::string>, std::less<>> values = {};

  [[nodiscard]] bool has(std::string_view option) const { return values.contains(option); }
  /// The value of an option given once, or `otherwise`.
  [[nodiscard]] std::string text(std::string_view option, std::string_view otherwise = {}) const;
  /// All values of an option, comma lists taken apart.
  [[nodiscard]] std::vector<std::string> list(std::string_view option) const;
  /// A whole number of at least `least`. @throws InvalidArgument for anything else.
  [[nodiscard]] std::optional<std::size_t> count(std::string_view option,
                                                 std::size_t least = 0) const;
  /// A number of hops, at least one. @throws InvalidArgument for anything else.
  [[nodiscard]] std::optional<std::uint32_t> hops(std::string_view option) const;
  /// A finite number. @throws InvalidArgument for anything else.
  [[nodiscard]] std::optional<double> number(std::string_view option) const;
};

}  // namespace entente::tool
