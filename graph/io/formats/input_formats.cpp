#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

#include <entente/error.hpp>
#include <entente/io/compression.hpp>
#include <entente/text/edit_distance.hpp>
#include <entente/text/safe.hpp>

#include "io/formats/format_table.hpp"

namespace entente {
namespace {

std::string ending_of(std::string_view path) {
  std::string ending = std::filesystem::path(uncompressed_name(path)).extension().string();
  for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return ending;
}

bool ends_with(const DossierFormat& format, std::string_view ending) {
  return std::ranges::find(format.endings, ending) != format.endings.end();
}

template <class Holds>
const DossierFormat* first_that(std::span<const DossierFormat> formats, Holds holds) {
  const auto found = std::ranges::find_if(formats, holds);
  return found == formats.end() ? nullptr : &*found;
}

bool begins_as_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != text.npos && (text[first] == '{' || text[first] == '[');
}

bool is_recognized(const DossierFormat& format, std::string_view text) {
  return format.read != nullptr && format.recognizes != nullptr && format.recognizes(text);
}

}  // namespace

const DossierFormat* format_named(std::span<const DossierFormat> formats, std::string_view name) {
  return first_that(formats, [name](const DossierFormat& format) { return format.name == name; });
}

const DossierFormat* format_of_ending(std::span<const DossierFormat> formats,
                                      std::string_view path) {
  return first_that(formats, [ending = ending_of(path)](const DossierFormat& format) {
    return ends_with(format, ending);
  });
}

std::span<const DossierFormat> input_formats() {
  return every_format<Links::readers>;
}

const DossierFormat* find_input_format(std::string_view name) {
  return format_named(input_formats(), name);
}

void require_format(std::string_view name) {
  const DossierFormat* const format = find_input_format(name);
  if (name.empty() || (format != nullptr && format->is_read())) return;
  std::vector<std::string_view> known;
  for (const DossierFormat& each : input_formats())
    if (each.is_read()) known.push_back(each.name);
  const auto meant = nearest(name, known);
  std::string list;
  for (const std::string_view each : known) (list += list.empty() ? "" : ", ") += each;
  throw InvalidArgument("unknown-format",
                        "dossiers are not read from '" + terminal_safe(name) + "'" +
                            (meant ? "; did you mean " + *meant + "?" : "") + "\nthere is " + list);
}

const DossierFormat* input_format_of_file(std::string_view path) {
  return format_of_ending(input_formats(), path);
}

const DossierFormat* foreign_format_of(std::string_view name, std::string_view bytes) {
  const std::string ending = ending_of(name);
  const bool is_named = input_format_of_file(name) != nullptr;
  const DossierFormat* by_ending = nullptr;
  for (const DossierFormat& format : input_formats()) {
    const bool ends_so = ends_with(format, ending);
    if (is_named && !ends_so) continue;
    if (is_recognized(format, bytes)) return &format;
    if (ends_so && by_ending == nullptr) by_ending = &format;
  }
  if (ending == ".txt") {
    const auto* format = first_that(
        input_formats(), [bytes](const DossierFormat& one) { return is_recognized(one, bytes); });
    if (format != nullptr) return format;
    if (begins_as_json(bytes)) return nullptr;
  }
  return by_ending != nullptr && by_ending->read != nullptr ? by_ending : nullptr;
}

bool fills_columns(const DossierFormat& format) {
  constexpr std::array<DossierFormat::Reader, 7> readers = {
      read_csv, read_tsv, read_graphml, read_gexf, read_json_graph, read_node_link, read_cytoscape};
  return std::find(readers.begin(), readers.end(), format.read) != readers.end();
}

bool may_be_empty(const DossierFormat& format) {
  return format.read == read_ftm;
}

}  // namespace entente
