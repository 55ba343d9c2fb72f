#pragma once

/// One record as JSON text under way, gathered from the tables of a database.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/model/record.hpp>

#include "io/formats/own/visible_edits.hpp"

namespace entente {

/// What cannot be a record is reported by those who read its text.
struct RecordParts {
  struct Attribute {
    std::string name;
    bool is_list = false;
    std::vector<std::string> values = {};  ///< as JSON
  };

  std::string members = {};  ///< `"id": …, "kind": …`
  Names names = {};
  std::vector<std::pair<std::string, std::string>> codes = {};
  std::vector<Evidence> evidence = {};
  std::vector<Attribute> attributes = {};
  VisibleParts shown = {};

  /// Adds a member.
  void add_text(std::string_view name, const std::string& text);
  /// Adds the member `when`, unless it is empty.
  void add_date(const std::string& edtf);
  /// The attribute of that name, which is the last one, or a new one.
  [[nodiscard]] Attribute& attribute_of(const std::string& name, bool is_list);

  /// `{"id": …}`.
  [[nodiscard]] std::string text() const;
};

}  // namespace entente
