// A report in Markdown: who took part most, which ties are strongest, and everything in the order of time.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "demarche/export.h"
#include "export/escape.h"
#include "export/notes.h"
#include "export/tie.h"
#include "export/writer.h"

namespace demarche::exporting {
namespace {

constexpr std::size_t most_listed = 20;

std::string plural(std::uint64_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

struct Entry {
  std::string day;  // sorts; empty for undated
  std::string markdown;
};

std::string names(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& name : list) out += (out.empty() ? "" : ", ") + markdown(name);
  return out;
}

std::string entry_text(const Deed& deed, bool text) {
  const Interaction& i = *deed.interaction;
  std::string line = fmt::format("- **{}** {}", when_words(i), deed.actor.empty() ? "…" : names(deed.actor));
  line += fmt::format(" *{}*", markdown(what_words(i)));
  if (!deed.recipient.empty()) line += ' ' + names(deed.recipient);
  if (!i.place.empty()) line += fmt::format(", in {}", markdown(i.place));
  if (!i.topic.empty()) line += fmt::format(", about {}", markdown(i.topic.front()));
  line += fmt::format(" ({}", plural(i.reports, "report"));
  if (i.independent != i.reports) line += fmt::format(", {} independent", i.independent);
  line += ")\n";
  const std::string quote = quotation(deed, text, "  ");
  return quote.empty() ? line : line + "\n" + quote + "\n";
}

std::string tie_table(const std::vector<Tie>& ties) {
  std::vector<const Tie*> order;
  for (const Tie& tie : ties) {
    if (tie.source != tie.target) order.push_back(&tie);
  }
  std::stable_sort(order.begin(), order.end(), [](const Tie* a, const Tie* b) { return a->count > b->count; });
  if (order.size() > most_listed) order.resize(most_listed);
  if (order.empty()) return "";
  std::string out =
      "## Strongest ties\n\n| between | and | interactions | first | last | deeds |\n|---|---|---:|---|---|---|\n";
  for (const Tie* const tie : order) {
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", markdown(tie->source->name), markdown(tie->target->name),
                       tie->count, tie->first, tie->last, names(tie->actions));
  }
  return out + "\n";
}

std::string actor_table(const GraphStream& graph, const std::map<std::string, std::uint64_t>& busy) {
  std::vector<std::pair<std::string, std::uint64_t>> order(busy.begin(), busy.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  if (order.size() > most_listed) order.resize(most_listed);
  if (order.empty()) return "";
  std::string out =
      "## Who took part most\n\n| actor | office | country or kind | interactions |\n|---|---|---|---:|\n";
  for (const auto& [id, count] : order) {
    const Actor* const actor = graph.actor(id);
    if (actor == nullptr) continue;
    out += fmt::format("| {} | {} | {} | {} |\n", markdown(actor->name),
                       actor->offices.empty() ? "" : markdown(actor->offices.front()),
                       actor->code.empty() ? std::string(to_string(actor->kind)) : markdown(actor->code), count);
  }
  return out + "\n";
}

}  // namespace

Result<ExportCounts> write_report(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  std::vector<Entry> entries;
  std::map<std::string, std::uint64_t> busy;
  std::string first, last;
  auto done = graph.each_interaction(true, [&](const Interaction& interaction, const auto& evidence) {
    const Days days = days_of(interaction);
    if (!days.first.empty() && (first.empty() || days.first < first)) first = days.first;
    if (last < days.last) last = days.last;
    std::set<std::string> once(interaction.actor.begin(), interaction.actor.end());
    once.insert(interaction.recipient.begin(), interaction.recipient.end());
    for (const std::string& id : once) ++busy[id];
    entries.push_back({days.first, entry_text(deed_of(graph, interaction, evidence), options.text)});
  });
  if (!done) return done.error();
  const auto ties = ties_of(graph);
  if (!ties) return ties.error();
  const GraphStream::Counts counts = graph.counts();
  target->write(fmt::format(
      "# {}\n\n{}, {}, {} in {}{}.\n\n", options.title.empty() ? "Who did what to whom" : markdown(options.title),
      plural(counts.actors, "actor"), plural(counts.interactions, "interaction"), plural(counts.mentions, "statement"),
      plural(counts.sources, "document"), first.empty() ? "" : fmt::format(", {} to {}", first, last)));
  target->write(actor_table(graph, busy));
  target->write(tie_table(*ties));
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.day.empty(), std::string_view(a.day)) < std::pair(b.day.empty(), std::string_view(b.day));
  });
  target->write("## In the order of time\n");
  std::string year = "none yet";
  for (const Entry& entry : entries) {
    const std::string this_year = entry.day.empty() ? "Undated" : entry.day.substr(0, 4);
    if (this_year != year) target->write(fmt::format("\n### {}\n\n", this_year));
    year = this_year;
    target->write(entry.markdown);
  }
  return ExportCounts{entries.size(), 0};
}

}  // namespace demarche::exporting
