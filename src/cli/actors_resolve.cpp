// demarche actors merge, split, alias, log, replay and undo: who is who in a store, by a person's word.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <memory>
#include <set>
#include <string>

#include "cli/actors.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "demarche/decision.h"
#include "demarche/store.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche::cli {
namespace {

struct DecisionFlags {
  std::string graph, one, other;
  std::uint64_t number = 0;
  Decision decision;
  ResultFormat format = ResultFormat::table;
};

std::string now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

// An actor of the graph by its id, else by a name or alias that is nobody else's.
Result<std::string> actor_id(const Graph& graph, const std::string& given) {
  if (graph.actor(given) != nullptr) return given;
  const std::string wanted = text::fold(given);
  std::set<std::string> named, aliased;
  for (const Actor& a : graph.actors) {
    if (text::fold(a.name) == wanted) named.insert(a.id);
    for (const std::string& alias : a.aliases) {
      if (text::fold(alias) == wanted) aliased.insert(a.id);
    }
  }
  const std::set<std::string>& found = named.empty() ? aliased : named;
  if (found.size() == 1) return *found.begin();
  if (found.empty()) return Error{Cause::failed, "\"" + given + "\": no actor of the graph has this id or name"};
  std::string ids;
  for (const std::string& id : found) ids += (ids.empty() ? "" : ", ") + id;
  return Error{Cause::failed, "\"" + given + "\" may be " + ids + "; give the id"};
}

Result<Graph> load_store(const std::string& path) {
  const auto log = DecisionLog::read(path);  // says what a graph that is no store is
  if (!log) return log.error();
  return load_graph(path);
}

Result<Store::Counts> settle(const std::string& path) {
  auto store = Store::open(path, Store::Mode::write);
  if (!store) return store.error();
  if (auto merged = store->merge(); !merged) return merged.error();
  return store->counts();
}

std::string in_words(const Decision& d) {
  switch (d.kind) {
    case Decision::Kind::merge:
      return fmt::format("{} is {}", d.other, d.actor);
    case Decision::Kind::alias:
      return fmt::format("\"{}\" is {}", d.name, d.actor);
    case Decision::Kind::split:
      break;
  }
  std::string conditions;
  const auto add = [&conditions](const char* what, const std::string& value) {
    if (!value.empty()) conditions += fmt::format("{}{} {}", conditions.empty() ? "" : ", ", what, value);
  };
  for (const std::string& id : d.documents) add("document", id);
  add("called", d.called);
  add("country", d.country);
  add("office", d.office);
  add("since", d.since);
  add("until", d.until);
  return fmt::format("{} is {} where: {}", d.actor, d.other, conditions);
}

// Rebuilds the actors and says what came of it.
int finish(const DecisionFlags& flags, const Decision& d, const char* verb, std::size_t actors_before) {
  const auto counts = settle(flags.graph);
  if (!counts) return fail(counts.error());
  say(fmt::format("{} {}: {}; {} actors (before: {}), {} interactions", verb, d.number, one_line(in_words(d)),
                  counts->actors, actors_before, counts->interactions));
  return success;
}

int decide(const DecisionFlags& flags, Decision d, std::size_t actors_before) {
  auto log = DecisionLog::open(flags.graph);
  if (!log) return fail(log.error());
  d.made = now();
  const auto made = log->add(std::move(d));
  if (!made) return fail(made.error());
  return finish(flags, *made, "decision", actors_before);
}

int merge_actors(const DecisionFlags& flags) {
  const auto graph = load_store(flags.graph);
  if (!graph) return fail(graph.error());
  const auto one = actor_id(*graph, flags.one), other = actor_id(*graph, flags.other);
  if (!one) return fail(one.error());
  if (!other) return fail(other.error());
  if (*one == *other) return fail({Cause::wrong_use, *one + ": is one actor already"});
  Decision d = flags.decision;
  d.kind = Decision::Kind::merge;
  d.actor = *one;
  d.other = *other;
  return decide(flags, std::move(d), graph->actors.size());
}

int alias_actor(const DecisionFlags& flags) {
  if (flags.other.find_first_not_of(" \t\n") == std::string::npos) {
    return fail({Cause::wrong_use, "an alias needs a name: demarche actors alias STORE ACTOR NAME"});
  }
  const auto graph = load_store(flags.graph);
  if (!graph) return fail(graph.error());
  const auto one = actor_id(*graph, flags.one);
  if (!one) return fail(one.error());
  Decision d = flags.decision;
  d.kind = Decision::Kind::alias;
  d.actor = *one;
  d.name = flags.other;
  return decide(flags, std::move(d), graph->actors.size());
}

// `split GRAPH A B` takes B out of A again: it undoes the merge that put it there.
int unmerge(const DecisionFlags& flags, std::size_t actors_before) {
  auto log = DecisionLog::open(flags.graph);
  if (!log) return fail(log.error());
  const auto all = log->all();
  if (!all) return fail(all.error());
  const Decision* found = nullptr;
  for (const Decision& d : *all) {
    if (!d.undone && d.kind == Decision::Kind::merge && d.actor == flags.one && d.other == flags.other) found = &d;
  }
  if (found == nullptr) {
    return fail({Cause::failed, fmt::format("{} was not merged into {}; say what belongs to the new actor: --document, "
                                            "--called, --country, --office, --since or --until",
                                            flags.other, flags.one)});
  }
  const auto undone = log->undo(found->number);
  if (!undone) return fail(undone.error());
  return finish(flags, *undone, "undone", actors_before);
}

bool has_condition(const Decision& d) {
  return !d.documents.empty() || !d.called.empty() || !d.country.empty() || !d.office.empty() || !d.since.empty() ||
         !d.until.empty();
}

// "p.john-kelly-2", "p.john-kelly-3" …: the first that nobody has.
std::string free_id(const Graph& graph, const std::string& id) {
  for (int n = 2;; ++n) {
    std::string next = fmt::format("{}-{}", id, n);
    if (graph.actor(next) == nullptr) return next;
  }
}

int split_actor(const DecisionFlags& flags) {
  const auto graph = load_store(flags.graph);
  if (!graph) return fail(graph.error());
  Decision d = flags.decision;
  if (!has_condition(d)) {
    if (!flags.other.empty()) return unmerge(flags, graph->actors.size());
    return fail({Cause::wrong_use,
                 "say what belongs to the new actor: --document, --called, --country, --office, --since or "
                 "--until; see demarche actors split --help"});
  }
  const auto one = actor_id(*graph, flags.one);
  if (!one) return fail(one.error());
  d.kind = Decision::Kind::split;
  d.actor = *one;
  d.other = flags.other.empty() ? free_id(*graph, *one) : flags.other;
  if (d.other == d.actor) return fail({Cause::wrong_use, d.other + ": the new actor needs an id of its own"});
  return decide(flags, std::move(d), graph->actors.size());
}

Json to_json(const Decision& d) {
  Json row = {{"number", d.number}, {"decision", to_string(d.kind)}, {"actor", d.actor}};
  const auto set = [&row](const char* key, const std::string& value) {
    if (!value.empty()) row[key] = value;
  };
  set("other", d.other);
  set("name", d.name);
  if (!d.documents.empty()) row["documents"] = d.documents;
  set("called", d.called);
  set("country", d.country);
  set("office", d.office);
  set("since", d.since);
  set("until", d.until);
  set("note", d.note);
  set("made", d.made);
  row["undone"] = d.undone;
  return row;
}

int show_log(const DecisionFlags& flags) {
  const auto all = DecisionLog::read(flags.graph);
  if (!all) return fail(all.error());
  Listing out{"decisions",
              {"number", "decision", "actor", "other", "name", "documents", "called", "country", "office", "since",
               "until", "note", "made", "undone"},
              {"number", "made", "state", "words", "note"},
              {}};
  for (const Decision& d : *all) {
    Json& row = out.rows.emplace_back(to_json(d));
    if (flags.format != ResultFormat::table) continue;
    row["state"] = d.undone ? "undone" : "holds";
    row["words"] = in_words(d);
  }
  auto written = write_whole("", in_format(out, flags.format));
  if (!written) return fail(written.error());
  if (all->empty()) say("no decisions yet");
  return success;
}

int undo(const DecisionFlags& flags) {
  const auto graph = load_store(flags.graph);
  if (!graph) return fail(graph.error());
  auto log = DecisionLog::open(flags.graph);
  if (!log) return fail(log.error());
  const auto undone = log->undo(flags.number);
  if (!undone) return fail(undone.error());
  return finish(flags, *undone, "undone", graph->actors.size());
}

// The decisions of another store, or of an older copy of this one, hold here, too.
int replay(const DecisionFlags& flags) {
  const auto graph = load_store(flags.graph);
  if (!graph) return fail(graph.error());
  const auto others = DecisionLog::read(flags.other);
  if (!others) return fail(others.error());
  auto log = DecisionLog::open(flags.graph);
  if (!log) return fail(log.error());
  const auto taken = log->join(*others);
  if (!taken) return fail(taken.error());
  const auto counts = settle(flags.graph);
  if (!counts) return fail(counts.error());
  say(fmt::format("{}: {} taken over; {} actors (before: {}), {} interactions", flags.graph,
                  counted(*taken, "decision"), counts->actors, graph->actors.size(), counts->interactions));
  return success;
}

std::string check_date(const std::string& given) {
  const auto date = text::parse_iso(given);
  return date && text::iso(*date) == given ? "" : "\"" + given + "\" is no date like 2010-05-13, 2010-05 or 2010";
}

std::shared_ptr<DecisionFlags> set_up(CLI::App& command, Run* run, int (*work)(const DecisionFlags&)) {
  auto flags = make_flags(command, run, work);
  add_text(command, "STORE", "", "A store that build has written: graph.db", &flags->graph)->required();
  return flags;
}

}  // namespace

