#include "extract/marks.h"

namespace demarche::extract {

void take_marks(std::string_view marked, Document* document) {
  document->text.clear();
  document->mentions.clear();
  std::uint32_t here = 0, open = 0;  // code points
  bool inside = false;
  for (const char c : marked) {
    if (c == '[') {
      inside = true;
      open = here;
    } else if (c == ']') {
      if (inside && open < here) document->mentions.push_back({open, here, "", ""});
      inside = false;
    } else {
      document->text += c;
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++here;
    }
  }
}

}  // namespace demarche::extract
