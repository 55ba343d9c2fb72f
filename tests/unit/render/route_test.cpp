// Ways around boxes.

#include "render/route/route.hpp"

#include <vector>

#include <gtest/gtest.h>

namespace entente {
namespace {

//  [     top     ]
//  [l]   from  [r]     walled in but for a gap of 7 points, as between boxes on a small page
//  [bottom] [bott]
//         to
TEST(Router, FindsAWayBetweenBoxesThatStandClose) {
  const std::vector<Box> boxes = {{-10, -5, 10, 5}, {-10, 80, 10, 90}, {-60, -40, 60, -20},
                                  {-60, 20, 0, 40}, {7, 20, 60, 40},   {-60, -18, -40, 18},
                                  {40, -18, 60, 18}};
  const BoxIndex index(boxes);
  const std::vector<Point> way = points_of(Router(index).way(0, 1));
  ASSERT_GT(way.size(), 2U) << "it turns";
  for (std::size_t i = 0; i + 1 < way.size(); ++i)
    for (std::size_t box = 2; box < boxes.size(); ++box)
      EXPECT_FALSE(crosses(way[i], way[i + 1], boxes[box])) << "piece " << i << ", box " << box;
}

}  // namespace
}  // namespace entente
