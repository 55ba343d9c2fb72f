#include "io/tables/json_table.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <entente/base/json_text.hpp>
#include <entente/model/problem.hpp>

#include "base/text_map.hpp"
#include "io/json/json_sink.hpp"
#include "io/json/json_tape.hpp"
#include "io/json/tape_sink.hpp"
#include "io/tables/table_text.hpp"

namespace entente::tables {
namespace {

constexpr std::size_t deepest_object = 16;
constexpr std::size_t most_values_a_line = 1'000'000;

class JsonTableFile final : public TableFile {
 public:
  JsonTableFile(std::string name, InputBytes bytes) : text_(std::move(bytes), name) {
    name_ = std::move(name);
    sheets_ = {""};
    read();
  }

  std::unique_ptr<RowStream> open(std::size_t sheet) override;

  struct Value {
    std::size_t column;
    std::string text;
    CellKind kind;
  };
  struct Line {
    std::uint32_t number;
    std::vector<Value> values;
    std::optional<Problem> fault = {};  ///< why it is no row
  };
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }

 private:
  void read() {
    const std::string_view text = text_.view();
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      ++number;
      if (text.substr(begin, end - begin).find_first_not_of(" \t\r") != std::string_view::npos)
        read_line(number, begin, end);
      begin = end + 1;
    }
    // What holds no line of JSON is no such table.
    const bool any_right = std::any_of(lines_.begin(), lines_.end(),
                                       [](const Line& line) { return !line.fault.has_value(); });
    if (!any_right && !lines_.empty()) throw DossierError({*lines_.front().fault});
  }

  void read_line(std::uint32_t number, std::size_t begin, std::size_t end) {
    constexpr std::size_t depth = 64;
    JsonTape tape(text_.view());
    TapeSink sink(tape, most_values_a_line);
    std::optional<Problem> problem;
    if (const auto fault = parse_json(text_.view(), begin, end, sink, depth))
      problem = problem_in(number, fault->at - begin, fault->code, fault->message, fault->hint);
    else if (tape.root().kind() != JsonKind::object)
      problem = problem_in(number, 0, "wrong-type", "a line must be an object",
                           "write {\"column\": value, …}");
    // A list over several lines is none, though some of them may be objects.
    const std::size_t sign = text_.view().find_first_not_of(" \t\r", begin);
    if (problem && lines_.empty() && text_.view()[sign] == '[') throw DossierError({*problem});
    lines_.push_back({number, {}, problem});
    if (problem) return;
    add_members(tape.root(), "", 0);
  }

  void add_members(JsonValue object, const std::string& prefix, std::size_t depth) {
    for (const JsonValue member : object) {
      const std::string name = prefix + std::string(member.key());
      if (member.kind() == JsonKind::object && depth < deepest_object)
        add_members(member, name + ".", depth + 1);
      else
        add(name, member);
    }
  }

  void add(const std::string& name, JsonValue value) {
    if (value.kind() == JsonKind::null) return;
    const auto [column, is_new] = numbers_.emplace(name, columns_.size());
    if (is_new) columns_.push_back(name);
    if (columns_.size() > most_columns)
      throw DossierError({problem_in(lines_.back().number, 0, "too-many-columns",
                                     "the lines have too many members", "")});
    std::string text;
    CellKind kind = CellKind::text;
    if (value.kind() == JsonKind::list) {
      for (const JsonValue item : value) text += (text.empty() ? "" : ";") + text_of(item);
    } else {
      text = text_of(value);
      if (value.kind() == JsonKind::boolean) kind = CellKind::boolean;
      // A number that neither 64 bits nor a double hold stays the text that it is.
      if (value.kind() != JsonKind::text && value.kind() != JsonKind::boolean &&
          value.kind() != JsonKind::unfit_number)
        kind = CellKind::number;
    }
    lines_.back().values.push_back({column->second, std::move(text), kind});
  }

  static std::string text_of(JsonValue value) {
    switch (value.kind()) {
      case JsonKind::text:
        return std::string(value.text());
      case JsonKind::boolean:
        return std::get<bool>(value.scalar().value) ? "TRUE" : "FALSE";
      case JsonKind::integer:
        return std::to_string(std::get<std::int64_t>(value.scalar().value));
      case JsonKind::unsigned_integer:
        return std::to_string(std::get<std::uint64_t>(value.scalar().value));
      case JsonKind::real:
        return json_number(std::get<double>(value.scalar().value));
      case JsonKind::unfit_number:
        return std::string(value.text());
      default:
        return {};
    }
  }

  [[nodiscard]] Problem problem_in(std::uint32_t line, std::size_t offset, std::string code,
                                   std::string message, std::string hint) const {
    return {Severity::error,
            std::move(code),
            name_,
            line,
            static_cast<std::uint32_t>(offset + 1),
            "",
            std::move(message),
            std::move(hint)};
  }

  TableText text_;
  std::vector<Line> lines_;
  std::vector<std::string> columns_;
  TextMap<std::size_t> numbers_;
};

class JsonTableRows final : public RowStream {
 public:
  explicit JsonTableRows(const JsonTableFile& file) : file_(file) {
    column_names_ = file.columns();
  }

  [[nodiscard]] bool has_column_names() const override { return true; }

  bool next() override {
    if (at_ == file_.lines().size()) return false;
    const JsonTableFile::Line& line = file_.lines()[at_++];
    row_ = line.number;
    at_column_ = line.fault ? line.fault->column : 1;
    if (line.fault) throw DossierError({*line.fault});
    cells_.assign(std::max<std::size_t>(column_names_.size(), 1), {});
    for (const JsonTableFile::Value& value : line.values)
      cells_[value.column] = {value.text, value.text.empty() ? CellKind::empty : value.kind, false};
    return true;
  }
  [[nodiscard]] bool goes_on() const override { return true; }
  [[nodiscard]] Position position(std::size_t /*column*/) const override {
    return {row_, at_column_};
  }

 private:
  const JsonTableFile& file_;
  std::size_t at_ = 0;
  std::uint32_t at_column_ = 1;
};

std::unique_ptr<RowStream> JsonTableFile::open(std::size_t /*sheet*/) {
  return std::make_unique<JsonTableRows>(*this);
}

}  // namespace

std::unique_ptr<TableFile> open_json_lines(InputBytes bytes, const std::string& name) {
  return std::make_unique<JsonTableFile>(name, std::move(bytes));
}

}  // namespace entente::tables
