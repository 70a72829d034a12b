// A report in Markdown: who took part most, which ties are strongest, and everything in the order of time.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "demarche/export.h"
#include "export/escape.h"
#include "export/notes.h"
#include "export/office.h"
#include "export/spill.h"
#include "export/tie.h"
#include "export/writer.h"

namespace demarche::exporting {
namespace {

constexpr std::size_t most_listed = 20;

std::string plural(std::uint64_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

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
  const std::string quote = quotation(text ? deed.best : nullptr, "  ");
  return quote.empty() ? line : line + "\n" + quote + "\n";
}

std::string tie_table(const Ties& ties) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < ties.size(); ++i) {
    if (!ties.is_alone(i)) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ties.count(a) > ties.count(b); });
  if (order.size() > most_listed) order.resize(most_listed);
  if (order.empty()) return "";
  std::string out =
      "## Strongest ties\n\n| between | and | interactions | first | last | deeds |\n|---|---|---:|---|---|---|\n";
  for (const std::size_t place : order) {
    const Tie tie = ties[place];
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", markdown(tie.source->name), markdown(tie.target->name),
                       tie.count, tie.first, tie.last, names(tie.actions));
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

// Who held which office, of those that the documents name: a gazetteer knows far more.
std::string office_table(const Offices& offices, std::uint64_t* rows) {
  std::string out;
  for (const Office& office : offices.all()) {
    const Affiliation& a = *office.affiliation;
    if (a.mentions.empty()) continue;
    ++*rows;
    out += fmt::format("| {} | {} | {} | {} | {} |\n", markdown(office.person->name), markdown(a.office),
                       markdown(a.of_name), markdown(term_words(a)),
                       office.told == nullptr ? "" : markdown(office.told->text));
  }
  if (out.empty()) return "";
  return "## Offices\n\n| person | office | of | when | told in |\n|---|---|---|---|---|\n" + out + "\n";
}

}  // namespace

Result<ExportCounts> write_report(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  Spill texts;
  std::vector<Dated> entries;
  std::map<std::string, std::uint64_t> busy;
  std::string first, last;
  Ties ties(graph);
  auto done = graph.each_interaction(true, [&](const Interaction& interaction, const auto& evidence) {
    ties.add(interaction);
    const Days days = days_of(interaction);
    if (!days.first.empty() && (first.empty() || days.first < first)) first = days.first;
    if (last < days.last) last = days.last;
    std::set<std::string> once(interaction.actor.begin(), interaction.actor.end());
    once.insert(interaction.recipient.begin(), interaction.recipient.end());
    for (const std::string& id : once) ++busy[id];
    const std::string text = entry_text(deed_of(graph, interaction, evidence), options.text);
    entries.push_back({day_number(days.first), texts.add(text)});
  });
  if (!done) return done.error();
  ties.finish();
  const GraphStream::Counts counts = graph.counts();
  target->write(fmt::format(
      "# {}\n\n{}, {}, {} in {}{}.\n\n", options.title.empty() ? "Who did what to whom" : markdown(options.title),
      plural(counts.actors, "actor"), plural(counts.interactions, "interaction"), plural(counts.mentions, "statement"),
      plural(counts.sources, "document"), first.empty() ? "" : fmt::format(", {} to {}", first, last)));
  target->write(actor_table(graph, busy));
  target->write(tie_table(ties));
  const auto offices = Offices::of(graph, options.text);
  if (!offices) return offices.error();
  std::uint64_t held = 0;
  target->write(office_table(*offices, &held));
  std::stable_sort(entries.begin(), entries.end());
  target->write("## In the order of time\n");
  std::int32_t year = -1;
  std::string text;
  for (const Dated& entry : entries) {
    const std::int32_t this_year = entry.day / 10000;
    if (this_year != year) {
      target->write(entry.day == Dated::undated ? "\n### Undated\n\n" : fmt::format("\n### {:04}\n\n", this_year));
    }
    year = this_year;
    texts.read(entry.place, &text);
    target->write(text);
  }
  if (auto kept = texts.done(); !kept) return kept.error();
  return ExportCounts{entries.size(), held};
}

}  // namespace demarche::exporting
