// Office files (.xlsx, .docx): a ZIP file of XML parts, which refer to each other.
#pragma once

#include "pack/xml_reader.hpp"
#include "pack/zip_reader.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::notation {

/// What a part refers to.
struct Relation {
    std::string id, type;
    std::string target;  // the name of a part, from the root, without the first '/'
    bool external = false;

    /// True if the type, which is a URI, ends in that word: the strict notation and the
    /// usual one differ before it.
    bool is(std::string_view word) const;
};

/// Why an archive is refused, in Chinese without an end mark; empty for no fault.
/// `limits`: those that it was read with.
std::string fault_text(const ZipFault& fault, const ZipLimits& limits = {});

class OfficeFile {
public:
    /// REQUIRES: `bytes` outlive the file.
    explicit OfficeFile(std::string_view bytes, const ZipLimits& limits = {});

    /// Why the file is refused, in Chinese without an end mark; empty if it is not. The
    /// first reason stays.
    const std::string& fault() const { return fault_; }
    const std::vector<ZipPart>& parts() const { return zip_.parts(); }
    /// The name as it stands in the archive, for a name in whatever case; nullptr if
    /// there is no such part.
    const ZipPart* find(std::string_view name) const;
    /// A part's bytes. Nothing if there is no such part, or if it is refused.
    std::optional<std::string> part(std::string_view name);
    /// Reads an XML part. False if there is none, or if it is refused.
    bool read(std::string_view name, XmlHandler& handler);
    /// The same of a part whose bytes were taken already.
    bool read(std::string_view name, std::string_view bytes, XmlHandler& handler);
    /// What a part refers to; of the whole file if `part` is empty.
    std::vector<Relation> relations(std::string_view part);

private:
    void refuse(std::string why);

    ZipLimits limits_;
    ZipReader zip_;
    std::string fault_;
};

}  // namespace nianbao::notation
