#include "progress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace upstream::app {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

constexpr Progress::Time kBegin{};

TEST(Progress, SaysNothingOfQuickWork) {
  Progress progress(Language::en, kBegin, 100);
  EXPECT_EQ(progress.advance(50, kBegin + milliseconds(999)), "");
  EXPECT_EQ(progress.erase(), "");
}

TEST(Progress, TellsRateAndTimeLeft) {
  Progress progress(Language::en, kBegin, 400);
  EXPECT_EQ(progress.advance(100, kBegin + milliseconds(2000)),
            "\r\x1b[K[#####...............] 100/400  50/s  0:06 left");
}

TEST(Progress, OfAStreamTellsTheRate) {
  Progress progress(Language::en, kBegin, std::nullopt);
  EXPECT_EQ(progress.advance(3000, kBegin + milliseconds(1000)), "\r\x1b[K3000 done  3000/s");
  Progress japanese(Language::ja, kBegin, std::nullopt);
  EXPECT_THAT(japanese.advance(3000, kBegin + milliseconds(1000)), HasSubstr("3000 件  3000 件/秒"));
}

TEST(Progress, DoesNotFlickerAndGoesAway) {
  Progress progress(Language::ja, kBegin, 10);
  EXPECT_THAT(progress.advance(1, kBegin + milliseconds(1000)), HasSubstr("1/10"));
  EXPECT_EQ(progress.advance(2, kBegin + milliseconds(1050)), "");
  EXPECT_THAT(progress.advance(3, kBegin + milliseconds(1100)), HasSubstr("3/10"));
  EXPECT_EQ(progress.erase(), "\r\x1b[K");
  EXPECT_EQ(progress.erase(), "");
  EXPECT_THAT(progress.advance(4, kBegin + milliseconds(1110)), HasSubstr("4/10"));
}

}  // namespace
}  // namespace upstream::app
