// W-30: by what name the report speaks of its own office.
#include "check/offices/own_name.hpp"

#include "check/offices/same_office.hpp"
#include "check/offices/subjects.hpp"
#include "check/rules.hpp"
#include "check/wording/text.hpp"
#include "text/character.hpp"
#include "text/character_set.hpp"
#include "text/search.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao {
namespace {

using offices::Office;
using wording::FieldText;
using wording::Prose;

constexpr std::size_t shortest = 3, longest = 40;  // characters of a name

/// A name by which the report calls its own office, and where it does first.
struct Called {
    std::u32string name;
    Span where;
    int times = 1;
    bool surely = true;  // in words that speak of nobody else
    Span last = {};      // where it does last; the head of the overview is read twice
};

/// The office that the report is of. Its name is split into words only if that is needed.
class OwnOffice {
public:
    explicit OwnOffice(const std::string& agency)
        : name_(wording::without_blanks(to_utf32(agency))) {}

    bool may_be(std::u32string_view name) {
        if (has(name_, name) || has(name, name_)) return true;
        return !words() || offices::may_be_same(*words(), name);
    }

    /// True if some text has the name, or what is left of it without the place.
    bool named_in(const Prose& prose) {
        const std::array<const FieldText*, 4> fields = prose.all();
        const auto stands = [&](std::u32string_view name) {
            return std::any_of(fields.begin(), fields.end(),
                               [&](const FieldText* field) { return has(field->text, name); });
        };
        return stands(name_) || !words() ||
               (words()->own.size() >= shortest && stands(words()->own));
    }

    /// 峰江街道信息公开领导小组办公室 in the report of 桐屿街道办事处.
    bool is_other_street(std::u32string_view name) const {
        constexpr std::u32string_view street = U"街道";
        const std::size_t at = name.find(street);
        if (at == name.npos || !std::u32string_view(name_).ends_with(U"街道办事处")) return false;
        const std::u32string_view whole = name.substr(0, at + street.size());
        const std::size_t above = name.substr(0, at).find_last_of(U"市县区旗府");
        const std::u32string_view place = above == name.npos ? whole : whole.substr(above + 1);
        return place.size() >= street.size() + 2 && !has(name_, place);
    }

    /// True of a government, or what stands for one, of another place than its own.
    bool is_elsewhere(std::u32string_view name) {
        if (!words() || !words()->governs || !has_any(name, {U"人民政府", U"政府办", U"办事处"}))
            return false;
        std::size_t end = name.size();  // of the government, without its office
        for (const std::u32string_view word : {U"人民政府", U"办事处"}) {
            if (const std::size_t at = name.rfind(word); at != name.npos) end = at + word.size();
        }
        return !offices::may_be_same(*words(), name.substr(0, end));
    }

private:
    const std::optional<Office>& words() {
        if (!asked_) words_ = offices::office_of(name_);
        asked_ = true;
        return words_;
    }

    std::u32string name_;
    bool asked_ = false;
    std::optional<Office> words_;
};

class OwnNames {
public:
    explicit OwnNames(OwnOffice& own) : own_(own) {}

    /// Takes the name if it is another office's.
    void take(std::u32string_view name, Span where, bool surely) {
        if (name.size() < shortest || name.size() > longest || !offices::is_name(name)) return;
        // Its 办公室 is the office itself.
        const auto same = std::find_if(called_.begin(), called_.end(), [&](const Called& one) {
            return name.starts_with(one.name) || one.name.starts_with(name);
        });
        if (++asked_ > most_asked || called_.size() == most_called) return;
        if (same != called_.end()) {
            if (same->last.field == where.field && same->last.offset == where.offset) return;
            same->last = std::move(where);
            ++same->times;
            same->surely = same->surely || surely;
        } else if (!own_.may_be(name)) {
            called_.push_back({std::u32string(name), where, 1, surely, where});
        }
    }

    /// Takes a name that is surely another's: 白水镇 in the report of 青山镇人民政府.
    void take_other(std::u32string_view name, const Span& where) {
        if (called_.size() < most_called)
            called_.push_back({std::u32string(name), where, 1, true, where});
    }

    const std::vector<Called>& called() const { return called_; }

private:
    static constexpr int most_asked = 1'000;
    static constexpr std::size_t most_called = 20;

