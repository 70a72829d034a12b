#include "actors/query_result.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "rules/actor_lint.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche::actors {
namespace {

using rules::ActorRow;
using rules::NameKind;
using rules::RowType;

// "http://www.wikidata.org/entity/Q6294" or "Q6294"; empty for anything else.
std::string qid_of(std::string_view cell) {
  const std::size_t slash = cell.rfind('/');
  if (slash != std::string_view::npos) cell.remove_prefix(slash + 1);
  const bool digits = cell.size() > 1 && cell[0] == 'Q' &&
                      std::all_of(cell.begin() + 1, cell.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? std::string(cell) : std::string();
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const std::size_t bar = std::min(list.find('|'), list.size());
    std::string_view part = list.substr(0, bar);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) out.emplace_back(part);
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
  return out;
}

// Every column that is read; docs/actors.md and scripts/wikidata name them.
constexpr std::string_view read_columns[] = {"adjectives",
                                             "aliases",
                                             "cameo",
                                             "capital",
                                             "capitalLabel",
                                             "code",
                                             "country",
                                             "countryLabel",
                                             "demonyms",
                                             "dissolved",
                                             "end",
                                             "endPrecision",
                                             "from",
                                             "gender",
                                             "genderLabel",
                                             "group",
                                             "groupLabel",
                                             "id",
                                             "inception",
                                             "iso3",
                                             "item",
                                             "itemLabel",
                                             "name",
                                             "of",
                                             "ofLabel",
                                             "office",
                                             "organisation",
                                             "organisationLabel",
                                             "people",
                                             "person",
                                             "personLabel",
                                             "positionLabel",
                                             "qid",
                                             "sector",
                                             "since",
                                             "start",
                                             "startPrecision",
                                             "state",
                                             "stateLabel",
                                             "surname",
                                             "title",
                                             "type",
                                             "until",
                                             "variants",
                                             "inceptionPrecision",
                                             "dissolvedPrecision"};

class Reader {
 public:
  explicit Reader(const rules::Roster& known) {
    for (const ActorRow& row : known.rows()) {
      if (row.type == RowType::place || row.type == RowType::person || row.id.empty()) continue;
      by_name_.emplace(text::fold(row.name), row.id);
      by_name_.emplace(text::fold(row.id), row.id);
      for (const rules::RowName& n : row.names) {
        if (n.kind == NameKind::full) by_name_.emplace(text::fold(n.text), row.id);
      }
      if (!row.qid.empty()) by_name_.emplace(text::fold(row.qid), row.id);
    }
  }

  Imported run(const std::vector<SheetRow>& sheet) {
    if (!sheet.empty()) tell_unread(sheet);
    for (const SheetRow& s : sheet) read(s);
    for (const ActorRow& row : out_.rows) out_.names += 1 + row.names.size();
    out_.entries = out_.rows.size();
    return std::move(out_);
  }

 private:
  static std::string cell(const SheetRow& s, std::initializer_list<const char*> columns) {
    for (const char* column : columns) {
      if (const auto at = s.cells.find(column); at != s.cells.end()) return at->second;
    }
    return {};
  }

  // The same fault of a line is told once.
  void problem(const SheetRow& s, std::string what) {
    if (!out_.problems.empty() && out_.problems.back().line == s.line && out_.problems.back().what == what) return;
    out_.problems.push_back({s.line, std::move(what)});
  }

  // A column by another name than ours is no loss in silence.
  void tell_unread(const std::vector<SheetRow>& sheet) {
    std::map<std::string, const SheetRow*> unread;
    for (const SheetRow& s : sheet) {
      for (const auto& [column, cell] : s.cells) {
        if (std::find(std::begin(read_columns), std::end(read_columns), column) == std::end(read_columns))
          unread.emplace(column, &s);
      }
    }
    for (const auto& [column, row] : unread) problem(*row, fmt::format("column \"{}\" is not read", column));
  }

