#include "io/tables/ods.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include <entente/base/read_number.hpp>

#include "base/ascii.hpp"
#include "base/text_map.hpp"
#include "io/tables/serial_date.hpp"
#include "io/tables/workbook_failure.hpp"
#include "io/tables/xml_part.hpp"

namespace entente::tables {
namespace {

constexpr std::size_t most_ods_rows = 1'048'576;

std::size_t repeated(std::string_view count) {
  std::size_t number = 1;
  if (!count.empty()) std::from_chars(count.data(), count.data() + count.size(), number);
  return std::max<std::size_t>(number, 1);
}

/// Names of sheets, and what date styles show: both stand in the one part with all rows.
struct OdsParts {
  std::vector<std::string> sheets;
  TextMap<ShownDate> data_styles;
  TextMap<std::string> cell_styles;  ///< to their data styles

  [[nodiscard]] ShownDate shown(const std::string& style) const {
    const auto cell = cell_styles.find(style);
    if (cell == cell_styles.end()) return {};
    const auto data = data_styles.find(cell->second);
    return data == data_styles.end() ? ShownDate{} : data->second;
  }
};

class OdsPartsHandler final : public XmlHandler {
 public:
  explicit OdsPartsHandler(OdsParts& parts) : parts_(parts) {}

  void begin(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "table" && depth_ == 0) parts_.sheets.emplace_back(element.prefixed("table:name"));
    if (name == "table") ++depth_;
    if (name == "style" && !element.prefixed("style:data-style-name").empty())
      parts_.cell_styles.emplace(element.prefixed("style:name"),
                                 element.prefixed("style:data-style-name"));
    if (name == "date-style") style_ = element.prefixed("style:name");
    if (style_.empty()) return;
    ShownDate& shown = parts_.data_styles[style_];
    shown.year |= name == "year";
    shown.month |= name == "month";
    shown.day |= name == "day";
    shown.time |= name == "hours";
  }
  void end(std::string_view name) override {
    if (name == "table") --depth_;
    if (name == "date-style") style_.clear();
  }

 private:
  OdsParts& parts_;
  std::string style_;
  int depth_ = 0;
};

class OdsRows final : public RowStream, private XmlHandler {
 public:
  OdsRows(const ZipArchive& archive, const ZipEntry& entry, const OdsParts& parts,
          std::size_t sheet, std::vector<std::string>& notes)
      : part_(archive, entry, *this),
        parts_(parts),
        notes_(notes),
        place_(cell_place(archive.file(), parts.sheets[sheet], "")),
        wanted_(sheet) {}

  bool next() override {
    if (more_of_same_ > 0) {
      --more_of_same_;
      ++row_;
      return true;
    }
    has_row_ = false;
    while (!has_row_ && !ended_)
      if (!part_.run()) break;
    return has_row_;
  }

  [[nodiscard]] double share_read() const override { return part_.share_read(); }

 private:
  struct Kept {
    std::size_t column;
    std::size_t begin;
    std::size_t size;
  };

  void begin(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "table") {
      if (depth_++ == 0) in_sheet_ = tables_++ == wanted_;
      return;
    }
    if (!in_sheet_ || depth_ != 1) return;
    if (name == "annotation" || name == "shape") ++skipped_;
    if (skipped_ > 0) return;
    if (name == "table-row") {
      start_row(repeated(element.prefixed("table:number-rows-repeated")));
    } else if (name == "table-cell" || name == "covered-table-cell") {
      start_cell(element);
    } else if (name == "p") {
      if (paragraphs_++ > 0) text_ += '\n';
      in_text_ = true;
    } else if (name == "s" && in_text_) {
      text_.append(std::min<std::size_t>(repeated(element.prefixed("text:c")), 1000), ' ');
    } else if (name == "tab" && in_text_) {
      text_ += '\t';
    } else if (name == "line-break" && in_text_) {
      text_ += '\n';
    }
  }

  void text(std::string_view characters) override {
    if (in_text_ && skipped_ == 0) text_ += characters;
  }

  void end(std::string_view name) override {
    if (name == "table") {
      if (--depth_ == 0 && in_sheet_) {
        in_sheet_ = false;
        ended_ = true;
        part_.pause();
      }
      return;
    }
    if (!in_sheet_ || depth_ != 1) return;
    if (name == "annotation" || name == "shape") {
      --skipped_;
      return;
    }
    if (skipped_ > 0) return;
    if (name == "p") in_text_ = false;
    if (name == "table-cell" || name == "covered-table-cell") end_cell();
    if (name == "table-row") end_row();
  }

  void start_row(std::size_t repeats) {
    repeats_ = repeats;
    cells_.clear();
    kept_.clear();
    scratch_.clear();
    column_ = 0;
  }

  void start_cell(const XmlElement& element) {
    cell_repeats_ = repeated(element.prefixed("table:number-columns-repeated"));
    type_ = element.prefixed("office:value-type");
    const std::string_view formula = element.prefixed("table:formula");
    computed_ = !formula.empty();
    if (computed_ && type_.empty())
      formula_ = formula.substr(std::min(formula.find('='), formula.size()));
    style_ = element.prefixed("table:style-name");
    value_ = element.prefixed(type_ == "date"      ? "office:date-value"
                              : type_ == "boolean" ? "office:boolean-value"
                              : type_ == "string"  ? "office:string-value"
                                                   : "office:value");
    text_.clear();
    paragraphs_ = 0;
    in_text_ = false;
    note_merged(repeated(element.prefixed("table:number-columns-spanned")),
                repeated(element.prefixed("table:number-rows-spanned")));
  }

