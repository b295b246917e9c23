// What time, office and plan a figure is of. This is where false alarms come from.
#include "check/prose/prose.hpp"
#include "check/prose/scope_names.hpp"
#include "check/prose/times/spans.hpp"
#include "text/digits.hpp"
#include "text/search.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace nianbao::prose {
namespace {

constexpr int another_year = -1;

template <std::size_t n>
bool is_any(std::u32string_view word, const std::u32string_view (&words)[n]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

constexpr std::u32string_view own_times[] = {
    U"全年",     U"本年度", U"本年",   U"今年",   U"今年以来", U"年内",     U"一年来",
    U"一年以来", U"当年",   U"全年度", U"本年内", U"报告期",   U"报告期内", U"统计期内"};
constexpr std::u32string_view past_times[] = {U"去年",     U"上年",     U"上年度",   U"上一年",
                                              U"上一年度", U"去年同期", U"上年同期", U"去年全年"};
constexpr std::u32string_view far_times[] = {U"前年", U"往年", U"历年", U"以来", U"近年来"};
constexpr std::u32string_view period_times[] = {U"上半年", U"下半年", U"季度",    U"每季度",
                                                U"每月",   U"月度",   U"一季度",  U"二季度",
                                                U"三季度", U"四季度", U"前三季度"};

/// True where the characters of a short name stand in the full one, in order: 县人社局 in
/// 某县人力资源和社会保障局.
bool is_short_for(std::u32string_view name, std::u32string_view full) {
    std::size_t at = 0;
    for (char32_t c : name) {
        at = full.find(c, at);
        if (at == full.npos) return false;
        ++at;
    }
    return !name.empty();
}

/// The rank of place that a government's name ends in: 市, 县, 区, 省, 旗, 州; 0 for
/// other offices.
char32_t rank_of(const Report& report, std::u32string_view agency) {
    constexpr std::u32string_view government = U"人民政府";
    const bool named = agency.ends_with(government),
               placed = agency.size() > 2 &&
                        std::u32string_view(U"市县区省旗州").find(agency.back()) != agency.npos;
    if (!named && !placed && report.kind != Kind::government) return 0;
    if (named) agency.remove_suffix(government.size());
    if (agency.empty()) return 0;
    const char32_t last = agency.back();
    if (last == U'镇' || last == U'乡') return 0;
    return last;
}

/// 全县 in the report of a county's government is the whole; in a department's it is more
/// than its own.
bool is_the_whole(std::u32string_view word, char32_t rank) {
    if (rank == 0) return false;
    const char32_t of = word.back();
    if (word == U"全国" || word == U"全系统") return false;
    const bool ranked =
        std::u32string_view(U"市县区省旗州").find(rank) != std::u32string_view::npos;
    return !ranked || of == rank || (rank == U'州' && of == U'州');
}

class Walk {
public:
    Walk(const Report& report, const Sentence& sentence, const std::vector<Figure>& figures,
         std::vector<Token>& tokens, const Scope& before)
        : report_(report),
          text_(sentence.text),
          figures_(figures),
          tokens_(tokens),
          agency_(to_utf32(report.agency)),
          rank_(rank_of(report, agency_)) {
        if (!sentence.begins) {
            now_.plan = before.plan;
            now_.year = before.year;
            now_.period = before.period && role(0) == Role::list;  // 上半年收到267件。其中
            now_.part = before.part && !before.listed && role(0) != Role::time && !is_date(0);
        }
    }

    std::vector<Scope> run() {
        std::vector<Scope> scopes;
        scopes.reserve(tokens_.size());
        bool listed = false;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const Token& token = tokens_[i];
            const bool was_part = now_.part;
            if (ends_clause(token.role) || i == 0)
                begin_clause(token.role == Role::close || i == 0 ? i : i + 1, token.role);
            // 收到130件，同比增长103%（2021年为64件）。其中: the bracket's year is its own.
            if (token.role == Role::open) {
                outer_ = now_.year;
                outer_part_ = was_part;
                outer_period_ = now_.period;
            }
            if (token.role == Role::close && outer_) {
                now_.year = *std::exchange(outer_, {});
                now_.part = outer_part_;
                now_.period = outer_period_;
            }
            if (token.role == Role::list) now_.listed = listed = true;
            now_.listed = listed;
            if (token.role == Role::semicolon) listed = false;
            look(i);
            scopes.push_back(now_);
        }
        return scopes;
    }

private:
    std::u32string_view word(std::size_t i) const {
        return i < tokens_.size()
                   ? text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin)
                   : std::u32string_view{};
    }
    Role role(std::size_t i) const {
        return i < tokens_.size() ? tokens_[i].role : Role::semicolon;
    }

