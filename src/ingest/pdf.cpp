#include "ingest/pdf.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "ingest/clean_text.h"
#include "ingest/converter.h"
#include "ingest/metadata.h"
#include "ingest/pdf_text.h"
#include "ingest/plain_characters.h"
#include "ingest/read_whole.h"
#include "text/utf8.h"

namespace demarche::ingesting {
namespace {

// Programs that write PDF often leave the name of their own file as the title.
bool is_real_title(const std::string& title) {
  return title.find(' ') != std::string::npos && !title.starts_with("Microsoft ") &&
         title.find(".doc") == std::string::npos && title.find(".qxd") == std::string::npos &&
         title.find(".indd") == std::string::npos;
}

}  // namespace

void read_pdf(Input* input, const Origin& origin, Reading* reading) {
  const IngestLimits& limits = reading->options.limits;
  std::string bytes, fault;
  if (!read_whole(input, limits.pdf_bytes, "PDF", origin.where, reading, &bytes)) return;
  const nlohmann::json answer =
      reading->converter().convert("pdf", bytes, {.seconds = limits.pdf_seconds, .pages = limits.pdf_pages}, &fault);
  if (fault.empty()) fault = answer.value("fault", "");
  if (!fault.empty()) return reading->lost(origin.where, fmt::format("{}; PDF skipped", fault), Skip::broken);
  std::vector<std::string> pages;
  for (const auto& page : answer["pages"]) pages.push_back(text::repair_utf8(page.get<std::string>()));
  if (answer.value("more", false)) {
    reading->notice(origin.where, fmt::format("more than {} pages; the others left out", pages.size()));
  }
  Document document;
  document.source = origin.where;
  document.text = text_of_pages(pages);
  if (const std::string title = text::repair_utf8(answer.value("title", "")); is_real_title(title))
    document.title = title;
  document.author = text::repair_utf8(answer.value("author", ""));
  make_plain(&document);
  if (trim(document.text).empty()) {
    return reading->lost(origin.where, "a PDF without text (scanned pages?); skipped", Skip::empty);
  }
  deliver(std::move(document), origin, LanguageWord::page, reading);
}

}  // namespace demarche::ingesting
