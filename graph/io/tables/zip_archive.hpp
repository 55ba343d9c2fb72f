#pragma once

/// ZIP archives, read entry by entry: what workbooks are made of.
///
/// Trusts nothing that the archive says of itself: places are checked against its size, sizes
/// against what comes out, and the checksum at the end. Entries stored or deflated, with or without
/// the 64-bit extension; encrypted ones are refused. zlib is used directly: libzip would bring a
/// library for encryption along, which takes longer to load than a small question to answer.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace entente::tables {

/// How much may come out of an archive before it is taken for an attack.
struct ZipLimits {
  std::uint64_t most_bytes = std::uint64_t{2} << 30U;    ///< of one entry
  std::uint64_t plain_bytes = std::uint64_t{16} << 20U;  ///< that any entry may have
  std::uint64_t most_expansion = 300;  ///< times its compressed size, beyond `plain_bytes`
};

/// One file of an archive.
struct ZipEntry {
  std::string name;
  std::uint64_t header = 0;      ///< where its local header begins
  std::uint64_t compressed = 0;  ///< bytes in the archive
  std::uint64_t size = 0;        ///< bytes that it promises
  std::uint32_t checksum = 0;
  std::uint16_t method = 0;
  bool encrypted = false;
};

/// The bytes of an entry, in pieces. The archive must outlive it.
class ZipReader {
 public:
  ZipReader(std::string_view archive, const ZipEntry& entry, const std::string& file,
            const ZipLimits& limits);
  ZipReader(ZipReader&&) noexcept;
  ZipReader& operator=(ZipReader&&) noexcept;
  ~ZipReader();

  /// Fills a buffer as far as it can; 0 at the end. @throws DossierError `broken-archive` for what
  /// is cut off or damaged, `zip-bomb` beyond the limits.
  [[nodiscard]] std::size_t read(char* buffer, std::size_t size);
  /// How much of the packed bytes has been read, up to 1.
  [[nodiscard]] double share_read() const;
  /// All of it.
  [[nodiscard]] std::string read_all();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The directory of an archive, which borrows its bytes.
class ZipArchive {
 public:
  /// @throws DossierError `broken-archive`; `file` stands for it in errors.
  ZipArchive(std::string_view bytes, std::string file, ZipLimits limits = {});

  [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }
  /// The entry of that name, or nullptr. ASCII letters match in either case.
  [[nodiscard]] const ZipEntry* find(std::string_view name) const;
  [[nodiscard]] ZipReader open(const ZipEntry& entry) const;
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  std::string_view bytes_;
  std::string file_;
  ZipLimits limits_;
  std::vector<ZipEntry> entries_;
};

}  // namespace entente::tables