    void begin_clause(std::size_t first, Role mark) {
        now_.compared = false;
        if (borrowed_) now_.year = lent_;
        borrowed_ = false;
        if (mark == Role::semicolon && first < tokens_.size()) now_.period = false;
        // 以市政府为对象的171件，以办公室为对象的23件，合计194件: of both again
        const std::u32string_view begin = word(first);
        if (begin == U"合计" || begin == U"共计" || begin == U"总计") now_.part = false;
        if (first < tokens_.size() && spans_years(clause_at(tokens_[first].begin)))
            now_.year = another_year;
        subject(first);
    }

    std::u32string_view clause_at(std::size_t begin) const {
        return text_.substr(begin, text_.find_first_of(U"，；：（）", begin) - begin);
    }

    /// Who a clause speaks of: what stands before its first verb, where that is the name
    /// of an office.
    void subject(std::size_t first) {
        std::size_t i = first;
        while (role(i) == Role::time || role(i) == Role::list || role(i) == Role::rest ||
               role(i) == Role::filler || is_date(i))
            ++i;
        const std::size_t begin = i;
        if (i >= tokens_.size()) return;
        std::size_t end = begin;  // behind the last token of the name
        bool named = false;
        for (; i < tokens_.size(); ++i) {
            const Role r = role(i);
            const bool name = r == Role::unknown || r == Role::own || r == Role::whole ||
                              r == Role::seat || r == Role::pause || r == Role::joint ||
                              r == Role::filler || r == Role::noun;
            if (!name) break;
            if (r == Role::noun) break;
            if (r == Role::unknown || r == Role::own || r == Role::whole || r == Role::seat) {
                named = true;
                end = i + 1;
            }
        }
        if (!named) return;
        if (role(i) == Role::open) {  // 区政府（含区政府办公室）受理
            while (i < tokens_.size() && role(i) != Role::close) ++i;
            ++i;
        }
        const Role next = role(i);
        const bool acts = next == Role::verb || next == Role::noun || next == Role::figure ||
                          next == Role::measure || next == Role::never || next == Role::procedure ||
                          next == Role::result || next == Role::time || next == Role::thing ||
                          next == Role::all;
        // 面向直属学校31所: how many there are, and no office that does something.
        const bool counted =
            next == Role::figure && figures_[tokens_[i].figure].kind == FigureKind::pieces;
        if (!acts || counted) return;
        const std::size_t from = tokens_[begin].begin, to = tokens_[end - 1].end;
        std::u32string_view name = text_.substr(from, to - from);
        if (name.size() > 2 && name.front() == U'我') name.remove_prefix(1);  // 我县农业农村局
        const auto stands_for = name.find(U"代表");  // 市政府办公厅代表市政府
        if (stands_for != name.npos && stands_for > 0 &&
            is_short_for(name.substr(0, stands_for), agency_))
            return is_own(begin, end);

        bool own = false, whole = false, wide = false, seat = false;
        for (std::size_t k = begin; k < end; ++k) {
            if (role(k) == Role::own) (is_lower(word(k)) ? seat : own) = true;
            if (role(k) == Role::whole) (is_the_whole(word(k), rank_) ? whole : wide) = true;
            if (role(k) == Role::seat) seat = true;
        }
        const bool acted =
            has_any(name, {U"召开", U"举办", U"组织", U"开展", U"参加"});  // 召开推进会
        const auto ends = [&](std::u32string_view last) { return name.ends_with(last); };
        const bool organ = !acted &&
                           std::any_of(std::begin(organ_ends), std::end(organ_ends), ends) &&
                           std::none_of(std::begin(no_organs), std::end(no_organs), ends);
        if (is_short_for(name, agency_) && !(rank_ != 0 && seat)) is_own(begin, end);
        else if (wide) now_.part = true;
        else if (whole && !seat) now_.part = false;
        else if (seat) now_.part = true;
        else if (own && end == begin + 1) now_.part = false;
        else if (organ && (name.ends_with(agency_) || is_of_own_kind(name))) is_own(begin, end);
        else if (organ) now_.part = true;
    }

