#include <algorithm>
#include <utility>

#include <entente/io/import.hpp>
#include <entente/io/load.hpp>

#include "io/import/binding.hpp"
#include "io/import/cell_parts.hpp"
#include "io/import/evaluation.hpp"
#include "io/import/ftm_mapping.hpp"
#include "io/import/joined_tables.hpp"
#include "io/import/mapping.hpp"
#include "io/import/record_store.hpp"
#include "io/import/rejected_rows.hpp"
#include "io/import/row_records.hpp"
#include "io/import/row_view.hpp"
#include "io/import/table_source.hpp"
#include "io/import/unsound_rows.hpp"
#include "io/tables/open_table.hpp"
#include "system/whole_file.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

namespace im = import;

bool is_blank(const std::vector<tables::Cell>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const tables::Cell& cell) {
    return cell.text.find_first_not_of(" \t\r\n") == cell.text.npos;
  });
}

class Importer {
 public:
  Importer(std::vector<im::SourceFile>& files, const im::Mapping& mapping,
           const ImportOptions& options, im::UnsoundRows& unsound)
      : mapping_(mapping),
        options_(options),
        files_(files),
        evaluation_(mapping),
        store_(mapping),
        unsound_(unsound) {}

  ImportResult run() {
    for (const im::SourceFile& file : files_) tables::require_file(file.path());
    require_tables_of_files();
    for (const im::MappedTable& table : mapping_.tables) {
      bool is_read = false;
      for (im::SourceFile& file : files_)
        if (file.is_meant_by(table.file)) {
          is_read = true;
          read_table(table, file);
        }
      if (!is_read) note_unread(table);
    }
    for (const im::SourceFile& file : files_)
      for (const std::string& note : file.notes())
        if (std::find(result_.notes.begin(), result_.notes.end(), note) == result_.notes.end())
          result_.notes.push_back(note);
    finish();
    return std::move(result_);
  }

  /// Whether rows are to be left out of another pass.
  [[nodiscard]] bool found_unsound_rows() const { return found_unsound_rows_; }

 private:
  void read_table(im::MappedTable table, im::SourceFile& file) {
    im::OpenTable source =
        file.open(table.sheet, table.header, table.delimiter, table.query, table.place);
    const bool is_named = source.rows->has_column_names();
    if (const std::size_t wanted = im::columns_by_letter(table);
        !is_named && wanted > source.columns.size())
      source.columns.resize(wanted);
    im::RowView row(columns_of(table, source), file.base_name(), source.sheet);
    const std::string shown = im::shown_place(file.path(), source.sheet);
    std::vector<Problem> problems;
    check_columns(table, row, problems);
    add_joins(table, row, problems);
    im::bind_columns(table, row, shown, problems);
    if (has_errors(problems)) throw DossierError(std::move(problems));
    if (table.header > 0) note_unused(row, shown);

    rejected_.add_table(file.path(), source.sheet);
    store_.dossier().files.push_back(shown);
    im::TableName name;
    name.file = file.base_name();
    name.sheet = source.sheet;
    name.source = file.document_id();
    store_.name_source(name.source, file.base_name());
    name.id = im::slug_of(source.sheet.empty() ? file.stem() : source.sheet) + "-";
    im::RowRecordMaker maker(table, name, row.column_count(), evaluation_);
    const std::size_t rows_before = result_.rows;
    const std::size_t relations_before = store_.dossier().relations.size();
    while (next_row(*source.rows)) {
      if (is_blank(source.rows->cells())) continue;
      if (options_.most_rows > 0 && result_.rows - rows_before == options_.most_rows) break;
      ++result_.rows;
      read_row(table, row, *source.rows, maker);
      if (store_.is_full()) expect_the_rest(*source.rows, relations_before);
    }
    for (std::string& note : evaluation_.numbers().take_notes(source.columns, shown))
      result_.notes.push_back(std::move(note));
  }

