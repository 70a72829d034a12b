#include "rules/actor_lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "rules/toml_file.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche::rules {
namespace {

constexpr long overlap_days = 31;  // ministers are named before their predecessors are gone
constexpr long gap_days = 120;     // governments take as long to form
constexpr long short_days = 5;
constexpr int first_year = 1850, last_year = 2050;
constexpr long longest_days = 366L * 75;  // Prince Philip was Duke of Edinburgh for 73 years

constexpr std::array<std::string_view, 30> categories = {"head-of-state",
                                                         "head-of-government",
                                                         "deputy-head",
                                                         "foreign-minister",
                                                         "defence-minister",
                                                         "finance-minister",
                                                         "interior-minister",
                                                         "minister",
                                                         "deputy-minister",
                                                         "national-security-adviser",
                                                         "intelligence-chief",
                                                         "military-chief",
                                                         "ambassador",
                                                         "un-ambassador",
                                                         "special-envoy",
                                                         "spokesperson",
                                                         "senator",
                                                         "legislator",
                                                         "speaker",
                                                         "party-leader",
                                                         "opposition-leader",
                                                         "governor",
                                                         "mayor",
                                                         "judge",
                                                         "central-banker",
                                                         "organisation-head",
                                                         "group-leader",
                                                         "royal",
                                                         "religious-leader",
                                                         "official"};

// Offices with one holder whatever the title says; and those with one holder of each title.
bool one_of_office(std::string_view office) {
  return office == "foreign-minister" || office == "defence-minister" || office == "finance-minister" ||
         office == "interior-minister" || office == "un-ambassador";
}
bool one_of_title(std::string_view office) {
  return office == "head-of-state" || office == "head-of-government" || office == "national-security-adviser" ||
         office == "organisation-head" || office == "central-banker";
}
bool always_filled(std::string_view office) {
  return office == "head-of-state" || office == "head-of-government" || office == "foreign-minister";
}

// Words of titles that a second holder may have at the same time, or for a few days.
bool is_stopgap(std::string_view title) {
  const std::string words = text::fold(title);
  for (const char* word : {"acting", "interim", "caretaker", "transitional", "provisional", "co-", "member", "deputy",
                           "designate", "elect", "minister of state", "junior", "rival", "de facto"}) {
    if (words.find(word) != std::string::npos) return true;
  }
  return false;
}

struct Days {
  long first = 0, last = 0;  // of the days that the date may mean
};

std::optional<Days> days_of(std::string_view date) {
  const auto parsed = text::parse_iso(date);
  if (!parsed || text::iso(*parsed) != date) return std::nullopt;
  return Days{text::to_days(text::first_day(*parsed)), text::to_days(text::last_day(*parsed))};
}

struct Held {
  const ActorRow* row;
  const RowTerm* term;
  std::optional<Days> from, until;  // until: nullopt = open
};

class Linter {
 public:
  explicit Linter(const Roster& roster) : roster_(roster) {}

  std::vector<LintFinding> run() {
    for (const ActorRow& row : roster_.rows()) check_row(row);
    check_qids();
    check_twins();
    check_offices();
    std::stable_sort(found_.begin(), found_.end(), [](const LintFinding& a, const LintFinding& b) {
      return std::tie(a.path, a.line, a.check, a.what) < std::tie(b.path, b.line, b.check, b.what);
    });
    return std::move(found_);
  }

 private:
  void add(bool error, const char* check, const ActorRow& row, std::uint32_t line, std::string what) {
    found_.push_back({error, check, row.path, line, row.id.empty() ? row.country : row.id, std::move(what)});
  }

  void refer(const ActorRow& row, std::uint32_t line, const char* key, const std::string& id) {
    if (id.empty() || roster_.find(id) != nullptr) return;
    add(true, "reference", row, line, fmt::format("{} \"{}\" is no actor", key, id));
  }

