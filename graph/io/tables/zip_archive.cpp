// APPNOTE.TXT, the ZIP file format, versions 4.5 and later; RFC 1951.

#include "io/tables/zip_archive.hpp"

#include <algorithm>
#include <utility>

#include <zlib.h>

#include <entente/model/problem.hpp>

#include "base/ascii.hpp"

namespace entente::tables {
namespace {

[[noreturn]] void refuse_archive(const std::string& file, std::string code, std::string message,
                                 std::string hint = "save the workbook anew, or send it again") {
  throw DossierError(
      {{Severity::error, std::move(code), file, 0, 0, "", std::move(message), std::move(hint)}});
}

constexpr std::string_view broken = "broken-archive";

/// A little-endian number of `size` bytes that lie inside.
std::uint64_t number_at(std::string_view bytes, std::uint64_t at, unsigned size) {
  std::uint64_t number = 0;
  for (unsigned i = size; i-- > 0;)
    number = number << 8U | static_cast<unsigned char>(bytes[static_cast<std::size_t>(at + i)]);
  return number;
}

bool has_bytes(std::string_view bytes, std::uint64_t at, std::uint64_t size) {
  return at <= bytes.size() && size <= bytes.size() - at;
}

struct Directory {
  std::uint64_t entries = 0;
  std::uint64_t offset = 0;
};

constexpr std::uint64_t end_size = 22;

/// Where the directory's end record begins; the archive's size if there is none.
std::uint64_t find_end(std::string_view bytes) {
  constexpr std::string_view signature = "PK\5\6";
  if (bytes.size() < end_size) return bytes.size();
  constexpr std::size_t most_comment = 0xFFFF;
  const std::size_t last = bytes.size() - end_size;
  const std::size_t found = bytes.rfind(signature, last);
  return found == bytes.npos || last - found > most_comment ? bytes.size() : found;
}

Directory find_directory(std::string_view bytes, const std::string& file) {
  const std::uint64_t end = find_end(bytes);
  if (end == bytes.size())
    refuse_archive(file, std::string(broken), "the archive has no directory: it is cut off");
  Directory directory = {number_at(bytes, end + 10, 2), number_at(bytes, end + 16, 4)};
  constexpr std::uint64_t locator_size = 20;
  constexpr std::uint64_t large_size = 56;
  if (end >= locator_size && bytes.substr(end - locator_size, 4) == "PK\6\7") {
    const std::uint64_t large = number_at(bytes, end - locator_size + 8, 8);
    if (!has_bytes(bytes, large, large_size) || bytes.substr(large, 4) != "PK\6\6")
      refuse_archive(file, std::string(broken), "the archive's directory is damaged");
    directory = {number_at(bytes, large + 32, 8), number_at(bytes, large + 48, 8)};
  }
  return directory;
}

/// Sizes that do not fit 32 bits stand in an extra field, in this order.
void read_large_sizes(std::string_view extra, ZipEntry& entry) {
  constexpr std::uint64_t elsewhere = 0xFFFFFFFF;
  while (extra.size() >= 4) {
    const std::uint64_t size = number_at(extra, 2, 2);
    if (!has_bytes(extra, 4, size)) return;
    if (number_at(extra, 0, 2) == 1) {
      std::uint64_t at = 4;
      for (std::uint64_t* member : {&entry.size, &entry.compressed, &entry.header})
        if (*member == elsewhere && at + 8 <= 4 + size) {
          *member = number_at(extra, at, 8);
          at += 8;
        }
      return;
    }
    extra.remove_prefix(static_cast<std::size_t>(4 + size));
  }
}

constexpr std::uint64_t entry_size = 46;

ZipEntry entry_at(std::string_view bytes, std::uint64_t at) {
  ZipEntry entry;
  entry.encrypted = (number_at(bytes, at + 8, 2) & 1U) != 0;
  entry.method = static_cast<std::uint16_t>(number_at(bytes, at + 10, 2));
  entry.checksum = static_cast<std::uint32_t>(number_at(bytes, at + 16, 4));
  entry.compressed = number_at(bytes, at + 20, 4);
  entry.size = number_at(bytes, at + 24, 4);
  entry.header = number_at(bytes, at + 42, 4);
  return entry;
}

}  // namespace

struct ZipReader::State {
  std::string_view input;  ///< compressed, not yet read
  ZipEntry entry;
  std::string file;
  ZipLimits limits;
  z_stream stream = {};
  std::uint64_t given = 0;
  uLong checksum = crc32(0, nullptr, 0);
  bool inflating = false;
  bool ended = false;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (inflating) inflateEnd(&stream);
  }

  [[noreturn]] void fail(std::string message) const {
    refuse_archive(file, std::string(broken), "'" + entry.name + "' " + std::move(message));
  }

  std::size_t copy(char* buffer, std::size_t size) {
    const std::size_t count = std::min(size, input.size());
    std::copy_n(input.data(), count, buffer);
    input.remove_prefix(count);
    return count;
  }

