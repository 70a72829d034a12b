#include "export/stroke_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "export/label.h"
#include "export/style.h"

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

struct StrokeWords {
  std::string count;  // "5 ×" for a bundle
  std::string what;
  std::string when;
};

StrokeWords words_of(const Stroke& stroke) {
  const std::size_t count = stroke.interactions.size();
  return {count > 1 ? fmt::format("{} ×", count) : "", with_status(deeds(stroke), stroke.status), clean(dates(stroke))};
}

std::string tall_words(const StrokeWords& words, std::string_view colour) {
  std::string out;
  const std::string what = words.count.empty() ? words.what : words.count + " " + words.what;
  out += font_markup(style::edge_size, colour, joined_lines(wrap(what, 26, 2)));
  const std::vector<std::string> when = wrap(words.when, 26, 2);
  if (!when.empty()) out += "<BR/>" + font_markup(style::small_size, style::quiet_ink, joined_lines(when));
  return out;
}

std::string flat_words(const StrokeWords& words, std::string_view colour) {
  std::string what = words.count.empty() ? words.what : words.count + " " + words.what;
  const std::vector<std::string> line = wrap(what, 40, 1);
  std::string out = font_markup(style::small_size, colour, "<B>" + joined_lines(line) + "</B>");
  if (!words.when.empty()) out += font_markup(style::tiny_size, style::quiet_ink, " " + html_text(words.when));
  return out;
}

}  // namespace

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "<BR/>") + html_text(line);
  return out;
}

std::string deeds(const Stroke& stroke) {
  constexpr std::size_t most_verbs = 3;
  std::map<std::string, std::size_t> count;
  for (const Interaction* interaction : stroke.interactions) ++count[verb(*interaction)];
  std::vector<std::pair<std::string, std::size_t>> by_count(count.begin(), count.end());
  std::stable_sort(by_count.begin(), by_count.end(), [](auto& a, auto& b) { return a.second > b.second; });
  std::string out;
  for (std::size_t i = 0; i < std::min(most_verbs, by_count.size()); ++i) {
    out += (i == 0 ? "" : ", ") + by_count[i].first;
  }
  return by_count.size() > most_verbs ? out + ", …" : out;
}

std::string dates(const Stroke& stroke) {
  return stroke.interactions.size() == 1 ? date_words(*stroke.interactions.front()) : date_span(stroke.interactions);
}

std::string tall_label(const Stroke& stroke, std::string_view colour, unsigned margin) {
  return boxed(fmt::format("CELLPADDING=\"{}\"", margin), tall_words(words_of(stroke), colour));
}

std::string flat_label(const Stroke& stroke, std::string_view colour) {
  return boxed(fmt::format("CELLPADDING=\"1\" BGCOLOR=\"{}\"", style::label_paper),
               flat_words(words_of(stroke), colour));
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
