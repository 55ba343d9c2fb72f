#include "io/json/json_tape.hpp"

#include <cassert>
#include <functional>

#include <entente/base/json_text.hpp>

namespace entente {

std::string_view JsonTape::kept(std::string_view text) {
  if (text.empty()) return {};
  const std::less_equal<> not_after;
  if (not_after(input_.data(), text.data()) &&
      not_after(text.data() + text.size(), input_.data() + input_.size()))
    return text;
  return unescaped_.emplace_back(text);
}

JsonToken& JsonTape::push(std::size_t at) {
  const auto next = static_cast<std::uint32_t>(tokens_.size() + 1);
  tokens_.push_back({.scalar = {}, .at = at, .key = key_, .key_at = key_at_, .end = next});
  key_ = {};
  return tokens_.back();
}

void JsonTape::open(JsonKind kind, std::size_t at) {
  open_.push_back(static_cast<std::uint32_t>(tokens_.size()));
  push(at).scalar.kind = kind;
}

void JsonTape::close() {
  tokens_[open_.back()].end = static_cast<std::uint32_t>(tokens_.size());
  open_.pop_back();
}

void JsonTape::key(std::string_view name, std::size_t at) {
  key_ = kept(name);
  key_at_ = at;
}

void JsonTape::value(const JsonScalar& scalar, std::size_t at) {
  JsonToken& token = push(at);
  token.scalar = scalar;
  token.scalar.text = kept(scalar.text);
}

void JsonTape::clear() {
  tokens_.clear();
  open_.clear();
  unescaped_.clear();
}

JsonValue JsonTape::root() const {
  assert(!tokens_.empty() && open_.empty());
  return {*this, 0};
}

std::size_t JsonValue::at_byte(std::size_t offset) const {
  const std::string_view& input = tape_->input_;
  std::size_t at = token().at + 1;
  for (std::size_t byte = 0; byte < offset && at < input.size() && input[at] != '"'; ++byte)
    at += input[at] != '\\' ? 1 : input.substr(at).starts_with("\\u") ? 6 : 2;
  return at;
}

std::vector<std::size_t> token_bytes(JsonValue value) {
  std::vector<std::size_t> bytes{value.at()};
  for (JsonValue inner(*value.tape_, value.index_ + 1); inner.index_ < value.token().end;
       ++inner.index_) {
    // What has no name of its own has a byte of an earlier one.
    if (inner.key_at() > bytes.back()) bytes.push_back(inner.key_at());
    bytes.push_back(inner.at());
  }
  return bytes;
}

namespace {

void write_scalar(JsonText& json, const JsonScalar& scalar) {
  switch (scalar.kind) {
    case JsonKind::boolean:
      json.value(std::get<bool>(scalar.value));
      break;
    case JsonKind::integer:
      json.value(std::get<std::int64_t>(scalar.value));
      break;
    case JsonKind::unsigned_integer:
      json.value(std::get<std::uint64_t>(scalar.value));
      break;
    case JsonKind::real:
    case JsonKind::unfit_number:
      json.raw(scalar.text);
      break;
    case JsonKind::text:
      json.value(scalar.text);
      break;
    default:
      json.null();
  }
}

/// The values of a list or an object that are still to be written.
struct OpenValue {
  JsonKind kind;
  JsonValue::Iterator next;
  JsonValue::Iterator end;
};

}  // namespace

std::string to_json(JsonValue value) {
  JsonText json;
  std::vector<OpenValue> open;
  const auto write = [&](JsonValue one) {
    const JsonKind kind = one.kind();
    if (kind != JsonKind::list && kind != JsonKind::object) return write_scalar(json, one.scalar());
    if (kind == JsonKind::list)
      json.open_list();
    else
      json.open_object();
    open.push_back({kind, one.begin(), one.end()});
  };
  write(value);
  while (!open.empty()) {
    OpenValue& innermost = open.back();
    if (innermost.next == innermost.end) {
      if (innermost.kind == JsonKind::list)
        json.close_list();
      else
        json.close_object();
      open.pop_back();
      continue;
    }
    const JsonValue one = *innermost.next;
    ++innermost.next;
    if (innermost.kind == JsonKind::object) json.key(one.key());
    write(one);
  }
  return json.str();
}

std::string_view describe(JsonKind kind) {
  switch (kind) {
    case JsonKind::null:
      return "null";
    case JsonKind::boolean:
      return "true or false";
    case JsonKind::integer:
    case JsonKind::unsigned_integer:
    case JsonKind::real:
    case JsonKind::unfit_number:
      return "a number";
    case JsonKind::text:
      return "a text";
    case JsonKind::list:
      return "a list";
    case JsonKind::object:
      return "an object";
  }
  return "a value";
}

}  // namespace entente
