#pragma once

/// The kinds and types that occur in a page.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <entente/base/json_text.hpp>

#include "render/page/page_contents.hpp"
#include "render/page/page_look.hpp"

namespace entente {

/// Kinds and types of a page, each in a row of its own. It keeps a reference to the vocabulary.
class PageVocabulary {
 public:
  explicit PageVocabulary(const PageContents& contents);

  [[nodiscard]] std::int64_t kind_row(std::string_view id) const {
    return kind_row_.find(id)->second;
  }
  [[nodiscard]] std::int64_t type_row(std::string_view id) const {
    return type_row_.find(id)->second;
  }
  [[nodiscard]] const DrawnClasses& classes() const { return classes_; }
  /// The rows, and the words that nothing in the page has: a reader may ask for them in vain.
  void write(JsonText& json) const;

 private:
  void add_kinds(const PageContents& contents);
  void add_types(const PageContents& contents);

  const Vocabulary& vocabulary_;
  std::string kinds_;
  std::string types_;
  std::map<std::string, std::int64_t, std::less<>> kind_row_;
  std::map<std::string, std::int64_t, std::less<>> type_row_;
  DrawnClasses classes_;
};

}  // namespace entente
