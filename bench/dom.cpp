// nlohmann/json's document tree, the customary way to read JSON. It is only asked to parse: no
// record is checked, no date read, no graph built.

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "data_rows.hpp"

namespace {

double relations_in_document(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return static_cast<double>(nlohmann::json::parse(in).at("relations").size());
}

double relations_in_lines(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<nlohmann::json> records;
  for (std::string line; std::getline(in, line);) records.push_back(nlohmann::json::parse(line));
  return static_cast<double>(
      std::count_if(records.begin(), records.end(),
                    [](const nlohmann::json& record) { return record.contains("relation"); }));
}

}  // namespace

int main(int count, char** words) {
  return bench::run_data(count, words, [](const std::string& json, const std::string& lines) {
    bench::data_row("read-json", [json] { return relations_in_document(json); });
    bench::data_row("read-json-lines", [lines] { return relations_in_lines(lines); });
  });
}
