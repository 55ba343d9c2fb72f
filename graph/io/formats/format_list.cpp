#include <ostream>

#include <entente/io/dossier_writer.hpp>
#include <entente/io/format_list.hpp>

#include "io/formats/format_table.hpp"

namespace entente {

LossReport write_own_json(std::ostream& out, const Dossier& dossier, const Vocabulary&,
                          const ConvertOptions&) {
  write_json(out, dossier);
  return {};
}

LossReport write_own_lines(std::ostream& out, const Dossier& dossier, const Vocabulary&,
                           const ConvertOptions&) {
  write_json_lines(out, dossier);
  return {};
}

std::span<const DossierFormat> dossier_formats() {
  return every_format<Links::readers_and_writers>;
}

const DossierFormat* find_dossier_format(std::string_view name) {
  return format_named(dossier_formats(), name);
}

const DossierFormat* format_of_file(std::string_view path) {
  return format_of_ending(dossier_formats(), path);
}

}  // namespace entente