    OwnOffice& own_;
    std::vector<Called> called_;
    int asked_ = 0;
};

/// True of who answers for an office as a rule: the office for publication, or a body
/// that is no agency of its own.
bool answers_for_others(std::u32string_view name) {
    return !has_any(name, {U"局", U"厅", U"委员会", U"政府"}) ||
           has_any(name, {U"政府办", U"政务公开", U"政务服务", U"信息公开", U"党政办", U"大数据",
                          U"行政审批"});
}

constexpr CharacterSet ends_of_names(U"局厅委办府会处院");

/// Words of the introduction before and behind the name of who reports.
enum class Says : std::uint8_t { compiles, reports, answers };
struct Frame {
    Says says;
    std::u32string_view before;
    std::array<std::u32string_view, 5> behind;
};
constexpr Frame frames[] = {
    {Says::compiles, U"由", {U"按照", U"根据", U"依据", U"依照", U"编制"}},
    {Says::reports, U"公布", {U"20", U"２０", U"二〇", U"二○"}},
    {Says::reports, U"现公开", {U"20", U"２０", U"二〇", U"二○"}},
    {Says::reports, U"现发布", {U"20", U"２０", U"二〇", U"二○"}},
    {Says::reports, U"现将", {U"20", U"２０", U"二〇", U"二○", U"政府信息公开"}},
    {Says::reports, U"编制", {U"20", U"２０", U"二〇", U"二○"}},
    {Says::reports, U"反映", {U"20", U"２０", U"二〇", U"二○"}},
    {Says::reports, U"《", {U"20", U"２０", U"二〇", U"二○"}},
    {Says::answers, U"请与", {U"联系", U"（", U"("}},
    {Says::answers, U"请联系", {U"联系", U"（", U"(", U"，", U"。"}},
    {Says::answers, U"请向", {U"咨询", U"反映", U"（", U"("}},
};

/// Where the words behind a name begin, within a name's length of `from`.
std::optional<std::size_t> end_of_name(std::u32string_view text, std::size_t from,
                                       const Frame& frame) {
    const std::u32string_view near = text.substr(from, longest + 4);
    std::size_t first = near.npos;
    for (std::u32string_view word : frame.behind) {
        if (!word.empty()) first = std::min(first, near.find(word));
    }
    if (first == near.npos) return std::nullopt;
    return from + first;
}

/// The name without what follows its last ending: “…局综合各项数据” is “…局”.
std::u32string_view without_doings(std::u32string_view name) {
    constexpr std::u32string_view endings[] = {U"办事处", U"人民政府", U"委员会", U"办公室", U"局"};
    std::size_t last = 0;
    for (const std::u32string_view ending : endings) {
        const std::size_t at = name.rfind(ending);
        if (at != name.npos) last = std::max(last, at + ending.size());
    }
    return last >= shortest + 2 ? name.substr(0, last) : name;
}

void read_frames(const FieldText& introduction, OwnOffice& own, OwnNames& names) {
    const std::u32string_view text = introduction.text;
    for (const Frame& frame : frames) {
        for (std::size_t at = text.find(frame.before); at != text.npos;
             at = text.find(frame.before, at + 1)) {
            std::size_t begin = at + frame.before.size();
            auto end = end_of_name(text, begin, frame);
            if (!end) continue;
            while (begin < *end && wording::is_blank(text[begin])) ++begin;
            while (*end > begin && wording::is_blank(text[*end - 1])) --*end;
            std::u32string_view name = text.substr(begin, *end - begin);
            if (frame.says == Says::compiles) {
                name = without_doings(name);
                *end = begin + name.size();
            }
            const auto next = text.substr(*end, 24);
            const bool other =
                frame.says == Says::answers    ? answers_for_others(name) && !own.is_elsewhere(name)
                : frame.says == Says::compiles ? has(name, U"政府办") && !own.is_elsewhere(name)
                                               : !has(next, U"报告") && !has(next, U"公开工作");
            const bool word = std::all_of(name.begin(), name.end(), is_han);
            if (frame.says == Says::answers && word && own.is_other_street(name)) {
                names.take_other(name, introduction.span(begin, *end));
                continue;
            }
            // 现将本单位政府信息公开工作报告如下
            const bool named =
                text.substr(*end).starts_with(U"政府信息公开") && frame.says == Says::reports;
            if (named && (name.size() < shortest || wording::is_one_of(name.front(), U"本我") ||
                          !ends_of_names.has(name.back())))
                continue;
            if (!other && word) names.take(name, introduction.span(begin, *end), true);
        }
    }
}

/// What an office does in the introduction to its own report: “…局现向社会公开《…》”,
/// “…局编制了2023年……”, “2023年，…局根据《…条例》”.
constexpr std::u32string_view publishes[] = {U"现向社会公", U"特向社会公", U"编制了", U"编制本",
                                             U"根据《",     U"依据《",     U"按照《"};

void read_publishers(const FieldText& introduction, OwnNames& names) {
    const std::u32string_view text = introduction.text;
    for (const std::u32string_view doing : publishes) {
        for (std::size_t at = text.find(doing); at != text.npos; at = text.find(doing, at + 1)) {
            if (at < shortest || !ends_of_names.has(text[at - 1])) continue;
            std::size_t begin = at;
            while (begin > 0 && at - begin < longest && is_han(text[begin - 1])) --begin;
            for (std::u32string_view year : {U"年", U"度"}) {
                if (text.substr(begin).starts_with(year)) ++begin;
            }
            const std::u32string_view name = text.substr(begin, at - begin);
            const bool reports =
                has(wording::sentence_around(text, at).of(text), U"报告") && !name.empty();
            if (reports && !has_any(name, {U"由", U"和", U"向", U"国务院"}) &&
                offices::office_of(name).has_value())
                names.take(name, introduction.span(begin, at), true);
        }
    }
}

/// OwnNames that stand alone before what an office does itself: “金乡县民政局认真贯彻……”.
void read_subjects(const FieldText& field, OwnNames& names) {
    const std::u32string_view text = field.text;
    for (std::size_t i = shortest; i + 1 < text.size(); ++i) {
        if (!ends_of_names.has(text[i]) || !offices::doing_at(text, i + 1)) continue;
        std::size_t begin = i;
        while (begin > 0 && i - begin < longest && is_han(text[begin - 1])) --begin;
        for (std::u32string_view year : {U"年", U"度"}) {
            if (text.substr(begin).starts_with(year)) ++begin;  // 2023年度金乡县……
        }
        names.take(text.substr(begin, i + 1 - begin), field.span(begin, i + 1), false);
    }
}

/// Where the words that say of when the sentence is end: “2023年，”, “2023年以来，”.
std::size_t behind_time(std::u32string_view text, std::size_t place) {
    const std::size_t begin = place;
    while (place < text.size() && wording::is_any_digit(text[place])) ++place;
    for (const std::u32string_view word : {U"今年", U"年", U"度", U"以来", U"来", U"，"}) {
        if (stands(text, place, word)) place += word.size();
    }
    return place > begin ? place : begin;
}

/// “2023年，云溪县民政局坚持……”: with whom the overview begins, where the sentence is about
/// that office alone.
void read_head(const Report& report, const FieldText& overview, OwnNames& names) {
    const auto line =
        std::find_if(overview.lines.begin(), overview.lines.end(),
                     [](const wording::TextLine& one) { return one.kind != LineKind::heading; });
    if (line == overview.lines.end()) return;
    const std::u32string_view text = overview.text;
    const std::size_t begin = behind_time(text, line->body);
    std::size_t end = begin;
    while (end < text.size() && end - begin < longest && is_han(text[end]) &&
           !offices::any_doing_at(text, end) && !offices::own_doing_at(text, end))
        ++end;
    std::size_t doing = end;
    if (doing < text.size() && wording::is_any_digit(text[doing])) doing = behind_time(text, doing);
    const bool anything = end - begin >= shortest && offices::any_doing_at(text, doing) &&
                          !wording::is_one_of(text[end - 1], U"队所站心院校组");
    if (end - begin < shortest || (!anything && !offices::own_doing_at(text, doing))) return;
    const std::u32string_view sentence = wording::sentence_around(text, begin).of(text);
    if (has_any(sentence, {U"我局", U"我委", U"我单位", U"本机关", U"本局", U"配合", U"协助",
                           U"会同", U"指导", U"支持"}))
        return;
    const std::u32string_view name = text.substr(begin, end - begin);
    const bool town = name.back() == U'镇' || name.back() == U'乡' || name.ends_with(U"街道");
    const bool office = offices::office_of(name).has_value();
    if (town && offices::is_name(name) && report.kind == Kind::township &&
        !has(wording::without_blanks(to_utf32(report.agency)), name))
        names.take_other(name, overview.span(begin, end));
    else if (office && !town) names.take(name, overview.span(begin, end), true);
}

/// 廿三里镇人民政府 in the report of 廿三里街道办事处: what the own place is called at
/// another rank, in the texts and as the office to ask.
void read_siblings(const Report& report, const Prose& prose, OwnNames& names) {
    constexpr std::u32string_view ranks[] = {U"镇人民政府", U"乡人民政府", U"街道办事处"};
    const std::u32string agency = wording::without_blanks(to_utf32(report.agency));
    for (const std::u32string_view rank : ranks) {
        if (!agency.ends_with(rank)) continue;
        const std::u32string_view place =
            std::u32string_view(agency).substr(0, agency.size() - rank.size());
        const std::size_t above = place.find_last_of(U"市县区旗");
        const std::u32string stem(above == place.npos ? place : place.substr(above + 1));
        if (stem.size() < 2) return;
        for (const std::u32string_view other : ranks) {
            if (other == rank) continue;
            const std::u32string name = stem + std::u32string(other);
            for (const FieldText* field : prose.all()) {
                const std::size_t at = field->text.find(name);
                if (at != field->text.npos)
                    names.take(name, field->span(at, at + name.size()), true);
            }
            if (report.contact && has(to_utf32(report.contact->office), name))
                names.take(name, {"contact.office"}, true);
        }
        return;
    }
}

Finding told(const Called& called, const Report& report) {
    const std::string times = called.times > 1 ? fmt::format("（{}处）", called.times) : "";
    return finding_of(
        "W-30", called.where,
        fmt::format("报告自称“{}”{}，机关名称是“{}”", to_utf8(called.name), times, report.agency),
        "核对机关名称；文字是从别的单位抄来的，全部改过来",
        {{"found", to_utf8(called.name)}, {"expected", report.agency}});
}

/// The names of offices that the name of a file holds.
std::vector<std::u32string> offices_in(std::u32string_view file) {
    file = file.substr(file.rfind(U'/') + 1);
    std::vector<std::u32string> found;
    for (std::size_t begin = 0; begin < file.size();) {
        std::size_t end = begin;
        while (end < file.size() && is_han(file[end])) ++end;
        std::u32string_view run = file.substr(begin, end - begin);
        // What a file tells of besides its office.
        for (std::u32string_view word : {U"政府信息公开", U"政务公开", U"信息公开", U"年度",
                                         U"年报", U"工作", U"报告", U"数据", U"汇总"}) {
            if (const std::size_t at = run.find(word); at != run.npos && at > 0)
                run = run.substr(0, at);
        }
        if (run.starts_with(U'年')) run.remove_prefix(1);
        if (run.size() >= shortest && offices::office_of(run)) found.emplace_back(run);
        begin = std::max(end, begin + 1);
    }
    return found;
}

}  // namespace

