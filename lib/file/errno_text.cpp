#include "file/errno_text.hpp"

#include <cerrno>
#include <string_view>
#include <system_error>

namespace nianbao {
namespace {

std::string_view absent(Access access) {
    switch (access) {
        case Access::read:
            return "没有这个文件";
        case Access::list:
            return "没有这个文件夹";
        case Access::write:
            break;
    }
    return "文件夹不存在";
}

/// Empty for an error that people do not meet.
std::string_view known(int error, Access access) {
    switch (error) {
        case ENOENT:
            return absent(access);
        case ENOTDIR:
            return access == Access::list ? "它不是文件夹" : "路径中有一段不是文件夹";
        case EACCES:
        case EPERM:
            return access == Access::read ? "没有读取的权限" : "没有权限";
        case EISDIR:
            return "它是文件夹";
        case EROFS:
            return "文件系统是只读的";
        case ENOSPC:
            return "磁盘已满";
#ifdef EDQUOT
        case EDQUOT:
            return "超过了磁盘配额";
#endif
        case ETXTBSY:
            return "正被别的程序打开";
        case ENAMETOOLONG:
            return "文件名太长";
        case ELOOP:
            return "符号链接绕成了圈";
        case EFBIG:
            return "文件太大";
        case EMFILE:
        case ENFILE:
            return "打开的文件太多";
        case EIO:
            return "磁盘读写出错";
        default:
            return {};
    }
}

}  // namespace

std::string errno_text(int error, Access access) {
    const std::string_view text = known(error, access);
    return text.empty() ? std::generic_category().message(error) : std::string(text);
}

}  // namespace nianbao
