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

namespace entente::test {

/// Draws with the drawer of the build tree, or with a script in its place.
class Guarded : public testing::Test {
 protected:
  void SetUp() override { setenv("ENTENTE_DRAW", ENTENTE_DRAW_PROGRAM, 1); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void replace_drawer(const std::string& script) {
    std::filesystem::create_directories(folder_);
    const auto program = folder_ / "drawer";
    std::ofstream(program) << "#!/bin/sh\n" << script << '\n';
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

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("entente-guarded-" + std::to_string(::getpid()));
};

}  // namespace entente::test
