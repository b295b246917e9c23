#include "c/trap.hpp"

#include "c/handles.hpp"
#include "command/options/usage.hpp"
#include "nianbao/failure.hpp"
#include "text/utf8.hpp"

#include <utility>

namespace nianbao::c {
namespace {

nianbao_status tell(nianbao_error** error, nianbao_status status, const char* message) noexcept {
    if (error == nullptr) return status;
    try {
        *error = new nianbao_error{status, well_formed(message)};
    } catch (const std::bad_alloc&) {
        return NIANBAO_NO_MEMORY;
    }
    return status;
}

}  // namespace

void require(bool holds, const char* otherwise) {
    if (!holds) throw Invalid(otherwise);
}

nianbao_status trapped(nianbao_error** error) noexcept {
    try {
        throw;
    } catch (const Invalid& invalid) {
        return tell(error, NIANBAO_INVALID, invalid.what());
    } catch (const Usage& usage) {
        return tell(error, NIANBAO_USAGE, usage.what());
    } catch (const Failure& failure) {
        return tell(error, NIANBAO_FAILED, failure.what());
    } catch (const Cancelled&) {
        return tell(error, NIANBAO_CANCELLED, "已取消");
    } catch (const std::bad_alloc&) {
        return tell(error, NIANBAO_NO_MEMORY, "内存不足");
    } catch (const std::exception& fault) {
        return tell(error, NIANBAO_INTERNAL, fault.what());
    } catch (...) {
        return tell(error, NIANBAO_INTERNAL, "程序内部出错");
    }
}

}  // namespace nianbao::c
