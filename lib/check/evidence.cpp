// Every figure of the prose with what it was held against: the rules note what agrees
// while they run, and their findings are what does not.
#include "nianbao/evidence.hpp"

#include "check/prose/prose.hpp"
#include "report/whole.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao {
namespace {

bool meets(const Span& where, std::string_view field, int begin, int end) {
    return where.field == field && where.offset < end && where.offset + where.length > begin;
}

/// True for what counts something: no year, no month, no number of a document.
bool is_counted_or_measured(prose::FigureKind kind) {
    return kind != prose::FigureKind::year && kind != prose::FigureKind::month &&
           kind != prose::FigureKind::none;
}

}  // namespace

std::string_view held_text(Held held) {
    switch (held) {
        case Held::agrees:
            return "相符";
        case Held::contradicts:
            return "不符";
        case Held::not_compared:
            break;
    }
    return "没有比较";
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

std::vector<Evidence> evidence(const Report& report, const CheckOptions& options) {
    require_whole(report);
    if (options.previous != nullptr) require_whole(*options.previous);
    std::vector<Evidence> all;
    prose::over_fields(report, [&](std::vector<prose::Reading>& readings) {
        std::vector<prose::Note> notes;
        std::vector<Finding> findings;
        for (prose::Reading& reading : readings) reading.notes = &notes;
        prose::check_readings(report, options, readings, findings);
        for (const prose::Reading& reading : readings) {
            for (const prose::Figure& figure : reading.figures) {
                if (!is_counted_or_measured(figure.kind)) continue;
                const int begin = figure.numeral.begin;
                Evidence one{prose::span_of(reading, begin, figure.end),
                             prose::written(reading, begin, figure.end),
                             Held::not_compared,
                             {}};
                const int from = one.where.offset, to = from + one.where.length;
                const auto note =
                    std::find_if(notes.begin(), notes.end(), [&](const prose::Note& told) {
                        return meets(told.where, reading.field, from, to);
                    });
                const auto wrong =
                    std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
                        return meets(finding.where, reading.field, from, to);
                    });
                if (wrong != findings.end()) {
                    one.held = Held::contradicts;
                    one.against = wrong->message;
                } else if (note != notes.end()) {
                    one.held = Held::agrees;
                    one.against = note->against;
                }
                all.push_back(std::move(one));
            }
        }
    });
    return all;
}

std::string evidence_summary(const std::vector<Evidence>& evidence) {
    const auto count = [&](Held held) {
        return std::count_if(evidence.begin(), evidence.end(),
                             [&](const Evidence& one) { return one.held == held; });
    };
    return fmt::format("{} 个数：{} 个相符，{} 个不符，{} 个没有比较", evidence.size(),
                       count(Held::agrees), count(Held::contradicts), count(Held::not_compared));
}

}  // namespace nianbao
