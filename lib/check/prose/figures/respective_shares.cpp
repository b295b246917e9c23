#include "check/prose/figures/respective_shares.hpp"

#include "check/prose/cells.hpp"
#include "check/prose/ratio.hpp"
#include "check/prose/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nianbao::prose {
namespace {

class Respective {
public:
    Respective(const Report& report, const Reading& reading, std::vector<Finding>& findings)
        : report_(report), reading_(reading), findings_(findings) {}

    void check() {
        for (std::size_t i = 0; i < reading_.tokens.size(); ++i) {
            if (reading_.role(i) == Role::respectively && reading_.scopes[i].plain()) shares(i);
        }
    }

private:
    /// The percentages behind 分别, if they are shares.
    std::vector<std::size_t> percents(std::size_t i) const {
        std::vector<std::size_t> all;
        bool shared = i > 0 && reading_.role(i - 1) == Role::share;
        for (std::size_t k = i + 1; k < reading_.tokens.size() && !ends_clause(reading_.role(k));
             ++k) {
            const Role role = reading_.role(k);
            if (role == Role::share) shared = true;
            if (role == Role::rise || role == Role::fall || role == Role::compare) return {};
            if (role != Role::figure) continue;
            if (reading_.figure(k).kind != FigureKind::percent || reading_.figure(k).referred)
                return {};
            all.push_back(k);
        }
        return shared ? all : std::vector<std::size_t>{};
    }

    bool is_exact(std::size_t k) const {
        return is_counted(reading_.figure(k).kind) &&
               reading_.figure(k).numeral.hedge == Hedge::none &&
               !reading_.figure(k).numeral.scaled;
    }

    void shares(std::size_t i) {
        const std::vector<std::size_t> said = percents(i);
        if (said.size() < 2) return;
        std::vector<Amount> parts, wholes;
        std::u32string_view unit;
        Family family = Family::none;
        for (std::size_t k = i; k-- > 0 && reading_.role(k) != Role::semicolon;) {
            if (reading_.role(k) != Role::figure || reading_.is_date(k)) continue;
            if (!is_exact(k) || reading_.scopes[k].year != 0) break;
            const Amount& value = reading_.figure(k).numeral.value;
            if (parts.size() < said.size()) {
                if (!parts.empty() && reading_.figure(k).unit != unit) break;
                unit = reading_.figure(k).unit;
                if (family == Family::none) family = reading_.naming(k).family;
                parts.insert(parts.begin(), value);
            } else if (reading_.figure(k).unit == unit) {
                wholes.push_back(value);
            }
        }
        if (parts.empty()) parts = named(i, said.size(), family);
        if (parts.size() != said.size()) return;
        Amount sum;
        for (const Amount& part : parts) sum = sum + part;
        std::erase_if(wholes, [&](const Amount& whole) {
            return std::any_of(parts.begin(), parts.end(),
                               [&](const Amount& part) { return compare(whole, part) < 0; });
        });
        if (family != Family::none && family != Family::thing) tables(family, wholes);
        if (wholes.empty() || family == Family::none) wholes.push_back(sum);
        for (std::size_t n = 0; n < said.size(); ++n) judge(i, said[n], parts[n], wholes);
    }

    /// The cells of labels that have no figure: 予以公开、无法提供分别占…
    std::vector<Amount> named(std::size_t i, std::size_t count, Family& family) const {
        std::vector<Amount> parts;
        if (reading_.topics[i] != Topic::applications) return parts;
        for (std::size_t k = i; k-- > 0 && !ends_clause(reading_.role(k));) {
            const Role role = reading_.role(k);
            if (role == Role::unknown || role == Role::foreign || role == Role::subset) return {};
            if (role != Role::result && role != Role::applicant) continue;
            family = role == Role::result ? Family::result : Family::applicant;
            const Readings cells =
                role == Role::result ? readings_of(reading_.tokens[k].cells)
                                     : narrowed(readings_of(cells_new), reading_.tokens[k].column);
            const auto value = cells.empty() ? std::nullopt : value_of(report_, cells.front());
            if (!value) return {};
            parts.insert(parts.begin(), *value);
        }
        return parts.size() == count ? parts : std::vector<Amount>{};
    }

    void tables(Family family, std::vector<Amount>& wholes) const {
        const Cells all =
            family == Family::outcome || family == Family::procedure ? cells_disputes : cells_taken;
        for (const Addends& one : readings_of(all)) {
            const auto value = value_of(report_, one);
            if (value && value->digits > 0) wholes.push_back(*value);
        }
    }

    void judge(std::size_t i, std::size_t at, const Amount& part,
               const std::vector<Amount>& wholes) {
        const Numeral& said = reading_.figure(at).numeral;
        for (const Amount& whole : wholes) {
            if (!is_ratio(part, whole, said)) continue;
            if (reading_.notes != nullptr)
                note(reading_, reading_.figure(at),
                     fmt::format("{} 占 {}", part.to_string(), whole.to_string()));
            return;
        }
        const Amount& whole = wholes.front();
        if (whole.digits == 0) return;
        const std::string right = ratio_text(part, whole, said);
        findings_.push_back(doubt_of(
            "P-09", span_of(reading_, said.begin, said.end),
            fmt::format("{}可能与各数算出的不符：{} 占 {} 是 {}%",
                        quoted(reading_, reading_.tokens[i].begin, reading_.tokens[at].end),
                        part.to_string(), whole.to_string(), right),
            "请核对百分比，以及它是哪两个数的比",
            {{"found", said.value.to_string()}, {"expected", right}}));
    }

    const Report& report_;
    const Reading& reading_;
    std::vector<Finding>& findings_;
};

}  // namespace

void check_respective_shares(const Report& report, const Reading& reading,
                             std::vector<Finding>& findings) {
    Respective(report, reading, findings).check();
}

}  // namespace nianbao::prose