void check_own_name(const Report& report, const Prose& prose, const CheckOptions& options,
                    std::vector<Finding>& findings) {
    OwnOffice own(report.agency);
    OwnNames names(own);
    read_frames(prose.introduction, own, names);
    read_publishers(prose.introduction, names);
    const auto whole = [&](std::string_view field, const std::string& name, bool answers) {
        const std::u32string text = wording::without_blanks(to_utf32(name));
        if (answers && answers_for_others(text) && !own.is_elsewhere(text)) return;
        names.take(text, {std::string(field)}, true);
    };
    if (report.contact) whole("contact.office", report.contact->office, true);
    if (report.signature) whole("signature.agency", report.signature->agency, false);
    read_siblings(report, prose, names);
    read_head(report, prose.overview, names);
    if (!own.named_in(prose)) {
        for (const FieldText* field : prose.all()) read_subjects(*field, names);
    }
    for (const Called& called : names.called()) {
        // Of others one may speak once at the beginning of a clause.
        if (called.surely || called.times > 1) findings.push_back(told(called, report));
    }
    const std::vector<std::u32string> in_file = offices_in(to_utf32(options.file));
    const auto another = [&](const std::u32string& name) { return !own.may_be(name); };
    if (!in_file.empty() && std::all_of(in_file.begin(), in_file.end(), another)) {
        const std::string name = to_utf8(in_file.front());
        findings.push_back(
            finding_of("W-30", {"agency"},
                       fmt::format("文件名里的单位是“{}”，机关名称是“{}”", name, report.agency),
                       "核对机关名称和文件名", {{"found", name}, {"expected", report.agency}}));
    }
}

}  // namespace nianbao
