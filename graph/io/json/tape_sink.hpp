#pragma once

/// A sink that puts one whole value on a tape, up to a number of values.

#include <cstddef>
#include <string_view>

#include "io/json/json_tape.hpp"

namespace entente {

class TapeSink : public JsonSink {
 public:
  TapeSink(JsonTape& tape, std::size_t most) : tape_(tape), most_(most) {}
  bool open(JsonKind kind, std::size_t at) override {
    tape_.open(kind, at);
    return tape_.size() <= most_;
  }
  bool close() override {
    tape_.close();
    return true;
  }
  bool key(std::string_view name, std::size_t at) override {
    tape_.key(name, at);
    return true;
  }
  bool value(const JsonScalar& scalar, std::size_t at) override {
    tape_.value(scalar, at);
    return tape_.size() <= most_;
  }

 private:
  JsonTape& tape_;
  std::size_t most_;
};

}  // namespace entente
