#include <string>

#include "demarche/explore.h"
#include "explore/actors.h"
#include "explore/interactions.h"
#include "explore/part.h"
#include "export/json_text.h"

namespace demarche {
namespace exploring {
namespace {

constexpr std::uint64_t format_version = 1;

void append_totals(const Whole& whole, exporting::ObjectText* head) {
  exporting::ObjectText totals(head->key("totals"));
  totals.number("actors", whole.actors);
  totals.number("interactions", whole.interactions);
  totals.number("mentions", whole.mentions);
  totals.number("sources", whole.sources);
}

// In JSON "<" stands in strings only. Escaped, no text can close the script element that holds the data, or open a
// comment in it.
std::string without_angles(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      out.append("\\u003c");
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace
}  // namespace exploring

Result<ExploreData> explore_data(const Graph& graph, const ExploreOptions& options) {
  const auto part = exploring::choose(graph, options);
  if (!part) return part.error();
  std::string json;
  {
    exporting::ObjectText head(&json);
    head.number("format", exploring::format_version);
    head.text("made_by", "demarche " DEMARCHE_VERSION);
    head.optional_text("title", options.title);
    head.optional_text("note", part->note);
    head.optional_text("around", options.around);
    if (options.served) head.boolean("served", true);
    exploring::append_totals(part->whole, &head);
    if (auto done = exploring::append_actors(graph, *part, &json); !done) return done.error();
    exploring::append_interactions(graph, *part, &json);
  }
  json.push_back('\n');
  return ExploreData{exploring::without_angles(json), part->note};
}

}  // namespace demarche
