#include "system/scratch_file.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ostream>

#include <unistd.h>

#include <entente/error.hpp>

namespace entente {
namespace {

std::string fresh_file() {
  std::error_code error;
  std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  if (error) folder = "/tmp";
  std::string path = (folder / "entente-XXXXXX").string();
  const int descriptor = ::mkstemp(path.data());
  if (descriptor < 0)
    throw IoError(
        Exit::cannot_create, "cannot-create",
        "cannot make a temporary file in " + folder.string() + ": " + std::strerror(errno));
  ::close(descriptor);
  return path;
}

}  // namespace

ScratchFile::ScratchFile() : path_(fresh_file()), noted_(path_) {}

ScratchFile::~ScratchFile() {
  ::unlink(path_.c_str());
}

void ScratchFile::copy_to(std::ostream& out) const {
  // Block by block: `out << in.rdbuf()` would keep what the stream throws to itself.
  std::array<char, 65536> block;
  std::ifstream in(path_, std::ios::binary);
  do {
    in.read(block.data(), block.size());
    out.write(block.data(), in.gcount());
  } while (in && out);
  if (out && !in.eof()) throw IoError(Exit::io, "read-failed", "cannot read " + path_);
}

}  // namespace entente
