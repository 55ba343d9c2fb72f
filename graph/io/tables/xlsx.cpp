#include "io/tables/xlsx.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include <entente/base/read_number.hpp>

#include "base/ascii.hpp"
#include "io/tables/table_text.hpp"
#include "io/tables/workbook_failure.hpp"
#include "io/tables/xlsx_parts.hpp"
#include "io/tables/xml_part.hpp"
#include "io/xml/plain_xml.hpp"

namespace entente::tables {
namespace {

constexpr std::uint32_t most_rows = 1'048'576;

struct CellPlace {
  std::size_t column = 0;
  std::uint32_t row = 0;
};

/// Of `B7`; a row of 0 if that is none.
CellPlace place_of(std::string_view address) {
  const std::size_t letters =
      std::min(address.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), address.size());
  CellPlace place = {column_of_letters(address.substr(0, letters)), 0};
  const char* const end = address.data() + address.size();
  const auto parsed = std::from_chars(address.data() + letters, end, place.row);
  if (parsed.ec != std::errc() || parsed.ptr != end || place.column >= most_columns) return {};
  return place;
}

enum class Stored : std::uint8_t { number, shared, text, boolean, error, date };

Stored stored_as(std::string_view type) {
  if (type == "s") return Stored::shared;
  if (type == "str" || type == "inlineStr") return Stored::text;
  if (type == "b") return Stored::boolean;
  if (type == "e") return Stored::error;
  if (type == "d") return Stored::date;
  return Stored::number;
}

class XlsxRows final : public RowStream, private XmlHandler {
 public:
  XlsxRows(const ZipArchive& archive, const ZipEntry& entry, const XlsxParts& parts,
           std::string sheet, std::vector<std::string>& notes)
      : archive_(archive),
        entry_(entry),
        parts_(parts),
        file_(archive.file()),
        sheet_(std::move(sheet)),
        notes_(notes),
        notes_before_(notes.size()),
        bytes_(archive.open(entry)),
        plain_([this](char* buffer, std::size_t size) { return bytes_.read(buffer, size); },
               *this) {}

  bool next() override {
    start_row();
    has_row_ = false;
    while (!has_row_)
      if (!run()) break;
    if (!has_row_) return false;
    given_ = row_;
    for (const Kept& kept : kept_)
      cells_[kept.column].text = std::string_view(scratch_).substr(kept.begin, kept.size);
    return true;
  }

  [[nodiscard]] double share_read() const override {
    return part_ ? part_->share_read() : bytes_.share_read();
  }

 private:
  struct Kept {
    std::size_t column;
    std::size_t begin;
    std::size_t size;
  };

  /// Goes on to the next row or the end; whether there may be more.
  bool run() {
    if (part_) return part_->run();
    const XmlProgress progress = plain_.run();
    if (progress == XmlProgress::refused) begin_again();
    return progress != XmlProgress::ended;
  }

  /// Reads the sheet from its beginning with a parser for all of XML, which says what is wrong if
  /// anything is. The rows that have been given are passed over.
  void begin_again() {
    notes_.resize(notes_before_);
    row_ = 0;
    first_row_ = 0;
    into_ = nullptr;
    in_reading_ = false;
    start_row();
    part_.emplace(archive_, entry_, static_cast<XmlHandler&>(*this));
  }

  void start_row() {
    cells_.clear();
    kept_.clear();
    scratch_.clear();
  }

  [[noreturn]] void fail(std::string message) const {
    refuse_workbook(cell_place(file_, sheet_, cell_address(column_, row_)), std::move(message));
  }

  void begin(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "c")
      open_cell(element);
    else if (name == "v")
      into_ = &value_;
    else if (name == "t" && !in_reading_)
      into_ = &value_;
    else if (name == "rPh")
      in_reading_ = true;
    else if (name == "f")
      open_formula();
    else if (name == "row")
      open_row(element["r"]);
    else if (name == "mergeCell")
      note_merged(element["ref"]);
  }

  void text(std::string_view characters) override {
    if (into_ != nullptr) *into_ += characters;
  }

  void end(std::string_view name) override {
    if (name == "v" || name == "t" || name == "f") {
      into_ = nullptr;
    } else if (name == "c") {
      close_cell();
    } else if (name == "rPh") {
      in_reading_ = false;
    } else if (name == "row" && row_ <= given_) {
      start_row();
    } else if (name == "row" && !cells_.empty()) {
      has_row_ = true;
      part_ ? part_->pause() : plain_.pause();
    }
  }

  void open_formula() {
    computed_ = true;
    formula_ = "=";
    into_ = &formula_;
  }

  void open_row(std::string_view number) {
    std::uint32_t row = row_ + 1;
    if (!number.empty()) {
      const auto parsed = std::from_chars(number.data(), number.data() + number.size(), row);
      if (parsed.ec != std::errc() || row <= row_) fail("rows are out of order behind this cell");
    }
    if (row > most_rows) fail("the sheet has more rows than a sheet may have");
    row_ = row;
    column_ = 0;
    next_column_ = 0;
    first_row_ = first_row_ == 0 ? row : first_row_;
  }

  void open_cell(const XmlElement& element) {
    const std::string_view address = element["r"];
    column_ = next_column_;
    if (!address.empty()) {
      const CellPlace place = place_of(address);
      if (place.row != row_ || place.column < next_column_)
        fail("the cell that follows says another place of itself");
      column_ = place.column;
    }
    if (column_ >= most_columns) fail("the row has more columns than a sheet may have");
    next_column_ = column_ + 1;
    stored_ = stored_as(element["t"]);
    style_ = 0;
    const std::string_view style = element["s"];
    std::from_chars(style.data(), style.data() + style.size(), style_);
    computed_ = false;
    in_reading_ = false;
    value_.clear();
  }

