// Checks a report, prints what is wrong with it, renders it to memory and saves it.
//
//     c++ -std=c++20 embed.cpp $(pkg-config --cflags --libs nianbao) -o embed
//     ./embed data.yaml report.pdf
#include <nianbao/failure.hpp>
#include <nianbao/job.hpp>
#include <nianbao/whole_file.hpp>

#include <cstdio>

namespace {

int embed(const char* data, const char* report) {
    const nianbao::Input input{.file = data};
    const nianbao::Outcome checked = nianbao::check(input);
    if (checked.status == nianbao::Status::failed) throw nianbao::Failure(checked.failure);
    for (const nianbao::Finding& finding : checked.findings)
        std::fputs(nianbao::report_text(finding, checked.source).c_str(), stdout);
    if (checked.status == nianbao::Status::refused) return 1;

    // One set of faces is enough for any number of reports.
    const nianbao::Fonts fonts = nianbao::Fonts::open();
    const nianbao::Job job{input, {{nianbao::output_named("pdf"), {}}}};
    const nianbao::Outcome made = nianbao::run(job, fonts);
    if (made.status == nianbao::Status::failed) throw nianbao::Failure(made.failure);
    if (made.status == nianbao::Status::refused) return 1;
    nianbao::write_whole_file(report, made.made.front().bytes);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) return 2;
    try {
        return embed(words[1], words[2]);
    } catch (const nianbao::Failure& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 3;
    }
}
