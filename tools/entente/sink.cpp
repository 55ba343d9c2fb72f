#include "sink.hpp"

#include <array>
#include <streambuf>

#include <entente/io/compression.hpp>
#include <entente/system/output.hpp>

#include "terminal/standard_output.hpp"

namespace entente::tool {
namespace {

/// Standard output as a stream, a block at a time.
class StdoutBuffer : public std::streambuf {
 public:
  StdoutBuffer() { setp(block_.data(), block_.data() + block_.size()); }

 private:
  int overflow(int c) override {
    sync();
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    return sputc(traits_type::to_char_type(c));
  }
  int sync() override {
    write_to_stdout({pbase(), static_cast<std::size_t>(pptr() - pbase())});
    setp(block_.data(), block_.data() + block_.size());
    return 0;
  }

  std::array<char, 65536> block_{};
};

}  // namespace

void write(const Output& output, const std::function<void(std::ostream&)>& writer) {
  if (!output.file.empty()) {
    OutputFile file(output.file);
    CompressedOutput packed(file.stream(), compression_of(output.file));
    writer(packed.stream());
    packed.finish();
    file.commit();
    return;
  }
  StdoutBuffer buffer;
  std::ostream out(&buffer);
  // A failed write is thrown on, not swallowed; a stream that copies another's bytes sets failbit.
  out.exceptions(std::ios::badbit | std::ios::failbit);
  writer(out);
  out.flush();
}

void write_bytes(const Output& output, std::string_view bytes) {
  if (output.file.empty())
    write_to_stdout(bytes);
  else
    write_file(output.file, bytes);
}

void write(const Output& output, std::string_view text) {
  if (output.file.empty() || compression_of(output.file) == Compression::none)
    write_bytes(output, text);
  else
    write(output, [text](std::ostream& out) { out << text; });
}

}  // namespace entente::tool