void set_up_actors_merge(CLI::App& command, Run* run) {
  const auto flags = set_up(command, run, merge_actors);
  add_words(command, "ACTOR", "Who stays: id or name", &flags->one)->required();
  add_words(command, "OTHER", "Who is the same: id or name", &flags->other)->required();
  add_words(command, "--note", "Why", &flags->decision.note, "TEXT");
}

void set_up_actors_alias(CLI::App& command, Run* run) {
  const auto flags = set_up(command, run, alias_actor);
  add_words(command, "ACTOR", "Whose name it is: id or name", &flags->one)->required();
  add_words(command, "NAME", "The name; whatever is called so is this actor", &flags->other)->required();
  add_words(command, "--note", "Why", &flags->decision.note, "TEXT");
}

void set_up_actors_split(CLI::App& command, Run* run) {
  const auto flags = set_up(command, run, split_actor);
  Decision& d = flags->decision;
  add_words(command, "ACTOR", "Who is more than one: id or name", &flags->one)->required();
  add_words(command, "OTHER",
            "Id of the new actor (default: ACTOR-2); without conditions, who was merged into ACTOR before",
            &flags->other);
  command.add_option("--document", d.documents, "What this document says of ACTOR is of the other one; repeated: any")
      ->type_name("ID")
      ->allow_extra_args(false);
  add_words(command, "--called", "Where the text calls it so", &d.called, "NAME");
  add_text(command, "--country", "CODE", "Where it is of this country: USA", &d.country);
  add_words(command, "--office", "Where its office has these words", &d.office, "TEXT");
  add_text(command, "--since", "DATE", "In documents of this day or later", &d.since)
      ->check(CLI::Validator(check_date, ""));
  add_text(command, "--until", "DATE", "In documents of this day or earlier", &d.until)
      ->check(CLI::Validator(check_date, ""));
  add_words(command, "--name", "What to call the new actor (default: as the texts do)", &d.name, "NAME");
  add_words(command, "--note", "Why", &d.note, "TEXT");
}

void set_up_actors_log(CLI::App& command, Run* run) {
  const auto flags = set_up(command, run, show_log);
  add_result_format(command, &flags->format);
}

void set_up_actors_replay(CLI::App& command, Run* run) {
  const auto flags = set_up(command, run, replay);
  add_text(command, "OTHER", "", "The store whose decisions are taken over; it stays as it is", &flags->other)
      ->required();
}

void set_up_actors_undo(CLI::App& command, Run* run) {
  const auto flags = set_up(command, run, undo);
  command.add_option("NUMBER", flags->number, "Which decision (default: the last that holds)")
      ->type_name("")
      ->check(CLI::PositiveNumber);
}

}  // namespace demarche::cli
