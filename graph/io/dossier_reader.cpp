#include <deque>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include <entente/error.hpp>
#include <entente/io/compression.hpp>
#include <entente/io/conversion_report.hpp>
#include <entente/io/dossier_reader.hpp>
#include <entente/io/vocabulary.hpp>

#include "base/threads.hpp"
#include "io/formats/foreign.hpp"
#include "io/formats/readers.hpp"
#include "io/input.hpp"
#include "io/json/json_part.hpp"
#include "io/loaded_inputs.hpp"
#include "io/packing/unpacking.hpp"
#include "io/uniting.hpp"
#include "model/problem_order.hpp"

namespace entente {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

bool begins_as_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != text.npos && (text[first] == '{' || text[first] == '[');
}

class DossierReader {
 public:
  explicit DossierReader(const ReadLimits& limits, RelationsAs relations = RelationsAs::records)
      : limits_(limits) {
    draft_.relations_as = relations;
  }

  void add_problems(const std::vector<Problem>& problems) {
    draft_.problems.insert(draft_.problems.end(), problems.begin(), problems.end());
  }

  PartKind read_input(const InputFile& input, const std::optional<InputBytes>& bytes,
                      JsonPasses passes = JsonPasses::quick_then_exact) {
    if (!bytes) {
      refuse_large(input);
      return PartKind::dossier;
    }
    if (draft_.dossier.files.empty())
      draft_.dossier.folder = std::filesystem::path(input.path).parent_path().string();
    return read_part(*bytes, input, passes);
  }

  /// The bytes must stay while relations are columns, and those of a folder until `finish`.
  PartKind read_part(const InputBytes& bytes, const InputFile& input,
                     JsonPasses passes = JsonPasses::quick_then_exact) {
    std::vector<std::string>& files = draft_.dossier.files;
    const DossierFormat* named = find_input_format(limits_.format);
    const DossierFormat* meant = named == nullptr ? input_format_of_file(input.name) : named;
    if (meant != nullptr && meant->content == Content::binary)
      return read_foreign(*meant, bytes.view(), input, passes);
    if (meant != nullptr && may_be_empty(*meant) && is_blank(bytes.view()))
      return read_foreign(*meant, "", input, passes);
    if (meant == nullptr && input.path == "-")
      for (const DossierFormat& format : input_formats())
        if (format.content == Content::binary && format.is_read() &&
            format.recognizes(bytes.view()))
          return read_foreign(format, bytes.view(), input, passes);
    const DraftMark before = mark_of(draft_);
    const auto text = checked_text(bytes.view(), input.name, draft_.problems);
    if (!text) {
      files.push_back(input.name);
      draft_.cut();
      return PartKind::dossier;
    }
    const DossierFormat* foreign =
        named == nullptr ? foreign_format_of(uncompressed_name(input.name), *text) : named;
    if (foreign != nullptr && foreign->read != nullptr)
      return read_foreign(*foreign, *text, input, passes);
    files.push_back(input.name);
    if (named == nullptr && input.path == "-" && !begins_as_json(*text)) {
      draft_.problems.push_back(
          {Severity::error, "unknown-format", input.name, 1, 1, "",
           "standard input begins as no format that is known by its beginning",
           "say which it is: --from csv reads a table"});
      draft_.cut();
      return PartKind::dossier;
    }
    const PartText part{input.name, *text, static_cast<std::uint32_t>(files.size() - 1),
                        input.number};
    const bool in_lines = named == nullptr ? is_json_lines(uncompressed_name(input.name), *text)
                                           : named->name == "jsonl";
    if (in_lines) {
      read_json_lines(part, draft_, limits_);
      return PartKind::dossier;
    }
    const PartKind kind = read_json_part(part, draft_, limits_, passes);
    if (kind == PartKind::vocabulary && input.in_folder) {
      // A folder may hold its vocabulary beside the parts.
      take_back(draft_, before);
      files.pop_back();
    }
    return kind;
  }

  /// Reads an input that is held, and notes in it what became of it.
  void read_loaded(LoadedInput& input, JsonPasses passes) {
    const std::size_t before = draft_.passes;
    if (read_input(input.file, input.bytes, passes) == PartKind::refused) {
      input.refused = true;
      draft_.cut();
    }
    input.passes += draft_.passes - before;
  }

  /// Whether files that were read are still needed.
  [[nodiscard]] bool holds_files() const { return !folder_.files.empty(); }

  [[nodiscard]] ReadResult finish() && {
    end_folder();
    require_header();
    draft_.dropped += unite_records(draft_.dossier, Unites::all, meanings(), draft_.problems);
    sort_by_place(draft_.problems);
    return {std::move(draft_.dossier), std::move(draft_.problems), draft_.extent,
            draft_.beyond_lines,       std::move(draft_.remarks),  draft_.dropped};
  }