    /// 我县农业农村局 in the report of 广德县农业农村局, and not 宣城市农业农村局, which is of
    /// a place that the office's own name does not have.
    bool is_of_own_kind(std::u32string_view name) const {
        if (agency_.size() <= 4) return false;
        const std::size_t kind = name.find(agency_.substr(agency_.size() - 4));
        if (kind == name.npos) return false;
        const std::size_t place = name.substr(0, kind).find_first_of(U"省市县区州旗");
        return place == name.npos || place < 2 ||
               agency_.find(name.substr(0, place + 1)) != agency_.npos;
    }

    void is_own(std::size_t begin, std::size_t end) {
        now_.part = false;
        for (std::size_t k = begin; k < end; ++k) tokens_[k].role = Role::own;
    }

    /// 街道, 镇政府 are their own reports' words; in another's they are parts of it, or
    /// others.
    bool is_lower(std::u32string_view word) const {
        const bool lower = word == U"街道" || word == U"镇政府" || word == U"乡政府";
        if (!lower && !(rank_ != 0 && (word == U"办公室" || word == U"局机关" || word == U"单位")))
            return false;
        return rank_ != 0 ||
               !(report_.kind == Kind::township || agency_.find(U"街道") != agency_.npos ||
                 agency_.find(U'镇') != agency_.npos || agency_.find(U'乡') != agency_.npos);
    }

    bool is_date(std::size_t i) const {
        return role(i) == Role::figure && (figures_[tokens_[i].figure].kind == FigureKind::year ||
                                           figures_[tokens_[i].figure].kind == FigureKind::month);
    }

    /// True where the clause up to token i measures against something.
    bool compares(std::size_t i) const {
        while (i-- > 0 && !ends_clause(role(i))) {
            if (role(i) == Role::compare) return true;
        }
        return false;
    }

    void look(std::size_t i) {
        switch (role(i)) {
            case Role::figure:
                figure(i);
                break;
            case Role::time:
                time(i);
                break;
            case Role::plan:
                now_.plan = true;
                break;
            case Role::compare:
                now_.compared = true;
                break;
            case Role::whole:
                if (!is_the_whole(word(i), rank_) && role(i + 1) != Role::unknown) now_.part = true;
                break;
            default:
                break;
        }
    }

    void figure(std::size_t i) {
        const Figure& figure = figures_[tokens_[i].figure];
        const std::size_t after = tokens_[i].end;
        const std::size_t before = tokens_[i].begin;
        const char32_t behind = after < text_.size() ? text_[after] : U'\0';
        if (figure.kind == FigureKind::year) {
            const std::int64_t year = figure.numeral.value.digits;
            if (compares(i) || is_base(after))
                return;  // 较2021年, 与2021年相比: the clause's own figures are
                         // differences
            if (carries(before, after)) return;
            const char32_t last = before > 0 ? text_[before - 1] : U'\0';
            const bool range = last == U'-' || last == U'—' ||
                               (last == U'至' && text_.substr(0, before).ends_with(U"年至")) ||
                               (last == U'至' && before > 1 && is_digit(text_[before - 2])) ||
                               last == U'~' || behind == U'-' || behind == U'—' ||
                               behind == U'至' || behind == U'~';
            const bool since = text_.substr(after, 2) == U"以来" ||
                               text_.substr(after, 2) == U"开始" ||
                               text_.substr(after, 2) == U"起，";
            if (modifies(after, year)) return;
            now_.period = false;
            now_.year = range ? another_year : year == report_.year ? 0 : year;
            if (since && year != report_.year) now_.year = another_year;
        } else if (figure.kind == FigureKind::month) {
            const std::int64_t month = figure.numeral.value.digits;
            const std::u32string_view rest = text_.substr(after, 4),
                                      front = text_.substr(0, before);
            const bool to_december = rest.size() > 2 &&
                                     std::u32string_view(U"-—–~至到").find(rest[0]) != rest.npos &&
                                     rest.substr(1).starts_with(U"12");
            const auto ends = [&](std::u32string_view word) { return front.ends_with(word); };
            const bool from_january = ends(U"1月-") || ends(U"1月—") || ends(U"1月至") ||
                                      ends(U"1月到") || ends(U"1-") || ends(U"1—") ||
                                      ends(U"1至") || ends(U"1到") || ends(U"1~");
            const bool whole_year =
                (month == 12 && (from_january || rest.starts_with(U"31日") ||
                                 rest.starts_with(U"底") || rest.starts_with(U"末"))) ||
                (month == 1 && (to_december || rest.starts_with(U"1日")));
            if (!whole_year) now_.period = true;
        }
    }