  void read(const SheetRow& s) {
    const std::string name =
        cell(s, {"name", "personLabel", "stateLabel", "organisationLabel", "groupLabel", "itemLabel"});
    const std::string qid = qid_of(cell(s, {"qid", "person", "state", "organisation", "group", "item"}));
    // Where nobody has given a label, the service gives the id.
    if (name.empty() || name == qid) {
      problem(s, (qid.empty() ? std::string("a row") : qid) + " has no name; left out");
      return;
    }
    ActorRow& row = row_of(s, name, qid);
    read_names(s, &row);
    read_facts(s, &row);
    if (row.type == RowType::person) read_term(s, &row);
    if (const std::string code = cell(s, {"cameo"}); !code.empty()) {
      row.codes.push_back({code, date(s, "from", "start"), date(s, "until", "end"), s.line});
      ++out_.codes;
    }
  }

  RowType type_of(const SheetRow& s) {
    const std::string word = cell(s, {"type"});
    for (const RowType type : {RowType::state, RowType::organisation, RowType::group, RowType::person}) {
      if (word == rules::to_string(type)) return type;
    }
    if (!word.empty()) problem(s, fmt::format("type \"{}\" is none of state, organisation, group, person", word));
    if (s.cells.contains("stateLabel")) return RowType::state;
    if (s.cells.contains("organisationLabel")) return RowType::organisation;
    return s.cells.contains("groupLabel") ? RowType::group : RowType::person;
  }

  // One row for each Wikidata id; without one, for each name and country.
  ActorRow& row_of(const SheetRow& s, const std::string& name, const std::string& qid) {
    const std::string key = qid.empty() ? text::fold(name) + "|" + cell(s, {"country"}) : qid;
    const auto [at, fresh] = rows_.try_emplace(key, out_.rows.size());
    if (!fresh) return out_.rows[at->second];
    ActorRow& row = out_.rows.emplace_back();
    row.type = type_of(s);
    row.kind = row.type == RowType::person  ? Kind::person
               : row.type == RowType::state ? Kind::state
               : row.type == RowType::group ? Kind::group
                                            : Kind::organisation;
    row.line = s.line;
    row.name = name;
    row.qid = qid;
    return row;
  }

  static void add_names(const std::vector<std::string>& names, NameKind kind, ActorRow* row) {
    for (const std::string& name : names) {
      const bool known = name == row->name || std::any_of(row->names.begin(), row->names.end(),
                                                          [&](const rules::RowName& n) { return n.text == name; });
      if (!known) row->names.push_back({name, kind});
    }
  }

  static void read_names(const SheetRow& s, ActorRow* row) {
    add_names(split(cell(s, {"variants", "aliases"})), NameKind::full, row);
    if (row->type != RowType::state) return;
    add_names(split(cell(s, {"adjectives", "demonyms"})), NameKind::adjective, row);
    add_names(split(cell(s, {"people"})), NameKind::people, row);
    add_names(split(cell(s, {"capital", "capitalLabel"})), NameKind::capital, row);
  }

  void read_facts(const SheetRow& s, ActorRow* row) {
    const auto set = [](std::string* field, const std::string& value) {
      if (field->empty()) *field = value;
    };
    set(&row->id, cell(s, {"id", "iso3"}));
    if (row->type != RowType::state && s.cells.contains("iso3")) row->id.clear();
    set(&row->country, actor(s, {"country", "iso3", "countryLabel"}));
    if (row->type == RowType::state) row->country.clear();
    set(&row->organisation, row->type == RowType::person ? actor(s, {"organisationLabel"}) : "");
    set(&row->surname, cell(s, {"surname"}));
    set(&row->sector, cell(s, {"sector"}));
    set(&row->code, row->type == RowType::person ? "" : cell(s, {"code"}));
    const std::string gender = text::fold(cell(s, {"gender", "genderLabel"}));
    if (gender == "female" || gender == "f") row->gender = "f";
    if (gender == "male" || gender == "m") row->gender = "m";
    if (row->type != RowType::person) {
      set(&row->since, date(s, "since", "inception"));
      set(&row->until, date(s, "until", "dissolved"));
    }
  }

