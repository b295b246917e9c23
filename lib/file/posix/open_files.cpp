#include "file/errno_text.hpp"
#include "file/exhausted.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

namespace nianbao {

void require_open_files(int count) {
    std::vector<int> opened;
    int error = 0;
    for (int i = 0; i < count && error == 0; ++i) {
        const int number = ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (number < 0) error = errno;
        else opened.push_back(number);
    }
    for (int number : opened) ::close(number);
    if (is_exhausted({error, std::generic_category()}))
        throw Exhausted("不能找字体：" + errno_text(error, Access::read));
}

}  // namespace nianbao
