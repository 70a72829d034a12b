#include "export/stroke.h"

#include <algorithm>
#include <array>
#include <compare>
#include <map>
#include <utility>

#include "text/hash.h"

namespace demarche::exporting {
namespace {

using Ends = std::pair<std::string_view, std::string_view>;

Ends ends_of(const Pair& pair) {
  return *pair.to < *pair.from ? Ends(*pair.to, *pair.from) : Ends(*pair.from, *pair.to);
}

Stroke single(const Line& line) {
  Stroke stroke{line.pair.from, line.pair.to};
  stroke.forward = !line.interaction->reciprocal;
  stroke.status = line.interaction->status;
  stroke.quad_code = line.interaction->quad_code;
  stroke.interactions = {line.interaction};
  return stroke;
}

int most_frequent_quad(const std::vector<const Interaction*>& interactions) {
  std::array<int, 5> count{};
  for (const Interaction* interaction : interactions) {
    const int quad = interaction->quad_code;
    ++count[static_cast<std::size_t>(quad >= 0 && quad <= 4 ? quad : 0)];
  }
  return static_cast<int>(std::max_element(count.begin(), count.end()) - count.begin());
}

Stroke bundle(std::vector<Line> lines) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.interaction->date < b.interaction->date; });
  Stroke stroke = single(lines.front());
  stroke.forward = stroke.backward = false;
  stroke.interactions.clear();
  for (const Line& line : lines) {
    stroke.interactions.push_back(line.interaction);
    if (line.interaction->reciprocal) continue;
    (*line.pair.to == *stroke.to ? stroke.forward : stroke.backward) = true;
  }
  stroke.quad_code = most_frequent_quad(stroke.interactions);
  return stroke;
}

using Ids = std::vector<std::string>;
struct Guests {
  Ids actors, recipients;  // sorted
  Status status;
  bool reciprocal;
  auto operator<=>(const Guests&) const = default;
};

Guests guests_of(const Interaction& interaction) {
  Guests guests{interaction.actor, interaction.recipient, interaction.status, interaction.reciprocal};
  std::sort(guests.actors.begin(), guests.actors.end());
  std::sort(guests.recipients.begin(), guests.recipients.end());
  return guests;
}

}  // namespace

std::vector<Stroke> strokes_of(const std::vector<Line>& between_two, std::size_t loose) {
  std::vector<Stroke> strokes;
  if (between_two.size() <= loose) {
    for (const Line& line : between_two) strokes.push_back(single(line));
    return strokes;
  }
  std::map<Status, std::vector<Line>> by_status;
  for (const Line& line : between_two) by_status[line.interaction->status].push_back(line);
  for (auto& [status, same] : by_status) strokes.push_back(bundle(std::move(same)));
  return strokes;
}

std::uint64_t guest_hash(const Interaction& interaction) {
  const Guests guests = guests_of(interaction);
  text::StableHash hash;
  for (const std::string& id : guests.actors) hash.add(id);
  hash.add("to");
  for (const std::string& id : guests.recipients) hash.add(id);
  hash.add(to_string(guests.status)).add(guests.reciprocal ? "together" : "");
  return hash.value();
}

std::vector<Gathering> gatherings_of(const std::vector<const Interaction*>& crowded, std::size_t loose) {
  std::map<Guests, std::vector<const Interaction*>> same;
  for (const Interaction* interaction : crowded) same[guests_of(*interaction)].push_back(interaction);
  std::vector<Gathering> out;
  for (const Interaction* interaction : crowded) {
    auto& all = same[guests_of(*interaction)];
    if (all.size() <= loose) {
      out.push_back({{interaction}, interaction->quad_code});
    } else if (all.front() == interaction) {
      Gathering& gathering = out.emplace_back(Gathering{all, most_frequent_quad(all)});
      std::stable_sort(gathering.interactions.begin(), gathering.interactions.end(),
                       [](const Interaction* a, const Interaction* b) { return a->date < b->date; });
    }
  }
  return out;
}

Drawing plan_drawing(const Graph& graph, std::size_t loose) {
  Drawing drawing;
  std::map<Ends, std::vector<Line>> between;
  std::vector<const Interaction*> crowded;
  for (const Interaction& interaction : graph.interactions) {
    const std::vector<Pair> pairs = pairs_of(interaction);
    if (pairs.size() > most_pairs) {
      crowded.push_back(&interaction);
      continue;
    }
    for (const Pair& pair : pairs) between[ends_of(pair)].push_back({pair, &interaction});
  }
  for (const auto& [ends, lines] : between) {
    for (Stroke& stroke : strokes_of(lines, loose)) drawing.strokes.push_back(std::move(stroke));
  }
  drawing.gatherings = gatherings_of(crowded, loose);
  return drawing;
}

}  // namespace demarche::exporting
