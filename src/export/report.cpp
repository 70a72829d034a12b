// A report in Markdown: who took part most, which ties are strongest, and everything in the order of time.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

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

void append_entry(const GraphStream& graph, const Interaction& i, const Mention* told, std::string* out) {
  const auto append_names = [&](const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      if (&id != ids.data()) out->append(", ");
      const Actor* const actor = graph.actor(id);
      append_markdown(actor == nullptr || actor->name.empty() ? id : actor->name, out);
    }
  };
  out->append("- **").append(when_words(i)).append("** ");
  if (i.actor.empty()) out->append("…");
  append_names(i.actor);
  out->push_back(' ');
  append_what(i, out);
  if (!i.recipient.empty()) out->push_back(' ');
  append_names(i.recipient);
  if (!i.place.empty()) append_markdown(i.place, &out->append(", in "));
  if (!i.topic.empty()) append_markdown(i.topic.front(), &out->append(", about "));
  out->append(" (").append(plural(i.reports, "report"));
  if (i.independent != i.reports) fmt::format_to(std::back_inserter(*out), ", {} independent", i.independent);
  out->append(")\n");
  append_quotation(told, "  ", out);
}

// How many interactions each takes part in.
class Busy {
 public:
  explicit Busy(const GraphStream& graph) : graph_(graph), count_(graph.actors().size()), last_(count_.size()) {}

  void add(const Interaction& interaction) {
    ++interactions_;
    for (const auto* side : {&interaction.actor, &interaction.recipient}) {
      for (const std::string& id : *side) {
        const Actor* const actor = graph_.actor(id);
        if (actor == nullptr) continue;
        const auto at = static_cast<std::size_t>(actor - graph_.actors().data());
        if (std::exchange(last_[at], interactions_) != interactions_) ++count_[at];
      }
    }
  }

  // Places of the busiest actors, of two alike the first by id.
  std::vector<std::size_t> most(std::size_t number) const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < count_.size(); ++i) {
      if (count_[i] > 0) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return count_[a] > count_[b]; });
    order.resize(std::min(number, order.size()));
    return order;
  }
  std::uint64_t count(std::size_t actor) const { return count_[actor]; }

 private:
  const GraphStream& graph_;
  std::vector<std::uint64_t> count_;  // by actor
  std::vector<std::uint64_t> last_;   // interaction, by actor: who stands on both sides counts once
  std::uint64_t interactions_ = 0;
};

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

std::string actor_table(const GraphStream& graph, const Busy& busy) {
  const std::vector<std::size_t> order = busy.most(most_listed);
  if (order.empty()) return "";
  std::string out =
      "## Who took part most\n\n| actor | office | country or kind | interactions |\n|---|---|---|---:|\n";
  for (const std::size_t place : order) {
    const Actor& actor = graph.actors()[place];
    out += fmt::format(
        "| {} | {} | {} | {} |\n", markdown(actor.name), actor.offices.empty() ? "" : markdown(actor.offices.front()),
        actor.code.empty() ? std::string(to_string(actor.kind)) : markdown(actor.code), busy.count(place));
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
  entries.reserve(graph.counts().interactions);
  Busy busy(graph);
  std::string first, last, text;
  Ties ties(graph);
  auto done = graph.each_interaction(true, [&](const Interaction& interaction, const auto& evidence) {
    ties.add(interaction);
    const Days days = days_of(interaction);
    if (!days.first.empty() && (first.empty() || days.first < first)) first = days.first;
    if (last < days.last) last = days.last;
    busy.add(interaction);
    text.clear();
    append_entry(graph, interaction, options.text ? edge_deed(interaction, evidence).best : nullptr, &text);
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
