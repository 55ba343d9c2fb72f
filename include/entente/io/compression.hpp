#pragma once

/// gzip and Zstandard: what files are packed in, recognized by their endings, `.gz` and `.zst`.

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// What a file is packed in.
enum class Compression : std::uint8_t { none, gzip, zstd };

/// By the ending of its name.
[[nodiscard]] Compression compression_of(std::string_view path);
/// The name without the ending of the packing: "network.gexf" of "network.gexf.gz".
[[nodiscard]] std::string_view uncompressed_name(std::string_view path);

/// Packs what is written to it into another stream, a block at a time. The same text gives the same
/// bytes: no time and no name stand in them.
class CompressedOutput {
 public:
  /// Borrows the stream. Without compression all is passed on as it is.
  CompressedOutput(std::ostream& out, Compression compression);
  /// Ends without writing the rest.
  ~CompressedOutput();
  CompressedOutput(const CompressedOutput&) = delete;
  CompressedOutput& operator=(const CompressedOutput&) = delete;

  /// To write to.
  [[nodiscard]] std::ostream& stream();
  /// Writes what is left. To be called once, at the end.
  void finish();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
