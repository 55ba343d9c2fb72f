#include <algorithm>
#include <utility>

#include <entente/base/json_text.hpp>
#include <entente/io/conversion_report.hpp>

#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/foreign.hpp"
#include "io/formats/json_shape.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/record_members.hpp"
#include "io/packing/digest.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

constexpr std::string_view changed_message = "are not in the file as they were, but in the report";

/// Notes how records differ, each difference also as a loss of its member.
class PatchWriter {
 public:
  explicit PatchWriter(ConversionReport& report) : report_(report) {}

  void header(const Dossier& original, const Dossier& found) {
    const Members members = header_members_of(original);
    if (members == header_members_of(found)) return;
    std::string text = "{\"dossier\": {";
    for (const auto& [name, value] : members) {
      json::append_key(text, name);
      text += value;
    }
    report_.patch.push_back(text + "}}");
    report_.summary.add("header", "title or vocabulary " + std::string(changed_message), "dossier");
  }

  template <typename Record>
  void records(std::string_view noun, const std::vector<Record>& original,
               const std::vector<Record>& found) {
    ViewMap<const Record*> by_name;
    for (const Record& record : found) by_name.emplace(record.id, &record);
    for (const Record* record : by_id(original)) {
      const auto same = by_name.find(record->id);
      if (same == by_name.end()) {
        add(noun, *record);
        continue;
      }
      compare(noun, *record, *same->second);
      by_name.erase(same);
    }
    std::vector<std::string_view> surplus;
    for (const auto& one : by_name) surplus.push_back(one.first);
    std::sort(surplus.begin(), surplus.end());
    for (const std::string_view id : surplus) {
      report_.patch.push_back(begun(noun, id) + ", \"gone\": true}");
      lost("id", id);
    }
  }

 private:
  void lost(std::string_view member, std::string_view id) {
    report_.summary.add(member, "`" + std::string(member) + "` " + std::string(changed_message),
                        id);
  }

  static std::string begun(std::string_view noun, std::string_view id) {
    std::string text = "{";
    json::append_member(text, noun, id);
    return text;
  }

  static void append_set(std::string& text, const Members& members) {
    if (members.empty()) return;
    text += ", \"set\": {";
    for (const auto& [name, value] : members) {
      json::append_key(text, name);
      text += value;
    }
    text += '}';
  }

  template <typename Record>
  void add(std::string_view noun, const Record& record) {
    std::string text = begun(noun, record.id) + ", \"new\": true";
    append_set(text, members_of(record));
    report_.patch.push_back(text + "}");
    lost("record", record.id);
  }

  template <typename Record>
  void compare(std::string_view noun, const Record& original, const Record& found) {
    const Members wanted = members_of(original);
    const Members there = members_of(found);
    if (wanted == there) return;
    const auto is_named = [](std::string_view name) {
      return [name](const auto& member) { return member.first == name; };
    };
    std::string text = begun(noun, original.id);
    Members set;
    for (const auto& member : wanted)
      if (std::find(there.begin(), there.end(), member) == there.end()) set.push_back(member);
    append_set(text, set);
    std::string unset;
    for (const auto& member : there)
      if (std::none_of(wanted.begin(), wanted.end(), is_named(member.first))) {
        unset += (unset.empty() ? "\"" : ", \"") + std::string(member.first) + '"';
        lost(member.first, original.id);
      }
    if (!unset.empty()) text += ", \"unset\": [" + unset + "]";
    for (const auto& member : set) lost(member.first, original.id);
    report_.patch.push_back(text + "}");
  }

  ConversionReport& report_;
};

class ReportVisitor : public JsonVisitor {
 public:
  bool opens(const JsonPath& path) override {
    return path.empty() || (path.size() == 1 && path[0] == "patch");
  }
  bool value(const JsonPath& path, JsonValue value) override {
    if (path.size() == 2) report_.patch.push_back(to_json(value));
    if (path.size() != 1) return true;
    if (path[0] == "target") report_.target = value.text();
    if (path[0] == "target_sha256") report_.target_sha256 = value.text();
    return true;
  }
  [[nodiscard]] ConversionReport take() && { return std::move(report_); }

 private:
  ConversionReport report_;
};

}  // namespace

std::string sha256_of(const std::vector<WrittenFile>& files) {
  if (files.size() == 1) return sha256(files.front().bytes);
  std::vector<std::string> lines;
  std::vector<const WrittenFile*> sorted;
  for (const WrittenFile& file : files) sorted.push_back(&file);
  std::sort(sorted.begin(), sorted.end(),
            [](const WrittenFile* a, const WrittenFile* b) { return a->name < b->name; });
  std::string all;
  for (const WrittenFile* file : sorted) all += sha256(file->bytes) + "  " + file->name + "\n";
  return sha256(all);
}

ConversionReport report_on(const DossierFormat& target, const std::vector<WrittenFile>& files,
                           const Dossier& original, LossReport losses) {
  ConversionReport report;
  report.target = target.name;
  report.target_sha256 = sha256_of(files);
  report.summary = std::move(losses);
  Dossier found;
  if (target.is_read()) found = read_written(target, files).dossier;
  PatchWriter patch(report);
  patch.header(original, found);
  patch.records("entity", original.entities, found.entities);
  patch.records("relation", original.relations, found.relations);
  return report;
}

std::string to_json(const ConversionReport& report) {
  JsonText head;
  head.open_object().member("target", report.target).member("target_sha256", report.target_sha256);
  head.key("summary").open_list();
  for (const Loss& loss : report.summary.losses()) {
    head.open_object().member("code", loss.code).member("count", loss.count);
    head.key("first").open_list();
    for (const std::string& id : loss.first) head.value(id);
    head.close_list().close_object();
  }
  std::string text = head.close_list().str() + ", \"patch\": [";
  for (const std::string& change : report.patch)
    text += (&change == report.patch.data() ? "\n  " : ",\n  ") + change;
  return text + (report.patch.empty() ? "]}\n" : "\n]}\n");
}

ConversionReport read_conversion_report(std::string_view text, const std::string& name) {
  DossierDraft draft;
  const ReadLimits limits;
  ForeignReading reading({{name, text}}, 0, draft, limits);
  ReportVisitor visitor;
  visit_exactly(reading, visitor);
  ConversionReport report = std::move(visitor).take();
  if (!reading.stopped() && (report.target.empty() || report.target_sha256.empty()))
    reading.stop({}, {"bad-report", "this is no report of a conversion",
                      "convert --report FILE writes one"});
  if (!draft.problems.empty()) throw DossierError(std::move(draft.problems));
  return report;
}

}  // namespace entente
