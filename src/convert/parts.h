// What demarche-convert makes of a document.
#ifndef DEMARCHE_CONVERT_PARTS_H
#define DEMARCHE_CONVERT_PARTS_H

#include <nlohmann/json.hpp>
#include <string>

namespace demarche::convert {

// {"pages": ["…"], "more": true when there are more than were read, "title", "author"} or {"fault": "…"}.
nlohmann::json pages_of_pdf(const std::string& bytes, unsigned most_pages);

// {"subject", "date", "sender", "id", "text", "html"}: the first plain and the first HTML part that are no attachments.
nlohmann::json parts_of_mail(const std::string& bytes);

// {"html"}: a Markdown text as a page.
nlohmann::json page_of_markdown(const std::string& bytes);

}  // namespace demarche::convert

#endif
