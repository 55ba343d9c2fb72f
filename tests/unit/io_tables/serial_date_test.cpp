#include "io/tables/serial_date.hpp"

#include <gtest/gtest.h>

namespace entente::tables {
namespace {

std::string iso(double serial, std::string_view format, Epoch epoch = Epoch::from_1900) {
  return iso_of_serial(serial, epoch, shown_date(format)).value_or("none");
}

TEST(ShownDate, KnowsDatesFromNumbers) {
  for (const auto* code : {"yyyy-mm-dd", "d/m/yy", "[$-409]d\\-mmm\\-yy;@", "m/d/yy h:mm",
                           "yyyy\"年\"m\"月\"d\"日\"", "dd.mm.yyyy"})
    EXPECT_TRUE(shown_date(code).day) << code;
  for (const auto* code :
       {"General", "0.00", "0.00E+00", "#,##0 \"days\"", "0%", "@", "[Red]0", "_-* #,##0.00_-", ""})
    EXPECT_FALSE(shown_date(code).is_date()) << code;
}

TEST(ShownDate, TellsMonthsFromMinutes) {
  EXPECT_FALSE(shown_date("h:mm").month);
  EXPECT_TRUE(shown_date("h:mm").time);
  EXPECT_FALSE(shown_date("mm:ss").month);
  EXPECT_TRUE(shown_date("yyyy-mm-dd hh:mm").month);
  EXPECT_TRUE(shown_date("[h]:mm").time);
}

TEST(IsoOfSerial, IsNoMorePreciseThanWhatIsShown) {
  EXPECT_EQ(iso(40299, "yyyy-mm-dd"), "2010-05-01");
  EXPECT_EQ(iso(40299, "mmm yyyy"), "2010-05");
  EXPECT_EQ(iso(40299, "yyyy"), "2010");
  EXPECT_EQ(iso(40299.5, "yyyy-mm-dd"), "2010-05-01");
  EXPECT_EQ(iso(40299.75, "yyyy-mm-dd hh:mm"), "2010-05-01T18:00");
  EXPECT_EQ(iso(40299, "yyyy-mm-dd hh:mm"), "2010-05-01") << "midnight is no time";
  EXPECT_EQ(iso(0.604166666666667, "h:mm"), "14:30");
  EXPECT_EQ(iso(1.5, "[h]:mm"), "36:00") << "hours go on beyond a day";
  EXPECT_EQ(iso(1.5, "[mm]:ss"), "36:00");
  EXPECT_EQ(iso_of_serial(1.5, Epoch::from_1900, shown_date_of_builtin(46)), "36:00");
}

TEST(IsoOfSerial, KnowsBothEpochsAndTheDayThatNeverWas) {
  EXPECT_EQ(iso(1, "d/m/yyyy"), "1900-01-01");
  EXPECT_EQ(iso(59, "d/m/yyyy"), "1900-02-28");
  EXPECT_EQ(iso(60, "d/m/yyyy"), "none");
  EXPECT_EQ(iso(61, "d/m/yyyy"), "1900-03-01");
  EXPECT_EQ(iso(2'958'465, "d/m/yyyy"), "9999-12-31");
  EXPECT_EQ(iso(2'958'466, "d/m/yyyy"), "none");
  EXPECT_EQ(iso(-1, "d/m/yyyy"), "none");
  EXPECT_EQ(iso(0, "d/m/yyyy", Epoch::from_1904), "1904-01-01");
  EXPECT_EQ(iso(38'837, "d/m/yyyy", Epoch::from_1904), "2010-05-01");
}

TEST(NumberAsShown, WritesWholeNumbersWithoutAPoint) {
  EXPECT_EQ(number_as_shown(2010), "2010");
  EXPECT_EQ(number_as_shown(0.1), "0.1");
  EXPECT_EQ(number_as_shown(-3), "-3");
}

TEST(NumberAsShown, KeepsIntegersThatADoubleWouldRound) {
  EXPECT_EQ(number_as_shown(9007199254740993.0, "9007199254740993"), "9007199254740993");
  EXPECT_EQ(number_as_shown(-1e18, "-1000000000000000001"), "-1000000000000000001");
  EXPECT_EQ(number_as_shown(2010, "2010.0"), "2010");
  EXPECT_EQ(number_as_shown(0.1, "0.10000000000000001"), "0.1");
}

}  // namespace
}  // namespace entente::tables
