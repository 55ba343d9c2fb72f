#include "io/tables/xlsx_parts.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "io/tables/workbook_failure.hpp"
#include "io/tables/xml_part.hpp"
#include "text/utf8.hpp"

namespace entente::tables {
namespace {

struct Relationship {
  std::string id;
  std::string type;  ///< the last part of its URI
  std::string part;
};

/// A target in a part's folder, as a name of the archive.
std::string resolved(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string path(folder);
  while (target.starts_with("../") || target.starts_with("./")) {
    if (target.starts_with("../")) {
      const std::size_t slash = path.size() < 2 ? path.npos : path.rfind('/', path.size() - 2);
      path.resize(slash == path.npos ? 0 : slash + 1);
    }
    target.remove_prefix(target.find('/') + 1);
  }
  return path + std::string(target);
}

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == part.npos ? std::string() : std::string(part.substr(0, slash + 1));
}

class Relationships final : public XmlHandler {
 public:
  explicit Relationships(std::string folder) : folder_(std::move(folder)) {}

  void begin(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name != "Relationship" || element["TargetMode"] == "External") return;
    const std::string_view type = element["Type"];
    found.push_back({std::string(element["Id"]), std::string(type.substr(type.rfind('/') + 1)),
                     resolved(folder_, element["Target"])});
  }
  void end(std::string_view /*name*/) override {}

  std::vector<Relationship> found;

 private:
  std::string folder_;
};

std::vector<Relationship> relationships_of(const ZipArchive& archive, std::string_view part) {
  const std::string folder = folder_of(part);
  const std::string name = folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
  Relationships relationships(folder);
  if (const ZipEntry* entry = archive.find(name)) parse_part(archive, *entry, relationships);
  return std::move(relationships.found);
}

const Relationship* of_type(const std::vector<Relationship>& all, std::string_view type) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Relationship& each) { return each.type == type; });
  return found == all.end() ? nullptr : &*found;
}

struct NamedSheet {
  std::string name;
  std::string id;
};

class WorkbookHandler final : public XmlHandler {
 public:
  void begin(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "sheet") {
      // Its prefix is `r`, but other writers have others.
      sheets.push_back({std::string(element["name"]), std::string(element["id"])});
    } else if (name == "workbookPr") {
      const std::string_view flag = element["date1904"];
      if (flag == "1" || flag == "true" || flag == "on") epoch = Epoch::from_1904;
    }
  }
  void end(std::string_view /*name*/) override {}

  std::vector<NamedSheet> sheets;
  Epoch epoch = Epoch::from_1900;
};

class StringsHandler final : public XmlHandler {
 public:
  explicit StringsHandler(SharedStrings& strings) : strings_(strings) {}

  void begin(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "si") text_.clear();
    if (name == "rPh") in_reading_ = true;
    if (name == "t") in_text_ = true;
  }
  void end(std::string_view name) override {
    if (name == "rPh") in_reading_ = false;
    if (name == "t") in_text_ = false;
    if (name != "si") return;
    std::string plain;
    append_unescaped(plain, text_);
    strings_.add(plain);
  }
  void text(std::string_view characters) override {
    if (in_text_ && !in_reading_) text_ += characters;
  }

 private:
  SharedStrings& strings_;
  std::string text_;
  bool in_text_ = false;
  bool in_reading_ = false;
};

std::uint32_t number_of(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

class StylesHandler final : public XmlHandler {
 public:
  void begin(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "numFmt") {
      own_[number_of(element["numFmtId"])] = shown_date(element["formatCode"]);
    } else if (name == "cellXfs") {
      in_formats_ = true;
    } else if (name == "xf" && in_formats_) {
      const std::uint32_t format = number_of(element["numFmtId"]);
      const auto own = own_.find(format);
      styles.push_back(own == own_.end() ? shown_date_of_builtin(format) : own->second);
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_formats_ = false;
  }

  std::vector<ShownDate> styles;

 private:
  std::map<std::uint32_t, ShownDate> own_;
  bool in_formats_ = false;
};

std::string main_part(const ZipArchive& archive) {
  const auto roots = relationships_of(archive, "");
  if (const Relationship* root = of_type(roots, "officeDocument")) return root->part;
  return "xl/workbook.xml";
}

}  // namespace

void append_unescaped(std::string& text, std::string_view escaped) {
  constexpr std::size_t size = 7;  // _xHHHH_
  for (std::size_t at = escaped.find("_x"); at != escaped.npos; at = escaped.find("_x", at)) {
    unsigned value = 0;
    const std::string_view digits = escaped.substr(at).substr(0, size);
    const bool whole = digits.size() == size && digits.back() == '_';
    const auto parsed =
        whole ? std::from_chars(digits.data() + 2, digits.data() + size - 1, value, 16)
              : std::from_chars_result{digits.data(), std::errc::invalid_argument};
    if (parsed.ec != std::errc() || parsed.ptr != digits.data() + size - 1) {
      at += 2;
      continue;
    }
    text += escaped.substr(0, at);
    append_utf8(text, value == 0 ? U'\uFFFD' : static_cast<char32_t>(value));
    escaped.remove_prefix(at + size);
    at = 0;
  }
  text += escaped;
}

XlsxParts read_xlsx_parts(const ZipArchive& archive) {
  XlsxParts parts;
  const std::string workbook = main_part(archive);
  const ZipEntry* entry = archive.find(workbook);
  if (entry == nullptr)
    refuse_workbook(archive.file(), "the archive holds no workbook",
                    "an .xlsx file is asked for here; what else is it?");
  WorkbookHandler handler;
  parse_part(archive, *entry, handler);
  parts.epoch = handler.epoch;
  const auto targets = relationships_of(archive, workbook);
  for (NamedSheet& sheet : handler.sheets) {
    const auto target = std::find_if(targets.begin(), targets.end(),
                                     [&](const auto& each) { return each.id == sheet.id; });
    if (target == targets.end())
      refuse_workbook(cell_place(archive.file(), sheet.name, ""), "the sheet is not in the file");
    if (target->type == "worksheet") parts.sheets.push_back({std::move(sheet.name), target->part});
  }
  if (const Relationship* strings = of_type(targets, "sharedStrings"))
    if (const ZipEntry* part = archive.find(strings->part)) {
      StringsHandler reader(parts.strings);
      parse_part(archive, *part, reader);
    }
  if (const Relationship* styles = of_type(targets, "styles"))
    if (const ZipEntry* part = archive.find(styles->part)) {
      StylesHandler reader;
      parse_part(archive, *part, reader);
      parts.styles = std::move(reader.styles);
    }
  return parts;
}

}  // namespace entente::tables
