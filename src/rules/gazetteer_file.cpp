#include "rules/gazetteer_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/fold.h"

namespace demarche::rules {
namespace {

Error row_error(const ActorRow& row, const std::string& what) { return bad_rules(row.path, row.line, what); }

std::vector<TermSource> terms_of(const ActorRow& row) {
  std::vector<TermSource> terms;
  for (const RowTerm& t : row.terms) terms.push_back({t.office, t.of, t.title, t.from, t.until});
  return terms;
}

std::vector<MembershipSource> members_of(const ActorRow& row) {
  std::vector<MembershipSource> members;
  for (const RowMember& m : row.members) members.push_back({m.state, m.from, m.until});
  return members;
}

std::vector<CodeSource> codes_of(const ActorRow& row) {
  std::vector<CodeSource> codes;
  for (const RowCode& c : row.codes) {
    CameoCode parts = split_cameo(c.code);
    codes.push_back({std::move(parts.code), std::move(parts.sector), c.from, c.until});
  }
  return codes;
}

ActorSource source_of(const ActorRow& row) {
  ActorSource a;
  a.id = row.id;
  a.name = row.name;
  a.qid = row.qid;
  a.code = row.code;
  a.sector = row.sector;
  a.kind = row.kind;
  a.since = row.since;
  a.until = row.until;
  a.bloc = row.bloc;
  a.terms = terms_of(row);
  a.members = members_of(row);
  a.codes = codes_of(row);
  return a;
}

void settle_state(const ActorRow& row, const GazetteerBuilder& gazetteer, ActorSource* a) {
  a->code = a->id;
  a->sector = "GOV";
  a->adjective = row.adjective.empty() ? a->name : row.adjective;
  a->home = gazetteer.find_id(row.country);
}

void settle_body(const ActorRow& row, const GazetteerBuilder& gazetteer, ActorSource* a) {
  const std::string& home = row.country.empty() ? a->code : row.country;
  a->home = gazetteer.find_id(home);
  if (a->code.empty()) a->code = home;
}

void settle_person(const ActorRow& row, const GazetteerBuilder& gazetteer, ActorSource* a) {
  a->surname = row.surname.empty() ? a->name.substr(a->name.find_last_of(' ') + 1) : row.surname;
  a->female = row.gender == "f";
  a->male = row.gender == "m";
  const std::string& home = row.country.empty() ? row.organisation : row.country;
  a->home = gazetteer.find_id(home);
  a->code = home.empty() || home.size() == 3 ? home : "IGO";
  if (a->sector.empty()) a->sector = "GOV";
}

std::vector<std::string> folded_words(std::string_view name) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t space = std::min(name.find(' ', at), name.size());
    if (space > at) words.push_back(text::fold(name.substr(at, space - at)));
    at = space + 1;
  }
  return words;
}

// "Zelenskiy" of "Volodymyr Zelenskiy" beside "Volodymyr Zelenskyy": the last words of names that are as long and end
// in a word that the first name has not, folded. Names in another order ("Hayashi Yoshimasa") have it.
std::vector<std::string> other_surnames(const ActorRow& row) {
  std::vector<std::string> out;
  const std::vector<std::string> own = folded_words(row.name);
  if (!row.surname.empty() || own.size() < 2) return out;
  for (const RowName& name : row.names) {
    const std::vector<std::string> words = folded_words(name.text);
    if (name.kind != NameKind::full || words.size() != own.size()) continue;
    const auto has = [&words](const std::vector<std::string>& list) {
      return std::find(list.begin(), list.end(), words.back()) != list.end();
    };
    if (has(own) || has(out)) continue;
    out.push_back(words.back());
  }
  return out;
}

void add_names(const ActorRow& row, ActorIndex index, GazetteerBuilder* gazetteer) {
  for (const RowName& name : row.names) gazetteer->add_name(name.text, name.kind, index);
}

// "Turkey's Foreign Ministry", "Turkey Foreign Ministry" and "Foreign Ministry of Turkey" for "Turkish Foreign
// Ministry": a body of a state is called by the state's name as well as by its adjective.
void add_forms_with_state(const ActorRow& row, ActorIndex index, GazetteerBuilder* gazetteer) {
  const ActorIndex home = (*gazetteer)[index].home;
  if (row.kind != Kind::government || home == no_actor || (*gazetteer)[home].adjective.empty()) return;
  const std::string state = (*gazetteer)[home].name;
  const std::string before = (*gazetteer)[home].adjective + " ";
  const auto add = [&](std::string_view name) {
    if (name.substr(0, before.size()) != before) return;
    const std::string_view rest = name.substr(before.size());
    gazetteer->add_name(fmt::format("{}{} {}", state, state.back() == 's' ? "'" : "'s", rest), NameKind::full, index);
    gazetteer->add_name(fmt::format("{} {}", state, rest), NameKind::full, index);
    gazetteer->add_name(fmt::format("{} of {}", rest, state), NameKind::full, index);
    gazetteer->add_name(fmt::format("{} of the {}", rest, state), NameKind::full, index);
  };
  add(row.name);
  for (const RowName& name : row.names) {
    if (name.kind == NameKind::full) add(name.text);
  }
}

