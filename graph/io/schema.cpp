#include <entente/io/schema.hpp>

namespace entente {

namespace embedded {
std::string_view dossier_schema_text();
std::string_view mapping_schema_text();
}  // namespace embedded

std::string_view dossier_schema() {
  return embedded::dossier_schema_text();
}

std::string_view mapping_schema() {
  return embedded::mapping_schema_text();
}

}  // namespace entente
