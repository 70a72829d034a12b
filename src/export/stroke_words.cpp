#include "export/stroke_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "export/label.h"
#include "export/style.h"
#include "text/utf8.h"

namespace demarche::exporting {
namespace {

std::string verb(const Interaction& interaction) {
  std::string word = clean(interaction.action.empty() ? interaction.event : interaction.action);
  std::replace(word.begin(), word.end(), '_', ' ');
  if (interaction.action.empty()) std::transform(word.begin(), word.end(), word.begin(), ::tolower);
  return word.empty() ? "?" : word;
}

std::string with_status(const std::string& what, Status status) {
  switch (status) {
    case Status::planned:
      return what + ", planned";
    case Status::possible:
      return what + ", possible";
    case Status::denied:
      return std::string(style::denied_mark) + " " + what + ", denied";
    default:
      return what;
  }
}

std::string boxed(std::string_view attributes, std::string_view inner) {
  return fmt::format("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" {}><TR><TD>{}</TD></TR></TABLE>",
                     attributes, inner);
}

constexpr std::size_t tall_width = 26;  // letters
constexpr std::size_t flat_width = 40;
constexpr std::size_t most_verbs = 3;

// The most frequent first.
std::vector<std::string> verbs_of(const Stroke& stroke) {
  std::map<std::string, std::size_t> count;
  for (const Interaction* interaction : stroke.interactions) ++count[verb(*interaction)];
  std::vector<std::pair<std::string, std::size_t>> by_count(count.begin(), count.end());
  std::stable_sort(by_count.begin(), by_count.end(), [](auto& a, auto& b) { return a.second > b.second; });
  std::vector<std::string> out;
  for (auto& [word, times] : by_count) out.push_back(word);
  return out;
}

std::string first_line(const std::vector<std::string>& lines) { return lines.empty() ? "?" : lines.front(); }

// As many verbs as there is room for, the first in any case.
std::string listed(const std::vector<std::string>& verbs, std::size_t room) {
  std::string out = first_line(wrap(verbs.front(), room, 1));
  std::size_t taken = 1;
  for (; taken < std::min(most_verbs, verbs.size()); ++taken) {
    if (text::count_code_points(out) + 2 + text::count_code_points(verbs[taken]) > room) break;
    out.append(", ").append(verbs[taken]);
  }
  return taken < verbs.size() ? out + ", …" : out;
}

// "5 × call, meet, …, planned" in about so many letters: verbs are left out, the status is not.
std::string what_in(const Stroke& stroke, std::size_t letters) {
  const std::size_t count = stroke.interactions.size();
  const std::string times = count > 1 ? fmt::format("{} × ", count) : "";
  const std::size_t fixed = text::count_code_points(times + with_status("", stroke.status));
  return times + with_status(listed(verbs_of(stroke), letters > fixed ? letters - fixed : 1), stroke.status);
}

std::string tall_words(const Stroke& stroke, std::string_view colour) {
  const std::string what = what_in(stroke, 2 * tall_width - 10);  // lines break between words
  std::string out = font_markup(style::edge_size, colour, joined_lines(wrap(what, tall_width, 2)));
  const std::vector<std::string> when = wrap(clean(dates(stroke)), tall_width, 2);
  if (!when.empty()) out += "<BR/>" + font_markup(style::small_size, style::quiet_ink, joined_lines(when));
  return out;
}

std::string flat_words(const Stroke& stroke, std::string_view colour) {
  std::string out = font_markup(style::small_size, colour, "<B>" + html_text(what_in(stroke, flat_width)) + "</B>");
  const std::string when = clean(dates(stroke));
  if (!when.empty()) out += font_markup(style::tiny_size, style::quiet_ink, " " + html_text(when));
  return out;
}

}  // namespace

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "<BR/>") + html_text(line);
  return out;
}

std::string deeds(const Stroke& stroke) { return listed(verbs_of(stroke), SIZE_MAX); }

std::string dates(const Stroke& stroke) {
  return stroke.interactions.size() == 1 ? date_words(*stroke.interactions.front()) : date_span(stroke.interactions);
}

std::string tall_label(const Stroke& stroke, std::string_view colour, unsigned margin) {
  return boxed(fmt::format("CELLPADDING=\"{}\"", margin), tall_words(stroke, colour));
}

std::string flat_label(const Stroke& stroke, std::string_view colour) {
  return boxed(fmt::format("CELLPADDING=\"1\" BGCOLOR=\"{}\"", style::label_paper), flat_words(stroke, colour));
}

const Mention* best_mention(const Graph& evidence, const Interaction& interaction) {
  const auto rank = [&](const Mention& m) { return std::pair(m.status == interaction.status, m.confidence); };
  const Mention* best = nullptr;
  for (const std::string& id : interaction.mentions) {
    const Mention* const mention = evidence.mention(id);
    if (mention != nullptr && (best == nullptr || rank(*best) < rank(*mention))) best = mention;
  }
  return best;
}

std::string in_words(const Graph& graph, const Interaction& interaction) {
  const auto names = [&](const std::vector<std::string>& ids) {
    std::string all;
    for (const std::string& id : ids) {
      const Actor* const actor = graph.actor(id);
      all.append(all.empty() ? "" : ", ").append(actor == nullptr || actor->name.empty() ? id : actor->name);
    }
    return all;
  };
  std::string out = date_words(interaction);
  if (!out.empty()) out += ": ";
  out += names(interaction.actor);
  out += fmt::format("{}{}", interaction.actor.empty() ? "" : " – ", verb(interaction));
  if (!interaction.recipient.empty()) out += " – " + names(interaction.recipient);
  if (interaction.status != Status::actual) out += fmt::format(" ({})", to_string(interaction.status));
  return out;
}

}  // namespace demarche::exporting
