// Stands for fontconfig.cpp in programs that are one file (NIANBAO_FONTCONFIG is off):
// only the usual folders, and those that are named, are searched.
#include "font/fontconfig.hpp"

namespace nianbao {

std::optional<ListedFace> ask_fontconfig(std::span<const Candidate>) { return std::nullopt; }

std::string_view places_without_fontconfig() {
    return "随程序附带的自由字体在 nianbao-fonts 文件夹里，请把它放在程序旁边";
}

}  // namespace nianbao
