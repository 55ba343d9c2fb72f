#include <deque>
#include <filesystem>
#include <limits>
#include <optional>
#include <utility>

#include <entente/error.hpp>
#include <entente/io/conversion_report.hpp>
#include <entente/io/dossier_reader.hpp>

#include "base/threads.hpp"
#include "io/dossier_reading.hpp"
#include "io/formats/readers.hpp"
#include "io/input.hpp"
#include "io/loaded_inputs.hpp"
#include "io/packing/unpacking.hpp"

namespace entente {
namespace {

/// Opens inputs one after the other, up to the limit that they have together.
class InputLoader {
 public:
  explicit InputLoader(const ReadLimits& limits) : bytes_left_(limits.input) {}

  [[nodiscard]] std::optional<InputBytes> load(const InputFile& input) {
    auto bytes = read_bytes(input.path, bytes_left_);
    if (bytes) bytes = unpacked(std::move(*bytes), input.name, bytes_left_);
    if (bytes) bytes_left_ -= bytes->view().size();
    return bytes;
  }

 private:
  std::size_t bytes_left_;
};

void require_paths(const std::vector<std::string>& paths) {
  if (paths.empty())
    throw InvalidArgument("no-input", "there is nothing to read; name a file or a folder");
}

}  // namespace

ReadResult read_records(const std::vector<std::string>& paths, const ReadLimits& limits) {
  require_paths(paths);
  const ThreadScope threads(limits.threads);
  DossierReading reader(limits);
  InputLoader loader(limits);
  std::vector<Problem> problems;
  const std::vector<InputFile> inputs = list_inputs(paths, limits.format, problems);
  reader.add_problems(problems);
  std::deque<std::optional<InputBytes>> held;
  for (const InputFile& input : inputs) {
    if (!reader.holds_files()) held.clear();
    (void)reader.read_input(input, held.emplace_back(loader.load(input)));
  }
  return std::move(reader).finish();
}

LoadedInputs load_inputs(const std::vector<std::string>& paths, const ReadLimits& limits) {
  require_paths(paths);
  require_format(limits.format);
  LoadedInputs inputs;
  InputLoader loader(limits);
  for (const InputFile& input : list_inputs(paths, limits.format, inputs.problems))
    inputs.files.push_back({input, loader.load(input)});
  return inputs;
}

ReadResult read_loaded(LoadedInputs& inputs, const ReadLimits& limits) {
  DossierReading reader(limits);
  reader.add_problems(inputs.problems);
  for (LoadedInput& input : inputs.files)
    reader.read_loaded(input,
                       input.refused ? JsonPasses::exact_alone : JsonPasses::quick_then_exact);
  return std::move(reader).finish();
}

std::optional<DossierColumns> read_columns(LoadedInputs& inputs, const ReadLimits& limits) {
  DossierReading reader(limits, RelationsAs::columns);
  reader.add_problems(inputs.problems);
  for (LoadedInput& input : inputs.files) reader.read_loaded(input, JsonPasses::quick_alone);
  return std::move(reader).finish_columns();
}

ReadResult read_records_from_text(std::string_view text, const std::string& name,
                                  const ReadLimits& limits) {
  const ThreadScope threads(limits.threads);
  DossierReading reader(limits);
  const InputBytes bytes(text);
  (void)reader.read_part(bytes, {name, name});
  return std::move(reader).finish();
}

namespace {

/// Files at any depth, by their paths within the folder; not those that Spark marks with.
std::vector<InputFile> files_within(const std::string& folder) {
  std::vector<InputFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && !name.starts_with('.') && !name.starts_with('_'))
      files.push_back(
          {entry.path().string(), entry.path().lexically_relative(folder).generic_string(), true});
  }
  return files;
}

}  // namespace

std::vector<WrittenFile> written_files(const std::string& path, const DossierFormat& target) {
  std::vector<Problem> problems;
  std::vector<WrittenFile> files;
  std::error_code ignored;
  const bool is_tree =
      target.is_folder() && !target.is_read() && std::filesystem::is_directory(path, ignored);
  for (const InputFile& input :
       is_tree ? files_within(path) : list_inputs({path}, target.name, problems)) {
    const auto bytes = read_bytes(input.path, std::numeric_limits<std::size_t>::max() / 2);
    std::string name = is_tree ? input.name : input.path;
    if (input.in_folder && !is_tree) name = std::filesystem::path(input.path).filename().string();
    files.push_back({std::move(name), std::string(bytes->view())});
  }
  return files;
}

ReadResult read_written(const DossierFormat& format, const std::vector<WrittenFile>& files) {
  ReadLimits limits;
  limits.format = format.name;
  limits.input = std::numeric_limits<std::size_t>::max() / 2;
  DossierReading reader(limits);
  std::deque<std::optional<InputBytes>> held;
  for (const WrittenFile& file : files) {
    held.push_back(unpacked(InputBytes(file.bytes), file.name, limits.input));
    (void)reader.read_input({file.name, file.name, files.size() > 1}, held.back());
  }
  return std::move(reader).finish();
}

Dossier read_dossier(const std::vector<std::string>& paths, const ReadLimits& limits) {
  ReadResult result = read_records(paths, limits);
  if (has_errors(result.problems)) throw DossierError(std::move(result.problems));
  return std::move(result.dossier);
}

}  // namespace entente
