// Turns a file of edges into a dossier of dated, sourced relations, as one JSON document or as JSON
// Lines.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "edges.hpp"

namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// How the records of a format begin, are parted and end.
struct Format {
  const char* head;
  const char* entities;
  const char* entity_begin;
  const char* relations;
  const char* relation_begin;
  const char* record_end;
  const char* parting;
  const char* tail;
};

constexpr Format json{R"({"format":"entente/1","vocabulary":"diplomacy",)",
                      "\n\"entities\":[\n",
                      "",
                      "],\n\"relations\":[\n",
                      "",
                      "",
                      ",\n",
                      "]}\n"};
constexpr Format json_lines{
    "{\"dossier\":{\"format\":\"entente/1\",\"vocabulary\":\"diplomacy\"}}\n",
    "",
    R"({"entity":)",
    "",
    R"({"relation":)",
    "}\n",
    "",
    ""};

void write(std::FILE* out, const bench::Edges& edges, const Format& format) {
  constexpr std::array types{"partner_of", "cooperates_with", "assists", "in_conflict_with"};
  std::fputs(format.head, out);
  std::fputs(format.entities, out);
  const char* parting = "";
  for (std::uint32_t v = 0; v < edges.vertices; ++v, parting = format.parting) {
    std::fprintf(
        out,
        "%s%s{\"id\":\"entity-%06u\",\"kind\":\"country\",\"names\":{\"en\":[\"Entity %u\"]}}%s",
        parting, format.entity_begin, v, v, format.record_end);
  }
  std::fprintf(out, "%s%s{\"id\":\"source\",\"kind\":\"document\"}%s", parting, format.entity_begin,
               format.record_end);
  std::fputs(format.relations, out);
  parting = "";
  for (std::size_t i = 0; i < edges.from.size(); ++i, parting = format.parting) {
    const std::uint32_t chance =
        edges.weight[i] * 2654435761U + static_cast<std::uint32_t>(i) * 40503U;
    const unsigned year = 1970 + chance % 50;
    std::fprintf(
        out,
        "%s%s{\"id\":\"relation-%07zu\",\"type\":\"%s\",\"from\":\"entity-%06u\",\"to\":"
        "\"entity-%06u\",\"when\":\"%u-%02u-%02u/%u\",\"evidence\":[{\"source\":\"source\","
        "\"at\":\"p. %u\"}]}%s",
        parting, format.relation_begin, i, types[chance / 50 % types.size()], edges.from[i],
        edges.to[i], year, 1 + chance / 200 % 12, 1 + chance / 2400 % 28,
        year + 1 + chance / 67200 % 10, 1 + edges.weight[i], format.record_end);
  }
  std::fputs(format.tail, out);
}

}  // namespace

int main(int count, char** words) {
  const std::string kind = count == 4 ? words[1] : "";
  if (kind != "json" && kind != "jsonl") {
    std::fprintf(stderr, "usage: bench_dossier json|jsonl EDGES OUT\n");
    return 64;
  }
  const File out(std::fopen(words[3], "wb"), &std::fclose);
  if (!out) return 74;
  write(out.get(), bench::read_edges(words[2]), kind == "json" ? json : json_lines);
  return std::fflush(out.get()) == 0 ? 0 : 74;
}
