#include "explore/actors.h"

#include <algorithm>
#include <map>
#include <vector>

#include "explore/layout.h"
#include "export/json_text.h"
#include "export/label.h"

namespace demarche::exploring {
namespace {

using exporting::ObjectText;

// Codes of the part's countries, with their names.
using Countries = std::map<std::string, std::string>;

Countries countries_of(const Graph& graph, const Part& part) {
  Countries countries;
  for (const Actor* actor : part.actors) {
    if (actor->code.empty() || countries.count(actor->code) != 0) continue;
    std::string name = exporting::country_name(actor->code);
    const Actor* const state = graph.actor(actor->code);
    if (name.empty() && (state == nullptr || state->kind != Kind::state)) continue;
    // The graph's own name for the state is the one that the texts know: "Turkey".
    if (state != nullptr && state->kind == Kind::state) name = state->name;
    countries.emplace(actor->code, name);
  }
  return countries;
}

void tie(std::uint32_t a, std::uint32_t b, Ties* ties) {
  if (a != b) ++(*ties)[std::minmax(a, b)];
}

// Contact joins the two sides; where there is only one, those on it.
template <typename Number>
Ties ties_of(const Part& part, Number number) {
  Ties ties;
  for (const Deed& deed : part.deeds) {
    const bool one_side = deed.actor.empty() || deed.recipient.empty();
    if (one_side && !deed.interaction->reciprocal) continue;
    const auto& from = deed.actor.empty() ? deed.recipient : deed.actor;
    const auto& to = deed.recipient.empty() ? deed.actor : deed.recipient;
    for (std::size_t i = 0; i < from.size(); ++i) {
      for (std::size_t j = one_side ? i + 1 : 0; j < to.size(); ++j) tie(number(from[i]), number(to[j]), &ties);
    }
  }
  return ties;
}

void append_point(const Point& point, ObjectText* object) {
  object->number("x", point.x);
  object->number("y", point.y);
}

// `rolled` is where an actor without a country stands among the countries.
void append_actor(const Actor& actor, const Point& point, const Point& rolled, const Countries& countries,
                  std::string* out) {
  ObjectText object(out);
  object.text("id", actor.id);
  object.text("name", actor.name);
  object.text("kind", to_string(actor.kind));
  if (countries.count(actor.code) != 0) object.text("country", actor.code);
  if (countries.count(actor.code) == 0) object.optional_text("code", actor.code);
  object.optional_text("sector", actor.sector);
  object.optional_text("qid", actor.qid);
  object.optional_texts("offices", actor.offices);
  object.optional_texts("aliases", actor.aliases);
  append_point(point, &object);
  if (countries.count(actor.code) != 0) return;
  object.number("rolled_x", rolled.x);
  object.number("rolled_y", rolled.y);
}

}  // namespace

Result<Done> append_actors(const Graph& graph, const Part& part, std::string* out) {
  const auto points = lay_out(part.actors.size(), ties_of(part, [](std::uint32_t actor) { return actor; }));
  if (!points) return points.error();
  const Countries countries = countries_of(graph, part);
  // Rolled up, an actor is its country, or itself where it has none: such actors come after the countries.
  std::map<std::string, std::uint32_t> rank;
  for (const auto& [code, name] : countries) rank.emplace(code, static_cast<std::uint32_t>(rank.size()));
  std::vector<std::uint32_t> rolled;
  std::uint32_t next = static_cast<std::uint32_t>(rank.size());
  for (const Actor* actor : part.actors) {
    const auto country = rank.find(actor->code);
    rolled.push_back(country != rank.end() ? country->second : next++);
  }
  const auto places = lay_out(next, ties_of(part, [&](std::uint32_t actor) { return rolled[actor]; }));
  if (!places) return places.error();

  out->append(",\n\"countries\":{");
  for (const auto& [code, name] : countries) {
    if (rank.at(code) != 0) out->append(",\n");
    exporting::append_string(code, out);
    out->push_back(':');
    ObjectText object(out);
    object.text("name", name);
    append_point((*places)[rank.at(code)], &object);
  }
  out->append("},\n\"actors\":[");
  for (std::size_t i = 0; i < part.actors.size(); ++i) {
    out->append(i == 0 ? "\n" : ",\n");
    append_actor(*part.actors[i], (*points)[i], (*places)[rolled[i]], countries, out);
  }
  out->append("\n]");
  return Done{};
}

}  // namespace demarche::exploring
