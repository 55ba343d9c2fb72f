#pragma once

/// A JSON text that is one value, held whole.

#include <string>
#include <string_view>

#include <entente/error.hpp>
#include <entente/io/dossier_reader.hpp>

#include "io/json/json_sink.hpp"
#include "io/json/tape_sink.hpp"

namespace entente {

/// Calls `take(root)`, or `reader.fault()` with what is wrong with the text. `what` names such
/// texts: "a mapping". @throws LimitReached `too-many-values`.
template <typename Reader, typename Take>
void read_whole_json(std::string_view text, const std::string& name, std::string_view what,
                     Reader& reader, const Take& take) {
  const ReadLimits limits;
  JsonTape tape(text);
  TapeSink sink(tape, limits.values);
  if (const auto fault = parse_json(text, 0, text.size(), sink, limits.depth))
    return reader.fault(*fault);
  if (tape.size() > limits.values)
    throw LimitReached("too-many-values",
                       name + " holds more values than " + std::string(what) + " can have");
  take(tape.root());
}

}  // namespace entente
