// A vault for Obsidian: a note for each actor with properties, its ties as links to the other actors' notes, and what
// it did; and one note with all of them.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "demarche/export.h"
#include "export/escape.h"
#include "export/json_text.h"
#include "export/notes.h"
#include "export/office.h"
#include "export/spill.h"
#include "export/tie.h"
#include "export/writer.h"

namespace demarche::exporting {
namespace {

constexpr std::string_view index_name = "All actors";
constexpr std::size_t bytes_at_once = std::size_t{1} << 16;

// Obsidian makes links also in properties.
std::string without_links(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '[' && !out.empty() && out.back() == '[') out.push_back(' ');
    out.push_back(c);
  }
  return out;
}

// A property of the note's front matter. JSON strings are YAML strings, too.
void append_property(std::string_view name, std::string_view value, std::string* out) {
  if (value.empty()) return;
  out->append(name).append(": ");
  append_string(without_links(value), out);
  out->push_back('\n');
}

void append_properties(std::string_view name, const std::vector<std::string>& values, std::string* out) {
  if (values.empty()) return;
  out->append(name).append(":\n");
  for (const std::string& value : values) {
    out->append("  - ");
    append_string(without_links(value), out);
    out->push_back('\n');
  }
}

class Vault {
 public:
  Vault(const GraphStream& graph, const ExportOptions& options, ExportTarget* target)
      : graph_(graph),
        options_(options),
        target_(target),
        names_(note_names(graph.actors())),
        links_(links_to(names_)),
        all_(graph) {}

  Result<ExportCounts> write() {
    deeds_.resize(names_.size());
    entries_.reserve(graph_.counts().interactions);
    const auto done = graph_.each_interaction(true, [this](const Interaction& interaction, const auto& evidence) {
      all_.add(interaction);
      collect(edge_deed(interaction, evidence));
    });
    if (!done) return done.error();
    if (auto read = read_offices(); !read) return read.error();
    const std::uint64_t count = collect_ties() + offices_.all().size();
    write_index();
    for (std::size_t i = 0; i < names_.size(); ++i) write_note(i);
    if (auto kept = lines_.done(); !kept) return kept.error();
    return ExportCounts{names_.size(), count};
  }

