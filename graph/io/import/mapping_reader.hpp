#pragma once

/// How a mapping's JSON becomes a Mapping.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text_map.hpp"
#include "io/import/mapping.hpp"
#include "io/json/record_reader.hpp"

namespace entente::import {

using Member = std::string_view;

/// Whether an object has a member of that name; nothing else has.
[[nodiscard]] bool has_member(JsonValue json, Member name);

/// Members that begin with `//` are remarks, for people and for `--propose`.
class MappingReader {
 public:
  MappingReader(const std::string& name, std::string_view text, std::vector<Problem>& problems)
      : file_(name),
        findings_(name, text, problems),
        records_(findings_, limits_, 0),
        read_(records_.members()) {}

  void fault(const JsonFault& fault) { findings_.add(fault); }
  Mapping mapping(JsonValue root);

 private:
  MappingPlace place(JsonValue value) {
    const Position position = findings_.locator().locate(value.at());
    return {.file = file_, .line = position.line, .column = position.column};
  }
  void error(JsonValue value, std::string message, std::string hint) {
    read_.error(value.at(), {"bad-mapping", std::move(message), std::move(hint)});
  }
  std::string text(JsonValue value) { return read_.text(value, TextUse::prose); }

  TextTemplate text_template(JsonValue value);
  MappedValue value(JsonValue json, int depth = 0);
  void value_object(JsonValue json, MappedValue& value, int depth);
  MappedWhen when(JsonValue json);
  DateOrder order(JsonValue json);
  DecimalSign decimal(JsonValue json);
  CountrySystem system(JsonValue json);
  TextMap<std::string> map(JsonValue json);
  MissingCodes missing(JsonValue json);
  std::vector<MappedCondition> conditions(JsonValue json);
  MappedTexts texts(JsonValue json);
  MappedEntity entity(JsonValue json);
  MappedEnd end(JsonValue json);
  MappedRelation relation(JsonValue json);
  MappedEvidence evidence(JsonValue json);
  MappedJoin join(JsonValue json);
  MappedColumn column(JsonValue json);
  void table_member(MappedTable& table, Member name, JsonValue json);
  MappedTable table(JsonValue json);
  std::vector<std::string> list_of_texts(JsonValue json);
  template <typename Take>
  void one_or_many(JsonValue json, Take take) {
    if (json.kind() != JsonKind::list) return take(json);
    for (const JsonValue item : json) take(item);
  }

  const std::string& file_;
  ReadLimits limits_ = {};
  Findings findings_;
  RecordReader records_;
  MemberReader& read_;
};

}  // namespace entente::import
