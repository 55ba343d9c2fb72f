#include "snapshot/sources.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include <entente/text/safe.hpp>

#include "model/dossier_file.hpp"
#include "snapshot/format.hpp"
#include "system/mapped_file.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

/// The files of a folder that a dossier may be read from, by name: its parts, and where there are
/// none, tables and the like, which are all that is not hidden.
std::vector<fs::path> dossier_files(const fs::path& folder) {
  std::vector<fs::path> parts;
  std::vector<fs::path> others;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.') || !entry->is_regular_file(ignored)) continue;
    (is_dossier_file(name) ? parts : others).push_back(entry->path());
  }
  std::vector<fs::path>& files = parts.empty() ? others : parts;
  std::sort(files.begin(), files.end());
  return std::move(files);
}

SnapshotSource folder_as_it_is(const fs::path& folder) {
  const std::vector<fs::path> files = dossier_files(folder);
  std::string names;
  for (const fs::path& file : files) names += file.filename().string() + '\0';
  return {folder.string(), files.size(), snapshot::hash(names)};
}

SnapshotSource file_as_it_is(const fs::path& file) {
  const MappedFile mapped = map_file(file.string());
  return {file.string(), mapped.bytes.size(), snapshot::hash(mapped.bytes)};
}

SnapshotSource as_it_is(const fs::path& path) {
  return fs::is_directory(path) ? folder_as_it_is(path) : file_as_it_is(path);
}

bool is_younger(const fs::path& file, const fs::path& than) {
  std::error_code error;
  const auto time = fs::last_write_time(file, error);
  if (error) return true;
  return time > fs::last_write_time(than, error) || error;
}

bool has_changed(const SnapshotSource& source, const fs::path& now, const fs::path& snapshot) {
  std::error_code error;
  if (fs::is_directory(now, error)) {
    const SnapshotSource folder = folder_as_it_is(now);
    return folder.size != source.size || folder.hash != source.hash;
  }
  const auto size = fs::file_size(now, error);
  if (error) return false;
  if (size != source.size) return true;
  return is_younger(now, snapshot) && file_as_it_is(now).hash != source.hash;
}

}  // namespace

std::vector<SnapshotSource> snapshot_sources(const std::vector<std::string>& inputs,
                                             const std::string& folder) {
  std::vector<fs::path> paths;
  for (const std::string& input : inputs) {
    if (input == "-") continue;
    if (!fs::exists(input))
      throw IoError(Exit::input_missing, "input-missing",
                    fmt::format("{}: no such file or folder", terminal_safe(input)));
    if (!fs::is_directory(input) && !fs::is_regular_file(input)) continue;
    paths.emplace_back(input);
    if (fs::is_directory(input))
      for (fs::path& file : dossier_files(input)) paths.push_back(std::move(file));
  }
  const fs::path base = fs::absolute(folder).lexically_normal();
  std::vector<SnapshotSource> sources;
  for (const fs::path& path : paths) {
    SnapshotSource source = as_it_is(path);
    source.path = fs::absolute(path).lexically_normal().lexically_relative(base).generic_string();
    sources.push_back(std::move(source));
  }
  return sources;
}

void snapshot::refuse_stale(const std::string& path, const std::vector<SnapshotSource>& sources) {
  const fs::path folder = fs::absolute(path).parent_path();
  for (const SnapshotSource& source : sources) {
    const fs::path now = folder / source.path;
    std::error_code error;
    if (!fs::exists(now, error) || !has_changed(source, now, path)) continue;
    throw SnapshotError(
        "stale-snapshot",
        fmt::format("the snapshot is stale: {} has changed since; rebuild it with `entente "
                    "snapshot`",
                    terminal_safe(source.path)));
  }
}

}  // namespace entente
