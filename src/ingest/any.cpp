#include "ingest/any.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "ingest/csv.h"
#include "ingest/encoding.h"
#include "ingest/feed.h"
#include "ingest/field_map.h"
#include "ingest/format.h"
#include "ingest/html_page.h"
#include "ingest/json_lines.h"
#include "ingest/mail.h"
#include "ingest/packed.h"
#include "ingest/pdf.h"
#include "ingest/text_file.h"
#include "ingest/warc.h"

namespace demarche::ingesting {

namespace {

char mark_of_csv(std::string_view head, const FieldMap& map) {
  const char mark = table_mark(head, map.text_field());
  return mark == '\0' ? ',' : mark;
}

}  // namespace

void read_any(Input* input, const Origin& origin, Reading* reading) {
  std::string_view head = input->head();
  if (const std::string wide = wide_encoding(head); !wide.empty()) {
    input->pass_through([&wide](std::unique_ptr<Bytes> bytes) { return decoding(std::move(bytes), wide); });
    head = input->head();
  }
  const FieldMap map(reading->options.map);
  const Format format = recognise(head, origin.name, map);
  const std::string around = std::exchange(reading->format, std::string(to_string(format)));
  if (format != Format::packed) ++reading->counts.files;
  switch (format) {
    case Format::text:
      read_text_file(input, origin, reading);
      break;
    case Format::html:
      read_html_page(input, origin, reading);
      break;
    case Format::feed:
      read_feed(input, origin, reading);
      break;
    case Format::json_lines:
      read_json_lines(input, origin, reading);
      break;
    case Format::json:
      read_json(input, origin, reading);
      break;
    case Format::csv:
      read_csv(input, mark_of_csv(head, map), origin, reading);
      break;
    case Format::tsv:
      read_csv(input, '\t', origin, reading);
      break;
    case Format::warc:
      read_warc(input, origin, reading);
      break;
    case Format::mbox:
      read_mbox(input, origin, reading);
      break;
    case Format::mail:
      read_mail(input, origin, reading);
      break;
    case Format::pdf:
      read_pdf(input, origin, reading);
      break;
    case Format::packed:
      read_packed(input, origin, reading);
      break;
    case Format::unknown:
      reading->lost(origin.where, fmt::format("{}; file skipped", describe_unknown(head)), Skip::not_text);
      break;
  }
  reading->format = around;
}

}  // namespace demarche::ingesting
