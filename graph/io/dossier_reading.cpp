#include "io/dossier_reading.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include <entente/error.hpp>
#include <entente/io/compression.hpp>
#include <entente/io/vocabulary.hpp>

#include "io/formats/readers.hpp"
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

}  // namespace

DossierReading::DossierReading(const ReadLimits& limits, RelationsAs relations) : limits_(limits) {
  require_format(limits.format);
  draft_.relations_as = relations;
}

void DossierReading::add_problems(const std::vector<Problem>& problems) {
  draft_.problems.insert(draft_.problems.end(), problems.begin(), problems.end());
}

PartKind DossierReading::read_input(const InputFile& input, const std::optional<InputBytes>& bytes,
                                    JsonPasses passes) {
  if (!bytes) {
    refuse_large(input);
    return PartKind::dossier;
  }
  if (draft_.dossier.files.empty())
    draft_.dossier.folder = std::filesystem::path(input.path).parent_path().string();
  return read_part(*bytes, input, passes);
}

PartKind DossierReading::read_part(const InputBytes& bytes, const InputFile& input,
                                   JsonPasses passes) {
  std::vector<std::string>& files = draft_.dossier.files;
  const DossierFormat* named = find_input_format(limits_.format);
  const DossierFormat* meant = named == nullptr ? input_format_of_file(input.name) : named;
  if (meant != nullptr && meant->content == Content::binary)
    return read_foreign(*meant, bytes.view(), input, passes);
  if (meant != nullptr && may_be_empty(*meant) && is_blank(bytes.view()))
    return read_foreign(*meant, "", input, passes);
  if (meant == nullptr && input.path == "-")
    for (const DossierFormat& format : input_formats())
      if (format.content == Content::binary && format.is_read() && format.recognizes(bytes.view()))
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
    draft_.problems.push_back({Severity::error, "unknown-format", input.name, 1, 1, "",
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

void DossierReading::read_loaded(LoadedInput& input, JsonPasses passes) {
  const std::size_t before = draft_.passes;
  if (read_input(input.file, input.bytes, passes) == PartKind::refused) {
    input.refused = true;
    draft_.cut();
  }
  input.passes += draft_.passes - before;
}

ReadResult DossierReading::finish() && {
  end_folder();
  require_header();
  draft_.dropped += unite_records(draft_.dossier, Unites::all, meanings(), draft_.problems);
  sort_by_place(draft_.problems);
  return {std::move(draft_.dossier), std::move(draft_.problems), draft_.extent,
          draft_.beyond_lines,       std::move(draft_.remarks),  draft_.dropped};
}

std::optional<DossierColumns> DossierReading::finish_columns() && {
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

PartKind DossierReading::read_foreign(const DossierFormat& format, std::string_view text,
                                      const InputFile& input, JsonPasses passes) {
  const bool is_quick = passes == JsonPasses::quick_alone;
  if (is_quick && !fills_columns(format)) return PartKind::refused;
  if (folder_.format != &format) end_folder();
  if (folder_.format == nullptr) folder_.number = input.number;
  folder_.format = &format;
  folder_.files.push_back({input.name, text});
  if (!format.is_folder()) end_folder();
  return PartKind::dossier;
}

void DossierReading::end_folder() {
  const Folder folder = std::exchange(folder_, {});
  if (folder.format == nullptr) return;
  ForeignReading reading(folder.files, folder.number, draft_, limits_);
  folder.format->read(reading);
  reading.report_losses();
}

Meanings DossierReading::meanings() const {
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

void DossierReading::refuse_large(const InputFile& input) {
  draft_.dossier.files.push_back(input.name);
  draft_.cut();
  draft_.problems.push_back({Severity::error, "limit-input", input.name, 1, 1, "",
                             "the input is larger than " + std::to_string(limits_.input) + " bytes",
                             "--max-input raises the limit"});
}

void DossierReading::require_header() {
  const Dossier& dossier = draft_.dossier;
  if (dossier.files.empty() || draft_.extent == Extent::cut) return;
  const auto warn = [&](std::string code, std::string message, std::string hint) {
    draft_.problems.push_back({Severity::warning, std::move(code), dossier.files.front(), 1, 1, "",
                               std::move(message), std::move(hint)});
  };
  if (dossier.titles.empty())
    warn("no-title", "the dossier has no title", "add \"title\": {\"en\": \"…\"}");
  if (draft_.vocabulary_place.empty())
    warn("no-vocabulary", "the dossier names no vocabulary; `diplomacy` is taken",
         "add \"vocabulary\": \"diplomacy\"");
}

}  // namespace entente