  void check_row(const ActorRow& row) {
    refer(row, row.line, row.type == RowType::state ? "part_of" : "country", row.country);
    refer(row, row.line, "organisation", row.organisation);
    refer(row, row.line, "parent", row.parent);
    refer(row, row.line, "successor", row.successor);
    check_dates(row, row.line, row.since, row.until, false);
    for (const RowMember& m : row.members) {
      refer(row, m.line, "member", m.state);
      check_dates(row, m.line, m.from, m.until, false);
    }
    for (const RowCode& c : row.codes) {
      if (c.code.empty()) add(true, "code", row, c.line, "a code without letters");
      check_dates(row, c.line, c.from, c.until, false);
    }
    if (row.type == RowType::person) check_person(row);
  }

  void check_person(const ActorRow& row) {
    if (!row.gender.empty() && row.gender != "f" && row.gender != "m") {
      add(true, "gender", row, row.line, fmt::format("gender \"{}\" is neither f nor m", row.gender));
    }
    if (!row.surname.empty() && !row.name.empty() && !holds(row)) {
      add(false, "name", row, row.line, fmt::format("surname \"{}\" stands in no name", row.surname));
    }
    for (const RowTerm& t : row.terms) check_term(row, t);
    check_own_terms(row);
  }

  static bool holds(const ActorRow& row) {
    const std::string surname = text::fold(row.surname);
    if (text::fold(row.name).find(surname) != std::string::npos) return true;
    return std::any_of(row.names.begin(), row.names.end(),
                       [&](const RowName& n) { return text::fold(n.text).find(surname) != std::string::npos; });
  }

  void check_term(const ActorRow& row, const RowTerm& t) {
    if (!is_office_category(t.office)) {
      const std::string hint = hint_of({categories.begin(), categories.end()}, t.office);
      add(true, "office", row, t.line, fmt::format("office \"{}\" is no category{}", t.office, hint));
    }
    if (t.title.empty()) add(true, "title", row, t.line, "a term without title");
    if (t.of.empty()) {
      add(true, "reference", row, t.line, "a term without \"of\"");
    } else {
      refer(row, t.line, "of", t.of);
    }
    check_dates(row, t.line, t.from, t.until, !is_stopgap(t.title));
    check_lifetime(row, t);
  }

  // An office of a state that was not there.
  void check_lifetime(const ActorRow& row, const RowTerm& t) {
    const ActorRow* const of = roster_.find(t.of);
    if (of == nullptr || of->type != RowType::state) return;
    const auto from = days_of(t.from), until = days_of(t.until), since = days_of(of->since), end = days_of(of->until);
    if (end && from && from->first > end->last) {
      add(false, "outside", row, t.line,
          fmt::format("{} begins {}, after {} ended ({})", t.title, t.from, of->name, of->until));
    } else if (since && until && until->last < since->first) {
      add(false, "outside", row, t.line,
          fmt::format("{} ends {}, before {} began ({})", t.title, t.until, of->name, of->since));
    }
  }

  void check_dates(const ActorRow& row, std::uint32_t line, const std::string& from, const std::string& until,
                   bool may_be_short) {
    for (const std::string& date : {from, until}) {
      if (date.empty()) continue;
      const auto parsed = text::parse_iso(date);
      if (!parsed || text::iso(*parsed) != date) {
        add(true, "date", row, line, fmt::format("\"{}\" is no date like 2009-01-21, 2009-01 or 2009", date));
        return;
      }
      const bool term = row.type == RowType::person;
      if (parsed->year > last_year || (term && parsed->year < first_year)) {
        add(true, "date", row, line, fmt::format("{} lies outside {} to {}", date, first_year, last_year));
      }
    }
    const auto first = days_of(from), last = days_of(until);
    if (!first || !last) return;
    if (last->last < first->first)
      add(true, "date", row, line, fmt::format("ends {} before it starts {}", until, from));
    if (row.type == RowType::person && last->first - first->last > longest_days) {
      add(true, "date", row, line, fmt::format("{} to {} is longer than anybody serves", from, until));
    }
    const bool days = from.size() == 10 && until.size() == 10;
    if (may_be_short && days && last->last >= first->first && last->last - first->first < short_days) {
      add(false, "short", row, line,
          fmt::format("{} to {} is a term of {} days", from, until, last->last - first->first));
    }
  }

