#pragma once

/// Inputs as bytes: files, folders and standard input, with the checks that every format shares.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/problem.hpp>

#include "system/whole_file.hpp"

namespace entente {

/// One input of a call.
struct InputFile {
  std::string path;        ///< to open; `-` is standard input
  std::string name;        ///< as shown in messages
  bool in_folder = false;  ///< found by listing a folder
  std::size_t number = 0;  ///< of the path that it is, or lies in
};

/// The files that the paths stand for: themselves, or a folder's `*.json`, `*.jsonl` and `*.ndjson`
/// by name, also packed, but not hidden ones. A folder without those may hold the files of a format
/// that is one: `*.csv`. Where a format is named, its files are taken.
/// A folder without any is a problem. @throws IoError `input-missing` for what is not there.
[[nodiscard]] std::vector<InputFile> list_inputs(const std::vector<std::string>& paths,
                                                 std::string_view format,
                                                 std::vector<Problem>& problems);

/// Checks the encoding and finds where the text begins, behind a byte-order mark. Nothing, and a
/// problem, if the bytes are not UTF-8, hold NUL, or are empty; `begins` says how such a text
/// begins, where it is none of a dossier.
[[nodiscard]] std::optional<std::string_view> checked_text(std::string_view bytes,
                                                           const std::string& name,
                                                           std::vector<Problem>& problems,
                                                           std::string_view begins = {});

}  // namespace entente
