#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <entente/error.hpp>
#include <entente/render/guarded.hpp>

#include "support/folder.hpp"

namespace entente::test {

/// Draws with the drawer of the build tree, or with a script in its place.
class Guarded : public testing::Test {
 protected:
  void SetUp() override { setenv("ENTENTE_DRAW", ENTENTE_DRAW_PROGRAM, 1); }

  void replace_drawer(const std::string& script) {
    const std::string program = folder_.write("drawer", "#!/bin/sh\n" + script + '\n');
    chmod(program.c_str(), 0755);
    setenv("ENTENTE_DRAW", program.c_str(), 1);
  }

  /// The exit status and text of the failure.
  static std::pair<int, std::string> failure(const std::string& source,
                                             const GuardLimits& limits = {}) {
    try {
      (void)draw_guarded(source, ImageFormat::png, {}, limits);
    } catch (const Error& error) {
      return {error.exit_code(), error.what()};
    }
    return {0, ""};
  }

  const test::Folder folder_;
};

}  // namespace entente::test
