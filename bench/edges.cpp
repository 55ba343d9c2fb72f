#include "edges.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace bench {

namespace {

constexpr std::array<char, 8> magic{'E', 'D', 'G', 'E', 'S', 0, 0, 1};

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

[[noreturn]] void fail(const std::string& file, const char* what) {
  std::fprintf(stderr, "bench: %s: %s\n", file.c_str(), what);
  std::exit(74);
}

File open(const std::string& file, const char* mode) {
  File handle(std::fopen(file.c_str(), mode), &std::fclose);
  if (!handle) fail(file, "cannot be opened");
  return handle;
}

std::vector<std::vector<std::uint32_t>*> columns(Edges& edges) {
  return {&edges.from, &edges.to, &edges.weight, &edges.ask_from, &edges.ask_to};
}

}  // namespace

Edges read_edges(const std::string& file) {
  const File in = open(file, "rb");
  std::array<char, 8> begin{};
  std::array<std::uint64_t, 3> sizes{};
  if (std::fread(begin.data(), 1, 8, in.get()) != 8 || begin != magic ||
      std::fread(sizes.data(), 8, 3, in.get()) != 3) {
    fail(file, "is no file of edges");
  }
  Edges edges;
  edges.vertices = static_cast<std::uint32_t>(sizes[0]);
  for (std::vector<std::uint32_t>* column : columns(edges)) {
    const bool question = column == &edges.ask_from || column == &edges.ask_to;
    column->resize(question ? sizes[2] : sizes[1]);
    if (std::fread(column->data(), 4, column->size(), in.get()) != column->size()) {
      fail(file, "is cut short");
    }
  }
  return edges;
}

void write_edges(const std::string& file, const Edges& edges) {
  const File out = open(file, "wb");
  const std::array<std::uint64_t, 3> sizes{edges.vertices, edges.from.size(),
                                           edges.ask_from.size()};
  Edges copy = edges;
  bool good = std::fwrite(magic.data(), 1, 8, out.get()) == 8 &&
              std::fwrite(sizes.data(), 8, 3, out.get()) == 3;
  for (const std::vector<std::uint32_t>* column : columns(copy)) {
    good = good && std::fwrite(column->data(), 4, column->size(), out.get()) == column->size();
  }
  if (!good || std::fflush(out.get()) != 0) fail(file, "cannot be written");
}

}  // namespace bench
