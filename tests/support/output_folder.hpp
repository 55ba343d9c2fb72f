#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <entente/io/convert.hpp>

#include "support/folder.hpp"

namespace entente::test {

/// Puts the files of a format into a folder.
class OutputFolder : public OutputFiles {
 public:
  explicit OutputFolder(const Folder& folder) : folder_(folder) {}
  std::ostream& open(const std::string& name) override {
    const std::filesystem::path path = folder_.path() / name;
    std::filesystem::create_directories(path.parent_path());
    out_ = std::ofstream(path, std::ios::binary);
    return out_;
  }
  void close() { out_ = std::ofstream(); }

 private:
  const Folder& folder_;
  std::ofstream out_;
};

}  // namespace entente::test
