#pragma once

/// Archives for tests, written plainly: entries stored, or deflated by zlib.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace entente::test {

struct ZipContent {
  std::string name;
  std::string text;
};

enum class Packing : std::uint8_t { stored, deflated };

[[nodiscard]] std::string zip_of(const std::vector<ZipContent>& contents,
                                 Packing packing = Packing::stored);

/// The parts of a workbook with one sheet `Ties`, whose `sheetData` and what follows are given.
[[nodiscard]] std::vector<ZipContent> workbook_of(const std::string& sheet_data,
                                                  const std::string& shared_strings = {},
                                                  const std::string& styles = {},
                                                  const std::string& workbook_properties = {});

}  // namespace entente::test