  /// Headers stand in the first rows, below titles.
  void note_merged(std::size_t columns, std::size_t rows) {
    constexpr std::uint32_t rows_of_headers = 10;
    if ((columns < 2 && rows < 2) || row_ >= rows_of_headers) return;
    notes_.push_back(place_ + "!" + cell_address(column_, row_ + 1) + ":" +
                     cell_address(column_ + columns - 1, row_ + static_cast<std::uint32_t>(rows)) +
                     std::string(merged_cells));
  }

  void end_cell() {
    const bool without_result = computed_ && type_.empty();
    if (column_ + cell_repeats_ > most_columns && (!type_.empty() || without_result))
      refuse_workbook(place_ + "!" + cell_address(column_, row_ + 1),
                      "the row has more columns than a sheet may have");
    if (without_result ||
        (!type_.empty() && !(type_ == "string" && text_.empty() && value_.empty())))
      for (std::size_t i = 0; i < cell_repeats_; ++i) keep(column_ + i);
    column_ += cell_repeats_;
  }

  void keep(std::size_t column) {
    while (cells_.size() < column) cells_.push_back({});
    Cell cell = {{}, CellKind::text, computed_};
    std::string kept = text_;
    if (type_.empty()) {
      cell.kind = CellKind::formula;
      kept = formula_;
    } else if (type_ == "date") {
      cell.kind = CellKind::date;
      kept = cut_to_shown(value_, parts_.shown(style_));
    } else if (type_ == "boolean") {
      cell.kind = CellKind::boolean;
      kept = value_ == "true" ? "TRUE" : "FALSE";
    } else if (type_ == "string") {
      if (text_.empty()) kept = value_;
    } else if (type_ != "time") {
      cell.kind = CellKind::number;
      double number = 0;
      const char* const last = value_.data() + value_.size();
      const auto parsed = read_number(value_.data(), last, number);
      const bool is_number =
          parsed.ec == std::errc() && parsed.ptr == last && std::isfinite(number);
      if (!is_number) cell.kind = CellKind::error;
      kept = is_number ? number_as_shown(number, value_) : value_;
    }
    if (computed_ && (text_.starts_with("#") || text_.starts_with("Err:"))) {
      cell.kind = CellKind::error;
      kept = text_;
    }
    kept_.push_back({column, scratch_.size(), kept.size()});
    scratch_ += kept;
    cells_.push_back(cell);
  }

  void end_row() {
    if (cells_.empty()) {
      row_ += static_cast<std::uint32_t>(std::min(repeats_, most_ods_rows));
      return;
    }
    if (row_ + repeats_ > most_ods_rows)
      refuse_workbook(place_, "the sheet has more rows than a sheet may have");
    for (const Kept& kept : kept_)
      cells_[kept.column].text = std::string_view(scratch_).substr(kept.begin, kept.size);
    ++row_;
    more_of_same_ = repeats_ - 1;
    has_row_ = true;
    part_.pause();
  }

  XmlPart part_;
  const OdsParts& parts_;
  std::vector<std::string>& notes_;
  std::string place_;
  std::size_t wanted_;
  std::size_t tables_ = 0;
  int depth_ = 0;
  int skipped_ = 0;
  bool in_sheet_ = false;
  bool ended_ = false;
  bool has_row_ = false;
  std::size_t repeats_ = 1;
  std::size_t more_of_same_ = 0;
  std::size_t column_ = 0;
  std::size_t cell_repeats_ = 1;
  bool computed_ = false;
  bool in_text_ = false;
  std::size_t paragraphs_ = 0;
  std::string type_;
  std::string formula_;  // where it has no result
  std::string style_;
  std::string value_;
  std::string text_;
  std::vector<Kept> kept_;
  std::string scratch_;
};

class OdsFile final : public TableFile {
 public:
  OdsFile(std::string name, InputBytes bytes, std::size_t most_bytes)
      : bytes_(std::move(bytes)), archive_(bytes_.view(), name, limits_of(most_bytes)) {
    name_ = std::move(name);
    content_ = archive_.find("content.xml");
    if (content_ == nullptr) refuse_workbook(name_, "the archive holds no spreadsheet");
    OdsPartsHandler handler(parts_);
    parse_part(archive_, *content_, handler);
    sheets_ = parts_.sheets;
  }

  std::unique_ptr<RowStream> open(std::size_t sheet) override {
    return std::make_unique<OdsRows>(archive_, *content_, parts_, sheet, notes_);
  }

 private:
  static ZipLimits limits_of(std::size_t most_bytes) {
    ZipLimits limits;
    limits.most_bytes = most_bytes;
    return limits;
  }

  InputBytes bytes_;
  ZipArchive archive_;
  const ZipEntry* content_ = nullptr;
  OdsParts parts_;
};

}  // namespace

std::unique_ptr<TableFile> open_ods(InputBytes bytes, const std::string& name,
                                    std::size_t most_bytes) {
  return std::make_unique<OdsFile>(name, std::move(bytes), most_bytes);
}

}  // namespace entente::tables
