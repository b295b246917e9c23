#include "pdf/information.hpp"

#include "pdf/xmp.hpp"

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <utility>

namespace nianbao {
namespace {

/// A range for each run of pages whose numbers go up by one.
HPDF_Array page_labels(Objects& objects, const Pages& pages) {
    HPDF_Array ranges = objects.array();
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const int number = pages.pages[i].number;
        if (i > 0 && number == pages.pages[i - 1].number + 1) continue;
        HPDF_Dict label = objects.dict({{"S", objects.name("D")}});
        if (number != 1) objects.put(label, "St", objects.number(number));
        objects.add(ranges, objects.number(i));
        objects.add(ranges, label);
    }
    return ranges;
}

}  // namespace

std::string pdf_date(const Metadata& metadata, const PdfOptions& options) {
    if (metadata.date)
        return fmt::format("D:{:04}{:02}{:02}000000+08'00'", metadata.date->year,
                           metadata.date->month, metadata.date->day);
    if (!options.epoch) return {};
    const std::chrono::sys_seconds moment{std::chrono::seconds(*options.epoch)};
    const std::chrono::sys_days midnight = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day day(midnight);
    const std::chrono::hh_mm_ss time(moment - midnight);
    return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

void add_information(Objects& objects, const Pages& pages, const PdfOptions& options) {
    const Metadata& metadata = pages.metadata;
    Facts facts;
    facts.title = xml_characters(metadata.title);
    facts.author = xml_characters(metadata.author);
    facts.description = xml_characters(metadata.description);
    facts.keywords = xml_characters(metadata.keywords);
    facts.language = xml_characters(metadata.language);
    facts.producer =
        options.producer.empty() ? "nianbao " NIANBAO_VERSION : xml_characters(options.producer);
    facts.date = pdf_date(metadata, options);

    HPDF_Dict info = objects.info();
    const std::pair<const char*, const std::string&> told[] = {{"Title", facts.title},
                                                               {"Author", facts.author},
                                                               {"Subject", facts.description},
                                                               {"Keywords", facts.keywords}};
    for (const auto& [key, fact] : told) {
        if (!fact.empty()) objects.put(info, key, objects.text(fact));
    }
    objects.put(info, "Creator", objects.text(facts.producer));
    objects.put(info, "Producer", objects.text(facts.producer));  // instead of libharu's
    if (!facts.date.empty()) {
        objects.put(info, "CreationDate", objects.bytes(facts.date));
        objects.put(info, "ModDate", objects.bytes(facts.date));
    }

    HPDF_Dict catalog = objects.catalog();
    // Not deflated, so that archives can read it without knowing PDF.
    HPDF_Dict packet =
        objects.stream(xmp_packet(facts, options.attachment.has_value()), false,
                       {{"Type", objects.name("Metadata")}, {"Subtype", objects.name("XML")}});
    objects.put(catalog, "Metadata", packet);
    objects.put(catalog, "Lang", objects.text(metadata.language));
    objects.put(catalog, "ViewerPreferences",
                objects.dict({{"DisplayDocTitle", objects.boolean(true)}}));
    objects.put(catalog, "PageLabels", objects.dict({{"Nums", page_labels(objects, pages)}}));
}

}  // namespace nianbao
