#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <memory>
#include <new>
#include <streambuf>
#include <utility>
#include <vector>

#include <zlib.h>
#include <zstd.h>

#include <entente/error.hpp>
#include <entente/io/compression.hpp>
#include <entente/model/problem.hpp>

#include "io/packing/unpacking.hpp"

namespace entente {

/// Packs blocks; the last with `is_last`.
class OutputPacker {
 public:
  virtual ~OutputPacker() = default;
  virtual void pack(std::string_view block, bool is_last, std::ostream& out) = 0;
};

namespace {

constexpr std::size_t packing_block = std::size_t{1} << 16;
constexpr int gzip_window = 15 + 16;  // the largest window, with gzip's header
constexpr int gzip_memory = 8;

bool ends_with_letters(std::string_view path, std::string_view ending) {
  if (path.size() <= ending.size()) return false;
  return std::equal(
      ending.begin(), ending.end(), path.end() - std::ssize(ending),
      [](char lower, char c) { return lower == std::tolower(static_cast<unsigned char>(c)); });
}

class Copier : public OutputPacker {
 public:
  void pack(std::string_view block, bool, std::ostream& out) override { out << block; }
};

class GzipPacker : public OutputPacker {
 public:
  GzipPacker() {
    if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, gzip_memory,
                     Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~GzipPacker() override { deflateEnd(&stream_); }
  GzipPacker(const GzipPacker&) = delete;
  GzipPacker& operator=(const GzipPacker&) = delete;

  void pack(std::string_view block, bool is_last, std::ostream& out) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(block.data()));
    stream_.avail_in = static_cast<uInt>(block.size());
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(packed_.data());
      stream_.avail_out = static_cast<uInt>(packed_.size());
      deflate(&stream_, is_last ? Z_FINISH : Z_NO_FLUSH);
      out.write(packed_.data(), static_cast<std::streamsize>(packed_.size() - stream_.avail_out));
    } while (stream_.avail_out == 0);
  }

 private:
  z_stream stream_{};
  std::array<char, packing_block> packed_{};
};

class ZstdPacker : public OutputPacker {
 public:
  ZstdPacker() : context_(ZSTD_createCCtx(), ZSTD_freeCCtx) {
    if (!context_) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
  }

  void pack(std::string_view block, bool is_last, std::ostream& out) override {
    ZSTD_inBuffer in{block.data(), block.size(), 0};
    std::size_t left = 0;
    do {
      ZSTD_outBuffer packed{packed_.data(), packed_.size(), 0};
      left = ZSTD_compressStream2(context_.get(), &packed, &in,
                                  is_last ? ZSTD_e_end : ZSTD_e_continue);
      if (ZSTD_isError(left) != 0) throw std::bad_alloc();
      out.write(packed_.data(), static_cast<std::streamsize>(packed.pos));
    } while (is_last ? left != 0 : in.pos < in.size);
  }

 private:
  std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context_;
  std::array<char, packing_block> packed_{};
};

std::unique_ptr<OutputPacker> packer(Compression compression) {
  if (compression == Compression::gzip) return std::make_unique<GzipPacker>();
  if (compression == Compression::zstd) return std::make_unique<ZstdPacker>();
  return std::make_unique<Copier>();
}

[[noreturn]] void refuse_packed(const std::string& name, std::string_view what) {
  throw DossierError({{Severity::error, "bad-compression", name, 1, 1, "",
                       "the " + std::string(what) + " data is damaged or ends too soon",
                       "fetch or pack the file again"}});
}

/// Takes what comes out: counts it, and keeps it where it has room for all.
class Unpacked {
 public:
  /// Counts up to one more than `most`.
  explicit Unpacked(std::size_t most) : most_(most), block_(std::size_t{1} << 18, '\0') {}
  /// Keeps as many bytes as were counted. One more has room, so that none is never left.
  void keep_all() {
    kept_.emplace(size_ + 1, '\0');
    size_ = 0;
  }
  [[nodiscard]] char* room() { return kept_ ? kept_->data() + size_ : block_.data(); }
  [[nodiscard]] std::size_t left() const { return kept_ ? kept_->size() - size_ : block_.size(); }
  void add(std::size_t count) { size_ += count; }
  [[nodiscard]] bool is_too_large() const { return size_ > most_; }
  [[nodiscard]] std::string_view view() const {
    return kept_ ? std::string_view(*kept_).substr(0, size_) : std::string_view();
  }