  void close_cell() {
    // A formula may give an empty text; without a result it has never been computed.
    const bool without_result = computed_ && value_.empty() && stored_ != Stored::text;
    if (value_.empty() && !without_result) return;
    while (cells_.size() < column_) cells_.push_back({});
    Cell cell = {{}, CellKind::text, computed_};
    if (without_result) {
      cell.kind = CellKind::formula;
      keep(formula_);
      cells_.push_back(cell);
      return;
    }
    switch (stored_) {
      case Stored::shared:
        cell.text = shared_string();
        break;
      case Stored::text:
        keep_unescaped();
        break;
      case Stored::boolean:
        cell.kind = CellKind::boolean;
        cell.text = value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
        break;
      case Stored::error:
        cell.kind = CellKind::error;
        keep(value_);
        break;
      case Stored::date:
        cell.kind = CellKind::date;
        keep(cut_to_shown(value_, shown()));
        break;
      case Stored::number:
        cell.kind = keep_number();
        break;
    }
    cells_.push_back(cell);
  }

  [[nodiscard]] ShownDate shown() const {
    return style_ < parts_.styles.size() ? parts_.styles[style_] : ShownDate{};
  }

  std::string_view shared_string() const {
    std::size_t index = 0;
    const char* const end = value_.data() + value_.size();
    const auto parsed = std::from_chars(value_.data(), end, index);
    if (parsed.ec != std::errc() || parsed.ptr != end || index >= parts_.strings.size())
      fail("the text that the cell refers to is not in the file");
    return parts_.strings[index];
  }

  CellKind keep_number() {
    double number = 0;
    const char* const end = value_.data() + value_.size();
    const auto parsed = read_number(value_.data(), end, number);
    if (parsed.ec != std::errc() || parsed.ptr != end || !std::isfinite(number)) {
      keep(value_);
      return CellKind::error;
    }
    if (!shown().is_date()) {
      keep(number_as_shown(number, value_));
      return CellKind::number;
    }
    const auto iso = iso_of_serial(number, parts_.epoch, shown());
    keep(iso ? *iso : value_);
    return iso ? CellKind::date : CellKind::error;
  }

  void keep(std::string_view text) {
    kept_.push_back({column_, scratch_.size(), text.size()});
    scratch_ += text;
  }

  void keep_unescaped() {
    const std::size_t begin = scratch_.size();
    append_unescaped(scratch_, value_);
    kept_.push_back({column_, begin, scratch_.size() - begin});
  }

  /// Headers stand in the first rows, below titles.
  void note_merged(std::string_view range) {
    constexpr std::uint32_t rows_of_headers = 10;
    const CellPlace first = place_of(range.substr(0, range.find(':')));
    if (first.row == 0) return;
    if (first.row < first_row_ + rows_of_headers)
      notes_.push_back(cell_place(file_, sheet_, range) + std::string(merged_cells));
  }

  const ZipArchive& archive_;
  const ZipEntry& entry_;
  const XlsxParts& parts_;
  std::string file_;
  std::string sheet_;
  std::vector<std::string>& notes_;
  std::size_t notes_before_;
  ZipReader bytes_;
  PlainXml plain_;
  std::optional<XmlPart> part_;  ///< once the sheet is not plain
  std::uint32_t given_ = 0;      ///< the last row given
  std::vector<Kept> kept_;
  std::string scratch_;

  bool has_row_ = false;
  std::uint32_t first_row_ = 0;
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;
  Stored stored_ = Stored::number;
  std::size_t style_ = 0;
  bool computed_ = false;
  bool in_reading_ = false;
  std::string value_;
  std::string formula_;
  std::string* into_ = nullptr;
};

class XlsxFile final : public TableFile {
 public:
  XlsxFile(std::string name, InputBytes bytes, std::size_t most_bytes)
      : bytes_(std::move(bytes)),
        archive_(open_archive(bytes_.view(), name, most_bytes)),
        parts_(read_xlsx_parts(archive_)) {
    name_ = std::move(name);
    for (const XlsxSheet& sheet : parts_.sheets) sheets_.push_back(sheet.name);
  }

  std::unique_ptr<RowStream> open(std::size_t sheet) override {
    const XlsxSheet& wanted = parts_.sheets.at(sheet);
    const ZipEntry* entry = archive_.find(wanted.part);
    if (entry == nullptr)
      refuse_workbook(cell_place(name_, wanted.name, ""), "the sheet is not in the file");
    return std::make_unique<XlsxRows>(archive_, *entry, parts_, wanted.name, notes_);
  }

 private:
  static ZipArchive open_archive(std::string_view bytes, const std::string& name,
                                 std::size_t most_bytes) {
    constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0";
    if (bytes.starts_with(compound_file))
      refuse_workbook(name, "this is an old .xls file, or a workbook with a password",
                      "save it as .xlsx, without a password", "encrypted");
    ZipLimits limits;
    limits.most_bytes = most_bytes;
    return {bytes, name, limits};
  }

  InputBytes bytes_;
  ZipArchive archive_;
  XlsxParts parts_;
};

}  // namespace

std::unique_ptr<TableFile> open_xlsx(const std::string& path, std::size_t most_bytes) {
  return open_xlsx(read_table_bytes(path, most_bytes), path == "-" ? "<stdin>" : path, most_bytes);
}

std::unique_ptr<TableFile> open_xlsx(InputBytes bytes, const std::string& name,
                                     std::size_t most_bytes) {
  return std::make_unique<XlsxFile>(name, std::move(bytes), most_bytes);
}

}  // namespace entente::tables
