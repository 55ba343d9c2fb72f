#include "render/image/png.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>
#include <vector>

#include <zlib.h>

namespace entente {
namespace {

constexpr unsigned char filter_up = 2;

void append_number(std::string& text, std::uint32_t value) {
  for (const int shift : {24, 16, 8, 0}) text += static_cast<char>(value >> shift & 0xFF);
}

void append_chunk(std::string& png, std::string_view type, std::string_view data) {
  append_number(png, static_cast<std::uint32_t>(data.size()));
  const std::size_t begin = png.size();
  png += type;
  png += data;
  const auto* checked = reinterpret_cast<const Bytef*>(png.data() + begin);
  append_number(
      png, static_cast<std::uint32_t>(crc32(0, checked, static_cast<uInt>(png.size() - begin))));
}

std::string header_of(const PixelRows& pixels) {
  std::string header;
  append_number(header, static_cast<std::uint32_t>(pixels.width));
  append_number(header, static_cast<std::uint32_t>(pixels.height));
  constexpr std::array<char, 5> eight_bits_of_rgb = {8, 2, 0, 0, 0};
  return header.append(eight_bits_of_rgb.data(), eight_bits_of_rgb.size());
}

std::string resolution_of(double dpi) {
  constexpr double inches_per_metre = 1 / 0.0254;
  const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi * inches_per_metre));
  std::string text;
  append_number(text, per_metre);
  append_number(text, per_metre);
  return text + '\1';
}

/// Compresses rows one by one into IDAT chunks.
class Deflater {
 public:
  explicit Deflater(std::string& png) : png_(png) {
    constexpr int level = 3;
    if (deflateInit2(&stream_, level, Z_DEFLATED, 15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  void add(std::vector<unsigned char>& row) { run(row, Z_NO_FLUSH); }
  void finish() {
    std::vector<unsigned char> nothing;
    run(nothing, Z_FINISH);
  }

 private:
  void run(std::vector<unsigned char>& row, int flush) {
    stream_.next_in = row.data();
    stream_.avail_in = static_cast<uInt>(row.size());
    do {
      stream_.next_out = out_.data();
      stream_.avail_out = static_cast<uInt>(out_.size());
      deflate(&stream_, flush);
      const std::size_t made = out_.size() - stream_.avail_out;
      if (made > 0) append_chunk(png_, "IDAT", {reinterpret_cast<const char*>(out_.data()), made});
    } while (stream_.avail_out == 0);
  }

  std::string& png_;
  z_stream stream_ = {};
  std::vector<Bytef> out_ = std::vector<Bytef>(1U << 18U);
};

}  // namespace

std::string encoded_png(const PixelRows& pixels, double dpi) {
  std::string png("\x89PNG\r\n\x1A\n", 8);
  append_chunk(png, "IHDR", header_of(pixels));
  append_chunk(png, "pHYs", resolution_of(dpi));
  std::vector<unsigned char> above(pixels.width * 3, 0);
  std::vector<unsigned char> here(pixels.width * 3);
  std::vector<unsigned char> row(pixels.width * 3 + 1, filter_up);
  {
    Deflater deflater(png);
    for (std::size_t y = 0; y < pixels.height; ++y) {
      const unsigned char* source = pixels.bytes.data() + y * pixels.stride;
      for (std::size_t x = 0; x < pixels.width; ++x) {
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, source + x * 4, 4);
        here[x * 3] = static_cast<unsigned char>(pixel >> 16);
        here[x * 3 + 1] = static_cast<unsigned char>(pixel >> 8);
        here[x * 3 + 2] = static_cast<unsigned char>(pixel);
      }
      for (std::size_t i = 0; i < here.size(); ++i)
        row[i + 1] = static_cast<unsigned char>(here[i] - above[i]);
      deflater.add(row);
      above.swap(here);
    }
    deflater.finish();
  }
  append_chunk(png, "IEND", {});
  return png;
}

}  // namespace entente
