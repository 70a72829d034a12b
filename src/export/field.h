// What can be told of an actor, a deed, a tie and a statement, as named columns. Every flat format writes from these
// tables, so that a name means the same in all of them and `--fields` works everywhere.
#ifndef DEMARCHE_EXPORT_FIELD_H
#define DEMARCHE_EXPORT_FIELD_H

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "demarche/error.h"
#include "demarche/graph.h"
#include "demarche/graph_stream.h"

namespace demarche::exporting {

enum class Type : std::uint8_t { text, whole, number, boolean, texts };

// Views borrow from the row. monostate: not known, and left out.
using Value = std::variant<std::monostate, std::string_view, std::uint64_t, double, bool, std::span<const std::string>>;

template <typename Row>
struct Field {
  std::string_view name;
  Type type;
  Value (*of)(const Row&);
};

// An interaction with what its flat forms need besides.
struct Deed {
  const Interaction* interaction = nullptr;
  const Mention* best = nullptr;              // the surest mention of the settled status; nullptr without evidence
  std::vector<std::string> actor, recipient;  // names
  std::vector<std::string> actor_country, recipient_country;  // codes, each once
};

// All interactions of two actors, whoever acted.
struct Tie {
  const Actor* source = nullptr;  // the smaller id
  const Actor* target = nullptr;
  std::uint32_t count = 0, reports = 0;
  std::uint32_t status[4] = {};      // by Status
  std::uint32_t quad[5] = {};        // by quad code
  double scale = 0;                  // sum
  std::string first, last;           // ISO dates; empty where none is known
  std::vector<std::string> actions;  // sorted, each once
};

struct Statement {
  const Mention* mention = nullptr;
  const Source* source = nullptr;
  std::string_view interaction;
  std::vector<std::string> actor, actor_id, actor_code, recipient, recipient_id, recipient_code;
};

std::span<const Field<Actor>> actor_fields();
std::span<const Field<Deed>> deed_fields();  // as a table: one row an interaction, with both sides
std::span<const Field<Deed>> edge_fields();  // as an edge: the sides are its ends
std::span<const Field<Tie>> tie_fields();
std::span<const Field<Statement>> statement_fields();

Deed deed_of(const GraphStream& graph, const Interaction& interaction, const std::vector<const Mention*>& evidence);
// Without names and countries of the sides: all that an edge needs, at a fifth of the cost.
Deed edge_deed(const Interaction& interaction, const std::vector<const Mention*>& evidence);
Statement statement_of(const GraphStream::Told& told);

// Fields that carry sentences of the documents; `--no-text` leaves them out.
bool is_text_field(std::string_view name);

// "a, b, c": for messages.
template <typename Row>
std::string names_of(std::span<const Field<Row>> fields) {
  std::string all;
  for (const Field<Row>& field : fields) all.append(all.empty() ? "" : ", ").append(field.name);
  return all;
}

}  // namespace demarche::exporting

#endif