  std::size_t inflate_into(char* buffer, std::size_t size) {
    constexpr std::size_t most = std::size_t{1} << 30U;
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = static_cast<uInt>(std::min(size, most));
    while (stream.avail_out > 0 && !ended) {
      const std::size_t piece = std::min(input.size(), most);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
      stream.avail_in = static_cast<uInt>(piece);
      const int result = inflate(&stream, Z_NO_FLUSH);
      input.remove_prefix(piece - stream.avail_in);
      if (result == Z_STREAM_END)
        ended = true;
      else if (result == Z_BUF_ERROR || (result == Z_OK && input.empty() && stream.avail_out > 0))
        fail("is cut off");
      else if (result != Z_OK)
        fail("is damaged");
    }
    return static_cast<std::size_t>(stream.next_out - reinterpret_cast<Bytef*>(buffer));
  }

  void check_limits() const {
    const bool expands =
        given > limits.plain_bytes &&
        given / limits.most_expansion > std::max<std::uint64_t>(entry.compressed, 1);
    if (!expands && given <= limits.most_bytes) return;
    refuse_archive(
        file, "zip-bomb",
        "'" + entry.name + "' unpacks to " +
            (expands ? "more than " + std::to_string(limits.most_expansion) + " times its size"
                     : "more than " + std::to_string(limits.most_bytes) + " bytes"),
        expands ? "export the sheet as CSV if this is meant" : "--max-input raises the limit");
  }

  void check_end() const {
    if (given != entry.size) fail("has another size than the archive says");
    if (checksum != entry.checksum) fail("is damaged: its checksum differs");
  }
};

ZipReader::ZipReader(std::string_view archive, const ZipEntry& entry, const std::string& file,
                     const ZipLimits& limits)
    : state_(std::make_unique<State>()) {
  state_->entry = entry;
  state_->file = file;
  state_->limits = limits;
  constexpr std::uint64_t local_size = 30;
  if (entry.encrypted)
    refuse_archive(file, "encrypted", "'" + entry.name + "' is encrypted",
                   "save it without a password");
  if (!has_bytes(archive, entry.header, local_size) || archive.substr(entry.header, 4) != "PK\3\4")
    state_->fail("is not where the archive says");
  const std::uint64_t begin = entry.header + local_size + number_at(archive, entry.header + 26, 2) +
                              number_at(archive, entry.header + 28, 2);
  if (!has_bytes(archive, begin, entry.compressed)) state_->fail("is cut off");
  state_->input = archive.substr(begin, entry.compressed);
  constexpr std::uint16_t stored = 0;
  constexpr std::uint16_t deflated = 8;
  if (entry.method == stored) return;
  if (entry.method != deflated) state_->fail("is packed in a way that is not known here");
  if (inflateInit2(&state_->stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
  state_->inflating = true;
}

ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

std::size_t ZipReader::read(char* buffer, std::size_t size) {
  const std::size_t count =
      state_->inflating ? state_->inflate_into(buffer, size) : state_->copy(buffer, size);
  state_->given += count;
  state_->checksum =
      crc32(state_->checksum, reinterpret_cast<const Bytef*>(buffer), static_cast<uInt>(count));
  state_->check_limits();
  if (count < size) state_->check_end();
  return count;
}

double ZipReader::share_read() const {
  if (state_->entry.compressed == 0) return 1;
  return 1 -
         static_cast<double>(state_->input.size()) / static_cast<double>(state_->entry.compressed);
}

std::string ZipReader::read_all() {
  constexpr std::size_t piece = std::size_t{64} << 10U;
  std::string all;
  for (std::size_t count = piece; count == piece;) {
    const std::size_t before = all.size();
    all.resize(before + piece);
    count = read(all.data() + before, piece);
    all.resize(before + count);
  }
  return all;
}

ZipArchive::ZipArchive(std::string_view bytes, std::string file, ZipLimits limits)
    : bytes_(bytes), file_(std::move(file)), limits_(limits) {
  const Directory directory = find_directory(bytes, file_);
  constexpr std::uint64_t most_entries = 100'000;
  if (directory.entries > most_entries)
    refuse_archive(file_, std::string(broken), "the archive has too many entries");
  std::uint64_t at = directory.offset;
  for (std::uint64_t i = 0; i < directory.entries; ++i) {
    if (!has_bytes(bytes, at, entry_size) || bytes.substr(at, 4) != "PK\1\2")
      refuse_archive(file_, std::string(broken), "the archive's directory is damaged");
    const std::uint64_t name = number_at(bytes, at + 28, 2);
    const std::uint64_t extra = number_at(bytes, at + 30, 2);
    const std::uint64_t comment = number_at(bytes, at + 32, 2);
    if (!has_bytes(bytes, at + entry_size, name + extra + comment))
      refuse_archive(file_, std::string(broken), "the archive's directory is cut off");
    ZipEntry entry = entry_at(bytes, at);
    entry.name = bytes.substr(at + entry_size, name);
    read_large_sizes(bytes.substr(at + entry_size + name, extra), entry);
    entries_.push_back(std::move(entry));
    at += entry_size + name + extra + comment;
  }
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const std::string wanted = ascii_lowered(name);
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const ZipEntry& entry) {
    return ascii_lowered(entry.name) == wanted;
  });
  return found == entries_.end() ? nullptr : &*found;
}

ZipReader ZipArchive::open(const ZipEntry& entry) const {
  return {bytes_, entry, file_, limits_};
}

}  // namespace entente::tables