  /// Rows that the source refuses, and no more than those, are rejected.
  bool next_row(tables::RowStream& rows) {
    while (true) try {
        return rows.next();
      } catch (const DossierError& error) {
        if (!rows.goes_on()) throw;
        const Problem& problem = error.problems().front();
        ++result_.rows;
        im::Origin origin;
        origin.table = rejected_.last_table();
        origin.row = rows.row();
        rejected_.add(im::Rejected{0, "", problem.code, problem.message, problem.hint}, origin,
                      rows);
      }
  }

  /// Makes room for the relations of the whole table, if it goes on as it has begun; growing step
  /// by step costs as much as making them.
  void expect_the_rest(const tables::RowStream& rows, std::size_t relations_before) {
    constexpr std::size_t enough_to_estimate = 4096;
    constexpr double margin = 1.125;
    const std::size_t made = store_.dossier().relations.size() - relations_before;
    const double share = rows.share_read();
    if (made < enough_to_estimate || share <= 0) return;
    store_.expect(relations_before +
                  static_cast<std::size_t>(static_cast<double>(made) / share * margin));
  }

  void read_row(const im::MappedTable& table, im::RowView& row, tables::RowStream& rows,
                im::RowRecordMaker& maker) {
    im::Origin origin;
    origin.table = rejected_.last_table();
    origin.row = rows.row();
    origin.place = place_of(rows, origin);
    if (unsound_.has(origin)) return;
    try {
      require_no_more_cells(row, rows);
      row.set(rows.cells(), rows.row());
      records_.clear();
      row.join();
      if (!std::all_of(table.conditions.begin(), table.conditions.end(),
                       [&](const im::MappedCondition& each) { return im::holds(each, row); }))
        return;
      add_parts(table, row, origin, maker);
      unsound_.require_sound(records_);
      store_.take(records_);
      maker.taken();
    } catch (const im::Rejected& rejected) {
      maker.dropped();
      static_cast<void>(evaluation_.take_countries());
      rejected_.add(rejected, origin, rows);
    }
  }

  /// Cells behind the last column that has a name.
  static void require_no_more_cells(const im::RowView& row, const tables::RowStream& rows) {
    const std::vector<tables::Cell>& cells = rows.cells();
    for (std::size_t i = row.column_count(); i < cells.size(); ++i)
      if (cells[i].kind != tables::CellKind::empty)
        throw im::Rejected{static_cast<std::uint32_t>(i), std::string(cells[i].text),
                           "too-many-cells", "the row has more cells than columns have names",
                           "is a quotation mark missing, or the name of a column?"};
  }

  void add_parts(const im::MappedTable& table, im::RowView& row, const im::Origin& origin,
                 im::RowRecordMaker& maker) {
    if (table.splits.empty()) {
      maker.add(row, origin, 0, records_);
      return;
    }
    // Of several columns to split, every combination.
    std::vector<std::pair<std::uint32_t, std::vector<std::string_view>>> parts;
    for (const im::MappedSplit& split : table.splits) {
      const std::uint32_t slot = row.slot_of(split.column);
      std::vector<std::string_view> texts = im::parts_of_cell(row.text(slot), split.separator);
      if (texts.empty()) texts.emplace_back();
      parts.push_back({slot, std::move(texts)});
    }
    std::size_t total = 1;
    for (const auto& [slot, texts] : parts) total *= texts.size();
    constexpr std::size_t most_combinations = 100'000;
    if (total > most_combinations)
      throw im::Rejected{parts.front().first, "", "too-many-parts",
                         "the cells split into more than 100000 combinations",
                         "split one column a table"};
    for (std::size_t i = 0; i < total; ++i) {
      std::size_t rest = i;
      for (const auto& [slot, texts] : parts) {
        row.replace(slot, texts[rest % texts.size()]);
        rest /= texts.size();
      }
      maker.add(row, origin, i + 1, records_);
    }
  }

  static Place place_of(const tables::RowStream& rows, const im::Origin& origin) {
    const Position position = rows.position(0);
    const std::uint32_t line = position.line > 0 ? position.line : rows.row();
    return {origin.table, line, 1};
  }

