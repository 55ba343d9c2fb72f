// Reads edtf_vectors.txt; a failure names its line.

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/time/when.hpp>

namespace entente {
namespace {

struct Vector {
  std::size_t line = 0;
  std::vector<std::string> fields;  // kind, expression and what is expected of it
};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  std::string field = text.substr(first, text.find_last_not_of(' ') - first + 1);
  const bool is_quoted = field.size() >= 2 && field.front() == '"' && field.back() == '"';
  return is_quoted ? field.substr(1, field.size() - 2) : field;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::size_t from = 0;
  for (std::size_t bar = 0; bar != std::string::npos; from = bar + 1) {
    bar = line.find('|', from);
    fields.push_back(trimmed(line.substr(from, bar == std::string::npos ? bar : bar - from)));
  }
  return fields;
}

const std::vector<Vector>& vectors() {
  static const std::vector<Vector> all = [] {
    std::vector<Vector> read;
    std::ifstream file(ENTENTE_SOURCE_DIR "/tests/unit/time/edtf_vectors.txt");
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
      if (!line.empty() && line.front() != '#') read.push_back({number, fields_of(line)});
    }
    return read;
  }();
  return all;
}

template <class Check>
std::size_t for_each_of_kind(const std::string& kind, Check check) {
  std::size_t count = 0;
  for (const Vector& vector : vectors()) {
    if (vector.fields[0] != kind) continue;
    ++count;
    SCOPED_TRACE("edtf_vectors.txt:" + std::to_string(vector.line) + ": " + vector.fields[1]);
    check(vector.fields);
  }
  return count;
}

std::string text_of(std::optional<Day> day) {
  return day ? format_day(*day) : "-";
}

std::string text_of(Qualifier qualifier) {
  constexpr std::string_view signs = "-?~%";
  return {signs[static_cast<std::size_t>(qualifier)]};
}

void expect_error(const std::vector<std::string>& fields, DateError::Kind kind) {
  try {
    (void)When::parse(fields[1]);
    ADD_FAILURE() << "is taken for a date";
  } catch (const DateError& error) {
    EXPECT_EQ(error.kind(), kind) << error.what();
    EXPECT_EQ(std::to_string(error.column()), fields.at(2)) << error.what();
    EXPECT_NE(error.reason().find(fields.at(3)), std::string::npos) << error.what();
    EXPECT_EQ(error.code(), kind == DateError::Kind::invalid ? "invalid-date" : "unsupported-date");
  }
}

TEST(EdtfVectors, AreAtLeastThreeHundred) {
  EXPECT_GE(vectors().size(), 300U);
}

TEST(EdtfVectors, ThatAreValidHaveTheirDaysAndKeepTheirText) {
  const auto count = for_each_of_kind("valid", [](const std::vector<std::string>& fields) {
    const When when = When::parse(fields[1]);
    EXPECT_EQ(text_of(when.earliest()), fields.at(2));
    EXPECT_EQ(text_of(when.latest()), fields.at(3));
    EXPECT_EQ(text_of(when.qualifier()), fields.at(4));
    EXPECT_EQ(when.text(), fields[1]);
    EXPECT_EQ(When::parse(when.text()), when);
    EXPECT_FALSE(when.is_object_form());
  });
  EXPECT_GT(count, 150U);
}

TEST(EdtfVectors, ThatAreInvalidSayWhereAndWhy) {
  const auto count = for_each_of_kind("invalid", [](const std::vector<std::string>& fields) {
    expect_error(fields, DateError::Kind::invalid);
  });
  EXPECT_GT(count, 150U);
}

TEST(EdtfVectors, ThatAreBeyondTheScopeAreUnsupportedNotInvalid) {
  const auto count = for_each_of_kind("unsupported", [](const std::vector<std::string>& fields) {
    expect_error(fields, DateError::Kind::unsupported);
  });
  EXPECT_GT(count, 40U);
}

}  // namespace
}  // namespace entente
