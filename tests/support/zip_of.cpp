#include "support/zip_of.hpp"

#include <stdexcept>

#include <zlib.h>

namespace entente::test {
namespace {

void append_number(std::string& bytes, std::uint64_t number, int size) {
  for (int i = 0; i < size; ++i) {
    bytes += static_cast<char>(number & 0xFFU);
    number >>= 8U;
  }
}

std::string deflated(const std::string& text) {
  z_stream stream = {};
  if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("deflate");
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace

std::string zip_of(const std::vector<ZipContent>& contents, Packing packing) {
  std::string bytes;
  std::string directory;
  for (const ZipContent& content : contents) {
    const std::string packed = packing == Packing::stored ? content.text : deflated(content.text);
    std::string common;
    append_number(common, 20, 2);
    append_number(common, 0, 2);
    append_number(common, packing == Packing::stored ? 0 : 8, 2);
    append_number(common, 0, 4);
    append_number(common,
                  crc32(0, reinterpret_cast<const Bytef*>(content.text.data()),
                        static_cast<uInt>(content.text.size())),
                  4);
    append_number(common, packed.size(), 4);
    append_number(common, content.text.size(), 4);
    append_number(common, content.name.size(), 2);
    append_number(common, 0, 2);
    directory += "PK\1\2";
    append_number(directory, 20, 2);
    directory += common;
    append_number(directory, 0, 2);
    append_number(directory, 0, 2);
    append_number(directory, 0, 2);
    append_number(directory, 0, 4);
    append_number(directory, bytes.size(), 4);
    directory += content.name;
    bytes += "PK\3\4" + common + content.name + packed;
  }
  const std::size_t begin = bytes.size();
  bytes += directory + "PK\5\6";
  append_number(bytes, 0, 4);
  append_number(bytes, contents.size(), 2);
  append_number(bytes, contents.size(), 2);
  append_number(bytes, directory.size(), 4);
  append_number(bytes, begin, 4);
  append_number(bytes, 0, 2);
  return bytes;
}

std::vector<ZipContent> workbook_of(const std::string& sheet_data,
                                    const std::string& shared_strings, const std::string& styles,
                                    const std::string& workbook_properties) {
  const std::string relationships =
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  const std::string type =
      R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)";
  return {
      {"_rels/.rels", relationships + "<Relationship Id=\"rId1\" " + type +
                          R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
      {"xl/workbook.xml",
       "<workbook>" + workbook_properties +
           R"(<sheets><sheet name="Ties" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       relationships + "<Relationship Id=\"rId1\" " + type +
           R"(worksheet" Target="worksheets/sheet1.xml"/>)" + "<Relationship Id=\"rId2\" " + type +
           R"(sharedStrings" Target="sharedStrings.xml"/>)" + "<Relationship Id=\"rId3\" " + type +
           R"(styles" Target="styles.xml"/></Relationships>)"},
      {"xl/sharedStrings.xml", "<sst>" + shared_strings + "</sst>"},
      {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"},
      {"xl/worksheets/sheet1.xml",
       R"(<?xml version="1.0" encoding="UTF-8"?><worksheet>)" + sheet_data + "</worksheet>"}};
}

}  // namespace entente::test
