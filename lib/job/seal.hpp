// A PDF that tells from what it was made, so that the next run can leave it.
#pragma once

#include "nianbao/job.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

/// Known by all that decides the bytes of a job's PDF: the data, the options, the faces, this version. Not by names of folders, nor by times.
/// What the rules need is not in it: they are run each time.
std::string inputs_digest(const std::string& data, const std::string& attachment, const Fonts& fonts, const RunOptions& options);

/// What stands in the PDF's trailer until it is sealed (PdfOptions::seal).
std::string blank_seal();

/// Seals a PDF that has a blank seal: a digest of the inputs and of every byte of the file, so that a file that was changed since is not taken for it.
void seal(std::string& pdf, std::string_view inputs);

/// True where a whole PDF stands there as it was sealed, made from these inputs.
bool is_sealed(const std::filesystem::path& place, std::string_view inputs);

/// The content of a regular file; none where there is another thing, or it cannot be read.
std::optional<std::string> content_of(const std::filesystem::path& place);

}  // namespace nianbao
