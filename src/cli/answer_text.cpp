#include "cli/answer_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/terminal.h"
#include "query/report_parts.h"

namespace demarche::cli {
namespace {

std::string bold(std::string_view s, bool color) { return color ? fmt::format("\033[1m{}\033[0m", s) : std::string(s); }
std::string faint(std::string_view s, bool color) {
  return color ? fmt::format("\033[2m{}\033[0m", s) : std::string(s);
}

std::string when(const std::string& date, const std::string& enddate) {
  if (date.empty()) return "undated   ";
  return enddate.empty() ? date : date + " to " + enddate;
}

// What actually happened needs no word.
std::string in_brackets(Status status, Turn turn = Turn::none) {
  return status == Status::actual ? "" : fmt::format(" ({})", word_of({status, "", "", turn}));
}

// one_line() takes white space off the ends of the parts; here it separates them.
std::string marked(const Mention& mention, bool color) {
  const MarkedSentence parts = mark_trigger(mention);
  const auto ends_in_space = [](std::string_view s) { return !s.empty() && s.find_last_of(" \t\r\n") == s.size() - 1; };
  std::string out = one_line(parts.before);
  if (parts.trigger.empty()) return out;
  if (ends_in_space(parts.before)) out += ' ';
  const std::string trigger = one_line(parts.trigger);
  out += color ? bold(trigger, true) : "[" + trigger + "]";
  if (parts.after.find_first_of(" \t\r\n") == 0) out += ' ';
  return out + one_line(parts.after);
}

// "part of the visit Heiko Maas → Turkey"; its id where it is not loaded.
std::string visit_of(const Graph& graph, const Interaction& interaction) {
  if (interaction.part_of.empty()) return "";
  const Interaction* visit = graph.interaction(interaction.part_of);
  if (visit == nullptr) return ", part of " + interaction.part_of;
  return ", part of the visit " + join(names_of(graph, visit->actor), ", ") + " → " +
         join(names_of(graph, visit->recipient), ", ");
}

std::string source_line(const Evidence& evidence) {
  std::string out(evidence.publication().empty() ? evidence.title() : evidence.publication());
  if (out.empty()) out = evidence.mention->doc;
  if (evidence.mention->attribution) {
    out += ", according to " + join(names_of({evidence.mention->attribution->source}), "");
  }
  return one_line(out);
}

std::string proof(const Evidence& evidence, bool color) {
  std::string out;
  if (!evidence.mention->text.empty()) out = "  " + marked(*evidence.mention, color) + "\n";
  if (!evidence.url().empty()) out += "  " + faint(one_line(evidence.url()), color) + "\n";
  return out;
}

}  // namespace

std::string in_text(const Evidence& evidence, bool color) {
  const Mention& mention = *evidence.mention;
  return fmt::format("{}{}  {}\n{}", bold(when(mention.date, mention.enddate), color),
                     in_brackets(mention.status, mention.turn), source_line(evidence), proof(evidence, color));
}

std::string in_text(const Graph& graph, const Interaction& interaction, bool color) {
  std::string who = interaction.actor.empty() ? "…" : join(names_of(graph, interaction.actor), ", ");
  if (!interaction.recipient.empty()) {
    who += (interaction.reciprocal ? " ↔ " : " → ") + join(names_of(graph, interaction.recipient), ", ");
  }
  std::string what = interaction.action;
  if (!interaction.topic.empty()) what += ", about " + join(interaction.topic, ", ");
  if (!interaction.place.empty()) what += ", in " + interaction.place;
  if (interaction.reports > 1) {
    what += fmt::format(", {} reports, {} independent", interaction.reports, interaction.independent);
  }
  what += visit_of(graph, interaction);
  if (const std::string history = query::steps_of(interaction); !history.empty()) what += "; " + history;
  // What proves the settled status goes before what was only planned.
  const std::vector<Evidence> evidence = evidence_of(graph, interaction.mentions);
  const auto rank = [&](const Evidence& e) {
    return std::pair(e.mention->status == interaction.status, e.mention->confidence);
  };
  const auto best = std::max_element(evidence.begin(), evidence.end(),
                                     [&](const Evidence& a, const Evidence& b) { return rank(a) < rank(b); });
  return fmt::format("{}{}  {}: {}\n{}", bold(when(interaction.date, interaction.enddate), color),
                     in_brackets(interaction.status), one_line(who), one_line(what),
                     best == evidence.end() ? "" : proof(*best, color));
}

std::string in_text(const Graph& graph, const Answer& answer, bool color, const std::string& between) {
  if (!answer.candidates.empty()) {
    std::string out = fmt::format("\"{}\" may be:\n", one_line(answer.ambiguous));
    for (const std::string& candidate : answer.candidates) out += "  " + one_line(candidate) + "\n";
    return out;
  }
  std::string out;
  for (const std::string& line : answer.answers) out += bold(one_line(line), color) + "\n";
  out += between;
  for (const Evidence& evidence : evidence_of(graph, answer.mentions)) out += "\n" + in_text(evidence, color);
  return out;
}

}  // namespace demarche::cli
