#include "io/formats/records/json_fields.hpp"

#include "io/formats/foreign_records.hpp"
#include "io/json/json_scanner.hpp"
#include "io/json/tape_sink.hpp"

namespace entente {

std::optional<JsonValue> member_of(JsonValue object, std::string_view name) {
  if (object.kind() != JsonKind::object) return std::nullopt;
  for (const JsonValue member : object)
    if (member.key() == name) return member;
  return std::nullopt;
}

std::string text_member(JsonValue object, std::string_view name) {
  const auto member = member_of(object, name);
  return member && member->kind() == JsonKind::text ? std::string(member->text()) : std::string();
}

std::string text_of(JsonValue value) {
  switch (value.kind()) {
    case JsonKind::text:
      return std::string(value.text());
    case JsonKind::null:
    case JsonKind::list:
    case JsonKind::object:
      return {};
    default:
      return to_json(value);
  }
}

std::vector<std::string> texts_of(JsonValue value) {
  std::vector<std::string> texts;
  const auto add = [&](JsonValue one) {
    if (std::string text = text_of(one); !text.empty()) texts.push_back(std::move(text));
  };
  if (value.kind() != JsonKind::list)
    add(value);
  else
    for (const JsonValue one : value) add(one);
  return texts;
}

std::optional<Scalar> scalar_of(JsonValue value) {
  switch (value.kind()) {
    case JsonKind::null:
      return Scalar();
    case JsonKind::boolean:
      return Scalar(std::get<bool>(value.scalar().value));
    case JsonKind::integer:
      return Scalar(std::get<std::int64_t>(value.scalar().value));
    case JsonKind::unsigned_integer:
      return Scalar(std::get<std::uint64_t>(value.scalar().value));
    case JsonKind::real:
      return Scalar(std::get<double>(value.scalar().value));
    case JsonKind::unfit_number:
    case JsonKind::text:
      return Scalar(std::string(value.text()));
    default:
      return std::nullopt;
  }
}

void add_json_attribute(Attributes& attributes, std::string_view name, JsonValue value) {
  if (value.kind() == JsonKind::list) {
    for (const JsonValue one : value)
      if (auto scalar = scalar_of(one)) add_attribute(attributes, name, std::move(*scalar));
  } else if (auto scalar = scalar_of(value)) {
    add_attribute(attributes, name, std::move(*scalar));
  }
}

bool JsonLines::next() {
  while (next_ < text_.size()) {
    begin_ = next_;
    end_ = std::min(text_.find('\n', begin_), text_.size());
    next_ = end_ + 1;
    begin_ = text_.find_first_not_of(" \t\r", begin_);
    if (begin_ < end_) return true;
  }
  return false;
}

bool parse_line(ForeignReading& reading, std::size_t first, std::size_t last, JsonTape& tape) {
  const ReadLimits& limits = reading.limits();
  const std::string_view text = reading.text();
  {
    TapeSink sink(tape, limits.values);
    if (scan_json(text, first, last, sink, limits.depth) == Scan::done &&
        tape.size() <= limits.values)
      return true;
  }
  tape.clear();
  TapeSink sink(tape, limits.values);
  if (const auto fault = parse_json(text, first, last, sink, limits.depth)) {
    reading.leave_out(
        {0, fault->at},
        {fault->code, fault->message, fault->hint, {}, Severity::error, Concerns::record});
    return false;
  }
  if (tape.size() <= limits.values) return true;
  reading.leave_out({0, first},
                    {"limit-values",
                     "one record has more than " + std::to_string(limits.values) + " values",
                     "--max-values raises the limit",
                     {},
                     Severity::error,
                     Concerns::record});
  return false;
}

}  // namespace entente