 private:
  // How many ties join two.
  std::uint64_t collect_ties() {
    all_.finish();
    ties_.resize(names_.size());
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_.is_alone(i)) continue;
      const auto [source, target] = all_.ends(i);
      ties_[source].push_back(static_cast<std::uint32_t>(i));
      ties_[target].push_back(static_cast<std::uint32_t>(i));
      ++count;
    }
    return count;
  }

  Result<Done> read_offices() {
    auto offices = Offices::of(graph_, options_.text);
    if (!offices) return offices.error();
    offices_ = std::move(*offices);
    held_.resize(names_.size());
    staff_.resize(names_.size());
    for (const Office& office : offices_.all()) {
      held_[number(office.person)].push_back(&office);
      const Actor* const body = graph_.actor(office.body);
      if (body != nullptr) staff_[number(body)].push_back(&office);
    }
    return Done{};
  }

  std::size_t number(const Actor* actor) const { return static_cast<std::size_t>(actor - graph_.actors().data()); }

  const std::string& link(const Actor* actor) const { return links_[number(actor)]; }

  // A link's own words may hold none of its signs: they are the file's name, too.
  static std::vector<std::string> links_to(const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const std::string& name : names) out.push_back(fmt::format("[[Actors/{}|{}]]", name, name));
    return out;
  }

  using Numbers = std::vector<std::uint32_t>;

  // Appends links to those whom the graph knows, and their numbers to `everybody`.
  void append_links(const std::vector<std::string>& ids, std::string* out, Numbers* everybody) const {
    bool any = false;
    for (const std::string& id : ids) {
      const Actor* const actor = graph_.actor(id);
      if (actor == nullptr) continue;
      out->append(any ? ", " : "").append(link(actor));
      everybody->push_back(static_cast<std::uint32_t>(number(actor)));
      any = true;
    }
    if (!any) out->append("…");
  }

  // Undated deeds stand first in a note.
  static std::int32_t deed_day(const Interaction& interaction) {
    const std::int32_t day = day_number(days_of(interaction).first);
    return day == Dated::undated ? 0 : day;
  }

  void collect(const Deed& deed) {
    const Interaction& i = *deed.interaction;
    everybody_.clear();
    line_.assign("- ").append(when_words(i)).append(": ");
    append_links(i.actor, &line_, &everybody_);
    line_.push_back(' ');
    append_what(i, &line_);
    if (!i.recipient.empty()) append_links(i.recipient, &(line_ += ' '), &everybody_);
    if (!i.place.empty()) append_markdown(i.place, &line_.append(", in "));
    line_.push_back('\n');
    append_quotation(options_.text ? deed.best : nullptr, "  ", &line_);
    std::sort(everybody_.begin(), everybody_.end());
    everybody_.erase(std::unique(everybody_.begin(), everybody_.end()), everybody_.end());
    const auto place = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({deed_day(i), lines_.add(line_)});
    for (const std::uint32_t actor : everybody_) deeds_[actor].push_back(place);
  }

  void write_index() {
    target_->start(fmt::format("{}.md", index_name));
    std::string out = fmt::format("# {}\n\n", options_.title.empty() ? index_name : options_.title);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const Actor& actor = graph_.actors()[i];
      out += fmt::format("- {}", link(&actor));
      if (!actor.offices.empty()) out += ", " + markdown(actor.offices.front());
      out += '\n';
    }
    target_->write(out);
  }

  // What the person held, and who held what of the body.
  void append_offices(std::size_t i, std::string* out) const {
    const auto append = [&](const Office& office, const std::string& whom) {
      *out += fmt::format("- {}", whom);
      const std::string term = term_words(*office.affiliation);
      if (!term.empty()) *out += ", " + markdown(term);
      *out += '\n';
    };
    if (!held_[i].empty()) *out += "## Offices\n\n";
    for (const Office* const office : held_[i]) {
      const Actor* const body = graph_.actor(office->body);
      append(*office, fmt::format("{} of {}", markdown(office->affiliation->office),
                                  body == nullptr ? markdown(office->affiliation->of_name) : link(body)));
      append_quotation(office->told, "  ", out);
    }
    if (!held_[i].empty()) *out += '\n';
    if (!staff_[i].empty()) *out += "## People\n\n";
    for (const Office* const office : staff_[i]) {
      append(*office, fmt::format("{}: {}", markdown(office->affiliation->office), link(office->person)));
    }
    if (!staff_[i].empty()) *out += '\n';
  }

  void append_tie(std::size_t i, std::uint32_t place, std::string* out) {
    const auto [source, target] = all_.ends(place);
    const auto [first, last] = all_.span(place);
    out->append("- ").append(links_[source == i ? target : source]);
    fmt::format_to(std::back_inserter(*out), ": {}", all_.count(place));
    if (!first.empty()) out->append(", ").append(first);
    if (first != last) out->append(" to ").append(last);
    out->append(" (").append(words_of(all_.action_set(place))).append(")\n");
  }

  // Never empty: a tie has an action.
  const std::string& words_of(std::uint32_t action_set) {
    if (action_set >= set_words_.size()) set_words_.resize(action_set + 1);
    std::string& words = set_words_[action_set];
    if (words.empty()) words = markdown(joined(all_.names_in(action_set)));
    return words;
  }

  void write_note(std::size_t i) {
    const Actor& actor = graph_.actors()[i];
    target_->start(fmt::format("Actors/{}.md", names_[i]));
    std::string out = "---\n";
    append_property("id", actor.id, &out);
    append_property("kind", to_string(actor.kind), &out);
    append_property("code", actor.code, &out);
    append_property("sector", actor.sector, &out);
    append_property("wikidata", actor.qid, &out);
    append_properties("offices", actor.offices, &out);
    append_properties("aliases", actor.aliases, &out);
    out += fmt::format("---\n\n# {}\n\n", markdown(actor.name.empty() ? actor.id : actor.name));
    append_offices(i, &out);
    if (!ties_[i].empty()) out += "## Ties\n\n";
    for (const std::uint32_t place : ties_[i]) append_tie(i, place, &out);
    auto& deeds = deeds_[i];
    std::stable_sort(deeds.begin(), deeds.end(),
                     [this](std::uint32_t a, std::uint32_t b) { return entries_[a] < entries_[b]; });
    if (!deeds.empty()) out += "\n## What happened\n\n";
    for (const std::uint32_t deed : deeds) {
      lines_.append(entries_[deed].place, &out);
      if (out.size() < bytes_at_once) continue;
      target_->write(out);
      out.clear();
    }
    target_->write(out);
  }

  const GraphStream& graph_;
  const ExportOptions& options_;
  ExportTarget* target_;
  const std::vector<std::string> names_;
  const std::vector<std::string> links_;  // by actor, as the names
  Ties all_;
  std::vector<std::vector<std::uint32_t>> ties_;  // by actor
  std::string line_;                              // of the deed under way
  Numbers everybody_;                             // who takes part in it
  Spill lines_{std::size_t{8} << 20};
  std::vector<std::string> set_words_;             // by set of actions
  std::vector<Dated> entries_;                     // of deeds
  std::vector<std::vector<std::uint32_t>> deeds_;  // by actor
  Offices offices_;
  std::vector<std::vector<const Office*>> held_;  // by actor
  std::vector<std::vector<const Office*>> staff_;
};

}  // namespace

Result<ExportCounts> write_vault(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  return Vault(graph, options, target).write();
}

}  // namespace demarche::exporting
