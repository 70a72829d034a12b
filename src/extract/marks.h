// Actors marked in a text by square brackets: "[Norway] froze the assets of [two Libyan ministers]".
#ifndef DEMARCHE_EXTRACT_MARKS_H
#define DEMARCHE_EXTRACT_MARKS_H

#include <string_view>

#include "demarche/document.h"

namespace demarche::extract {

// Sets the document's text without the brackets, and its mentions. A bracket without its partner marks nothing.
void take_marks(std::string_view marked, Document* document);

}  // namespace demarche::extract

#endif
