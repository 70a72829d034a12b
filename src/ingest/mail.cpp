#include "ingest/mail.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "ingest/clean_text.h"
#include "ingest/converter.h"
#include "ingest/encoding.h"
#include "ingest/html_page.h"
#include "ingest/html_tree.h"
#include "ingest/main_text.h"
#include "ingest/metadata.h"
#include "ingest/plain_characters.h"
#include "ingest/read_whole.h"
#include "text/utf8.h"

namespace demarche::ingesting {
namespace {

constexpr unsigned seconds = 10;  // of processor time for one mail; a real one takes a thousandth

std::string string_of(const nlohmann::json& answer, const char* key) {
  return text::repair_utf8(answer.value(key, ""));
}

// Newsletters put "see this mail in your browser" into the plain part, and the letter into the other.
bool is_stub(const std::string& plain, const std::string& from_html) { return plain.size() * 3 < from_html.size() * 2; }

std::string text_of_html(const std::string& html) {
  if (html.empty()) return "";
  bool too_deep = false;
  const HtmlTree tree = parse_html(html, &too_deep);
  return tree == nullptr ? "" : join(find_main_text(tree.get(), "").blocks);
}

// What stands below "-- " is the sender's card (RFC 3676, 4.3); "> " begins what he answers to.
std::string without_quotations(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line == "-- " || line == "-- \r") break;
    if (line.starts_with('>')) continue;
    out += std::string(line) + "\n";
  }
  return out;
}

void read_message(std::string bytes, const std::string& where, const Origin& origin, Reading* reading) {
  std::string fault;
  const nlohmann::json answer = reading->converter().convert("mail", bytes, {.seconds = seconds}, &fault);
  if (fault.empty()) fault = answer.value("fault", "");
  if (!fault.empty()) return reading->lost(where, fmt::format("{}; mail skipped", fault), Skip::broken);
  Document document;
  document.source = where;
  document.text = without_quotations(string_of(answer, "text"));
  unify_line_ends(&document.text);
  const std::string html = string_of(answer, "html");
  const std::size_t limit = reading->options.limits.page_bytes;
  if (html.size() > limit) {
    reading->notice(where, fmt::format("a page larger than {}; only the plain part read", size_in_words(limit)));
  } else if (std::string other = text_of_html(html); is_stub(document.text, other)) {
    document.text = std::move(other);
  }
  document.id = string_of(answer, "id");
  document.title = string_of(answer, "subject");
  document.date = string_of(answer, "date");
  document.publication = string_of(answer, "sender");
  clean(&document.text, where, reading);
  make_plain(&document);
  if (trim(document.text).empty()) return reading->lost(where, "a mail without text; skipped", Skip::empty);
  deliver(std::move(document), origin, LanguageWord::page, reading);
}

bool begins_message(std::string_view line) {
  return line.starts_with("From ") && line.size() > 9 && line.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

void read_mail(Input* input, const Origin& origin, Reading* reading) {
  std::string bytes;
  if (!read_whole(input, reading->options.limits.document_bytes, "mail", origin.where, reading, &bytes)) return;
  read_message(std::move(bytes), origin.where, origin, reading);
}

void read_mbox(Input* input, const Origin& origin, Reading* reading) {
  const std::size_t limit = reading->options.limits.document_bytes;
  std::string message;
  std::size_t number = 0;
  bool too_long = false, after_empty = true;
  const auto finish = [&] {
    if (number == 0) return;
    const std::string where = fmt::format("{}: message {}", origin.where, number);
    if (too_long) {
      reading->lost(where, fmt::format("larger than {}; mail skipped", size_in_words(limit)), Skip::too_large);
    } else {
      read_message(std::exchange(message, ""), where, origin, reading);
    }
    message.clear();
    too_long = false;
  };
  while (!reading->stopped()) {
    char* bytes = nullptr;
    std::size_t length = 0;
    const Input::Got got = input->next_line(limit, &bytes, &length);
    if (got == Input::Got::end || reading->stopped()) break;
    if (got == Input::Got::too_long) {
      too_long = true;
      continue;
    }
    std::string_view line(bytes, length);
    if (after_empty && begins_message(line)) {
      finish();
      ++number;
      after_empty = false;
      continue;
    }
    after_empty = trim(line).empty();
    if (line.starts_with(">From ")) line.remove_prefix(1);
    if (message.size() + line.size() > limit) too_long = true;
    if (!too_long) message.append(line).push_back('\n');
  }
  if (!reading->stopped() && input->failure().empty()) finish();  // else the failure cut it
  say_broken_off(*input, origin.where, reading);
}

}  // namespace demarche::ingesting
