#include "io/tables/statistics_file.hpp"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <utility>

#include <readstat.h>

#include "base/ascii.hpp"
#include "base/text_map.hpp"
#include "io/tables/serial_date.hpp"
#include "io/tables/statistics_date.hpp"
#include "io/tables/workbook_failure.hpp"
#include "system/descriptor.hpp"
#include "text/utf8.hpp"

namespace entente::tables {
namespace {

struct Variable {
  std::string labels;  ///< the name of its set of labels
  StatisticsDate date = {};
};

class StatisticsFile final : public TableFile {
 public:
  StatisticsFile(const std::string& path, StatisticsFormat format) : format_(format) {
    name_ = path;
    sheets_ = {""};
    if (!Descriptor::for_reading(path).is_open()) throw_input_missing(path, errno);
    parse();
    label();
  }

  std::unique_ptr<RowStream> open(std::size_t sheet) override;

  struct Value {
    std::string text;
    CellKind kind = CellKind::empty;
  };
  [[nodiscard]] std::size_t rows() const { return columns_.empty() ? 0 : columns_.front().size(); }
  [[nodiscard]] const Value& value(std::size_t column, std::size_t row) const {
    static const Value none;
    return row < columns_[column].size() ? columns_[column][row] : none;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  struct FreeParser {
    void operator()(readstat_parser_t* parser) const { readstat_parser_free(parser); }
  };

  void parse() {
    const std::unique_ptr<readstat_parser_t, FreeParser> parser(readstat_parser_init());
    if (!parser) throw std::bad_alloc();
    readstat_set_variable_handler(parser.get(), on_variable);
    readstat_set_value_handler(parser.get(), on_value);
    readstat_set_value_label_handler(parser.get(), on_label);
    const readstat_error_t error = format_ == StatisticsFormat::stata
                                       ? readstat_parse_dta(parser.get(), name_.c_str(), this)
                                       : readstat_parse_sav(parser.get(), name_.c_str(), this);
    if (thrown_) std::rethrow_exception(thrown_);
    if (error != READSTAT_OK)
      refuse_workbook(name_,
                      std::string("the file cannot be read: ") + readstat_error_message(error),
                      "save it anew, in a newer format", "bad-statistics");
  }

  /// No exception passes through the parser's C.
  template <typename Call>
  int guarded(const Call& call) {
    try {
      call();
      return READSTAT_HANDLER_OK;
    } catch (...) {
      thrown_ = std::current_exception();
      return READSTAT_HANDLER_ABORT;
    }
  }

  static StatisticsFile& of(void* user) { return *static_cast<StatisticsFile*>(user); }

  static int on_variable(int /*index*/, readstat_variable_t* variable, const char* labels,
                         void* user) {
    return of(user).guarded([&] { of(user).add_variable(variable, labels); });
  }
  static int on_value(int row, readstat_variable_t* variable, readstat_value_t value, void* user) {
    return of(user).guarded([&] { of(user).add_value(row, variable, value); });
  }
  static int on_label(const char* labels, readstat_value_t value, const char* label, void* user) {
    return of(user).guarded([&] { of(user).labels_[labels][plain_text(value)] = label; });
  }

  void add_variable(readstat_variable_t* variable, const char* labels) {
    if (names_.size() == most_columns)
      refuse_workbook(name_, "the file has too many columns", "", "too-many-columns");
    const char* const format = readstat_variable_get_format(variable);
    const std::string_view shown = format == nullptr ? "" : format;
    names_.emplace_back(readstat_variable_get_name(variable));
    variables_.push_back({labels == nullptr ? "" : labels, format_ == StatisticsFormat::stata
                                                               ? stata_date(shown)
                                                               : spss_date(shown)});
    columns_.emplace_back();
  }

  static std::string plain_text(readstat_value_t value) {
    if (readstat_value_is_tagged_missing(value))
      return std::string(".") + readstat_value_tag(value);
    if (readstat_value_is_system_missing(value)) return ".";
    if (readstat_value_type_class(value) != READSTAT_TYPE_CLASS_STRING)
      return number_as_shown(readstat_double_value(value));
    const char* const text = readstat_string_value(value);
    return text == nullptr ? "" : text;
  }

  void add_value(int row, readstat_variable_t* variable, readstat_value_t value) {
    const auto column = static_cast<std::size_t>(readstat_variable_get_index(variable));
    if (column >= columns_.size() || row < 0) return;
    std::vector<Value>& values = columns_[column];
    values.resize(std::max(values.size(), static_cast<std::size_t>(row) + 1));
    Value& into = values[static_cast<std::size_t>(row)];
    into.text = plain_text(value);
    if (first_invalid_utf8(into.text))
      refuse_workbook(
          cell_place(name_, "", cell_address(column, static_cast<std::uint32_t>(row + 1))),
          "the text is not UTF-8", "save the file anew", "bad-utf8");
    if (readstat_value_is_missing(value, variable)) {
      into.kind = CellKind::missing;
    } else if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
      into.kind = into.text.empty() ? CellKind::empty : CellKind::text;
    } else {
      const StatisticsDate& date = variables_[column].date;
      into.kind = date.kind();
      if (into.kind != CellKind::number) into.text = date.text(readstat_double_value(value));
    }
  }

  /// Labels come behind the values, in some files.
  void label() {
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      const auto labels = labels_.find(variables_[column].labels);
      if (labels == labels_.end()) continue;
      for (Value& value : columns_[column]) {
        if (value.kind != CellKind::number) continue;
        const auto label = labels->second.find(value.text);
        if (label == labels->second.end()) continue;
        value.text = label->second;
        value.kind = CellKind::text;
      }
    }
  }

  StatisticsFormat format_;
  std::vector<std::string> names_;
  std::vector<Variable> variables_;
  std::vector<std::vector<Value>> columns_;
  TextMap<TextMap<std::string>> labels_;
  std::exception_ptr thrown_;
};

class StatisticsRows final : public RowStream {
 public:
  explicit StatisticsRows(const StatisticsFile& file) : file_(file) {
    column_names_ = file.names();
  }

  [[nodiscard]] bool has_column_names() const override { return true; }

  bool next() override {
    if (row_ == file_.rows()) return false;
    cells_.clear();
    for (std::size_t i = 0; i < column_names_.size(); ++i) {
      const StatisticsFile::Value& value = file_.value(i, row_);
      cells_.push_back({value.text, value.kind, false});
    }
    ++row_;
    return true;
  }

 private:
  const StatisticsFile& file_;
};

std::unique_ptr<RowStream> StatisticsFile::open(std::size_t /*sheet*/) {
  return std::make_unique<StatisticsRows>(*this);
}

}  // namespace

std::unique_ptr<TableFile> open_statistics(const std::string& path, StatisticsFormat format) {
  return std::make_unique<StatisticsFile>(path, format);
}

}  // namespace entente::tables
