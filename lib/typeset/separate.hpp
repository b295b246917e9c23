// Separates text that programs would otherwise read in another order than it was drawn.
#pragma once

#include "nianbao/pages.hpp"

#include "font/faces.hpp"

#include <vector>

namespace nianbao {

/// Programs that guess lines from places (PDFium does, and so every browser built on it)
/// take runs for one line whose baselines are less than half a character apart, and read
/// them from left to right: a label centred over two rows, and the label of the lower row
/// that is drawn after it, change places. Between two such runs go two blanks (one has no
/// extent for PDFium, and is passed over), a character and a quarter below the second: an
/// artifact that nobody sees and that ends the line.
void separate_lines(std::vector<Page>& pages, const FaceSet& faces);

}  // namespace nianbao
