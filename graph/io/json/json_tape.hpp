#pragma once

/// One JSON value as a row of tokens that remember where they stand: small, without pointers,
/// emptied and used again for the next record.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "io/json/json_sink.hpp"

namespace entente {

struct JsonToken {
  JsonScalar scalar;       ///< its kind is the token's
  std::size_t at = 0;      ///< byte of the input at which the value begins
  std::string_view key;    ///< the name it has in its object
  std::size_t key_at = 0;  ///< byte at which that name begins
  std::uint32_t end = 0;   ///< index of the token after this value
};

class JsonValue;

/// Collects the calls of a JsonSink. Texts that lie in the input are borrowed, others are kept.
class JsonTape {
 public:
  explicit JsonTape(std::string_view input) : input_(input) {}

  void open(JsonKind kind, std::size_t at);
  void close();
  void key(std::string_view name, std::size_t at);
  void value(const JsonScalar& scalar, std::size_t at);

  void clear();
  [[nodiscard]] bool empty() const { return tokens_.empty(); }
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  /// The value collected. The tape must not be empty, nor have open lists or objects.
  [[nodiscard]] JsonValue root() const;

 private:
  friend class JsonValue;
  JsonToken& push(std::size_t at);
  [[nodiscard]] std::string_view kept(std::string_view text);

  std::string_view input_;
  std::vector<JsonToken> tokens_;
  std::vector<std::uint32_t> open_;
  std::deque<std::string> unescaped_;
  std::string_view key_;
  std::size_t key_at_ = 0;
};

/// A value on a tape; small, valid until the tape changes.
class JsonValue {
 public:
  JsonValue(const JsonTape& tape, std::uint32_t index) : tape_(&tape), index_(index) {}

  [[nodiscard]] JsonKind kind() const { return token().scalar.kind; }
  [[nodiscard]] const JsonScalar& scalar() const { return token().scalar; }
  [[nodiscard]] std::string_view text() const { return token().scalar.text; }
  [[nodiscard]] std::size_t at() const { return token().at; }
  [[nodiscard]] std::string_view key() const { return token().key; }
  [[nodiscard]] std::size_t key_at() const { return token().key_at; }
  /// Byte of the input at which byte `offset` of a text stands, escapes considered.
  [[nodiscard]] std::size_t at_byte(std::size_t offset) const;

  class Iterator {
   public:
    Iterator(const JsonTape& tape, std::uint32_t index) : tape_(&tape), index_(index) {}
    JsonValue operator*() const { return {*tape_, index_}; }
    Iterator& operator++() {
      index_ = tape_->tokens_[index_].end;
      return *this;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const JsonTape* tape_;
    std::uint32_t index_;
  };
  /// The members of an object or the values of a list.
  [[nodiscard]] Iterator begin() const { return {*tape_, index_ + 1}; }
  [[nodiscard]] Iterator end() const { return {*tape_, token().end}; }

 private:
  friend std::vector<std::size_t> token_bytes(JsonValue value);
  [[nodiscard]] const JsonToken& token() const { return tape_->tokens_[index_]; }

  const JsonTape* tape_;
  std::uint32_t index_;
};

/// The value as JSON on one line, as writers put it, numbers as written.
[[nodiscard]] std::string to_json(JsonValue value);

/// The bytes at which the names and values of this value begin, in their order. Two values that are
/// written alike but for white space have as many.
[[nodiscard]] std::vector<std::size_t> token_bytes(JsonValue value);

/// "a text", "a list", …: for messages.
[[nodiscard]] std::string_view describe(JsonKind kind);

}  // namespace entente
