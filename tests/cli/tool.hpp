#pragma once

/// Runs the built tool as a user does, and looks at what comes back.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "support/folder.hpp"

namespace entente::test {

/// How a run ended. A signal n is status 128 + n.
struct Outcome {
  std::string out;
  std::string err;
  int status = 0;
};

struct RunOptions {
  std::string input = {};                               ///< of standard input
  std::filesystem::path folder = {};                    ///< to run in; empty: the source tree
  std::map<std::string, std::string> environment = {};  ///< beside PATH; nothing else is passed on
};

/// Runs `entente` with these arguments.
[[nodiscard]] Outcome run_tool(const std::vector<std::string>& arguments,
                               const RunOptions& options = {});

/// Runs a line of sh in which `entente` is the built tool.
[[nodiscard]] Outcome run_shell(const std::string& line, const RunOptions& options = {});

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace entente::test
