// Writes the data files whose outputs a change of the code's shape must leave as they
// are. nianbao_corpus FOLDER: generated/ (350 whole reports, in both languages), hostile/
// (300 reports made of bytes), damaged/ (350 files with one line or character wrong).
#include "fuzz/data_file.hpp"
#include "nianbao/write.hpp"
#include "report/generator.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

using namespace nianbao;

namespace {

constexpr std::uint64_t count = 350;

void write_file(const std::filesystem::path& file, std::string_view text) {
    std::ofstream(file, std::ios::binary) << text;
}

/// Some bytes for data_file(): settings, then texts from short to long.
std::string bytes_of(std::uint64_t number) {
    Random random(number);
    std::string bytes;
    for (int size = 16 << number % 7; size > 0; --size) {
        bytes += static_cast<char>(random.below(number % 2 == 0 ? 256 : 208));
    }
    return bytes;
}

/// One thing wrong with a whole file: a digit, a character or a line.
std::string damaged(std::string text, std::uint64_t number) {
    Random random(number);
    const std::size_t at = static_cast<std::size_t>(random.below(static_cast<int>(text.size())));
    switch (number % 4) {
        case 0:
            for (std::size_t i = at; i < text.size(); ++i) {
                if (text[i] < '0' || text[i] > '8') continue;
                ++text[i];
                break;
            }
            return text;
        case 1:
            return text.erase(at, 1);
        case 2: {
            const std::size_t begin = text.rfind('\n', at) + 1;
            return text.erase(begin, text.find('\n', at) - begin + 1);
        }
        default:
            return text.insert(text.find('\n', at) + 1, "其他：无\n");
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::filesystem::path folder = argv[1];
    for (const char* part : {"generated", "hostile", "damaged"}) {
        std::filesystem::create_directories(folder / part);
    }
    for (std::uint64_t number = 1; number <= count; ++number) {
        const std::string name = fmt::format("{:03}", number);
        const Keys keys = number % 2 == 0 ? Keys::english : Keys::chinese;
        const std::string whole = write(generated_report(number), Format::yaml, keys);
        write_file(folder / "generated" / (name + ".yaml"), whole);
        write_file(folder / "hostile" / (name + ".json"), fuzz::data_file(bytes_of(number)));
        write_file(folder / "damaged" / (name + ".yaml"), damaged(whole, number));
    }
}
