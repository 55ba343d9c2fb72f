#include "io/part_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "io/tape_sink.hpp"

namespace entente {
namespace {

constexpr std::string_view format_name = "entente/1";
constexpr std::string_view vocabulary_format = "entente-vocabulary/";
constexpr std::array<std::string_view, 5> part_members = {"entities", "relations", "format",
                                                          "title", "vocabulary"};
constexpr auto header_members = std::span(part_members).subspan<2>();
constexpr std::array<std::string_view, 3> line_members = {"entity", "relation", "dossier"};
constexpr std::size_t most_faulty_lines = 100;

}  // namespace

/// Splits the outer object of a JSON part: each record goes to a tape of its own and from there to
/// the dossier, everything else to the header tape, where the lists of records stay empty.
class PartReader::Stream : public JsonSink {
 public:
  explicit Stream(PartReader& part) : part_(part), header_(part.text_) {}
  [[nodiscard]] JsonValue header() const { return header_.root(); }

  bool open(JsonKind kind, std::size_t at) override {
    if (list_ != List::none) {
      ++depth_;
      part_.record_.open(kind, at);
      return part_.within_limit(part_.record_, at);
    }
    header_.open(kind, at);
    if (++header_depth_ == 2 && kind == JsonKind::list) list_ = named_;
    return part_.within_limit(header_, at);
  }

  bool close() override {
    if (depth_ > 0) {
      part_.record_.close();
      return --depth_ > 0 || take_record();
    }
    header_.close();
    --header_depth_;
    list_ = List::none;
    return true;
  }

  bool key(std::string_view name, std::size_t at) override {
    (list_ != List::none ? part_.record_ : header_).key(name, at);
    if (header_depth_ == 1)
      named_ = name == part_members[0]   ? List::entities
               : name == part_members[1] ? List::relations
                                         : List::none;
    return true;
  }

  bool value(const JsonScalar& scalar, std::size_t at) override {
    JsonTape& tape = list_ != List::none ? part_.record_ : header_;
    tape.value(scalar, at);
    if (list_ != List::none && depth_ == 0) return take_record();
    return part_.within_limit(tape, at);
  }

 private:
  enum class List : std::uint8_t { none, entities, relations };

  bool take_record() {
    const JsonValue record = part_.record_.root();
    const bool go_on =
        list_ == List::entities ? part_.add_entity(record) : part_.add_relation(record);
    part_.record_.clear();
    return go_on;
  }

