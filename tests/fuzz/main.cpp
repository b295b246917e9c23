// libFuzzer's door: one program a target, which NIANBAO_TARGET names.
#include "fuzz/targets.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string wrong =
        nianbao::fuzz::NIANBAO_TARGET({reinterpret_cast<const char*>(data), size});
    if (wrong.empty()) return 0;
    std::fprintf(stderr, "== %s\n", wrong.c_str());
    std::abort();
}
