#include "rules/gazetteer_file.h"

#include <fmt/format.h>

namespace demarche::rules {
namespace {

Result<KnownActor> read_actor(const toml::table& row, std::string_view path, Kind kind) {
  KnownActor a;
  a.id = string_at(row, "id");
  a.name = string_at(row, "name");
  if (a.id.empty() || a.name.empty()) return bad_rules(path, row, "an actor needs \"id\" and \"name\"");
  a.qid = string_at(row, "qid");
  a.code = string_at(row, "code");
  a.sector = string_at(row, "sector");
  a.kind = kind;
  if (const std::string word = string_at(row, "kind"); !word.empty() && !parse_kind(word, &a.kind)) {
    return bad_rules(path, row, fmt::format("\"{}\" is no kind; known are person, state, government, organisation, group", word));
  }
  a.since = date_at(row, "since");
  a.until = date_at(row, "until");
  return a;
}

void add_names(const toml::table& row, std::string_view key, NameKind kind, ActorIndex actor, Gazetteer* gazetteer) {
  for (const std::string& name : strings_at(row, key)) gazetteer->add_name(name, kind, actor);
}

void load_state(const toml::table& row, KnownActor a, Gazetteer* gazetteer) {
  a.code = a.id;
  a.sector = "GOV";
  const auto adjectives = strings_at(row, "adjectives");
  a.adjective = adjectives.empty() ? a.name : adjectives.front();
  a.home = gazetteer->find_id(string_at(row, "part_of"));
  const std::string name = a.name;
  const ActorIndex index = gazetteer->add(std::move(a));
  gazetteer->add_name(name, NameKind::full, index);
  add_names(row, "variants", NameKind::full, index, gazetteer);
  add_names(row, "adjectives", NameKind::adjective, index, gazetteer);
  add_names(row, "people", NameKind::people, index, gazetteer);
  add_names(row, "capital", NameKind::capital, index, gazetteer);
  add_names(row, "seats", NameKind::seat, index, gazetteer);
  add_names(row, "ambiguous", NameKind::ambiguous, index, gazetteer);
}

void load_body(const toml::table& row, KnownActor a, Gazetteer* gazetteer) {
  const std::string home = string_at(row, "country").empty() ? a.code : string_at(row, "country");
  a.home = gazetteer->find_id(home);
  if (a.code.empty()) a.code = home;
  a.bloc = flag_at(row, "bloc");
  if (const auto* members = row.get_as<toml::array>("members")) {
    for (const toml::node& node : *members) {
      if (const auto* member = node.as_table()) a.members.push_back({string_at(*member, "state"), date_at(*member, "from"), date_at(*member, "until")});
    }
  }
  const std::string name = a.name;
  const ActorIndex index = gazetteer->add(std::move(a));
  gazetteer->add_name(name, NameKind::full, index);
  add_names(row, "variants", NameKind::full, index, gazetteer);
  add_names(row, "adjectives", NameKind::adjective, index, gazetteer);
  add_names(row, "members_called", NameKind::people, index, gazetteer);
  add_names(row, "ambiguous", NameKind::ambiguous, index, gazetteer);
}

std::vector<Term> read_terms(const toml::table& row) {
  std::vector<Term> terms;
  const auto* list = row.get_as<toml::array>("terms");
  if (!list) return terms;
  for (const toml::node& node : *list) {
    if (const auto* t = node.as_table()) {
      terms.push_back({string_at(*t, "office"), string_at(*t, "of"), string_at(*t, "title"), date_at(*t, "from"), date_at(*t, "until")});
    }
  }
  return terms;
}

void add_person_names(const toml::table& row, ActorIndex index, Gazetteer* gazetteer) {
  for (const std::string& variant : strings_at(row, "variants")) {
    // One word is a surname or nickname: it is resolved by document and date, not everywhere.
    const bool single = variant.find(' ') == std::string::npos;
    gazetteer->add_name(variant, single ? NameKind::ambiguous : NameKind::full, index);
  }
}

void load_person(const toml::table& row, KnownActor a, Gazetteer* gazetteer) {
  a.surname = string_at(row, "surname");
  if (a.surname.empty()) a.surname = a.name.substr(a.name.find_last_of(' ') + 1);
  a.female = string_at(row, "gender") == "f";
  a.male = string_at(row, "gender") == "m";
  const std::string home = string_at(row, "country").empty() ? string_at(row, "organisation") : string_at(row, "country");
  a.home = gazetteer->find_id(home);
  a.code = home.size() == 3 ? home : "IGO";
  a.sector = "GOV";
  a.terms = read_terms(row);
  const std::string name = a.name, surname = a.surname;
  const ActorIndex index = gazetteer->add(std::move(a));
  gazetteer->add_name(name, NameKind::full, index);
  add_person_names(row, index, gazetteer);
  if (surname != name) gazetteer->add_name(surname, NameKind::ambiguous, index);
}

void load_place(const toml::table& row, Gazetteer* gazetteer) {
  const ActorIndex state = gazetteer->find_id(string_at(row, "country"));
  gazetteer->add_name(string_at(row, "name"), NameKind::place, state);
  add_names(row, "variants", NameKind::place, state, gazetteer);
}

}  // namespace

Result<Done> load_actors(const toml::table& file, std::string_view path, Gazetteer* gazetteer) {
  static const std::vector<std::string_view> tables = {"state", "organisation", "group", "person", "place", "places"};
  if (auto checked = check_keys(file, path, tables); !checked) return checked.error();
  for (const auto& [key, node] : file) {
    const std::string_view what = key.str();
    if (what == "places") {
      for (const auto& [country, names] : *node.as_table()) {
        const ActorIndex state = gazetteer->find_id(country.str());
        if (const auto* list = names.as_array()) {
          for (const toml::node& name : *list) {
            if (const auto* s = name.as_string()) gazetteer->add_name(s->get(), NameKind::place, state);
          }
        }
      }
      continue;
    }
    const auto* rows = node.as_array();
    if (!rows) return bad_rules(path, node, fmt::format("\"{0}\" must be a list of tables: write [[{0}]]", what));
    for (const toml::node& element : *rows) {
      const auto* row = element.as_table();
      if (!row) return bad_rules(path, element, fmt::format("[[{}]] needs a table", what));
      if (what == "place") {
        load_place(*row, gazetteer);
        continue;
      }
      const Kind kind = what == "state" ? Kind::state : what == "person" ? Kind::person : what == "group" ? Kind::group : Kind::organisation;
      auto actor = read_actor(*row, path, kind);
      if (!actor) return actor.error();
      const ActorIndex same = gazetteer->find_id(actor->id);
      if (same != no_actor && kind == Kind::person && (*gazetteer)[same].kind == Kind::person) {
        gazetteer->add_terms(same, read_terms(*row));
        add_person_names(*row, same, gazetteer);
        continue;
      }
      if (same != no_actor) {
        return bad_rules(path, *row, fmt::format("the id \"{}\" is taken already", actor->id));
      }
      if (kind == Kind::state) load_state(*row, std::move(*actor), gazetteer);
      else if (kind == Kind::person) load_person(*row, std::move(*actor), gazetteer);
      else load_body(*row, std::move(*actor), gazetteer);
    }
  }
  return Done{};
}

}  // namespace demarche::rules