void load_new(const ActorRow& row, GazetteerBuilder* gazetteer) {
  ActorSource a = source_of(row);
  if (row.type == RowType::state) {
    settle_state(row, *gazetteer, &a);
  } else if (row.type == RowType::person) {
    settle_person(row, *gazetteer, &a);
  } else {
    settle_body(row, *gazetteer, &a);
  }
  if (row.type == RowType::person) a.surnames = other_surnames(row);
  const std::string surname = a.surname;
  const std::vector<std::string> others = a.surnames;
  const ActorIndex index = gazetteer->add(std::move(a));
  gazetteer->add_name(row.name, NameKind::full, index);
  add_names(row, index, gazetteer);
  add_forms_with_state(row, index, gazetteer);
  if (!surname.empty() && surname != row.name) gazetteer->add_name(surname, NameKind::ambiguous, index);
  for (const std::string& other : others) gazetteer->add_name(other, NameKind::ambiguous, index);
}

Result<Done> load_row(const ActorRow& row, GazetteerBuilder* gazetteer) {
  const ActorIndex same = gazetteer->find_id(row.id);
  if (same == no_actor) {
    if (row.name.empty()) return row_error(row, "an actor needs \"id\" and \"name\"");
    load_new(row, gazetteer);
    return Done{};
  }
  const ActorSource& known = (*gazetteer)[same];
  const bool person = row.type == RowType::person;
  const bool adds = person ? known.kind == Kind::person : row.name.empty() || row.name == known.name;
  if (!adds) {
    return row_error(
        row, fmt::format("the id \"{}\" is taken already by {}; leave \"name\" out to add to it", row.id, known.name));
  }
  gazetteer->add_to(same, terms_of(row), members_of(row), codes_of(row));
  if (!row.name.empty() && row.name != known.name) gazetteer->add_name(row.name, NameKind::full, same);
  add_names(row, same, gazetteer);
  return Done{};
}

Result<Done> load_place(const ActorRow& row, GazetteerBuilder* gazetteer) {
  const ActorIndex state = gazetteer->find_id(row.country);
  if (state == no_actor) {
    return row_error(row, row.country.empty() ? "a place needs \"country\""
                                              : fmt::format("places of \"{}\": no actor has this id", row.country));
  }
  gazetteer->add_name(row.name, NameKind::place, state);
  for (const RowName& name : row.names) gazetteer->add_name(name.text, NameKind::place, state);
  return Done{};
}

// What may follow the first three letters of a code: sectors of PLOVER and roles of CAMEO.
bool is_role(std::string_view word) {
  static constexpr std::array<std::string_view, 28> roles = {
      "AGR", "BUS", "COP", "CRM", "CVL", "DEV", "EDU", "ELI", "ENV", "GOV", "HLH", "HRI", "INS", "JUD",
      "LAB", "LEG", "MED", "MIL", "MOD", "NGO", "OPP", "PTY", "REB", "REF", "REL", "SEP", "SPY", "UAF"};
  return std::find(roles.begin(), roles.end(), word) != roles.end();
}

}  // namespace

CameoCode split_cameo(std::string_view code) {
  CameoCode out;
  out.code = code.substr(0, 3);
  if (out.code == "---") out.code.clear();  // "nobody"
  for (std::size_t at = 3; at + 3 <= code.size() && out.sector.empty(); at += 3) {
    if (is_role(code.substr(at, 3))) out.sector = code.substr(at, 3);
  }
  const bool body = out.code == "IGO" || out.code == "NGO" || out.code == "MNC";
  if (out.sector.empty() && body) out.sector = out.code == "MNC" ? "BUS" : out.code;
  if (out.sector.empty() && is_role(out.code)) out.sector = out.code;
  return out;
}

void in_order_of_loading(std::vector<ActorRow>* rows) {
  const auto place = [](const ActorRow& row) {
    const bool adds = row.name.empty() && row.type != RowType::place;
    return std::pair(adds, row.type);
  };
  std::stable_sort(rows->begin(), rows->end(),
                   [&](const ActorRow& a, const ActorRow& b) { return place(a) < place(b); });
}

Result<Done> load_actors(std::vector<ActorRow> rows, GazetteerBuilder* gazetteer) {
  in_order_of_loading(&rows);
  for (const ActorRow& row : rows) {
    const auto loaded = row.type == RowType::place ? load_place(row, gazetteer) : load_row(row, gazetteer);
    if (!loaded) return loaded.error();
  }
  return Done{};
}

}  // namespace demarche::rules
