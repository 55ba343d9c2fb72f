#include "output_folder.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

#include <entente/error.hpp>
#include <entente/io/compression.hpp>
#include <entente/text/safe.hpp>

namespace entente::tool {
namespace {

namespace fs = std::filesystem;

bool is_table(const fs::path& file) {
  const std::string ending = fs::path(uncompressed_name(file.string())).extension().string();
  return ending == ".csv" || ending == ".tsv" || ending == ".tab";
}

/// Whether a file shows that the folder is an export of ours.
bool says_ours(const fs::path& file) {
  constexpr std::size_t head_size = 1 << 16;
  std::string head(head_size, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), std::ssize(head));
  head.resize(static_cast<std::size_t>(in.gcount()));
  return head.find("entente/1") != head.npos;
}

bool is_export(const fs::path& folder) {
  return std::ranges::any_of(
      std::to_array<std::string_view>({"dossier.csv", "dossier.tsv", "dossier.json"}),
      [&](std::string_view name) { return says_ours(folder / name); });
}

/// Whether an export of ours may have a file of that name.
bool is_named_as_ours(const std::string& name) {
  const fs::path path(name);
  const std::string stem = path.stem().string();
  if (path.has_parent_path()) return stem.starts_with("part-");
  return stem == "dossier" || stem == "nodes" || stem == "edges" || stem.starts_with("nodes-") ||
         stem.starts_with("relations-");
}

/// Tables that are in the folder, or in the folders that GraphFrames reads, by their paths in it.
std::vector<std::string> tables_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const std::string_view part : {"", "vertices", "edges"}) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder / part, error)) {
      const std::string name = entry.path().filename().string();
      if (entry.is_regular_file(error) && is_table(entry.path()) && !name.starts_with('.'))
        names.push_back((fs::path(part) / name).generic_string());
    }
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw IoError(
        Exit::cannot_create, "cannot-create",
        "cannot make the folder '" + terminal_safe(folder.string()) + "': " + error.message());
}

ExportFolder::ExportFolder(std::string folder)
    : folder_(std::move(folder)), earlier_(tables_in(folder_)) {
  const bool ours = is_export(folder_);
  for (const std::string& name : earlier_)
    if (!ours || !is_named_as_ours(name))
      throw InvalidArgument(
          "usage", "the folder '" + terminal_safe(folder_) + "' holds '" + terminal_safe(name) +
                       "', which is of no export of ours and would be read with it; nothing is "
                       "written: name a new folder, or move that file");
}

std::ostream& ExportFolder::open(const std::string& name) {
  const fs::path path = fs::path(folder_) / name;
  make_folder(path.parent_path());
  std::erase(earlier_, name);
  return files_.emplace_back(path.string()).stream();
}

void ExportFolder::settle() {
  for (OutputFile& file : files_) file.settle();
}

void ExportFolder::commit() {
  for (OutputFile& file : files_) file.commit();
  for (const std::string& name : earlier_) {
    const fs::path leftover = fs::path(folder_) / name;
    std::error_code error;
    if (!fs::remove(leftover, error) && error)
      throw IoError(Exit::io, "write-failed",
                    "cannot remove " + terminal_safe(leftover.string()) +
                        " of an earlier export: " + error.message());
  }
}

}  // namespace entente::tool