  [[nodiscard]] std::optional<DossierColumns> finish_columns() && {
    end_folder();
    end_chunk(draft_);
    unite_records(draft_.dossier, Unites::entities, meanings(), draft_.problems);
    std::size_t relations = 0;
    for (const RelationChunk& chunk : draft_.chunks) relations += chunk.size();
    const bool right = !has_errors(draft_.problems) && draft_.extent == Extent::whole;
    if (!right || relations > limits_.edges) return std::nullopt;
    return DossierColumns{std::move(draft_.dossier), std::move(draft_.chunks),
                          std::move(draft_.keepers), std::move(draft_.remarks)};
  }

 private:
  /// Files that are one input together, whether they lie in a folder or are named one by one.
  struct Folder {
    const DossierFormat* format = nullptr;
    std::size_t number = 0;
    std::vector<ForeignFile> files = {};
  };

  /// Of what is not ours graphs alone are read quickly.
  PartKind read_foreign(const DossierFormat& format, std::string_view text, const InputFile& input,
                        JsonPasses passes) {
    const bool is_quick = passes == JsonPasses::quick_alone;
    if (is_quick && !fills_columns(format)) return PartKind::refused;
    if (folder_.format != &format) end_folder();
    if (folder_.format == nullptr) folder_.number = input.number;
    folder_.format = &format;
    folder_.files.push_back({input.name, text});
    if (!format.is_folder()) end_folder();
    return PartKind::dossier;
  }

  void end_folder() {
    const Folder folder = std::exchange(folder_, {});
    if (folder.format == nullptr) return;
    ForeignReading reading(folder.files, folder.number, draft_, limits_);
    folder.format->read(reading);
    reading.tell_losses();
  }

  /// By the dossier's vocabulary, which is read when it is first asked; one that is wrong knows no
  /// type and no kind.
  [[nodiscard]] Meanings meanings() const {
    const auto vocabulary =
        [dossier = &draft_.dossier,
         read = std::make_shared<std::optional<Vocabulary>>()]() -> const Vocabulary& {
      try {
        if (!*read) read->emplace(vocabulary_of(*dossier));
      } catch (const Error&) {
        read->emplace("", std::vector<Kind>(), std::vector<RelationType>());
      }
      return **read;
    };
    return {[vocabulary](std::string_view name) {
              const RelationType* type = vocabulary().find_type(name);
              return type != nullptr && type->symmetry == Symmetry::symmetric;
            },
            [vocabulary](std::string_view kind) { return vocabulary().is_a(kind, "document"); }};
  }

  void refuse_large(const InputFile& input) {
    draft_.dossier.files.push_back(input.name);
    draft_.cut();
    draft_.problems.push_back(
        {Severity::error, "limit-input", input.name, 1, 1, "",
         "the input is larger than " + std::to_string(limits_.input) + " bytes",
         "--max-input raises the limit"});
  }

  void require_header() {
    const Dossier& dossier = draft_.dossier;
    if (dossier.files.empty() || draft_.extent == Extent::cut) return;
    const auto warn = [&](std::string code, std::string message, std::string hint) {
      draft_.problems.push_back({Severity::warning, std::move(code), dossier.files.front(), 1, 1,
                                 "", std::move(message), std::move(hint)});
    };
    if (dossier.titles.empty())
      warn("no-title", "the dossier has no title", "add \"title\": {\"en\": \"…\"}");
    if (draft_.vocabulary_place.empty())
      warn("no-vocabulary", "the dossier names no vocabulary; `diplomacy` is taken",
           "add \"vocabulary\": \"diplomacy\"");
  }

  ReadLimits limits_;
  DossierDraft draft_;
  Folder folder_;
};

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

}  // namespace

ReadResult read_records(const std::vector<std::string>& paths, const ReadLimits& limits) {
  const ThreadScope threads(limits.threads);
  DossierReader reader(limits);
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
  LoadedInputs inputs;
  InputLoader loader(limits);
  for (const InputFile& input : list_inputs(paths, limits.format, inputs.problems))
    inputs.files.push_back({input, loader.load(input)});
  return inputs;
}

ReadResult read_loaded(LoadedInputs& inputs, const ReadLimits& limits) {
  DossierReader reader(limits);
  reader.add_problems(inputs.problems);
  for (LoadedInput& input : inputs.files)
    reader.read_loaded(input,
                       input.refused ? JsonPasses::exact_alone : JsonPasses::quick_then_exact);
  return std::move(reader).finish();
}

std::optional<DossierColumns> read_columns(LoadedInputs& inputs, const ReadLimits& limits) {
  DossierReader reader(limits, RelationsAs::columns);
  reader.add_problems(inputs.problems);
  for (LoadedInput& input : inputs.files) reader.read_loaded(input, JsonPasses::quick_alone);
  return std::move(reader).finish_columns();
}

ReadResult read_records_from_text(std::string_view text, const std::string& name,
                                  const ReadLimits& limits) {
  const ThreadScope threads(limits.threads);
  DossierReader reader(limits);
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
  DossierReader reader(limits);
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
