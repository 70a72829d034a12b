#include "rules/actor_file.h"

#include <fmt/format.h>

#include <array>

namespace demarche::rules {
namespace {

using Keys = std::vector<std::string_view>;

// What a table is called, what its actors are unless they say otherwise, and its keys.
struct RowShape {
  RowType type;
  std::string_view name;
  Kind kind;
  Keys keys;
};

const Keys& body_keys() {
  static const Keys keys = {"id",      "name",        "variants", "adjectives", "ambiguous", "members_called", "code",
                            "codes",   "sector",      "kind",     "country",    "parent",    "seat",           "bloc",
                            "members", "head_office", "qid",      "since",      "until",     "successor"};
  return keys;
}

const std::array<RowShape, 5>& row_shapes() {
  static const std::array<RowShape, 5> shapes = {{
      {RowType::state,
       "state",
       Kind::state,
       {"id", "name", "variants", "adjectives", "people", "capital", "seats", "ambiguous", "part_of", "codes", "qid",
        "kind", "since", "until", "successor"}},
      {RowType::organisation, "organisation", Kind::organisation, body_keys()},
      {RowType::group, "group", Kind::group, body_keys()},
      {RowType::person,
       "person",
       Kind::person,
       {"id", "name", "variants", "surname", "gender", "country", "organisation", "sector", "codes", "qid", "terms"}},
      {RowType::place, "place", Kind::other, {"id", "name", "variants", "country", "qid"}},
  }};
  return shapes;
}

void add_names(const toml::table& table, std::string_view key, NameKind kind, ActorRow* row) {
  for (std::string& name : strings_at(table, key)) row->names.push_back({std::move(name), kind});
}

// A person's single word is a surname or nickname: it is resolved by document and date, not everywhere.
void add_variants(const toml::table& table, ActorRow* row) {
  for (std::string& name : strings_at(table, "variants")) {
    const bool single = row->type == RowType::person && name.find(' ') == std::string::npos;
    row->names.push_back({std::move(name), single ? NameKind::ambiguous : NameKind::full});
  }
}

void read_names(const toml::table& table, ActorRow* row) {
  add_variants(table, row);
  add_names(table, "adjectives", NameKind::adjective, row);
  const auto adjectives = strings_at(table, "adjectives");
  if (!adjectives.empty()) row->adjective = adjectives.front();
  add_names(table, "people", NameKind::people, row);
  add_names(table, "members_called", NameKind::people, row);
  add_names(table, "capital", NameKind::capital, row);
  add_names(table, "seats", NameKind::seat, row);
  add_names(table, "ambiguous", NameKind::ambiguous, row);
}

void read_lists(const toml::table& table, ActorRow* row) {
  for (const toml::table* t : tables_at(table, "terms")) {
    row->terms.push_back({string_at(*t, "office"), string_at(*t, "of"), string_at(*t, "title"), date_at(*t, "from"),
                          date_at(*t, "until"), line_of(*t)});
  }
  for (const toml::table* m : tables_at(table, "members")) {
    row->members.push_back({string_at(*m, "state"), date_at(*m, "from"), date_at(*m, "until"), line_of(*m)});
  }
  for (const toml::table* c : tables_at(table, "codes")) {
    row->codes.push_back({string_at(*c, "code"), date_at(*c, "from"), date_at(*c, "until"), line_of(*c)});
  }
}

Result<Done> check_lists(const toml::table& table, std::string_view path) {
  static const Keys term = {"office", "of", "title", "from", "until"};
  static const Keys member = {"state", "from", "until"};
  static const Keys code = {"code", "from", "until"};
  const std::pair<std::string_view, const Keys*> lists[] = {{"terms", &term}, {"members", &member}, {"codes", &code}};
  for (const auto& [name, keys] : lists) {
    for (const toml::table* t : tables_at(table, name)) {
      if (auto checked = check_keys(*t, path, *keys); !checked) return checked.error();
    }
  }
  return Done{};
}

Result<ActorRow> read_row(const toml::table& table, std::string_view path, const RowShape& shape) {
  if (auto checked = check_keys(table, path, shape.keys); !checked) return checked.error();
  if (auto checked = check_lists(table, path); !checked) return checked.error();
  ActorRow row;
  row.type = shape.type;
  row.kind = shape.kind;
  row.path = path;
  row.line = line_of(table);
  row.id = string_at(table, "id");
  row.name = string_at(table, "name");
  if (row.id.empty() && row.type != RowType::place) return bad_rules(path, table, "an actor needs \"id\" and \"name\"");
  if (const std::string word = string_at(table, "kind"); !word.empty() && !parse_kind(word, &row.kind)) {
    return bad_rules(
        path, *table.get("kind"),
        fmt::format("{}: \"{}\" is no kind; known are person, state, government, organisation, group, other", row.id,
                    word));
  }
  row.qid = string_at(table, "qid");
  row.code = string_at(table, "code");
  row.sector = string_at(table, "sector");
  row.surname = string_at(table, "surname");
  row.gender = string_at(table, "gender");
  row.country = string_at(table, shape.type == RowType::state ? "part_of" : "country");
  row.organisation = string_at(table, "organisation");
  row.parent = string_at(table, "parent");
  row.successor = string_at(table, "successor");
  row.head_office = string_at(table, "head_office");
  row.since = date_at(table, "since");
  row.until = date_at(table, "until");
  row.bloc = flag_at(table, "bloc");
  read_names(table, &row);
  read_lists(table, &row);
  return row;
}

Result<Done> read_list(const toml::node& node, std::string_view path, const RowShape& shape,
                       std::vector<ActorRow>* rows) {
  const auto* list = node.as_array();
  if (!list) return bad_rules(path, node, fmt::format("\"{0}\" must be a list of tables: write [[{0}]]", shape.name));
  for (const toml::node& element : *list) {
    const auto* table = element.as_table();
    if (!table) return bad_rules(path, element, fmt::format("[[{}]] needs a table", shape.name));
    auto row = read_row(*table, path, shape);
    if (!row) return row.error();
    rows->push_back(std::move(*row));
  }
  return Done{};
}

// [places]: lists of names by state; a row for each state.
Result<Done> read_places(const toml::node& node, std::string_view path, std::vector<ActorRow>* rows) {
  const auto* places = node.as_table();
  if (!places) return bad_rules(path, node, "\"places\" must be a table of lists by state: write [places]");
  for (const auto& [country, names] : *places) {
    if (!names.is_array()) return bad_rules(path, names, fmt::format("{}: a list of names is needed", country.str()));
    ActorRow row;
    row.type = RowType::place;
    row.kind = Kind::other;
    row.path = path;
    row.line = line_of(names);
    row.country = country.str();
    add_names(*places, country.str(), NameKind::place, &row);
    rows->push_back(std::move(row));
  }
  return Done{};
}

}  // namespace

std::string_view to_string(RowType type) { return row_shapes()[static_cast<std::size_t>(type)].name; }

Result<std::vector<ActorRow>> read_actor_file(const toml::table& file, std::string_view path) {
  static const Keys tables = {"state", "organisation", "group", "person", "place", "places"};
  if (auto checked = check_keys(file, path, tables); !checked) return checked.error();
  std::vector<ActorRow> rows;
  for (const RowShape& shape : row_shapes()) {
    const toml::node* list = file.get(shape.name);
    if (list == nullptr) continue;
    if (auto read = read_list(*list, path, shape, &rows); !read) return read.error();
  }
  if (const toml::node* places = file.get("places"); places != nullptr) {
    if (auto read = read_places(*places, path, &rows); !read) return read.error();
  }
  return rows;
}

}  // namespace demarche::rules
