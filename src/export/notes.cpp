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

std::string what_words(const Interaction& interaction) {
  const std::string& action = interaction.action.empty() ? interaction.event : interaction.action;
  if (interaction.status == Status::actual) return action;
  return fmt::format("{} ({})", action, to_string(interaction.status));
}

std::string quotation(const Mention* told, std::string_view indent) {
  if (told == nullptr || told->text.empty()) return "";
  const Mention& mention = *told;
  std::string out = fmt::format("{}> {}\n", indent, markdown(mention.text));
  std::string where = mention.title.empty() ? "source" : markdown(mention.title);
  if (const std::string url = markdown_url(mention.url); !url.empty()) {
    where = fmt::format("[{}](<{}>)", where, url);
  } else if (mention.title.empty()) {
    where.clear();
  }
  if (!mention.publication.empty()) where += (where.empty() ? "" : ", ") + markdown(mention.publication);
  return where.empty() ? out : fmt::format("{}{}>\n{}> — {}\n", out, indent, indent, where);
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
