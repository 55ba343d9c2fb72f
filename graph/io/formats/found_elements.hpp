#pragma once

/// Nodes and edges as they are found, kept small: texts side by side, names of properties once.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <entente/model/vocabulary.hpp>

#include "base/text_map.hpp"
#include "io/formats/flat_columns.hpp"
#include "io/formats/foreign.hpp"

namespace entente {

struct FoundEdge;
struct FoundElement;
struct Property;

/// Texts that stay where they are as long as this lives.
class KeptTexts {
 public:
  [[nodiscard]] std::string_view keep(std::string_view text);

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

/// How a property's text is to be understood.
enum class FoundForm : std::uint8_t {
  text,
  json,  ///< any value
  cell,  ///< of the type that goes with the name; what is none of that type is a text
};

/// A property: which name it has, and its text, which somebody keeps.
struct StoredProperty {
  std::uint32_t name = 0;
  FoundForm form = FoundForm::text;
  std::string_view value = {};
};

/// A node, which has no ends, or an edge. Its texts are kept by somebody; its properties are a
/// stretch of the store's.
struct StoredElement {
  std::string_view id = {};
  std::string_view from = {};
  std::string_view to = {};
  std::size_t first = 0;  ///< property
  std::size_t at = 0;     ///< of its place
  std::uint32_t count = 0;
  std::uint32_t file : 31 = 0;
  std::uint32_t symmetric : 1 = 0;

  [[nodiscard]] ForeignPlace place() const { return {file, at}; }
};

/// Elements of one list, in the order found.
class FoundElements {
 public:
  /// What an element has beside properties stands among them, under these names.
  enum Special : std::uint32_t { own_id, own_label, own_when, first_name };

  /// A name of properties.
  struct Name {
    std::string_view text = {};
    CellType type = CellType::text;  ///< of cells
    bool dropped = false;            ///< as if nothing had such a property
  };

  FoundElements();

  [[nodiscard]] KeptTexts& texts() { return texts_; }
  /// The number of a name, which is kept; the same one for the same name.
  [[nodiscard]] std::uint32_t name(std::string_view text);
  /// A number for a name that is no other's, even if it is the same text.
  [[nodiscard]] std::uint32_t add_name(std::string_view text);
  [[nodiscard]] Name& name_at(std::uint32_t number) { return names_[number]; }
  [[nodiscard]] const std::vector<Name>& names() const { return names_; }

  /// Begins an element; its texts must be kept, and so must those of its properties.
  StoredElement& begin(ForeignPlace place);
  void add(StoredProperty property) {
    properties_.push_back(property);
    ++elements_.back().count;
  }
  /// Begins an element like that one, with its properties.
  StoredElement& repeat(const StoredElement& element);
  /// Takes back the element begun last.
  void drop_last();
  /// Forgets all elements, and keeps their texts.
  void keep_texts_alone();
  /// Keeps a copy.
  void add(const FoundElement& element);
  void add(const FoundEdge& edge);

  [[nodiscard]] std::size_t size() const { return elements_.size(); }
  [[nodiscard]] const StoredElement& operator[](std::size_t i) const { return elements_[i]; }
  [[nodiscard]] StoredElement& at(std::size_t i) { return elements_[i]; }
  [[nodiscard]] const StoredProperty* begin_of(const StoredElement& element) const {
    return properties_.data() + element.first;
  }
  [[nodiscard]] const StoredProperty* end_of(const StoredElement& element) const {
    return begin_of(element) + element.count;
  }
  /// Whether a property is a text that is not empty; it is not dropped.
  [[nodiscard]] bool is_text(const StoredProperty& property) const;
  /// An element as it was found.
  [[nodiscard]] FoundEdge found(const StoredElement& element) const;

 private:
  void add_all(const FoundElement& element);

  KeptTexts texts_;
  std::vector<Name> names_;
  ViewMap<std::uint32_t> numbers_;
  std::vector<StoredElement> elements_;
  std::vector<StoredProperty> properties_;
  std::uint32_t last_name_ = 0;
};

/// Lists of elements one after the other, as several threads have found them.
using FoundLists = std::vector<std::unique_ptr<FoundElements>>;

}  // namespace entente
