// What is asked of an outcome.
#include "c/handles.hpp"
#include "c/values.hpp"
#include "command/json.hpp"
#include "text/utf8.hpp"

using namespace nianbao;

namespace {

bool stands(const nianbao_outcome* outcome, int64_t index) {
    return index >= 0 && index < nianbao_outcome_finding_count(outcome);
}

std::int64_t place_kind(Place::Kind kind) {
    switch (kind) {
        case Place::Kind::text:
            return NIANBAO_PLACE_TEXT;
        case Place::Kind::cell:
            return NIANBAO_PLACE_CELL;
        case Place::Kind::paragraph:
            return NIANBAO_PLACE_PARAGRAPH;
        case Place::Kind::table:
            return NIANBAO_PLACE_TABLE;
    }
    return NIANBAO_PLACE_TEXT;
}

/// Text that the handle keeps, made by `make` when it is first asked for. NULL if there
/// is no memory for it.
template <typename Make>
const char* kept(std::string& place, int64_t* length, Make make) {
    if (length != nullptr) *length = 0;
    const nianbao_status status = c::trap(nullptr, [&] {
        if (place.empty()) place = make();
    });
    return status == NIANBAO_OK ? c::given(place, length) : nullptr;
}

}  // namespace

int32_t nianbao_outcome_status(const nianbao_outcome* outcome) {
    if (outcome == nullptr) return -1;
    switch (outcome->outcome.status) {
        case Status::written:
        case Status::unchanged:
            return NIANBAO_WRITTEN;
        case Status::accepted:
            return NIANBAO_ACCEPTED;
        default:
            return NIANBAO_REFUSED;
    }
}

const char* nianbao_outcome_bytes(const nianbao_outcome* outcome, int64_t* length) {
    return nianbao_outcome_bytes_of(outcome, nullptr, 0, length);
}

const char* nianbao_outcome_bytes_of(const nianbao_outcome* outcome, const char* to,
                                     int64_t to_length, int64_t* length) {
    if (length != nullptr) *length = 0;
    if (outcome == nullptr) return nullptr;
    std::string_view name;
    if (c::trap(nullptr, [&] { name = c::text(to, to_length); }) != NIANBAO_OK) return nullptr;
    for (const Made& made : outcome->outcome.made) {
        const bool wanted = name.empty() || made.output->name == name;
        if (wanted && !made.bytes.empty()) return c::given(made.bytes, length);
        if (wanted) return nullptr;
    }
    return nullptr;
}

int64_t nianbao_outcome_finding_count(const nianbao_outcome* outcome) {
    return outcome == nullptr ? 0 : std::ssize(outcome->outcome.findings);
}

nianbao_status nianbao_outcome_finding(const nianbao_outcome* outcome, int64_t index,
                                       nianbao_finding* finding, nianbao_error** error) {
    return c::trap(error, [&] {
        c::require(outcome != nullptr, "outcome 是 NULL");
        c::require(finding != nullptr, "finding 是 NULL");
        c::require(stands(outcome, index), "没有这个序号的问题");
        const Finding& told = outcome->outcome.findings[index];
        constexpr int64_t levels[] = {NIANBAO_ERROR, NIANBAO_WARNING, NIANBAO_ADVICE};
        nianbao_finding own{};
        own.severity = levels[static_cast<int>(told.severity)];
        own.line = told.place.row;
        own.column =
            told.place.kind == Place::Kind::paragraph ? told.place.character : told.place.column;
        own.length = told.place.length;
        own.rule = c::given(told.rule);
        own.field = c::given(told.where.field);
        own.message = c::given(told.message);
        own.hint = c::given(told.hint);
        own.waived = c::given(told.waived);
        for (const Remedy& remedy : told.remedies) {
            own.remedies |= std::int64_t{1} << static_cast<int>(remedy.what);
            if (!remedy.subject.empty()) own.subject = c::given(remedy.subject);
        }
        own.reviewed = c::given(told.reviewed);
        own.place = place_kind(told.place.kind);
        own.sheet = c::given(told.place.sheet);
        c::fill(finding, own);
    });
}

int64_t nianbao_outcome_figure_count(const nianbao_outcome* outcome) {
    return outcome == nullptr || !outcome->outcome.evidence
               ? 0
               : std::ssize(*outcome->outcome.evidence);
}

nianbao_status nianbao_outcome_figure(const nianbao_outcome* outcome, int64_t index,
                                      nianbao_figure* figure, nianbao_error** error) {
    return c::trap(error, [&] {
        c::require(outcome != nullptr, "outcome 是 NULL");
        c::require(figure != nullptr, "figure 是 NULL");
        c::require(index >= 0 && index < nianbao_outcome_figure_count(outcome),
                   "没有这个序号的数字");
        const Evidence& told = (*outcome->outcome.evidence)[index];
        const Place place = outcome->outcome.source.place(told.where);
        constexpr int64_t held[] = {NIANBAO_AGREES, NIANBAO_CONTRADICTS, NIANBAO_NOT_COMPARED};
        nianbao_figure own{};
        own.held = held[static_cast<int>(told.held)];
        own.line = place.row;
        own.column = place.column;
        own.length = place.length;
        own.field = c::given(told.where.field);
        own.said = c::given(told.said);
        own.against = c::given(told.against);
        own.reviewed = c::given(told.reviewed);
        c::fill(figure, own);
    });
}

const char* nianbao_outcome_finding_text(const nianbao_outcome* outcome, int64_t index,
                                         int64_t* length) {
    if (length != nullptr) *length = 0;
    if (!stands(outcome, index)) return nullptr;
    std::string* place = nullptr;
    if (c::trap(nullptr, [&] { place = &outcome->texts[index]; }) != NIANBAO_OK) return nullptr;
    return kept(*place, length, [&] {
        return well_formed(report_text(outcome->outcome.findings[index], outcome->outcome.source));
    });
}

const char* nianbao_outcome_json(const nianbao_outcome* outcome, int64_t* length) {
    if (length != nullptr) *length = 0;
    return outcome == nullptr ? nullptr
                              : kept(outcome->json, length, [&] { return json(outcome->outcome); });
}

void nianbao_outcome_free(nianbao_outcome* outcome) { delete outcome; }