  PartReader& part_;
  JsonTape header_;
  List list_ = List::none;   // the list of records we are in
  List named_ = List::none;  // the one that the last member of the part names
  std::size_t header_depth_ = 0;
  std::size_t depth_ = 0;  // inside a record
};

PartReader::PartReader(const std::string& name, std::string_view text, DossierDraft& draft,
                       const ReadLimits& limits)
    : text_(text),
      draft_(draft),
      limits_(limits),
      findings_(name, text, draft.problems),
      records_(findings_, limits, static_cast<std::uint32_t>(draft.dossier.files.size())),
      read_(records_.members()),
      record_(text) {
  draft.dossier.files.push_back(name);
}

void PartReader::read_json() {
  Stream stream(*this);
  const Extent before = std::exchange(draft_.extent, Extent::whole);
  if (const auto fault = parse_json(text_, 0, text_.size(), stream, limits_.depth))
    stop(fault->at, {fault->code, fault->message, fault->hint});
  if (draft_.extent == Extent::cut) return;
  draft_.extent = before;
  header(stream.header());
}

void PartReader::stop(std::size_t at, Finding finding) {
  draft_.extent = Extent::cut;
  findings_.add(at, std::move(finding));
}

bool PartReader::within_limit(const JsonTape& tape, std::size_t at) {
  if (tape.size() <= limits_.values) return true;
  stop(at,
       {"limit-values", "one record has more than " + std::to_string(limits_.values) + " values",
        "--max-values raises the limit"});
  return false;
}

void PartReader::header(JsonValue object) {
  read_.begin_record({});
  if (!read_.expect(object, JsonKind::object, "a dossier begins {\"format\": \"entente/1\", …}"))
    return;
  const auto seen = read_.members(object, part_members, [&](std::size_t index, JsonValue member) {
    if (index >= 2)
      header_member(index - 2, member);
    else
      (void)read_.expect(member, JsonKind::list, "write a list of records: [{…}, {…}]");
  });
  read_.require(object, "the dossier", seen, part_members, {2});
}

void PartReader::header_member(std::size_t index, JsonValue value) {
  if (index == 0) format(value);
  if (index == 1) titles(value);
  if (index == 2) vocabularies(value);
}

void PartReader::format(JsonValue value) {
  const std::string name = read_.text(value, TextUse::prose);
  is_vocabulary_ = name.starts_with(vocabulary_format);
  if (name.empty() || name == format_name) return;
  read_.error(value.at(), {"bad-format", "`" + shortened(name) + "` is not a format that we know",
                           "dossiers say \"format\": \"entente/1\""});
}

void PartReader::titles(JsonValue value) {
  Dossier& dossier = draft_.dossier;
  for (auto& title : records_.labels(value)) {
    const auto known = std::find_if(dossier.titles.begin(), dossier.titles.end(),
                                    [&](const auto& one) { return one.first == title.first; });
    if (known == dossier.titles.end()) {
      dossier.titles.push_back(std::move(title));
      draft_.title_places.push_back(findings_.place(value.at()));
    } else if (known->second != title.second) {
      const auto index = static_cast<std::size_t>(known - dossier.titles.begin());
      read_.error(value.at(),
                  {"contradiction",
                   "another `" + title.first + "` title stands at " + draft_.title_places[index],
                   "the parts of a dossier share one title"});
    }
  }
}

void PartReader::vocabularies(JsonValue value) {
  Dossier& dossier = draft_.dossier;
  std::vector<std::string> names = records_.text_or_list(value);
  if (dossier.vocabularies.empty()) {
    dossier.vocabularies = std::move(names);
    draft_.vocabulary_place = findings_.place(value.at());
  } else if (dossier.vocabularies != names) {
    read_.error(value.at(),
                {"contradiction", "another vocabulary is named at " + draft_.vocabulary_place,
                 "the parts of a dossier share one vocabulary"});
  }
}

bool PartReader::add_entity(JsonValue value) {
  if (auto entity = records_.entity(value)) draft_.dossier.entities.push_back(std::move(*entity));
  return true;
}

bool PartReader::add_relation(JsonValue value) {
  if (draft_.dossier.relations.size() >= limits_.edges) {
    stop(value.at(),
         {"limit-edges", "there are more than " + std::to_string(limits_.edges) + " relations",
          "--max-edges raises the limit"});
    return false;
  }
  if (auto relation = records_.relation(value))
    draft_.dossier.relations.push_back(std::move(*relation));
  return true;
}

void PartReader::read_json_lines() {
  std::size_t first = 0;
  bool go_on = true;
  while (go_on && first < text_.size()) {
    const std::size_t last = std::min(text_.find('\n', first), text_.size());
    if (text_.substr(first, last - first).find_first_not_of(" \t\r") != text_.npos)
      go_on = read_line(first, last);
    first = last + 1;
  }
  if (!has_header_ && go_on)
    findings_.add(0, {"missing-member", "the first line does not describe the dossier",
                      "begin with {\"dossier\": {\"format\": \"entente/1\", …}}"});
}

bool PartReader::read_line(std::size_t first, std::size_t last) {
  record_.clear();
  TapeSink sink(record_, limits_.values);
  if (const auto fault = parse_json(text_, first, last, sink, limits_.depth)) {
    findings_.add(*fault);
    draft_.extent = Extent::cut;
    if (++faulty_lines_ < most_faulty_lines) return true;
    stop(last, {"bad-json", "too many lines are not JSON; the rest is not read",
                "JSON Lines hold one record a line"});
    return false;
  }
  return within_limit(record_, first) && line_record(record_.root());
}

bool PartReader::line_record(JsonValue root) {
  read_.begin_record({});
  if (!read_.expect(root, JsonKind::object, "write {\"entity\": {…}} or {\"relation\": {…}}"))
    return true;
  bool go_on = true;
  const auto seen = read_.members(root, line_members, [&](std::size_t index, JsonValue member) {
    if (index == 0) go_on = add_entity(member);
    if (index == 1) go_on = add_relation(member);
    if (index == 2) line_header(member);
  });
  if (seen == 0)
    read_.error(root.at(), {"missing-member", "the line holds no record",
                            "write {\"entity\": {…}} or {\"relation\": {…}}"});
  return go_on;
}

void PartReader::line_header(JsonValue object) {
  if (std::exchange(has_header_, true))
    read_.error(object.at(),
                {"duplicate-key", "a second line describes the dossier", "keep the first one"});
  else if (read_.expect(object, JsonKind::object, "write {\"format\": \"entente/1\", …}"))
    read_.require(
        object, "the dossier",
        read_.members(object, header_members,
                      [&](std::size_t index, JsonValue member) { header_member(index, member); }),
        header_members, {0});
}

bool is_json_lines(std::string_view name, std::string_view text) {
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return true;
  if (name.ends_with(".json")) return false;
  constexpr std::string_view blank = " \t\r\n";
  const auto skip_blank = [&] {
    text.remove_prefix(std::min(text.find_first_not_of(blank), text.size()));
  };
  skip_blank();
  if (!text.starts_with('{')) return false;
  text.remove_prefix(1);
  skip_blank();
  return std::any_of(line_members.begin(), line_members.end(), [&](std::string_view member) {
    return text.starts_with('"' + std::string(member) + '"');
  });
}

}  // namespace entente
