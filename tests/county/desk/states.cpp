// The states of the ledger in words.
#include "nianbao/collect.hpp"

#include <doctest/doctest.h>

namespace nianbao {
namespace {

TEST_CASE("States have the words of the ledger") {
    CHECK(submission_text(Submission::none) == "未报送");
    CHECK(submission_text(Submission::in_time) == "按时报送");
    CHECK(submission_text(Submission::late) == "逾期报送");
    CHECK(review_text(Review::none, 0) == "");
    CHECK(review_text(Review::unreadable, 0) == "无法读取");
    CHECK(review_text(Review::waiting, 1) == "待审核");
    CHECK(review_text(Review::returned, 2) == "退回修改（第2次）");
    CHECK(review_text(Review::passed, 2) == "审核通过");
    CHECK(publication_text(Publication::none) == "未发布");
    CHECK(publication_text(Publication::in_time) == "按时发布");
    CHECK(publication_text(Publication::late) == "逾期发布");
    CHECK(publication_text(Publication::differs) == "与定稿不一致");
}

TEST_CASE("A moment is a day, or an hour of it") {
    CHECK(moment_text({}) == "");
    CHECK(moment_text({{2027, 1, 18}}) == "1月18日");
    CHECK(moment_text({{2027, 1, 18}, 17, 0}) == "1月18日17:00");
    CHECK(moment_text({{2027, 1, 8}, 0, 5}) == "1月8日0:05");
}

}  // namespace
}  // namespace nianbao