  // The same office twice at the same time.
  void check_own_terms(const ActorRow& row) {
    for (std::size_t i = 0; i < row.terms.size(); ++i) {
      for (std::size_t k = i + 1; k < row.terms.size(); ++k) {
        const RowTerm &a = row.terms[i], &b = row.terms[k];
        if (a.office != b.office || a.of != b.of || a.title != b.title) continue;
        const Held one = held(row, a), other = held(row, b);
        if (common_days(one, other) > 0) {
          add(false, "overlap", row, b.line,
              fmt::format("{} stands twice for {} ({} and {})", b.title, b.of, span(a), span(b)));
        }
      }
    }
  }

  void check_qids() {
    std::map<std::string, const ActorRow*> owner;
    for (const ActorRow& row : roster_.rows()) {
      if (row.qid.empty() || row.type == RowType::place) continue;
      const bool digits = row.qid.size() > 1 && row.qid[0] == 'Q' &&
                          std::all_of(row.qid.begin() + 1, row.qid.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!digits) add(true, "qid", row, row.line, fmt::format("\"{}\" is no Wikidata id like Q6294", row.qid));
      const auto [at, fresh] = owner.try_emplace(row.qid, &row);
      if (!fresh && at->second->id != row.id) {
        add(true, "qid", row, row.line,
            fmt::format("{} is {} already ({}:{})", row.qid, at->second->id, at->second->path, at->second->line));
      }
    }
  }

  // Two persons of one name and country may be one.
  void check_twins() {
    std::map<std::pair<std::string, std::string>, const ActorRow*> seen;
    for (const ActorRow& row : roster_.rows()) {
      if (row.type != RowType::person || row.name.empty()) continue;
      const auto [at, fresh] = seen.try_emplace({text::slug(row.name), row.country + row.organisation}, &row);
      if (!fresh && at->second->id != row.id) {
        add(false, "twins", row, row.line,
            fmt::format("has the name and country of {} ({}:{})", at->second->id, at->second->path, at->second->line));
      }
    }
  }

  static Held held(const ActorRow& row, const RowTerm& term) {
    return {&row, &term, days_of(term.from), days_of(term.until)};
  }
  static std::string span(const RowTerm& t) { return t.from + " to " + (t.until.empty() ? "now" : t.until); }

  // Days that both terms certainly have.
  static long common_days(const Held& a, const Held& b) {
    if (!a.from || !b.from) return 0;
    const long start = std::max(a.from->last, b.from->last);
    long end = start + longest_days;
    if (a.until) end = std::min(end, a.until->first);
    if (b.until) end = std::min(end, b.until->first);
    return end - start;
  }

  void check_offices() {
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<Held>> offices;  // of, office, title
    std::map<std::pair<std::string, std::string>, std::vector<Held>> filled;                 // of, office
    for (const ActorRow& row : roster_.rows()) {
      for (const RowTerm& t : row.terms) {
        const Held h = held(*roster_.find(row.id), t);
        if (!h.from) continue;
        const bool one = one_of_office(t.office), titled = one_of_title(t.office);
        if ((one || titled) && !is_stopgap(t.title)) offices[{t.of, t.office, one ? "" : t.title}].push_back(h);
        if (always_filled(t.office)) filled[{t.of, t.office}].push_back(h);
      }
    }
    for (auto& [key, terms] : offices) check_overlaps(&terms);
    for (auto& [key, terms] : filled) check_gaps(&terms);
  }

  static void by_start(std::vector<Held>* terms) {
    std::stable_sort(terms->begin(), terms->end(), [](const Held& a, const Held& b) {
      return std::tie(a.from->first, a.term->until, a.row->id) < std::tie(b.from->first, b.term->until, b.row->id);
    });
  }

