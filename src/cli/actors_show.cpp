// demarche actors search, show and stats: the actor files, for people.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "cli/actors.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "rules/pack_compiler.h"
#include "rules/roster.h"

namespace demarche::cli {
namespace {

using rules::ActorRow;
using rules::NameKind;
using rules::Roster;
using rules::RowType;

struct RosterFlags {
  std::string name, rules;
  std::size_t limit = 20;
  ResultFormat format = ResultFormat::table;
  bool exit_status = false;
};

Result<Roster> read_roster(const std::string& overlay) {
  const auto files = rules::pack_files(overlay);
  if (!files) return files.error();
  return Roster::read(*files);
}

std::string source_of(const ActorRow& row, std::uint32_t line) { return fmt::format("{}:{}", row.path, line); }

std::string span(const std::string& from, const std::string& until) {
  if (from.empty() && until.empty()) return "";
  return (from.empty() ? "?" : from) + " to " + until;
}

std::string name_of(const Roster& roster, const std::string& id) {
  const ActorRow* const row = roster.find(id);
  return row == nullptr ? id : row->name;
}

// The office that the actor is best known by: the last one to begin; for who led a state, of those the last.
std::string last_office(const Roster& roster, const ActorRow& actor) {
  const auto led = [](const rules::RowTerm& t) {
    return t.office == "head-of-state" || t.office == "head-of-government";
  };
  const rules::RowTerm* last = nullptr;
  for (const std::size_t i : roster.rows_of(actor.id)) {
    for (const rules::RowTerm& t : roster.rows()[i].terms) {
      if (last == nullptr || std::pair(led(t), t.from) > std::pair(led(*last), last->from)) last = &t;
    }
  }
  if (last == nullptr) return std::string();
  return fmt::format("{} of {}, {}", last->title, name_of(roster, last->of), span(last->from, last->until));
}

int print(const RosterFlags& flags, const Listing& listing, Json head) {
  auto written = write_whole("", in_format(listing, flags.format, std::move(head)));
  return written ? success : fail(written.error());
}

int search_actors(const RosterFlags& flags) {
  const auto roster = read_roster(flags.rules);
  if (!roster) return fail(roster.error());
  const std::vector<rules::Found> found = rules::search(*roster, flags.name, flags.limit);
  constexpr const char* fits[] = {"exact", "words", "near"};
  Listing out{"actors",
              {"name", "type", "country", "office", "id", "qid", "matched", "fit", "source"},
              {"name", "type", "country", "office", "id"},
              {}};
  for (const rules::Found& f : found) {
    const ActorRow& row = *f.row;
    Json object = {{"id", row.id}, {"name", row.name}, {"type", rules::to_string(row.type)}};
    const std::string& home = row.country.empty() ? row.organisation : row.country;
    if (!home.empty()) object["country"] = home;
    if (const std::string office = last_office(*roster, row); !office.empty()) object["office"] = office;
    if (!row.qid.empty()) object["qid"] = row.qid;
    object["matched"] = f.name;
    object["fit"] = fits[static_cast<int>(f.fit)];
    object["source"] = source_of(row, row.line);
    out.rows.push_back(std::move(object));
  }
  if (const int code = print(flags, out, {{"name", flags.name}}); code != success) return code;
  if (found.empty()) say("\"" + flags.name + "\": no actor of such a name");
  return flags.exit_status && found.empty() ? failure : success;
}

constexpr std::pair<NameKind, const char*> name_kinds[] = {
    {NameKind::full, "variants"}, {NameKind::ambiguous, "ambiguous"}, {NameKind::adjective, "adjectives"},
    {NameKind::people, "people"}, {NameKind::capital, "capital"},     {NameKind::seat, "seats"}};

// Everything that the rows of one actor say.
Json describe(const Roster& roster, const std::string& id) {
  Json out;
  Json terms = Json::array(), members = Json::array(), codes = Json::array(), sources = Json::array();
  std::map<NameKind, std::vector<std::string>> names;
  const auto say_once = [&out](const char* key, const std::string& value) {
    if (!value.empty() && !out.contains(key)) out[key] = value;
  };
  for (const std::size_t i : roster.rows_of(id)) {
    const ActorRow& row = roster.rows()[i];
    say_once("id", row.id);
    say_once("name", row.name);
    say_once("type", std::string(rules::to_string(row.type)));
    say_once("surname", row.surname);
    say_once("gender", row.gender);
    say_once("country", row.country);
    say_once("organisation", row.organisation);
    say_once("parent", row.parent);
    say_once("code", row.code);
    say_once("sector", row.sector);
    say_once("qid", row.qid);
    say_once("since", row.since);
    say_once("until", row.until);
    say_once("successor", row.successor);
    for (const rules::RowName& n : row.names) names[n.kind].push_back(n.text);
    for (const rules::RowTerm& t : row.terms) {
      terms.push_back({{"from", t.from},
                       {"until", t.until},
                       {"title", t.title},
                       {"of", name_of(roster, t.of)},
                       {"of_id", t.of},
                       {"office", t.office},
                       {"source", source_of(row, t.line)}});
    }
    for (const rules::RowMember& m : row.members) {
      members.push_back({{"name", name_of(roster, m.state)},
                         {"state", m.state},
                         {"from", m.from},
                         {"until", m.until},
                         {"source", source_of(row, m.line)}});
    }
    for (const rules::RowCode& c : row.codes) {
      codes.push_back({{"code", c.code}, {"from", c.from}, {"until", c.until}, {"source", source_of(row, c.line)}});
    }
    sources.push_back(source_of(row, row.line));
  }
  for (const auto& [kind, key] : name_kinds) {
    if (!names[kind].empty()) out[key] = names[kind];
  }
  std::stable_sort(terms.begin(), terms.end(), [](const Json& a, const Json& b) { return a["from"] < b["from"]; });
  if (!terms.empty()) out["offices"] = std::move(terms);
  if (!members.empty()) out["members"] = std::move(members);
  if (!codes.empty()) out["codes"] = std::move(codes);
  Json holders = Json::array();
  for (const Roster::Held& h : roster.held_of(id)) {
    holders.push_back({{"from", h.term->from},
                       {"until", h.term->until},
                       {"title", h.term->title},
                       {"name", h.row->name},
                       {"id", h.row->id},
                       {"office", h.term->office}});
  }
  if (!holders.empty()) out["holders"] = std::move(holders);
  out["sources"] = std::move(sources);
  return out;
}

std::string in_words(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  std::string out;
  for (const Json& element : value) out += (out.empty() ? "" : ", ") + in_words(element);
  return out;
}

// A heading, then aligned rows of these keys; the first is the span of dates.
std::string dated_lines(const Json& list, std::initializer_list<const char*> keys) {
  std::vector<std::vector<std::string>> rows;
  for (const Json& object : list) {
    std::vector<std::string>& row = rows.emplace_back();
    row.push_back("  " + span(object.value("from", ""), object.value("until", "")));
    for (const char* key : keys) row.push_back(one_line(object.value(key, "")));
  }
  return aligned(rows);
}

std::string in_text(const Json& actor) {
  std::vector<std::vector<std::string>> facts;
  std::string lists;
  for (const auto& [key, value] : actor.items()) {
    if (key == "offices" || key == "members" || key == "codes" || key == "holders" || key == "sources") continue;
    if (key != "name") facts.push_back({"  " + key, one_line(in_words(value))});
  }
  if (actor.contains("offices")) lists += "offices\n" + dated_lines(actor["offices"], {"title", "of", "source"});
  if (actor.contains("members")) lists += "members\n" + dated_lines(actor["members"], {"name", "state"});
  if (actor.contains("codes")) lists += "codes\n" + dated_lines(actor["codes"], {"code", "source"});
  if (actor.contains("holders")) lists += "holders\n" + dated_lines(actor["holders"], {"title", "name", "id"});
  lists += "sources\n";
  for (const Json& source : actor["sources"]) lists += "  " + in_words(source) + "\n";
  return one_line(actor.value("name", "")) + "\n" + aligned(facts) + lists;
}

// CSV and TSV: the offices, for that is what a sheet is asked for.
Listing offices_of(const Json& actor) {
  Listing out{"offices", {"id", "name", "from", "until", "title", "of", "of_id", "office", "source"}, {}, {}};
  for (const Json& term : actor.value("offices", Json::array())) {
    Json row = term;
    row["id"] = actor["id"];
    row["name"] = actor.value("name", "");
    out.rows.push_back(std::move(row));
  }
  return out;
}

// By id, else by a name that is one actor's only.
Result<std::string> id_of(const Roster& roster, const std::string& given) {
  if (roster.find(given) != nullptr) return given;
  const std::vector<rules::Found> found = rules::search(roster, given, 6);
  const bool one = found.size() == 1 ||
                   (found.size() > 1 && found[0].fit == rules::NameFit::exact && found[1].fit != rules::NameFit::exact);
  if (one && found[0].fit == rules::NameFit::exact) return found[0].row->id;
  std::string message = "\"" + given + "\": no actor has this id";
  std::string ids;
  for (const rules::Found& f : found) ids += (ids.empty() ? "; perhaps " : ", ") + f.row->id;
  return Error{Cause::failed, message + (ids.empty() ? "; find it with demarche actors search" : ids)};
}

int show(const RosterFlags& flags) {
  const auto roster = read_roster(flags.rules);
  if (!roster) return fail(roster.error());
  const auto id = id_of(*roster, flags.name);
  if (!id) return fail(id.error());
  const Json actor = describe(*roster, *id);
  std::string page;
  switch (flags.format) {
    case ResultFormat::table:
      page = in_text(actor);
      break;
    case ResultFormat::json:
    case ResultFormat::jsonl:
      page = dump(actor);
      break;
    default:
      page = in_format(offices_of(actor), flags.format);
  }
  auto written = write_whole("", page);
  return written ? success : fail(written.error());
}

// Counts by what they are of; keys keep the order of the table.
Json counts_of(const Roster& roster) {
  Json counts;
  std::map<std::string, std::set<std::string>> actors;
  std::map<std::string, std::uint64_t> offices;
  std::set<std::string> holders;
  std::uint64_t names = 0, terms = 0, whole_days = 0, qids = 0, members = 0, codes = 0, places = 0;
  for (const ActorRow& row : roster.rows()) {
    names += row.names.size() + (row.name.empty() ? 0 : 1);
    if (row.type == RowType::place) {
      places += row.names.size() + (row.name.empty() ? 0 : 1);
      continue;
    }
    actors[std::string(rules::to_string(row.type))].insert(row.id);
    qids += row.qid.empty() ? 0 : 1;
    members += row.members.size();
    codes += row.codes.size();
    for (const rules::RowTerm& t : row.terms) {
      ++terms;
      ++offices[t.office];
      whole_days += t.from.size() == 10 && (t.until.size() == 10 || t.until.empty()) ? 1 : 0;
      holders.insert(row.id);
    }
  }
  for (const RowType type : {RowType::state, RowType::organisation, RowType::group, RowType::person}) {
    counts[std::string(rules::to_string(type)) + "s"] = actors[std::string(rules::to_string(type))].size();
  }
  counts["places"] = places;
  counts["names"] = names;
  counts["office terms"] = terms;
  counts["office terms dated by the day"] = whole_days;
  counts["office holders"] = holders.size();
  counts["memberships"] = members;
  counts["codes"] = codes;
  counts["Wikidata ids"] = qids;
  for (const auto& [office, count] : offices) counts["terms: " + office] = count;
  return counts;
}

int stats(const RosterFlags& flags) {
  const auto roster = read_roster(flags.rules);
  if (!roster) return fail(roster.error());
  const Json counts = counts_of(*roster);
  if (flags.format == ResultFormat::json) {
    auto written = write_whole("", dump(counts));
    return written ? success : fail(written.error());
  }
  Listing out{"counts", {"what", "count"}, {"what", "count"}, {}};
  for (const auto& [what, count] : counts.items()) out.rows.push_back({{"what", what}, {"count", count}});
  return print(flags, out, Json::object());
}

std::shared_ptr<RosterFlags> set_up(CLI::App& command, Run* run, int (*work)(const RosterFlags&)) {
  auto flags = make_flags(command, run, work);
  add_rules_flag(command, &flags->rules);
  add_result_format(command, &flags->format);
  return flags;
}

}  // namespace

void set_up_actors_search(CLI::App& command, Run* run) {
  const auto flags = set_up(command, run, search_actors);
  add_words(command, "NAME", "A name, part of one, or a surname", &flags->name)->required();
  command.add_option("--limit", flags->limit, "At most so many (default: 20)")->type_name("N");
  command.add_flag("--exit-status", flags->exit_status, "Exit with 1 when nobody is found");
}

void set_up_actors_show(CLI::App& command, Run* run) {
  const auto flags = set_up(command, run, show);
  add_words(command, "ID", "An id as search prints it (p.hillary-clinton, TUR, org.nato), or a whole name",
            &flags->name)
      ->required();
}

void set_up_actors_stats(CLI::App& command, Run* run) { set_up(command, run, stats); }

}  // namespace demarche::cli
