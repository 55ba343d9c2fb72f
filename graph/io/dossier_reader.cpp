#include <filesystem>
#include <utility>

#include <entente/io/dossier_reader.hpp>

#include "io/input.hpp"
#include "io/part_reader.hpp"
#include "model/problem_order.hpp"

namespace entente {
namespace {

/// Where a draft stood, to take back what a part added.
struct Mark {
  std::size_t entities, relations, problems, files;
};

class DossierReader {
 public:
  explicit DossierReader(const ReadLimits& limits) : limits_(limits), bytes_left_(limits.input) {}

  void read_inputs(const std::vector<std::string>& paths) {
    for (const InputFile& input : list_inputs(paths, draft_.problems)) read_file(input);
  }

  void read_part(std::string_view bytes, const InputFile& input) {
    const Mark mark{draft_.dossier.entities.size(), draft_.dossier.relations.size(),
                    draft_.problems.size(), draft_.dossier.files.size()};
    const auto text = checked_text(bytes, input.name, draft_.problems);
    if (!text) {
      draft_.dossier.files.push_back(input.name);
      draft_.extent = Extent::cut;
      return;
    }
    PartReader part(input.name, *text, draft_, limits_);
    if (is_json_lines(input.name, *text))
      part.read_json_lines();
    else
      part.read_json();
    if (input.in_folder && part.is_vocabulary()) take_back(mark);
  }

  [[nodiscard]] ReadResult finish() && {
    require_header();
    sort_by_place(draft_.problems);
    return {std::move(draft_.dossier), std::move(draft_.problems), draft_.extent};
  }

 private:
  void read_file(const InputFile& input) {
    const auto bytes = read_bytes(input.path, bytes_left_);
    if (!bytes) {
      draft_.dossier.files.push_back(input.name);
      draft_.extent = Extent::cut;
      draft_.problems.push_back(
          {Severity::error, "limit-input", input.name, 1, 1, "",
           "the input is larger than " + std::to_string(limits_.input) + " bytes",
           "--max-input raises the limit"});
      return;
    }
    bytes_left_ -= bytes->size();
    if (draft_.dossier.files.empty())
      draft_.dossier.folder = std::filesystem::path(input.path).parent_path().string();
    read_part(*bytes, input);
  }

  /// A folder may hold its vocabulary beside the parts.
  void take_back(const Mark& mark) {
    const auto shorten = [](auto& list, std::size_t size) {
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(size), list.end());
    };
    shorten(draft_.dossier.entities, mark.entities);
    shorten(draft_.dossier.relations, mark.relations);
    shorten(draft_.problems, mark.problems);
    shorten(draft_.dossier.files, mark.files);
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
    if (dossier.vocabularies.empty())
      warn("no-vocabulary", "the dossier names no vocabulary; `diplomacy` is taken",
           "add \"vocabulary\": \"diplomacy\"");
  }

  ReadLimits limits_;
  std::size_t bytes_left_;
  DossierDraft draft_;
};

}  // namespace

ReadResult read_records(const std::vector<std::string>& paths, const ReadLimits& limits) {
  DossierReader reader(limits);
  reader.read_inputs(paths);
  return std::move(reader).finish();
}

ReadResult read_records_from_text(std::string_view text, const std::string& name,
                                  const ReadLimits& limits) {
  DossierReader reader(limits);
  reader.read_part(text, {name, name});
  return std::move(reader).finish();
}

Dossier read_dossier(const std::vector<std::string>& paths, const ReadLimits& limits) {
  ReadResult result = read_records(paths, limits);
  if (has_errors(result.problems)) throw DossierError(std::move(result.problems));
  return std::move(result.dossier);
}

}  // namespace entente
