// The line from pages to bytes, with the arena in the caller's hand: the tests let its allocations fail.
#pragma once

#include "nianbao/pdf.hpp"
#include "pdf/arena.hpp"

namespace nianbao {

std::string write_pdf(const Pages& pages, const Fonts& fonts, const PdfOptions& options, Arena& arena);

}  // namespace nianbao
