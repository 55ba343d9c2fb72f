#pragma once

/// What the shell completes: words of the language, kinds, types, properties, names of entities.

#include <string>
#include <string_view>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/query/schema.hpp>

#include "terminal/line_editor.hpp"

namespace entente::tool {

class Suggesting {
 public:
  explicit Suggesting(const Graph& graph, const query::Source& source);
  /// What the text of a query so far, or a command, may go on with.
  [[nodiscard]] Completions after(std::string_view before) const;

  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }
  [[nodiscard]] const std::vector<std::string>& types() const { return types_; }
  [[nodiscard]] const std::vector<std::string>& properties() const { return properties_; }

 private:
  std::vector<std::string> labels_;
  std::vector<std::string> types_;
  std::vector<std::string> labels_and_types_;
  std::vector<std::string> properties_;
  std::vector<std::string> names_;  // of entities, and their ids; sorted
  std::vector<std::string> words_;  // of the language, sorted
};

/// The commands of the shell, each with its argument and what it does.
struct ShellCommand {
  std::string_view name;
  std::string_view argument;
  std::string_view what;
};
[[nodiscard]] const std::vector<ShellCommand>& shell_commands();

}  // namespace entente::tool
