// The line from pages to bytes with the caller's arena, so that tests can make its
// allocations fail.
#pragma once

#include "nianbao/pdf.hpp"
#include "pdf/objects/arena.hpp"

namespace nianbao {

std::string write_pdf(const Pages& pages, const Fonts& fonts, const PdfOptions& options,
                      Arena& arena);

}  // namespace nianbao
