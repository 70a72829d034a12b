#include "actors/actor_toml.h"

#include <fmt/format.h>

#include <map>
#include <string_view>
#include <utility>

#include "text/date.h"

namespace demarche::actors {
namespace {

using rules::ActorRow;
using rules::NameKind;
using rules::RowType;

std::string quoted(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, c);
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04X}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

// A TOML date where the whole day is known.
std::string date(const std::string& value) {
  const auto parsed = text::parse_iso(value);
  return parsed && parsed->day != 0 && value.size() == 10 ? value : quoted(value);
}

void add(const char* key, const std::string& value, std::string* out) {
  if (!value.empty()) *out += fmt::format("{} = {}\n", key, quoted(value));
}

void add_date(const char* key, const std::string& value, std::string* out) {
  if (!value.empty()) *out += fmt::format("{} = {}\n", key, date(value));
}

// Inside an inline table.
std::string field(const char* key, const std::string& value) {
  return value.empty() ? std::string() : fmt::format(", {} = {}", key, quoted(value));
}
std::string span(const std::string& from, const std::string& until) {
  std::string out;
  if (!from.empty()) out += ", from = " + date(from);
  if (!until.empty()) out += ", until = " + date(until);
  return out;
}

void add_names(const ActorRow& row, const char* key, std::initializer_list<NameKind> kinds, std::string* out) {
  std::string list;
  for (const rules::RowName& n : row.names) {
    for (const NameKind kind : kinds) {
      if (n.kind == kind) list += (list.empty() ? "" : ", ") + quoted(n.text);
    }
  }
  if (!list.empty()) *out += fmt::format("{} = [{}]\n", key, list);
}

void add_lists(const ActorRow& row, std::string* out) {
  if (!row.terms.empty()) {
    *out += "terms = [\n";
    for (const rules::RowTerm& t : row.terms) {
      *out += fmt::format("  {{ office = {}{}{}{} }},\n", quoted(t.office), field("of", t.of), field("title", t.title),
                          span(t.from, t.until));
    }
    *out += "]\n";
  }
  if (!row.members.empty()) {
    *out += "members = [\n";
    for (const rules::RowMember& m : row.members) {
      *out += fmt::format("  {{ state = {}{} }},\n", quoted(m.state), span(m.from, m.until));
    }
    *out += "]\n";
  }
  if (!row.codes.empty()) {
    *out += "codes = [\n";
    for (const rules::RowCode& c : row.codes) {
      *out += fmt::format("  {{ code = {}{} }},\n", quoted(c.code), span(c.from, c.until));
    }
    *out += "]\n";
  }
}

void write_row(const ActorRow& row, std::string* out) {
  const bool person = row.type == RowType::person, state = row.type == RowType::state;
  *out += fmt::format("\n[[{}]]\n", rules::to_string(row.type));
  add("id", row.id, out);
  add("name", row.name, out);
  if (person) {
    add_names(row, "variants", {NameKind::full, NameKind::ambiguous}, out);
  } else {
    add_names(row, "variants", {NameKind::full}, out);
    add_names(row, "ambiguous", {NameKind::ambiguous}, out);
    add_names(row, "adjectives", {NameKind::adjective}, out);
    add_names(row, state ? "people" : "members_called", {NameKind::people}, out);
  }
  if (state) {
    add_names(row, "capital", {NameKind::capital}, out);
    add_names(row, "seats", {NameKind::seat}, out);
  }
  add("surname", row.surname, out);
  add("gender", row.gender, out);
  add(state ? "part_of" : "country", row.country, out);
  add("organisation", row.organisation, out);
  if (!person) {
    if (!state) add("code", row.code, out);
    if (!state) add("sector", row.sector, out);
    add("parent", row.parent, out);
    if (row.bloc) *out += "bloc = true\n";
    add("head_office", row.head_office, out);
    add("successor", row.successor, out);
  } else {
    add("sector", row.sector, out);
  }
  add("qid", row.qid, out);
  if (!person) {
    add_date("since", row.since, out);
    add_date("until", row.until, out);
  }
  add_lists(row, out);
}

}  // namespace

std::string write_actor_file(const std::vector<ActorRow>& rows) {
  std::string out;
  for (const ActorRow& row : rows) write_row(row, &out);
  if (!out.empty()) out.erase(0, 1);
  return out;
}

namespace {

// Of the words that names of bodies hold, those that call people.
bool is_body(const std::string& head) {
  for (const char* people :
       {"fighters", "guards", "guerrillas", "militants", "people", "rebels", "separatists", "troops", "workers"}) {
    if (head == people) return false;
  }
  return names_a_body(head);
}

}  // namespace

std::string write_noun_file(const std::vector<ImportedNoun>& nouns) {
  std::map<std::pair<std::string, std::string>, std::vector<std::string_view>> lists;  // by sector and kind
  for (const ImportedNoun& n : nouns) {
    const bool body = n.word.find(' ') != std::string::npos && is_body(n.word.substr(n.word.rfind(' ') + 1));
    lists[{n.sector, body ? "organisation" : "person"}].push_back(n.word);
  }
  std::string out;
  for (const auto& [key, words] : lists) {
    out += fmt::format("{}[[nouns]]\nkind = \"{}\"\nsector = {}\nwords = [", out.empty() ? "" : "\n", key.second,
                       quoted(key.first));
    for (std::size_t i = 0; i < words.size(); ++i) out += (i == 0 ? "" : ", ") + quoted(words[i]);
    out += "]\n";
  }
  return out;
}

}  // namespace demarche::actors
