#include <clocale>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <xlsxwriter.h>

#include <entente/error.hpp>
#include <entente/time/day.hpp>

#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/labels.hpp"
#include "io/formats/plain_values.hpp"
#include "io/formats/report/report_formats.hpp"
#include "io/formats/report/wide_columns.hpp"
#include "io/formats/report/xlsx_sheet.hpp"
#include "system/scratch_file.hpp"

namespace entente {
namespace {

constexpr std::int64_t most_exact = std::int64_t{1} << 53;
constexpr std::time_t fixed_time = 315'532'800;  // 1980-01-01, where the time of ZIP begins

/// The library writes numbers with printf, whose point is the locale's.
class PlainNumbers {
 public:
  PlainNumbers()
      : plain_(::newlocale(LC_NUMERIC_MASK, "C", nullptr)), before_(::uselocale(plain_)) {}
  ~PlainNumbers() {
    ::uselocale(before_);
    ::freelocale(plain_);
  }
  PlainNumbers(const PlainNumbers&) = delete;
  PlainNumbers& operator=(const PlainNumbers&) = delete;

 private:
  locale_t plain_;
  locale_t before_;
};

void put_sheet_value(XlsxSheet& sheet, const AttributeValue* value) {
  if (!value) return sheet.blank();
  const auto* scalar = std::get_if<Scalar>(value);
  if (scalar) {
    if (const auto* flag = std::get_if<bool>(scalar)) return sheet.boolean(*flag);
    if (const auto* real = std::get_if<double>(scalar); real && std::isfinite(*real))
      return sheet.number(*real);
    if (const auto* whole = std::get_if<std::int64_t>(scalar);
        whole && *whole >= -most_exact && *whole <= most_exact)
      return sheet.number(static_cast<double>(*whole));
  }
  sheet.text(plain_text(*value));
}

void put_sheet_date_titles(XlsxSheet& sheet) {
  sheet.title("when", 20);
  sheet.title("earliest", 12);
  sheet.title("latest", 12);
}

void put_sheet_dates(XlsxSheet& sheet, const std::optional<When>& when) {
  sheet.text(when ? when->text() : std::string());
  const auto earliest = when ? when->earliest() : std::nullopt;
  const auto latest = when ? when->latest() : std::nullopt;
  sheet.text(earliest ? format_day(*earliest) : std::string());
  sheet.text(latest ? format_day(*latest) : std::string());
}

class WorkbookWriter {
 public:
  WorkbookWriter(const Dossier& dossier, const Vocabulary& vocabulary,
                 const ConvertOptions& options)
      : dossier_(dossier), options_(options), labels_(vocabulary, options.languages) {
    for (const Entity& entity : dossier.entities) names_.emplace(entity.id, labels_.name(entity));
  }

  LossReport write(std::ostream& out) {
    const PlainNumbers plain_numbers;
    const ScratchFile file;
    fill(file.path());
    file.copy_to(out);
    return std::move(report_);
  }

 private:
  void fill(const std::string& path) {
    lxw_workbook_options settings{};
    settings.constant_memory = 1;
    lxw_workbook* book = ::workbook_new_opt(path.c_str(), &settings);
    if (!book) throw IoError(Exit::io, "write-failed", "cannot make a workbook in " + path);
    std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> guard(book, ::lxw_workbook_free);
    set_properties(book);
    head_ = ::workbook_add_format(book);
    ::format_set_bold(head_);
    put_entities(book);
    put_names(book);
    put_relations(book);
    put_evidence(book);
    static_cast<void>(guard.release());  // closing frees it, whatever becomes of the file
    const lxw_error failure = ::workbook_close(book);
    if (failure != LXW_NO_ERROR)
      throw IoError(Exit::io, "write-failed",
                    std::string("cannot write the workbook: ") + ::lxw_strerror(failure));
  }

  void set_properties(lxw_workbook* book) {
    std::string title = cell_text(label(dossier_.titles, options_.languages)).text;
    std::string selection = cell_text(options_.selection).text;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.comments = selection.data();
    properties.created = fixed_time;
    ::workbook_set_properties(book, &properties);
  }

  [[nodiscard]] std::string_view name_of(std::string_view id) const {
    const auto found = names_.find(id);
    return found == names_.end() ? std::string_view() : found->second;
  }