  void check_overlaps(std::vector<Held>* terms) {
    by_start(terms);
    for (std::size_t i = 0; i < terms->size(); ++i) {
      for (std::size_t k = i + 1; k < terms->size(); ++k) {
        const Held &a = (*terms)[i], &b = (*terms)[k];
        const long days = common_days(a, b);
        if (a.row == b.row || days <= overlap_days) continue;
        add(false, "overlap", *b.row, b.term->line,
            fmt::format("{} of {} {} together with {} ({})", b.term->title, b.term->of, span(*b.term), a.row->id,
                        span(*a.term)));
        found_.back().path = path_of(b);
      }
    }
  }

  void check_gaps(std::vector<Held>* terms) {
    by_start(terms);
    const Held* latest = nullptr;
    for (const Held& h : *terms) {
      const bool after = latest != nullptr && latest->until && h.from->first - latest->until->last > gap_days;
      if (after) {
        add(false, "gap", *h.row, h.term->line,
            fmt::format("nobody is {} of {} between {} ({}) and {}", h.term->office, h.term->of, latest->term->until,
                        latest->row->id, h.term->from));
        found_.back().path = path_of(h);
      }
      if (latest == nullptr || (latest->until && (!h.until || h.until->last > latest->until->last))) latest = &h;
    }
  }

  // The file that holds the term: an actor may have rows in several.
  std::string path_of(const Held& h) const {
    for (const std::size_t i : roster_.rows_of(h.row->id)) {
      const ActorRow& row = roster_.rows()[i];
      if (!row.terms.empty() && h.term >= row.terms.data() && h.term < row.terms.data() + row.terms.size())
        return row.path;
    }
    return h.row->path;
  }

  const Roster& roster_;
  std::vector<LintFinding> found_;
};

// The term that a finding is about, to compare it with an exception.
const RowTerm* term_at(const Roster& roster, const LintFinding& f) {
  for (const std::size_t i : roster.rows_of(f.actor)) {
    const ActorRow& row = roster.rows()[i];
    if (row.path != f.path) continue;
    for (const RowTerm& t : row.terms) {
      if (t.line == f.line) return &t;
    }
  }
  return nullptr;
}

bool excepted(const Roster& roster, const LintFinding& f, const std::vector<LintException>& exceptions) {
  const RowTerm* const term = term_at(roster, f);
  const auto same = [](const std::string& wanted, const std::string& has) { return wanted.empty() || wanted == has; };
  return std::any_of(exceptions.begin(), exceptions.end(), [&](const LintException& e) {
    if (e.check != f.check || !same(e.actor, f.actor)) return false;
    if (e.office.empty() && e.of.empty() && e.title.empty()) return true;
    return term != nullptr && same(e.office, term->office) && same(e.of, term->of) && same(e.title, term->title);
  });
}

}  // namespace

Result<std::vector<LintException>> read_lint_exceptions(std::string_view text, std::string_view path) {
  const auto file = parse_toml(text, path);
  if (!file) return file.error();
  if (auto checked = check_keys(*file, path, {"except"}); !checked) return checked.error();
  std::vector<LintException> out;
  for (const toml::table* t : tables_at(*file, "except")) {
    auto checked = check_keys(*t, path, {"check", "office", "of", "actor", "title", "reason"});
    if (!checked) return checked.error();
    LintException e{string_at(*t, "check"), string_at(*t, "office"), string_at(*t, "of"),
                    string_at(*t, "actor"), string_at(*t, "title"),  string_at(*t, "reason")};
    if (e.check.empty() || e.reason.empty()) return bad_rules(path, *t, "an exception needs \"check\" and \"reason\"");
    out.push_back(std::move(e));
  }
  return out;
}

bool is_office_category(std::string_view office) {
  return std::find(categories.begin(), categories.end(), office) != categories.end();
}

std::vector<LintFinding> lint_actors(const Roster& roster, const std::vector<LintException>& exceptions) {
  std::vector<LintFinding> found = Linter(roster).run();
  std::erase_if(found, [&](const LintFinding& f) { return excepted(roster, f, exceptions); });
  return found;
}

}  // namespace demarche::rules