  [[nodiscard]] static std::vector<im::ColumnInfo> columns_of(const im::MappedTable& table,
                                                              const im::OpenTable& source) {
    std::vector<im::ColumnInfo> columns;
    for (const std::string& name : source.columns) {
      im::ColumnInfo column;
      column.name = name;
      for (const im::MappedColumn& mapped : table.columns)
        if (mapped.name == name || mapped.name == "=" + tables::column_letters(columns.size())) {
          column.order = mapped.order;
          column.decimal = mapped.decimal;
          column.missing = mapped.missing.codes;
          column.map = mapped.map;
        }
      column.missing.insert(column.missing.end(), table.missing.codes.begin(),
                            table.missing.codes.end());
      columns.push_back(std::move(column));
    }
    return columns;
  }

  /// Columns that the mapping describes and the table does not have.
  static void check_columns(const im::MappedTable& table, im::RowView& row,
                            std::vector<Problem>& problems) {
    for (const im::MappedColumn& column : table.columns)
      if (row.slot_of(column.name) == im::RowView::no_slot) {
        Problem problem = column.place;
        problem.code = "unknown-column";
        problem.message = "the table has no column '" + column.name + "'";
        problems.push_back(std::move(problem));
      }
  }

  void add_joins(im::MappedTable& table, im::RowView& row, std::vector<Problem>& problems) {
    for (im::MappedJoin& join : table.joins) {
      for (im::TextTemplate::Part& part : join.on.parts)
        if (part.is_column) {
          part.slot = row.slot_of(part.text);
          if (part.slot < row.column_count()) continue;
          Problem problem = join.on.place;
          problem.code = "unknown-column";
          problem.message = "the table has no column '" + part.text + "'";
          problems.push_back(std::move(problem));
          part.slot = 0;
        }
      row.add_join(join.name, joins_.table_of(join), join.on);
    }
  }

  /// Whether a table of the mapping is in the file, or is looked up there.
  [[nodiscard]] bool is_read(const im::SourceFile& file) const {
    return std::any_of(
        mapping_.tables.begin(), mapping_.tables.end(), [&](const im::MappedTable& table) {
          return file.is_meant_by(table.file) || std::any_of(table.joins.begin(), table.joins.end(),
                                                             [&](const im::MappedJoin& join) {
                                                               return file.is_meant_by(join.file);
                                                             });
        });
  }

  /// A file that no table is in is another than the mapping is for, or has another name. What is
  /// let pass is told, unless nothing would be left.
  void require_tables_of_files() {
    std::string names;
    for (const im::MappedTable& table : mapping_.tables)
      names += (names.empty() ? "'" : ", '") + table.file + "'";
    std::vector<Problem> problems;
    for (const im::SourceFile& file : files_) {
      if (is_read(file)) continue;
      problems.push_back({Severity::error, "unread-file", file.path(), 0, 0, "",
                          "no table of the mapping is in a file of that name",
                          "its tables are in " + names +
                              ": give the file that name, or write its name in the mapping"});
    }
    const bool may_pass = options_.faulty == Faulty::left_out && problems.size() < files_.size();
    if (!problems.empty() && !may_pass) throw DossierError(std::move(problems));
    for (const Problem& problem : problems)
      result_.notes.push_back(problem.file + ": " + problem.message + "; " + problem.hint);
  }

  /// What the table says and the mapping passes over.
  void note_unused(const im::RowView& row, const std::string& shown) {
    constexpr std::size_t few = 12;
    std::string names;
    std::size_t count = 0;
    for (std::size_t i = 0; i < row.column_count(); ++i)
      if (const std::string& name = row.columns()[i].name; !name.empty() && !row.is_named(i))
        if (++count <= few) names += (count == 1 ? "'" : ", '") + shortened(name) + "'";
    if (count == 0) return;
    if (count > few) names += " and " + std::to_string(count - few) + " more";
    result_.notes.push_back(shown + (count == 1 ? ": the column " : ": the columns ") + names +
                            (count == 1 ? " is" : " are") + " not used");
  }

