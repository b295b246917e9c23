#include "county/desk/packages.hpp"

#include "digest/sha256.hpp"
#include "nianbao/failure.hpp"
#include "nianbao/job.hpp"
#include "nianbao/write.hpp"

#include <fmt/format.h>

#include <utility>

namespace nianbao::desk {
namespace {

constexpr std::string_view outputs_of_package[] = {"pdf", "html", "docx"};

}  // namespace

std::string package_of(const std::string& office) {
    return std::string(packages_folder) + file_name_of(office);
}

Packages::Packages(WrittenPapers& written, std::function<Fonts()> fonts)
    : written_(written), open_(std::move(fonts)) {}

bool Packages::open_fonts() {
    if (asked_) return !fonts_.none();
    asked_ = true;
    try {
        fonts_ = open_();
    } catch (const Failure& failure) {
        troubles_.push_back(fmt::format("没有做成品的 PDF：{}", failure.what()));
    }
    return !fonts_.none();
}

void Packages::add(const Office& office, const Moment& now) {
    if (office.row.review != Review::passed || !office.report) return;
    const std::string folder = package_of(office.row.office.name) + "/";
    const std::string data = write(*office.report, Format::yaml, Keys::chinese);
    const std::string digest = sha256(data);
    if (written_.stand(folder, digest)) return;
    const std::string name = fmt::format("{}{}{}年政府信息公开工作年度报告", folder,
                                         file_name_of(office.row.office.name), office.report->year);
    Job job{{.bytes = data, .name = office.row.office.name + ".yaml", .format = Format::yaml}, {}};
    for (const std::string_view output : outputs_of_package) {
        const Output* each = output_named(output);
        if (each->from != From::pages || open_fonts()) job.targets.push_back({each, {}});
    }
    RunOptions options;
    options.check.off = true;  // an officer has passed it
    const Outcome outcome = run(job, fonts_, options);
    bool whole = outcome.status == Status::written;
    if (!whole) {
        std::string why = outcome.failure;
        for (const Finding& finding : outcome.findings) {
            if (why.empty() && finding.severity == Severity::error) why = message(finding);
        }
        troubles_.push_back(fmt::format("{} 的成品没有做：{}", office.row.office.name, why));
        return;
    }
    for (const Made& made : outcome.made)
        written_.put(name + std::string(made.output->ending), made.bytes, now);
    written_.put(name + ".yaml", data, now);
    // Without fonts it is made again the next time.
    if (job.targets.size() == std::size(outputs_of_package)) written_.sign(folder, digest);
    ++made_;
}

}  // namespace nianbao::desk
