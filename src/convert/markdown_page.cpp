#include <cmark.h>

#include <cstdlib>
#include <memory>

#include "convert/parts.h"

namespace demarche::convert {

nlohmann::json page_of_markdown(const std::string& bytes) {
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_markdown_to_html(bytes.data(), bytes.size(), CMARK_OPT_DEFAULT), &std::free);
  if (html == nullptr) return {{"fault", "broken Markdown"}};
  return {{"html", html.get()}};
}

}  // namespace demarche::convert