  // The id of a state or body that the pack knows by this id, name or Wikidata id; else the cell as it is.
  std::string actor(const SheetRow& s, std::initializer_list<const char*> columns) {
    const std::string given = cell(s, columns);
    if (given.empty()) return {};
    const std::string qid = qid_of(given);
    const auto at = by_name_.find(text::fold(qid.empty() ? given : qid));
    if (at != by_name_.end()) return at->second;
    problem(s, fmt::format("\"{}\" is no state or organisation that is known", given));
    return {};
  }

  // "2009-05-01T00:00:00Z", cut to what is known: 9 is a year, 10 a month, 11 a day. Empty for "unknown value".
  std::string date(const SheetRow& s, const char* plain, const char* of_query) {
    std::string given = cell(s, {plain, of_query});
    if (given.empty() || given.starts_with("http") || given.starts_with("t")) return {};
    if (given.starts_with('+')) given.erase(0, 1);
    auto parsed = text::parse_iso(given);
    if (!parsed) {
      problem(s, fmt::format("\"{}\" is no date; left open", given));
      return {};
    }
    const std::string precision = cell(s, {(std::string(of_query) + "Precision").c_str()});
    if (precision == "10") parsed->day = 0;
    if (precision == "9") parsed->day = parsed->month = 0;
    if (!precision.empty() && precision.size() == 1 && precision < "9") return {};  // a decade or worse
    return text::iso(*parsed);
  }

  // "Minister of Foreign Affairs of Turkey" → "Minister of Foreign Affairs".
  static std::string title_of(std::string title, const std::string& country) {
    if (!country.empty()) {
      for (const std::string& tail : {" of " + country, " of the " + country}) {
        if (title.ends_with(tail) && title.size() > tail.size()) title.resize(title.size() - tail.size());
      }
    }
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 32);
    return title;
  }

  void read_term(const SheetRow& s, ActorRow* row) {
    rules::RowTerm t;
    t.title = title_of(cell(s, {"title", "positionLabel"}), cell(s, {"ofLabel", "countryLabel"}));
    t.office = cell(s, {"office"});
    if (t.title.empty() && t.office.empty()) return;
    if (t.office.empty()) t.office = "official";
    t.of = actor(s, {"of", "country", "iso3", "countryLabel", "organisationLabel"});
    if (t.of.empty()) {
      problem(s, fmt::format("{} of nothing that is known; left out", t.title.empty() ? t.office : t.title));
      return;
    }
    if (t.title.empty()) t.title = usual_capitals(t.office);
    if (!rules::is_office_category(t.office)) {
      problem(s, fmt::format("office \"{}\" is no category; taken as \"official\"", t.office));
      t.office = "official";
    }
    t.from = date(s, "from", "start");
    t.until = date(s, "until", "end");
    if (!t.from.empty() && !t.until.empty() && t.until < t.from.substr(0, t.until.size())) {
      problem(s, fmt::format("{} ends {} before it starts {}; left out", t.title, t.until, t.from));
      return;
    }
    t.line = s.line;
    const bool known = std::any_of(row->terms.begin(), row->terms.end(), [&](const rules::RowTerm& o) {
      return o.office == t.office && o.of == t.of && o.title == t.title && o.from == t.from && o.until == t.until;
    });
    if (!known) row->terms.push_back(std::move(t));
  }

  std::map<std::string, std::string> by_name_;
  std::map<std::string, std::size_t> rows_;
  Imported out_;
};

}  // namespace

Imported read_sheet(const std::vector<SheetRow>& sheet, const rules::Roster& known) { return Reader(known).run(sheet); }

}  // namespace demarche::actors
