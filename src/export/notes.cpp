#include "export/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "export/escape.h"
#include "export/label.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace demarche::exporting {
namespace {

constexpr std::size_t longest_name = 60;  // characters

// What file systems, wiki links and headings give a meaning of their own.
bool is_sign(char32_t c) {
  return c < 0x80 &&
         std::string_view("\\/:*?\"<>|#^[]%`$&{}~;'!@=+").find(static_cast<char>(c)) != std::string_view::npos;
}

std::string file_name(std::string_view name) {
  std::string out;
  std::size_t characters = 0;
  std::size_t length = 1;
  const std::string cleaned = clean(name);
  for (std::size_t i = 0; i < cleaned.size() && characters < longest_name; i += length) {
    const char32_t c = text::decode(cleaned, i, &length);
    if (turns_direction(c)) continue;
    if (is_sign(c) || c < 0x20) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
      continue;
    }
    text::append_utf8(c, &out);
    ++characters;
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '.')) out.pop_back();
  const std::size_t start = out.find_first_not_of(" .");
  return start == std::string::npos ? "" : out.substr(start);
}

}  // namespace

std::string when_words(const Interaction& interaction) {
  const std::string words = date_words(interaction);
  return words.empty() ? "undated" : words;
}

void append_what(const Interaction& interaction, std::string* out) {
  if (interaction.action.empty() && interaction.event.empty()) return;  // No stars round nothing: they would be bold.
  out->push_back('*');
  append_markdown(interaction.action.empty() ? interaction.event : interaction.action, out);
  if (interaction.status != Status::actual) out->append(" (").append(to_string(interaction.status)).push_back(')');
  out->push_back('*');
}

void append_quotation(const Mention* told, std::string_view indent, std::string* out) {
  if (told == nullptr || told->text.empty()) return;
  const Mention& mention = *told;
  const auto line = [&](std::string_view start) { out->append("\n").append(indent).append(start); };
  line("> ");
  append_markdown(mention.text, out);
  const std::size_t quoted = out->size();
  line(">");
  line("> — ");
  const std::size_t start = out->size();
  if (!mention.title.empty() || !mention.url.empty()) {
    out->push_back('[');
    if (mention.title.empty()) {
      out->append("source");
    } else {
      append_markdown(mention.title, out);
    }
    out->append("](<");
    if (append_markdown_url(mention.url, out)) {
      out->append(">)");
    } else {
      // No link: the title alone.
      out->resize(start);
      append_markdown(mention.title, out);
    }
  }
  if (!mention.publication.empty()) {
    if (out->size() > start) out->append(", ");
    append_markdown(mention.publication, out);
  }
  if (out->size() == start) out->resize(quoted);
  out->append("\n\n");
}

std::vector<std::string> note_names(const std::vector<Actor>& actors) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const Actor& actor : actors) {
    const std::string base = file_name(actor.name.empty() ? actor.id : actor.name);
    std::string name = base.empty() ? "actor" : base;
    for (unsigned number = 2; !taken.insert(text::fold(name)).second; ++number) {
      name = fmt::format("{} {}", base.empty() ? "actor" : base, number);
    }
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace demarche::exporting
