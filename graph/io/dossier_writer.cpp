#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/model/problem.hpp>

#include "io/formats/record_blocks.hpp"
#include "io/json/json_wrap.hpp"
#include "io/json/tape_sink.hpp"
#include "model/json_append.hpp"
#include "model/record_form.hpp"
#include "model/record_json.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

constexpr std::size_t line_width = 100;

/// A list of records, each on a line or wrapped.
template <typename Record>
void write_list(std::ostream& out, const std::vector<Record>& records) {
  constexpr std::size_t indent = 4;
  LossReport none;
  write_blocks(out, records, none,
               [](RecordBlock& block, const Record& record, std::size_t number) {
                 std::string& text = block.text;
                 text += number == 0 ? "\n    " : ",\n    ";
                 const std::size_t begin = text.size();
                 json::append_record(text, record);
                 // A byte is at most one character, so that most records need no second look.
                 if (text.size() - begin + indent + 1 <= line_width) return;
                 const std::string line = text.substr(begin);
                 text.resize(begin);
                 json::append_wrapped(text, line, indent, line_width);
               });
  out << (records.empty() ? "]" : "\n  ]");
}

template <typename Record>
void write_lines(std::ostream& out, const std::vector<Record>& records, std::string_view member) {
  LossReport none;
  write_blocks(out, records, none, [&](RecordBlock& block, const Record& record, std::size_t) {
    block.text.append("{\"").append(member).append("\": ");
    json::append_record(block.text, record);
    block.text += "}\n";
  });
}

/// What others added goes into the file as it is, and so must be JSON.
void check_foreign(const ForeignMembers& members, const std::string& record,
                   std::vector<Problem>& problems) {
  const ReadLimits limits;
  for (const auto& [name, value] : members) {
    JsonTape tape(value);
    TapeSink sink(tape, limits.values);
    const bool is_json = !parse_json(value, 0, value.size(), sink, limits.depth);
    if (is_json && value.find('\n') == value.npos) continue;
    problems.push_back({.severity = Severity::error,
                        .code = "bad-text",
                        .record = record,
                        .message = "`" + shortened(name) + "` is not JSON on one line",
                        .hint = "write a text as \"…\"",
                        .concerns = Concerns::record});
  }
}

void require_form(const Dossier& dossier) {
  auto problems = find_form_errors(dossier);
  if (!problems.empty()) throw DossierError(std::move(problems));
  check_foreign(dossier.foreign, {}, problems);
  for (const Entity& entity : dossier.entities) check_foreign(entity.foreign, entity.id, problems);
  for (const Relation& relation : dossier.relations) {
    check_foreign(relation.foreign, relation.id, problems);
    for (const Evidence& evidence : relation.evidence)
      check_foreign(evidence.foreign, relation.id, problems);
  }
  if (!problems.empty()) throw DossierError(std::move(problems));
}

}  // namespace

void write_json(std::ostream& out, const Dossier& dossier) {
  require_form(dossier);
  constexpr std::size_t indent = 2;
  out << '{';
  for (const std::string& member : json::header_members(dossier))
    out << "\n  " << json::wrapped(member, indent, line_width) << ',';
  out << "\n  \"entities\": [";
  write_list(out, dossier.entities);
  out << ",\n  \"relations\": [";
  write_list(out, dossier.relations);
  out << "\n}\n";
}

void write_json_lines(std::ostream& out, const Dossier& dossier) {
  require_form(dossier);
  out << "{\"dossier\": " << json::header(dossier) << "}\n";
  write_lines(out, dossier.entities, "entity");
  write_lines(out, dossier.relations, "relation");
}

std::string to_json(const Entity& entity) {
  std::string text;
  json::append_record(text, entity);
  return text;
}

std::string to_json(const Relation& relation) {
  std::string text;
  json::append_record(text, relation);
  return text;
}

}  // namespace entente
