// What an actor file says, row by row, as it is written: nothing is looked up or linked. The gazetteer is built from
// these rows; `actors show`, `search`, `lint` and `stats` read them for what the compiled table does not keep: spelled
// names, files and lines.
#ifndef DEMARCHE_RULES_ACTOR_FILE_H
#define DEMARCHE_RULES_ACTOR_FILE_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/mention.h"
#include "rules/gazetteer.h"
#include "rules/toml_file.h"

namespace demarche::rules {

enum class RowType : std::uint8_t { state, organisation, group, person, place };
std::string_view to_string(RowType type);  // the table's name: "state" for [[state]]

struct RowName {
  std::string text;
  NameKind kind;
};

struct RowTerm {
  std::string office, of, title, from, until;
  std::uint32_t line = 0;
};

struct RowMember {
  std::string state, from, until;
  std::uint32_t line = 0;
};

// A code of another coding system, valid for a time: "USAGOV" from 1993-01-20.
struct RowCode {
  std::string code, from, until;
  std::uint32_t line = 0;
};

// Fields are empty where the row does not say them. `country` is a state's part_of, too.
struct ActorRow {
  RowType type = RowType::person;
  Kind kind = Kind::person;
  bool bloc = false;
  std::string path;
  std::uint32_t line = 0;
  std::string id, name, qid, code, sector, surname, gender, country, organisation, parent, successor, head_office;
  std::string since, until, adjective;
  std::vector<RowName> names;  // without `name`
  std::vector<RowTerm> terms;
  std::vector<RowMember> members;
  std::vector<RowCode> codes;
};

// The rows of a file: states first, then organisations, groups, persons and places, each in their order. An unknown
// key, kind or type, and a row without "id", are errors (Cause::bad_rules: file, line, what).
Result<std::vector<ActorRow>> read_actor_file(const toml::table& file, std::string_view path);

}  // namespace demarche::rules

#endif
