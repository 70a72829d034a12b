#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>

#include "convert/parts.h"

namespace demarche::convert {
namespace {

constexpr std::size_t most_text = 64u << 20;

std::string utf8_of(const poppler::ustring& s) {
  const poppler::byte_array bytes = s.to_utf8();
  return {bytes.begin(), bytes.end()};
}

}  // namespace

nlohmann::json pages_of_pdf(const std::string& bytes, unsigned most_pages) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (pdf == nullptr) return {{"fault", "broken PDF"}};
  if (pdf->is_locked()) return {{"fault", "a PDF with a password"}};
  nlohmann::json out = {{"pages", nlohmann::json::array()}, {"more", false}};
  const unsigned all = static_cast<unsigned>(std::max(0, pdf->pages()));
  out["more"] = all > most_pages;
  std::size_t size = 0;
  for (unsigned i = 0; i < std::min(all, most_pages); ++i) {
    const std::unique_ptr<poppler::page> page(pdf->create_page(static_cast<int>(i)));
    if (page == nullptr) continue;
    std::string text = utf8_of(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
    size += text.size();
    if (size > most_text) {
      out["more"] = true;
      break;
    }
    out["pages"].push_back(std::move(text));
  }
  out["title"] = utf8_of(pdf->info_key("Title"));
  out["author"] = utf8_of(pdf->info_key("Author"));
  return out;
}

}  // namespace demarche::convert
