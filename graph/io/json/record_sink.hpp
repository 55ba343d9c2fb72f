#pragma once

/// A sink for the values of a list of records, each of which goes to the dossier when it ends.

#include <cstdint>
#include <string_view>
#include <utility>

#include "io/json/json_sink.hpp"
#include "io/json/json_tape.hpp"
#include "io/json/part_reader.hpp"
#include "io/json/record_scanner.hpp"

namespace entente {

enum class RecordList : std::uint8_t { entities, relations };

class RecordSink : public JsonSink {
 public:
  RecordSink(PartReader& part, RecordList list)
      : part_(part), list_(list), record_(part.text()), plain_(part.text(), part.limits()) {}

  /// Which list the next values are from.
  void begin(RecordList list) { list_ = list; }
  /// Whether a record has begun and not ended.
  [[nodiscard]] bool in_record() const { return depth_ > 0; }

  bool open(JsonKind kind, std::size_t at) override {
    ++depth_;
    record_.open(kind, at);
    return part_.within_limit(record_, at);
  }
  bool close() override {
    record_.close();
    return --depth_ > 0 || take();
  }
  bool key(std::string_view name, std::size_t at) override {
    record_.key(name, at);
    return true;
  }
  bool value(const JsonScalar& scalar, std::size_t at) override {
    record_.value(scalar, at);
    return depth_ == 0 ? take() : part_.within_limit(record_, at);
  }

  std::size_t element_ends_at(std::size_t at) override {
    if (!part_.makes_columns()) return at;
    if (list_ == RecordList::entities) {
      const auto end = plain_.entity_at(at);
      if (end) part_.add_plain(std::move(plain_.entity()), at);
      return end.value_or(at);
    }
    const auto end = plain_.relation_at(at);
    return end && part_.add_plain(plain_.relation()) ? *end : at;
  }

 private:
  bool take() {
    const JsonValue record = record_.root();
    bool go_on = true;
    if (list_ == RecordList::entities)
      part_.add_entity(record);
    else
      go_on = part_.add_relation(record);
    record_.clear();
    return go_on;
  }

  PartReader& part_;
  RecordList list_;
  JsonTape record_;
  RecordScanner plain_;
  std::size_t depth_ = 0;
};

}  // namespace entente