  void note_unread(const im::MappedTable& table) {
    result_.notes.push_back("no file is " + table.file + ", which the mapping has a table for");
  }

  void finish() {
    store_.finish();
    ReadResult read;
    read.dossier = std::move(store_.dossier());
    if (read.dossier.titles.empty()) read.dossier.titles = {{"en", title()}};
    if (read.dossier.vocabularies.empty()) read.dossier.vocabularies = {"diplomacy"};
    std::vector<Problem> errors;
    if (options_.faulty == Faulty::left_out) {
      LenientDossier lenient = check_leniently(std::move(read));
      errors = set_rows_apart(std::move(lenient.left_out.problems));
      keep(std::move(lenient.checked));
    } else {
      keep(check_records(std::move(read)));
    }
    std::move(errors_.begin(), errors_.end(), std::back_inserter(errors));
    for (const Problem& problem : errors) rejected_.add(problem, store_);
    result_.rejected = std::move(rejected_).take();
  }

  /// Notes the rows that made what was left out. Returns the problems of records of no row.
  std::vector<Problem> set_rows_apart(std::vector<Problem> problems) {
    std::vector<Problem> others;
    for (Problem& problem : problems) {
      const im::Origin* const origin = rejected_.origin_of(problem, store_);
      if (origin == nullptr) {
        others.push_back(std::move(problem));
        continue;
      }
      const bool is_new = unsound_.add(*origin, problem, rejected_.row_of(problem, store_));
      found_unsound_rows_ = found_unsound_rows_ || is_new;
    }
    return others;
  }

  void keep(CheckedDossier&& checked) {
    result_.dossier = std::move(checked.dossier);
    for (Problem& problem : checked.problems)
      (problem.severity == Severity::error ? errors_ : result_.warnings)
          .push_back(std::move(problem));
  }

  std::string title() const {
    std::string title;
    for (const im::SourceFile& file : files_)
      title += (title.empty() ? "" : ", ") + file.base_name();
    return title;
  }

  const im::Mapping& mapping_;
  const ImportOptions& options_;
  std::vector<im::SourceFile>& files_;
  im::JoinedTables joins_{files_, options_.limits};
  im::Evaluation evaluation_;
  im::RecordStore store_;
  im::RowRecords records_;
  im::RejectedRows rejected_;
  im::UnsoundRows& unsound_;
  bool found_unsound_rows_ = false;
  std::vector<Problem> errors_;
  ImportResult result_;
};

}  // namespace

MappingText read_mapping_file(const std::string& path) {
  constexpr std::size_t most_bytes = std::size_t{64} << 20U;
  auto bytes = read_bytes(path, most_bytes);
  if (!bytes)
    throw DossierError({{Severity::error, "limit-input", path, 0, 0, "",
                         "a mapping has at most 64 MiB", "is this the mapping?"}});
  return {std::string(bytes->view()), path == "-" ? "<stdin>" : path};
}

ImportResult import_tables(const std::vector<std::string>& files, const MappingText& mapping,
                           const ImportOptions& options) {
  const bool is_foreign = im::is_yaml_mapping(mapping.text, mapping.name);
  const im::Mapping read = im::read_mapping(
      is_foreign ? im::mapping_of_ftm(mapping.text, mapping.name) : mapping.text, mapping.name);
  std::vector<im::SourceFile> sources;
  sources.reserve(files.size());
  for (const std::string& file : files) sources.emplace_back(file, options.limits);
  im::UnsoundRows unsound;
  while (true) {
    Importer importer(sources, read, options, unsound);
    ImportResult result = importer.run();
    if (importer.found_unsound_rows()) {
      unsound.next_pass();
      continue;
    }
    for (RejectedRow& row : std::move(unsound).take()) result.rejected.push_back(std::move(row));
    return result;
  }
}

}  // namespace entente
