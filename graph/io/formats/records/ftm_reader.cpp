#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/formats/json_shape.hpp"
#include "io/formats/records/ftm_edits.hpp"
#include "io/formats/records/ftm_schemata.hpp"
#include "io/formats/records/ftm_statements.hpp"
#include "io/formats/records/json_fields.hpp"
#include "io/formats/records/record_formats.hpp"

namespace entente {
namespace {

/// Reads lines of JSON.
class FtmLinesReader {
 public:
  explicit FtmLinesReader(ForeignReading& reading)
      : reading_(reading), records_(reading), edits_(reading) {}

  void read() {
    JsonTape tape(reading_.text());
    for (JsonLines lines(reading_.text()); lines.next() && !reading_.stopped();) {
      tape.clear();
      if (!parse_line(reading_, lines.begin(), lines.end(), tape)) {
        ++faulty_lines_;
        continue;
      }
      ++lines_;
      if (!take_own(tape.root())) take(tape.root());
    }
    if (faulty_lines_ > 0 && lines_ == 0)
      return reading_.stop({}, {"bad-json", "no line of it is JSON",
                                "is it of another format? --from FORMAT names that"});
    edits_.finish();
    if (!own_) std::move(records_).finish();
  }

 private:
  /// A line that we wrote has the record itself, beside what others see of it.
  bool take_own(JsonValue line) {
    const auto own = member_of(line, "entente");
    if (!own) return false;
    const ForeignPlace place{0, line.at()};
    if (const auto header = member_of(*own, "dossier")) {
      static_cast<void>(reading_.own_header(to_json(*header), place));
      own_ = true;
    }
    if (const auto entity = member_of(*own, "entity")) {
      const std::size_t before = reading_.entities();
      reading_.add_entity_json(to_json(*entity), place);
      if (reading_.entities() > before) edits_.entity(line, place);
      return true;
    }
    const auto relation = member_of(*own, "relation");
    if (!relation) return false;
    const std::size_t before = reading_.relations();
    static_cast<void>(reading_.add_relation_json(to_json(*relation), place));
    if (reading_.relations() > before) edits_.relation(line, place);
    return true;
  }

  struct Nested {
    JsonValue value;
    std::string parent;  // the entity that it stands in
  };

  /// An entity, and those that stand in its properties, as some exports have them.
  void take(JsonValue line) {
    std::vector<Nested> pending = {{line, ""}};
    while (!pending.empty()) {
      const Nested one = std::move(pending.back());
      pending.pop_back();
      const std::string id = text_member(one.value, "id");
      const std::string schema = text_member(one.value, "schema");
      const auto properties = member_of(one.value, "properties");
      if (id.empty() || schema.empty() || !properties || properties->kind() != JsonKind::object) {
        reading_.leave_out({0, one.value.at()},
                           {"ftm-entity", "a line is no entity of followthemoney",
                            R"(it has the members "id", "schema" and "properties")", id,
                            Severity::error, Concerns::record});
        continue;
      }
      FtmEntity entity{id, schema, {0, one.value.at()}};
      for (const JsonValue property : *properties) add_property(entity, property, pending);
      note_parent(entity, one.parent);
      add_others(entity, one.value);
      records_.add(entity);
    }
  }

  static void add_property(FtmEntity& entity, JsonValue property, std::vector<Nested>& pending) {
    const auto add = [&](JsonValue value) {
      std::string text = text_of(value);
      if (value.kind() == JsonKind::object) {
        text = text_member(value, "id");
        if (!text.empty()) pending.push_back({value, entity.id});
      }
      if (!text.empty()) entity.add(property.key(), {std::move(text), ""});
    };
    if (property.kind() == JsonKind::list)
      for (const JsonValue value : property) add(value);
    else
      add(property);
  }

  /// An edge inside an entity need not say that this is its other end.
  static void note_parent(FtmEntity& entity, const std::string& parent) {
    const FtmEdge* edge = find_ftm_edge(entity.schema);
    if (!edge || parent.empty()) return;
    const bool has_source = !entity.values(edge->source).empty();
    const bool has_target = !entity.values(edge->target).empty();
    if (has_source != has_target)
      entity.add(has_source ? edge->target : edge->source, {parent, ""});
  }

  static void add_others(FtmEntity& entity, JsonValue line) {
    entity.caption = text_member(line, "caption");
    for (const JsonValue member : line) {
      if (member.key() == "id" || member.key() == "schema" || member.key() == "properties" ||
          member.key() == "caption")
        continue;
      std::vector<Scalar> values;
      const auto add = [&](JsonValue value) {
        if (auto scalar = scalar_of(value)) values.push_back(std::move(*scalar));
      };
      if (member.kind() == JsonKind::list)
        for (const JsonValue value : member) add(value);
      else
        add(member);
      if (!values.empty()) entity.others.emplace_back(member.key(), std::move(values));
    }
  }

  ForeignReading& reading_;
  FtmRecords records_;
  FtmEdits edits_;
  bool own_ = false;
  std::size_t lines_ = 0;         ///< that are JSON
  std::size_t faulty_lines_ = 0;  ///< and that are not
};

}  // namespace

bool is_ftm(std::string_view text) {
  if (is_ftm_statements(text)) return true;
  const auto names =
      outer_members(text, {"entities", "relations", "format", "schema", "properties"});
  return !names.empty() && (names.back() == "schema" || names.back() == "properties");
}

void read_ftm(ForeignReading& reading) {
  if (is_ftm_statements(reading.text()))
    read_ftm_statements(reading);
  else
    FtmLinesReader(reading).read();
}

}  // namespace entente
