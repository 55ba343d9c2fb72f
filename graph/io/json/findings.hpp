#pragma once

/// Gathers the problems of one input, with byte offsets turned into lines and columns.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/model/problem.hpp>

#include "io/json/json_sink.hpp"
#include "io/json/source_text.hpp"
#include "io/json/token_places.hpp"

namespace entente {

/// What is wrong, without where.
struct Finding {
  std::string code;
  std::string message;
  std::string hint = {};
  std::string record = {};
  Severity severity = Severity::error;
  Concerns concerns = Concerns::dossier;
};

class Findings {
 public:
  /// Borrows the text and the list. Most offsets come from `first` on, which has that position.
  Findings(std::string name, std::string_view text, std::vector<Problem>& problems,
           std::size_t first = 0, Position position = {})
      : name_(std::move(name)), locator_(text, first, position), problems_(problems) {}

  void add(std::size_t at, Finding finding) {
    const Position position = locate(at);
    problems_.push_back({finding.severity, std::move(finding.code), name_, position.line,
                         position.column, std::move(finding.record), std::move(finding.message),
                         std::move(finding.hint), finding.concerns});
  }
  void add(const JsonFault& fault) { add(fault.at, {fault.code, fault.message, fault.hint}); }

  /// "file:line:column" of a byte, to refer to from another problem.
  [[nodiscard]] std::string place(std::size_t at) const {
    const Position position = locate(at);
    return name_ + ':' + std::to_string(position.line) + ':' + std::to_string(position.column);
  }
  [[nodiscard]] Position locate(std::size_t at) const {
    return made_from_.empty() ? locator_.locate(at) : made_from_.locate(at);
  }
  [[nodiscard]] Locator& locator() { return locator_; }
  /// Problems are placed in the text that this one was made from.
  void place_by(TokenPlaces places) { made_from_ = std::move(places); }

 private:
  std::string name_;
  Locator locator_;
  TokenPlaces made_from_;
  std::vector<Problem>& problems_;
};

}  // namespace entente