 private:
  std::size_t most_;
  std::size_t size_ = 0;
  std::string block_;
  std::optional<std::string> kept_;
};

struct InflateEnd {
  void operator()(z_stream* stream) const { inflateEnd(stream); }
};

/// Several packed parts may follow one another.
bool unpack_gzip(std::string_view packed, const std::string& name, Unpacked& out) {
  z_stream stream{};
  if (inflateInit2(&stream, gzip_window) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, InflateEnd> end(&stream);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  std::size_t behind = packed.size();
  int state = Z_OK;
  while (state != Z_STREAM_END || behind + stream.avail_in > 0) {
    if (state == Z_STREAM_END) state = inflateReset(&stream);
    constexpr std::size_t most = std::numeric_limits<uInt>::max();
    if (stream.avail_in == 0) {
      stream.avail_in = static_cast<uInt>(std::min(behind, most));
      behind -= stream.avail_in;
    }
    stream.next_out = reinterpret_cast<Bytef*>(out.room());
    const std::size_t room = std::min(out.left(), most);
    stream.avail_out = static_cast<uInt>(room);
    state = inflate(&stream, Z_NO_FLUSH);
    out.add(room - stream.avail_out);
    if (out.is_too_large()) return false;
    if (state != Z_OK && state != Z_STREAM_END) refuse_packed(name, "gzip");
  }
  return true;
}

bool unpack_zstd(std::string_view packed, const std::string& name, Unpacked& out) {
  const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(),
                                                                        ZSTD_freeDCtx);
  if (!context) throw std::bad_alloc();
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  std::size_t state = 1;
  bool full = false;
  while (in.pos < in.size || full) {
    ZSTD_outBuffer room{out.room(), out.left(), 0};
    state = ZSTD_decompressStream(context.get(), &room, &in);
    out.add(room.pos);
    full = room.pos == room.size;
    if (out.is_too_large()) return false;
    if (ZSTD_isError(state) != 0) refuse_packed(name, "Zstandard");
  }
  if (state != 0) refuse_packed(name, "Zstandard");
  return true;
}

}  // namespace

Compression compression_of(std::string_view path) {
  if (ends_with_letters(path, ".gz")) return Compression::gzip;
  if (ends_with_letters(path, ".zst")) return Compression::zstd;
  return Compression::none;
}

std::string_view uncompressed_name(std::string_view path) {
  return compression_of(path) == Compression::none ? path : path.substr(0, path.rfind('.'));
}

std::optional<InputBytes> unpacked(InputBytes bytes, const std::string& name, std::size_t most) {
  constexpr std::string_view gzip_mark = "\x1F\x8B";
  constexpr std::string_view zstd_mark = "\x28\xB5\x2F\xFD";
  const std::string_view packed = bytes.view();
  const bool is_gzip = packed.starts_with(gzip_mark);
  if (!is_gzip && !packed.starts_with(zstd_mark)) return bytes;
  Unpacked out(most);
  const auto unpack = [&] {
    return is_gzip ? unpack_gzip(packed, name, out) : unpack_zstd(packed, name, out);
  };
  if (!unpack()) return std::nullopt;
  out.keep_all();
  unpack();
  return InputBytes(out.view());
}

class CompressedOutput::State : public std::streambuf {
 public:
  State(std::ostream& out, Compression compression)
      : out_(out), packer_(packer(compression)), stream_(this) {
    setp(block_.data(), block_.data() + block_.size());
    // What the stream below throws is thrown on, not swallowed.
    stream_.exceptions(std::ios::badbit | std::ios::failbit);
  }
  void finish() { pack(true); }
  [[nodiscard]] std::ostream& stream() { return stream_; }

 private:
  void pack(bool is_last) {
    packer_->pack({pbase(), static_cast<std::size_t>(pptr() - pbase())}, is_last, out_);
    setp(block_.data(), block_.data() + block_.size());
  }
  int overflow(int c) override {
    pack(false);
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    return sputc(traits_type::to_char_type(c));
  }

  std::ostream& out_;
  std::unique_ptr<OutputPacker> packer_;
  std::array<char, packing_block> block_{};
  std::ostream stream_;
};

CompressedOutput::CompressedOutput(std::ostream& out, Compression compression)
    : state_(std::make_unique<State>(out, compression)) {}
CompressedOutput::~CompressedOutput() = default;

std::ostream& CompressedOutput::stream() {
  return state_->stream();
}

void CompressedOutput::finish() {
  state_->finish();
}

}  // namespace entente
