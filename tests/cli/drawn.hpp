#pragma once

/// What `entente render` draws.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {

inline std::string drawn(std::vector<std::string> arguments, int status = 0) {
  arguments.insert(arguments.begin(), {"render", "data/japan-nato"});
  const Outcome outcome = run_tool(arguments);
  EXPECT_EQ(outcome.status, status) << outcome.err;
  return outcome.out;
}

}  // namespace entente::test
