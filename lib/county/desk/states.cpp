// The states of a row of the ledger in words.
#include "nianbao/collect.hpp"

#include <fmt/format.h>

namespace nianbao {

std::string_view submission_text(Submission submission) {
    switch (submission) {
        case Submission::none:
            return "未报送";
        case Submission::in_time:
            return "按时报送";
        case Submission::late:
            return "逾期报送";
    }
    return {};
}

std::string review_text(Review review, int returns) {
    switch (review) {
        case Review::none:
            return {};
        case Review::unreadable:
            return "无法读取";
        case Review::waiting:
            return "待审核";
        case Review::returned:
            return fmt::format("退回修改（第{}次）", returns);
        case Review::passed:
            return "审核通过";
    }
    return {};
}

std::string_view publication_text(Publication publication) {
    switch (publication) {
        case Publication::none:
            return "未发布";
        case Publication::in_time:
            return "按时发布";
        case Publication::late:
            return "逾期发布";
        case Publication::differs:
            return "与定稿不一致";
    }
    return {};
}

}  // namespace nianbao