  void put_entities(lxw_workbook* book) {
    XlsxSheet sheet(book, "entities", head_, report_);
    const WideColumns columns(dossier_.entities);
    sheet.title("id", 28);
    sheet.title("kind", 14);
    sheet.title("name", 36);
    put_sheet_date_titles(sheet);
    for (const std::string_view code : columns.codes())
      sheet.title("codes." + std::string(code), 10);
    for (const std::string_view name : columns.attributes())
      sheet.title("attributes." + std::string(name), 18);
    for (const Entity* entity : by_id(dossier_.entities)) {
      sheet.row(entity->id);
      sheet.text(entity->id);
      sheet.text(entity->kind);
      sheet.text(labels_.name(*entity));
      put_sheet_dates(sheet, entity->when);
      for (const std::string* code : columns.codes_of(*entity))
        sheet.text(code ? *code : std::string());
      for (const AttributeValue* value : columns.attributes_of(entity->attributes))
        put_sheet_value(sheet, value);
    }
  }

  void put_names(lxw_workbook* book) {
    XlsxSheet sheet(book, "names", head_, report_);
    sheet.title("entity", 28);
    sheet.title("language", 10);
    sheet.title("position", 8);
    sheet.title("name", 48);
    for (const Entity* entity : by_id(dossier_.entities))
      for (const LanguageNames* one : sorted_by(entity->names, [](const LanguageNames& names) {
             return std::string_view(names.language);
           }))
        for (std::size_t i = 0; i < one->names.size(); ++i) {
          sheet.row(entity->id);
          sheet.text(entity->id);
          sheet.text(one->language);
          sheet.number(static_cast<double>(i + 1));
          sheet.text(one->names[i]);
        }
  }

  void put_relations(lxw_workbook* book) {
    XlsxSheet sheet(book, "relations", head_, report_);
    const WideColumns columns(dossier_.relations);
    for (const char* name : {"id", "type", "from", "from_name", "to", "to_name"})
      sheet.title(name, 24);
    sheet.title("sentence", 60);
    put_sheet_date_titles(sheet);
    sheet.title("modality", 12);
    for (const std::string_view name : columns.attributes())
      sheet.title("attributes." + std::string(name), 18);
    for (const Relation* relation : by_id(dossier_.relations)) {
      sheet.row(relation->id);
      for (const std::string& text : {relation->id, relation->type, relation->from})
        sheet.text(text);
      sheet.text(name_of(relation->from));
      sheet.text(relation->to);
      sheet.text(name_of(relation->to));
      sheet.text(sentence_of(*relation));
      put_sheet_dates(sheet, relation->when);
      sheet.text(to_string(relation->modality));
      for (const AttributeValue* value : columns.attributes_of(relation->attributes))
        put_sheet_value(sheet, value);
    }
  }

  [[nodiscard]] std::string sentence_of(const Relation& relation) const {
    const RelationType* type = labels_.type(relation);
    const std::string_view from = name_of(relation.from);
    const std::string_view to = name_of(relation.to);
    return type ? sentence(*type, from, to, options_.languages) : std::string();
  }

  void put_evidence(lxw_workbook* book) {
    XlsxSheet sheet(book, "evidence", head_, report_);
    sheet.title("relation", 28);
    sheet.title("position", 8);
    sheet.title("source", 20);
    sheet.title("source_name", 36);
    sheet.title("at", 24);
    sheet.title("asserted_by", 20);
    sheet.title("when", 20);
    for (const Relation* relation : by_id(dossier_.relations))
      for (std::size_t i = 0; i < relation->evidence.size(); ++i) {
        const Evidence& evidence = relation->evidence[i];
        sheet.row(relation->id);
        sheet.text(relation->id);
        sheet.number(static_cast<double>(i + 1));
        sheet.text(evidence.source);
        sheet.text(name_of(evidence.source));
        sheet.text(evidence.at);
        sheet.text(evidence.asserted_by);
        sheet.text(evidence.when ? evidence.when->text() : std::string());
      }
  }

  const Dossier& dossier_;
  const ConvertOptions& options_;
  Labeller labels_;
  ViewMap<std::string_view> names_;
  lxw_format* head_ = nullptr;
  LossReport report_;
};

}  // namespace

LossReport write_xlsx(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                      const ConvertOptions& options) {
  return WorkbookWriter(dossier, vocabulary, options).write(out);
}

}  // namespace entente
