#include "export/writer.h"

#include "export/json_text.h"
#include "text/date.h"

namespace demarche::exporting {

std::string edge_key(const Interaction& interaction, const Pair& pair) {
  return interaction.id + ':' + *pair.from + '>' + *pair.to;
}

Result<std::uint64_t> each_edge(const GraphStream& graph, const std::function<void(const Edge&)>& visit,
                                const GraphStream::VisitInteraction& without_edge) {
  std::uint64_t count = 0;
  const auto done =
      graph.each_interaction(true, [&](const Interaction& interaction, const std::vector<const Mention*>& evidence) {
        const Deed deed = edge_deed(interaction, evidence);
        Edge edge;
        edge.deed = &deed;
        edge.evidence = &evidence;
        edge.first = true;
        const std::vector<Pair> pairs = pairs_of(interaction);
        if (pairs.empty() && without_edge) without_edge(interaction, evidence);
        for (const Pair& pair : pairs) {
          edge.from = pair.from;
          edge.to = pair.to;
          edge.key = edge_key(interaction, pair);
          visit(edge);
          edge.first = false;
          ++count;
        }
      });
  if (!done) return done.error();
  return count;
}

Days days_of(const Interaction& interaction) {
  const auto from = text::parse_iso(interaction.date);
  if (!from) return {};
  const auto until = text::parse_iso(interaction.enddate).value_or(*from);
  const text::Date first = text::first_day(*from);
  return {text::iso(first), text::iso(std::max(first, text::last_day(until)))};
}

std::string joined(std::span<const std::string> items) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += "; ";
    for (const char c : item) out.push_back(c == ';' ? ',' : c);
  }
  return out;
}

std::string number_text(double number) {
  std::string out;
  append_number(number, &out);
  return out;
}

}  // namespace demarche::exporting
