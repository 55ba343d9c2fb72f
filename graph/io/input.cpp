#include "io/input.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <system_error>

#include <entente/io/compression.hpp>

#include "base/threads.hpp"
#include "io/formats/readers.hpp"
#include "io/json/findings.hpp"
#include "model/dossier_file.hpp"
#include "system/descriptor.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

/// Files by their names, but not hidden ones, which macOS puts beside others: `._a.csv`.
std::vector<std::string> plain_files(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) throw_input_missing(folder, error.value());
  for (; entries != fs::directory_iterator(); entries.increment(error)) {
    std::error_code ignored;
    if (!entries->path().filename().string().starts_with('.') && entries->is_regular_file(ignored))
      names.push_back(entries->path().string());
  }
  if (error) throw_input_missing(folder, error.value());
  std::sort(names.begin(), names.end());
  return names;
}

bool is_part(const std::string& path) {
  return is_dossier_file(fs::path(uncompressed_name(path)).filename().string());
}

bool is_of_folder_format(const std::string& path) {
  const DossierFormat* format = input_format_of_file(path);
  return format != nullptr && format->read != nullptr && format->is_folder();
}

bool ends_as(const DossierFormat& format, const std::string& path) {
  const std::string name(uncompressed_name(path));
  return std::any_of(format.endings.begin(), format.endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

std::vector<std::string> input_files(const std::string& folder, std::string_view format_name) {
  std::vector<std::string> names = plain_files(folder);
  const DossierFormat* format = find_input_format(format_name);
  if (format != nullptr && !format->is_own()) {
    std::erase_if(names, [&](const std::string& name) { return !ends_as(*format, name); });
    return names;
  }
  const bool is_dossier = std::any_of(names.begin(), names.end(), is_part);
  std::erase_if(names, [&](const std::string& name) {
    return is_dossier ? !is_part(name) : !is_of_folder_format(name);
  });
  return names;
}

std::string spaced_hex(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

std::optional<Finding> encoding_finding(std::string_view bytes) {
  const Encoding encoding = detect_encoding(bytes);
  if (encoding == Encoding::utf8 || encoding == Encoding::utf8_with_mark) return std::nullopt;
  return Finding{"bad-utf8", "this is " + std::string(to_string(encoding)) + ", not UTF-8",
                 "convert it, for instance with iconv -t UTF-8"};
}

bool is_continuation(char byte) {
  return (byte & 0xC0) == 0x80;
}

/// Whether a large text is UTF-8 without NUL and begins with something, checked by several threads.
bool is_right_in_blocks(std::string_view text) {
  if (text.size() <= 2 * block_size || text.find_first_not_of(" \t\r\n") >= block_size)
    return false;
  // A character belongs to the block that it begins in.
  const auto begin_of = [&](std::size_t block) {
    constexpr std::size_t most_continuations = 3;
    const std::size_t begin = std::min(block * block_size, text.size());
    std::size_t at = begin;
    while (at < text.size() && at < begin + most_continuations && is_continuation(text[at])) ++at;
    return at;
  };
  std::atomic<bool> right = !is_continuation(text.front());
  side_by_side((text.size() + block_size - 1) / block_size, [&](std::size_t i) {
    const std::size_t from = begin_of(i);
    const std::string_view block = text.substr(from, begin_of(i + 1) - from);
    if (first_invalid_utf8(block) || block.find('\0') != block.npos) right = false;
  });
  return right;
}

}  // namespace

std::vector<InputFile> list_inputs(const std::vector<std::string>& paths, std::string_view format,
                                   std::vector<Problem>& problems) {
  std::vector<InputFile> inputs;
  for (std::size_t number = 0; number < paths.size(); ++number) {
    const std::string& path = paths[number];
    std::error_code ignored;
    if (path == "-" || !fs::is_directory(path, ignored)) {
      inputs.push_back({path, path == "-" ? "<stdin>" : path, false, number});
      continue;
    }
    const std::vector<std::string> names = input_files(path, format);
    if (names.empty())
      problems.push_back({Severity::error, "no-dossier", path, 1, 1, "",
                          "the folder holds no dossier",
                          "a dossier's files end in .json, .jsonl or .ndjson and lie in the folder "
                          "itself"});
    for (const std::string& name : names) inputs.push_back({name, name, true, number});
  }
  return inputs;
}

std::optional<std::string_view> checked_text(std::string_view bytes, const std::string& name,
                                             std::vector<Problem>& problems,
                                             std::string_view begins) {
  Findings findings(name, skip_byte_order_mark(bytes), problems);
  const std::string_view text = skip_byte_order_mark(bytes);
  if (auto finding = encoding_finding(bytes)) {
    findings.add(0, *finding);
  } else if (is_right_in_blocks(text)) {
    return text;
  } else if (const auto invalid = first_invalid_utf8(text)) {
    findings.add(*invalid, {"bad-utf8",
                            "byte " + spaced_hex(static_cast<unsigned char>(text[*invalid])) +
                                " is not part of a UTF-8 character",
                            "save the file as UTF-8"});
  } else if (const std::size_t nul = text.find('\0'); nul != text.npos) {
    findings.add(nul, {"bad-utf8", "a NUL byte stands in the text", "remove it"});
  } else if (text.find_first_not_of(" \t\r\n") == text.npos) {
    const DossierFormat* format = input_format_of_file(name);
    const bool is_foreign = format != nullptr && !format->is_own();
    const std::string_view hint = !begins.empty() ? begins
                                  : is_foreign    ? "export it again"
                                               : "a dossier begins {\"format\": \"entente/1\", …}";
    findings.add(0, {"empty-file", "the file is empty", std::string(hint)});
  } else {
    return text;
  }
  return std::nullopt;
}

}  // namespace entente
