#include "rules/gazetteer_file.h"

#include <fmt/format.h>

#include <array>

namespace demarche::rules {
namespace {

using Keys = std::vector<std::string_view>;

// A kind of row: what the table is called, what its actors are unless they say otherwise, and its keys.
struct RowType {
  std::string_view name;
  Kind kind;
  Keys keys;
};

const std::array<RowType, 4>& row_types() {
  static const std::array<RowType, 4> types = {{
      {"state",
       Kind::state,
       {"id", "name", "variants", "adjectives", "people", "capital", "seats", "ambiguous", "part_of", "qid", "kind",
        "since", "until", "successor"}},
      {"organisation",
       Kind::organisation,
       {"id", "name", "variants", "adjectives", "ambiguous", "members_called", "code", "sector", "kind", "country",
        "parent", "seat", "bloc", "members", "head_office", "qid", "since", "until", "successor"}},
      {"group",
       Kind::group,
       {"id", "name", "variants", "adjectives", "ambiguous", "members_called", "code", "sector", "kind", "country",
        "parent", "seat", "bloc", "members", "head_office", "qid", "since", "until", "successor"}},
      {"person",
       Kind::person,
       {"id", "name", "variants", "surname", "gender", "country", "organisation", "qid", "terms"}},
  }};
  return types;
}

const RowType* row_type(std::string_view name) {
  for (const RowType& t : row_types()) {
    if (t.name == name) return &t;
  }
  return nullptr;
}

Result<ActorSource> read_actor(const toml::table& row, std::string_view path, const RowType& type) {
  if (auto checked = check_keys(row, path, type.keys); !checked) return checked.error();
  ActorSource a;
  a.id = string_at(row, "id");
  a.name = string_at(row, "name");
  if (a.id.empty() || a.name.empty()) return bad_rules(path, row, "an actor needs \"id\" and \"name\"");
  a.qid = string_at(row, "qid");
  a.code = string_at(row, "code");
  a.sector = string_at(row, "sector");
  a.kind = type.kind;
  if (const std::string word = string_at(row, "kind"); !word.empty() && !parse_kind(word, &a.kind)) {
    return bad_rules(
        path, *row.get("kind"),
        fmt::format("{}: \"{}\" is no kind; known are person, state, government, organisation, group, other", a.id,
                    word));
  }
  a.since = date_at(row, "since");
  a.until = date_at(row, "until");
  return a;
}

void add_names(const toml::table& row, std::string_view key, NameKind kind, ActorIndex actor,
               GazetteerBuilder* gazetteer) {
  for (const std::string& name : strings_at(row, key)) gazetteer->add_name(name, kind, actor);
}

void load_state(const toml::table& row, ActorSource a, GazetteerBuilder* gazetteer) {
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

std::vector<MembershipSource> read_members(const toml::table& row) {
  std::vector<MembershipSource> members;
  for (const toml::table* m : tables_at(row, "members")) {
    members.push_back({string_at(*m, "state"), date_at(*m, "from"), date_at(*m, "until")});
  }
  return members;
}

void load_body(const toml::table& row, ActorSource a, GazetteerBuilder* gazetteer) {
  const std::string country = string_at(row, "country");
  const std::string home = country.empty() ? a.code : country;
  a.home = gazetteer->find_id(home);
  if (a.code.empty()) a.code = home;
  a.bloc = flag_at(row, "bloc");
  a.members = read_members(row);
  const std::string name = a.name;
  const ActorIndex index = gazetteer->add(std::move(a));
  gazetteer->add_name(name, NameKind::full, index);
  add_names(row, "variants", NameKind::full, index, gazetteer);
  add_names(row, "adjectives", NameKind::adjective, index, gazetteer);
  add_names(row, "members_called", NameKind::people, index, gazetteer);
  add_names(row, "ambiguous", NameKind::ambiguous, index, gazetteer);
}

std::vector<TermSource> read_terms(const toml::table& row) {
  std::vector<TermSource> terms;
  for (const toml::table* t : tables_at(row, "terms")) {
    terms.push_back({string_at(*t, "office"), string_at(*t, "of"), string_at(*t, "title"), date_at(*t, "from"),
                     date_at(*t, "until")});
  }
  return terms;
}

void add_person_names(const toml::table& row, ActorIndex index, GazetteerBuilder* gazetteer) {
  for (const std::string& variant : strings_at(row, "variants")) {
    // One word is a surname or nickname: it is resolved by document and date, not everywhere.
    const bool single = variant.find(' ') == std::string::npos;
    gazetteer->add_name(variant, single ? NameKind::ambiguous : NameKind::full, index);
  }
}

void load_person(const toml::table& row, ActorSource a, GazetteerBuilder* gazetteer) {
  a.surname = string_at(row, "surname");
  if (a.surname.empty()) a.surname = a.name.substr(a.name.find_last_of(' ') + 1);
  a.female = string_at(row, "gender") == "f";
  a.male = string_at(row, "gender") == "m";
  const std::string country = string_at(row, "country");
  const std::string home = country.empty() ? string_at(row, "organisation") : country;
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

void load_place(const toml::table& row, GazetteerBuilder* gazetteer) {
  const ActorIndex state = gazetteer->find_id(string_at(row, "country"));
  gazetteer->add_name(string_at(row, "name"), NameKind::place, state);
  add_names(row, "variants", NameKind::place, state, gazetteer);
}

// [places]: lists of names by state.
Result<Done> load_places(const toml::node& node, std::string_view path, GazetteerBuilder* gazetteer) {
  const auto* places = node.as_table();
  if (!places) return bad_rules(path, node, "\"places\" must be a table of lists by state: write [places]");
  for (const auto& [country, names] : *places) {
    if (!names.is_array()) return bad_rules(path, names, fmt::format("{}: a list of names is needed", country.str()));
    add_names(*places, country.str(), NameKind::place, gazetteer->find_id(country.str()), gazetteer);
  }
  return Done{};
}

Result<Done> load_row(const toml::table& row, std::string_view path, const RowType& type, GazetteerBuilder* gazetteer) {
  auto actor = read_actor(row, path, type);
  if (!actor) return actor.error();
  const ActorIndex same = gazetteer->find_id(actor->id);
  if (same != no_actor && type.kind == Kind::person && (*gazetteer)[same].kind == Kind::person) {
    gazetteer->add_terms(same, read_terms(row));
    add_person_names(row, same, gazetteer);
    return Done{};
  }
  if (same != no_actor) return bad_rules(path, row, fmt::format("the id \"{}\" is taken already", actor->id));
  if (type.kind == Kind::state) {
    load_state(row, std::move(*actor), gazetteer);
  } else if (type.kind == Kind::person) {
    load_person(row, std::move(*actor), gazetteer);
  } else {
    load_body(row, std::move(*actor), gazetteer);
  }
  return Done{};
}

Result<Done> load_list(const toml::node& node, std::string_view path, std::string_view name,
                       GazetteerBuilder* gazetteer) {
  const auto* rows = node.as_array();
  if (!rows) return bad_rules(path, node, fmt::format("\"{0}\" must be a list of tables: write [[{0}]]", name));
  const RowType* type = row_type(name);
  for (const toml::node& element : *rows) {
    const auto* row = element.as_table();
    if (!row) return bad_rules(path, element, fmt::format("[[{}]] needs a table", name));
    if (!type) {
      load_place(*row, gazetteer);
    } else if (auto loaded = load_row(*row, path, *type, gazetteer); !loaded) {
      return loaded.error();
    }
  }
  return Done{};
}

}  // namespace

Result<Done> load_actors(const toml::table& file, std::string_view path, GazetteerBuilder* gazetteer) {
  static const Keys tables = {"state", "organisation", "group", "person", "place", "places"};
  if (auto checked = check_keys(file, path, tables); !checked) return checked.error();
  for (const auto& [key, node] : file) {
    auto loaded =
        key.str() == "places" ? load_places(node, path, gazetteer) : load_list(node, path, key.str(), gazetteer);
    if (!loaded) return loaded.error();
  }
  return Done{};
}

}  // namespace demarche::rules
