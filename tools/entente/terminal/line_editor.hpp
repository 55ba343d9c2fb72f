#pragma once

/// Lines typed on a terminal, with editing, history and completion (libedit).

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace entente::tool {

/// What may stand for the last characters before the cursor.
struct Completions {
  std::size_t typed = 0;  ///< so many characters (not bytes) are replaced
  std::vector<std::string> candidates = {};
};

class LineEditor {
 public:
  /// What the text before the cursor may go on with.
  using Complete = std::function<Completions(std::string_view before)>;
  enum class Ended : std::uint8_t {
    line,         ///< by Enter
    interrupted,  ///< by Ctrl-C
    closed,       ///< by Ctrl-D on an empty line, or there is no more input
  };

  explicit LineEditor(Complete complete);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  /// Reads a line, without its end.
  Ended read(std::string prompt, std::string& line);
  /// Adds an entry to the history, and to its file.
  void remember(const std::string& entry);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente::tool