    bool is_base(std::size_t after) const {
        for (std::u32string_view word :
             {U"相比", U"相较", U"比较", U"度相比", U"度相较", U"全年相比", U"同期", U"持平",
              U"相当", U"相同", U"一致", U"基本持平", U"大体持平", U"度持平", U"一样", U"相等"}) {
            if (text_.substr(after, word.size()) == word) return true;
        }
        return false;
    }

    /// 2021年结转, 结转至2023年: the year says which way.
    bool carries(std::size_t before, std::size_t after) const {
        const std::u32string_view behind = text_.substr(after, 4),
                                  front = text_.substr(before > 4 ? before - 4 : 0,
                                                       before > 4 ? 4 : before);
        for (std::u32string_view word :
             {U"结转", U"转入", U"顺延", U"转结", U"度结转", U"度转入", U"留存", U"跨年", U"遗留",
              U"未办", U"未结", U"延续", U"转来"}) {
            if (behind.starts_with(word)) return true;
        }
        return front.find(U"结转") != front.npos || front.find(U"转结") != front.npos ||
               front.find(U"顺延") != front.npos || front.find(U"转入") != front.npos ||
               front.find(U"延至") != front.npos || front.find(U"转至") != front.npos;
    }

    /// 2021年决算, 2021年度报告, 2021年问题: the year belongs to a thing, and says
    /// nothing of the figures after it.
    bool modifies(std::size_t after, int year) const {
        if (year == report_.year) return false;
        return std::any_of(
            std::begin(things_of_a_year), std::end(things_of_a_year),
            [&](std::u32string_view thing) { return text_.substr(after).starts_with(thing); });
    }

    void time(std::size_t i) {
        const std::u32string_view said = word(i);
        const bool of_year =  // 2022年全年
            (said == U"全年" || said == U"全年度") && i > 0 && is_date(i - 1);
        if (of_year) return;
        if (is_any(said, own_times)) {
            now_.year = 0;
            now_.period = false;
        } else if (is_any(said, past_times)) {
            if (!compares(i) && role(i + 1) != Role::compare) {
                if (i > 0 && role(i - 1) == Role::joint &&
                    !borrowed_) {  // 与去年同期35件相比: for this clause only
                    lent_ = now_.year;
                    borrowed_ = true;
                }
                now_.year = report_.year - 1;
            }
        } else if (is_any(said, far_times)) {
            const bool own =
                i > 0 && role(i - 1) == Role::figure && now_.year == 0 && is_date(i - 1);
            if (!own) now_.year = another_year;
        } else if (is_any(said, period_times)) {
            now_.period = true;
        } else if (said == U"截至" || said == U"截止" || said == U"截止到") {
            now_.period = false;
        }
    }

    const Report& report_;
    std::u32string_view text_;
    const std::vector<Figure>& figures_;
    std::vector<Token>& tokens_;
    std::u32string agency_;
    char32_t rank_;
    Scope now_;
    std::optional<int> outer_;                        // the year before a bracket
    bool outer_part_ = false, outer_period_ = false;  // whose it was
    int lent_ = 0;  // the year that comes back with the next clause
    bool borrowed_ = false;
};

}  // namespace

std::vector<Scope> scopes_of(const Report& report, const Sentence& sentence,
                             const std::vector<Figure>& figures, std::vector<Token>& tokens,
                             const Scope& before) {
    return Walk(report, sentence, figures, tokens, before).run();
}

}  // namespace nianbao::prose
