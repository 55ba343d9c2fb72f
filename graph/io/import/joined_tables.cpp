#include "io/import/joined_tables.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <entente/error.hpp>

namespace entente::import {
namespace {

[[noreturn]] void fail_join(const MappedJoin& join, std::string message) {
  Problem problem = join.place;
  problem.code = "bad-join";
  problem.message = std::move(message);
  throw DossierError({problem});
}

}  // namespace

const JoinedTable& JoinedTables::table_of(const MappedJoin& join) {
  const auto file = std::find_if(files_.begin(), files_.end(), [&](const SourceFile& each) {
    return each.is_meant_by(join.file);
  });
  if (file == files_.end()) fail_join(join, "no file of the call is " + join.file);
  SourceFile other(file->path(), limits_);
  OpenTable source = other.open(join.sheet, 1, std::nullopt, {}, join.place);
  auto table = std::make_unique<JoinedTable>();
  table->columns = source.columns;
  table->place = shown_place(file->path(), source.sheet);
  const auto key = std::find(source.columns.begin(), source.columns.end(), join.key);
  if (key == source.columns.end())
    fail_join(join, table->place + " has no column '" + join.key + "'");
  const auto key_column = static_cast<std::size_t>(key - source.columns.begin());
  while (source.rows->next()) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < source.columns.size(); ++i)
      values.emplace_back(i < source.rows->cells().size() ? source.rows->cells()[i].text
                                                          : std::string_view());
    if (values[key_column].empty()) continue;
    const auto [known, is_new] = table->rows.emplace(values[key_column], values);
    if (!is_new && known->second != values)
      fail_join(join, table->place + " has two rows for the key '" + values[key_column] + "'");
  }
  tables_.push_back(std::move(table));
  return *tables_.back();
}

}  // namespace entente::import
