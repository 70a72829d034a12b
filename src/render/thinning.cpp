#include "render/thinning.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "export/stroke.h"

namespace demarche::rendering {
namespace {

struct Bundle {
  std::vector<std::string_view> ends;
  std::vector<const Interaction*> interactions;
  std::size_t lines = 1;
  std::size_t reports = 0;  // independent ones
  bool at_centre = false;
  bool actual = false;
};

void count_reports(std::string_view centre, Bundle* bundle) {
  for (const Interaction* interaction : bundle->interactions) {
    bundle->reports += std::max(1U, interaction->independent);
    bundle->actual = bundle->actual || interaction->status == Status::actual;
  }
  bundle->at_centre = std::find(bundle->ends.begin(), bundle->ends.end(), centre) != bundle->ends.end();
}

Bundle of_gathering(const exporting::Gathering& gathering) {
  const Interaction& first = *gathering.interactions.front();
  std::set<std::string_view> guests(first.actor.begin(), first.actor.end());
  guests.insert(first.recipient.begin(), first.recipient.end());
  Bundle bundle;
  bundle.ends.assign(guests.begin(), guests.end());
  bundle.lines = guests.size();
  bundle.interactions = gathering.interactions;
  return bundle;
}

// The best first. Of equals those that stand first in the graph, whose order is that of ids.
std::vector<Bundle> ranked(const Graph& part, std::string_view centre) {
  const exporting::Drawing drawing = exporting::plan_drawing(part, 1);
  std::vector<Bundle> all;
  for (const exporting::Stroke& stroke : drawing.strokes) {
    Bundle& bundle = all.emplace_back();
    bundle.ends = {*stroke.from, *stroke.to};
    bundle.interactions = stroke.interactions;
  }
  for (const exporting::Gathering& gathering : drawing.gatherings) all.push_back(of_gathering(gathering));
  for (Bundle& bundle : all) count_reports(centre, &bundle);
  std::stable_sort(all.begin(), all.end(), [](const Bundle& a, const Bundle& b) {
    return std::tuple(b.at_centre, b.reports, b.actual) < std::tuple(a.at_centre, a.reports, a.actual);
  });
  return all;
}

}  // namespace

std::size_t count_lines(const Graph& part) {
  const exporting::Drawing drawing = exporting::plan_drawing(part, 1);
  std::size_t lines = drawing.strokes.size();
  for (const exporting::Gathering& gathering : drawing.gatherings) lines += of_gathering(gathering).lines;
  return lines;
}

void thin(std::size_t most, std::string_view centre, Graph* part) {
  const std::vector<Bundle> bundles = ranked(*part, centre);
  std::set<std::string_view> joined;
  std::set<std::string> kept;
  std::vector<const Bundle*> rest;
  std::size_t lines = 0;
  const auto keep = [&](const Bundle& bundle) {
    lines += bundle.lines;
    for (const Interaction* interaction : bundle.interactions) kept.insert(interaction->id);
  };
  for (const Bundle& bundle : bundles) {
    const auto is_new = [&](std::string_view end) { return joined.insert(end).second; };
    // Every end is looked at, not only up to the first new one.
    if (std::count_if(bundle.ends.begin(), bundle.ends.end(), is_new) > 0) {
      keep(bundle);
    } else {
      rest.push_back(&bundle);
    }
  }
  for (const Bundle* bundle : rest) {
    if (lines + bundle->lines <= most) keep(*bundle);
  }
  std::erase_if(part->interactions, [&](const Interaction& interaction) { return kept.count(interaction.id) == 0; });
}

}  // namespace demarche::rendering
