// What is asked of an outcome.
#include "c/handles.hpp"
#include "c/values.hpp"
#include "command/json.hpp"

using namespace nianbao;

namespace {

bool stands(const nianbao_outcome* outcome, int64_t index) { return index >= 0 && index < nianbao_outcome_finding_count(outcome); }

/// Text that the handle keeps, made by `make` when it is first asked for. NULL where there is no memory for it.
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
    if (outcome != nullptr && !outcome->outcome.bytes.empty()) return c::given(outcome->outcome.bytes, length);
    if (length != nullptr) *length = 0;
    return nullptr;
}

int64_t nianbao_outcome_finding_count(const nianbao_outcome* outcome) {
    return outcome == nullptr ? 0 : static_cast<int64_t>(outcome->outcome.findings.size());
}

nianbao_status nianbao_outcome_finding(const nianbao_outcome* outcome, int64_t index, nianbao_finding* finding, nianbao_error** error) {
    return c::trap(error, [&] {
        c::require(outcome != nullptr, "outcome 是 NULL");
        c::require(finding != nullptr, "finding 是 NULL");
        c::require(stands(outcome, index), "没有这个序号的问题");
        const Finding& told = outcome->outcome.findings[static_cast<std::size_t>(index)];
        nianbao_finding own{};
        own.severity = told.severity == Severity::error ? NIANBAO_ERROR : NIANBAO_WARNING;
        own.line = told.place.row;
        own.column = told.place.column;
        own.length = told.place.length;
        own.rule = c::given(told.rule);
        own.field = c::given(told.where.field);
        own.message = c::given(told.message);
        own.hint = c::given(told.hint);
        own.waived = c::given(told.waived);
        c::fill(finding, own);
    });
}

const char* nianbao_outcome_finding_text(const nianbao_outcome* outcome, int64_t index, int64_t* length) {
    if (length != nullptr) *length = 0;
    if (!stands(outcome, index)) return nullptr;
    const auto at = static_cast<std::size_t>(index);
    std::string* place = nullptr;
    if (c::trap(nullptr, [&] { place = &outcome->texts[at]; }) != NIANBAO_OK) return nullptr;
    return kept(*place, length, [&] { return report_text(outcome->outcome.findings[at], outcome->outcome.source); });
}

const char* nianbao_outcome_json(const nianbao_outcome* outcome, int64_t* length) {
    if (length != nullptr) *length = 0;
    return outcome == nullptr ? nullptr : kept(outcome->json, length, [&] { return json(outcome->outcome); });
}

void nianbao_outcome_free(nianbao_outcome* outcome) { delete outcome; }
