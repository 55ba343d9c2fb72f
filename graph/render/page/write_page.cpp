// The page is put together from a frame, a style, a program and its words, which are built into the
// library, and the data of a dossier. A policy in the page lets nothing else run and nothing be
// fetched.

#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include <zlib.h>

#include <entente/render/write_page.hpp>

#include "render/label/label.hpp"
#include "render/page/page_data.hpp"

namespace entente {

namespace embedded {
std::string_view page_frame();
std::string_view page_style();
std::string_view page_program();
std::string_view page_hashes();
std::string_view page_words();
}  // namespace embedded

namespace {

constexpr std::size_t most_plain = 100'000;  // bytes of data that stay readable

/// JSON that no markup begins or ends in, whatever its texts hold.
std::string as_script(std::string_view json) {
  std::string text;
  text.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '<' || c == '>' || c == '&') {
      text += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : "\\u0026";
    } else if (json.substr(i, 3) == "\u2028" || json.substr(i, 3) == "\u2029") {
      text += json[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      text += c;
    }
  }
  return text;
}

/// gzip without a time or a name, so that the same data gives the same bytes.
std::string gzipped(std::string_view text) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw std::bad_alloc();
  std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int result = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::length_error("too much data for a page");
  return packed;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned value = 0;
    for (std::size_t j = 0; j < 3; ++j)
      value = value << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j)
      text += j <= bytes.size() - i ? digits[value >> (18 - 6 * j) & 63U] : '=';
  }
  return text;
}

std::string data_block(const std::string& json) {
  if (json.size() <= most_plain)
    return "<script type=\"application/json\" id=\"data\">" + as_script(json) + "</script>";
  return "<script type=\"application/octet-stream\" id=\"data\">" + base64(gzipped(json)) +
         "</script>";
}

/// A digest in hexadecimal digits, as policies write it.
std::string policy_hash(std::string_view hex) {
  std::string bytes;
  const auto digit = [](char c) {
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
  };
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(digit(hex[i]) << 4 | digit(hex[i + 1]));
  return "'sha256-" + base64(bytes) + "'";
}

std::string policy() {
  constexpr std::size_t hash = 64;  // digits of SHA-256
  const std::string_view hashes = embedded::page_hashes();
  return "default-src 'none'; script-src " + policy_hash(hashes.substr(0, hash)) + "; style-src " +
         policy_hash(hashes.substr(hash + 1, hash)) +
         "; img-src data: blob:; base-uri 'none'; form-action 'none'";
}

}  // namespace

WrittenPage write_page(std::ostream& out, const Graph& graph, const Selection& selection,
                       const PageOptions& options) {
  const PageData data = page_data(graph, selection, options);
  std::string_view frame = embedded::page_frame();
  const auto write_up_to = [&](std::string_view gap) {
    const std::size_t at = frame.find(gap);
    out << frame.substr(0, at);
    frame.remove_prefix(at + gap.size());
  };
  write_up_to("{{language}}");
  out << escaped(data.language);
  write_up_to("{{policy}}");
  out << policy();
  write_up_to("{{title}}");
  out << escaped(data.title);
  write_up_to("{{style}}");
  out << embedded::page_style();
  write_up_to("{{data}}");
  out << data_block(data.json);
  write_up_to("{{words}}");
  out << base64(gzipped(embedded::page_words()));
  write_up_to("{{program}}");
  out << embedded::page_program() << frame;
  return data.written;
}

}  // namespace entente
