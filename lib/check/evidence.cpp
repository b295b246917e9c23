// Every figure of the prose with what it was held against: the rules note what agrees
// while they run, and their findings are what does not.
#include "nianbao/evidence.hpp"

#include "check/evidence.hpp"
#include "check/rules.hpp"
#include "report/whole.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace nianbao {
namespace {

/// Findings that mean characters of one field, by their places. Asked from the front of
/// the field to its end, so that it takes time for each of them once.
class FindingsInOrder {
public:
    explicit FindingsInOrder(std::span<const Finding> findings) {
        for (const Finding& finding : findings) {
            if (finding.where.length > 0) all_.push_back(&finding);
        }
        std::stable_sort(all_.begin(), all_.end(), [](const Finding* a, const Finding* b) {
            return a->where.offset < b->where.offset;
        });
    }

    /// One that means some of the characters; null: there is none.
    const Finding* at(int begin, int end) {
        while (next_ < all_.size() && all_[next_]->where.offset < end)
            open_.push_back(all_[next_++]);
        std::erase_if(open_, [&](const Finding* finding) {
            return finding->where.offset + finding->where.length <= begin;
        });
        return open_.empty() ? nullptr : open_.front();
    }

private:
    std::vector<const Finding*> all_, open_;
    std::size_t next_ = 0;
};

/// True for what counts something: no year, no month, no number of a document.
bool is_counted_or_measured(prose::FigureKind kind) {
    return kind != prose::FigureKind::year && kind != prose::FigureKind::month &&
           kind != prose::FigureKind::none;
}

}  // namespace

std::string_view held_text(Held held) {
    switch (held) {
        case Held::agrees:
            return "一致";
        case Held::contradicts:
            return "不一致";
        case Held::not_compared:
            break;
    }
    return "未比对";
}

std::string_view key_of(Held held) {
    switch (held) {
        case Held::agrees:
            return "agrees";
        case Held::contradicts:
            return "contradicts";
        case Held::not_compared:
            break;
    }
    return "not_compared";
}

void prose::gather(const std::vector<Reading>& readings, std::vector<Note>& notes,
                   std::span<const Finding> findings, std::vector<Evidence>& evidence) {
    std::stable_sort(notes.begin(), notes.end(),
                     [](const Note& a, const Note& b) { return a.where.offset < b.where.offset; });
    FindingsInOrder wrong(findings);
    for (const Reading& reading : readings) {
        for (const Figure& figure : reading.figures) {
            if (!is_counted_or_measured(figure.kind)) continue;
            // Postcodes and telephones of the introduction have no unit.
            if (reading.field == "introduction" && figure.unit.empty()) continue;
            const int begin = figure.numeral.begin;
            Evidence one{span_of(reading, begin, figure.end),
                         written(reading, begin, figure.end),
                         Held::not_compared,
                         {},
                         {}};
            const int from = one.where.offset;
            const auto note =
                std::lower_bound(notes.begin(), notes.end(), from,
                                 [](const Note& a, int offset) { return a.where.offset < offset; });
            if (const Finding* finding = wrong.at(from, from + one.where.length)) {
                one.held = Held::contradicts;
                one.against = finding->message;
            } else if (note != notes.end() && note->where.offset == from) {
                one.held = Held::agrees;
                one.against = note->against;
            }
            evidence.push_back(std::move(one));
        }
    }
}

std::vector<Evidence> evidence(const Report& report, const CheckOptions& options) {
    require_sound(options);
    require_whole(report);
    std::vector<Finding> findings;
    std::vector<Evidence> all;
    check_prose(report, options, findings, &all);
    return all;
}

FigureCount count_of(const std::vector<Evidence>& evidence) {
    FigureCount count;
    for (const Evidence& one : evidence) {
        if (!one.reviewed.empty()) ++count.reviewed;
        if (one.held == Held::agrees) ++count.agree;
        else if (one.held == Held::contradicts) ++count.contradict;
        else ++count.not_compared;
    }
    return count;
}

std::string summary_of(const FigureCount& count) {
    return fmt::format("{} 个数字：{} 个一致，{} 个不一致，{} 个未比对{}", count.all(), count.agree,
                       count.contradict, count.not_compared,
                       count.reviewed == 0 ? "" : fmt::format("；核过 {} 个", count.reviewed));
}

}  // namespace nianbao
