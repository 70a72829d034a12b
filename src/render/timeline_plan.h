// Where lanes, days and interactions of a timeline stand, before anything is drawn.
#ifndef DEMARCHE_RENDER_TIMELINE_PLAN_H
#define DEMARCHE_RENDER_TIMELINE_PLAN_H

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "demarche/graph.h"

namespace demarche::rendering {

// All in points; y grows upwards.
inline constexpr double lane_height = 26;
inline constexpr double name_width = 240;
inline constexpr double names_end = -24;  // where the lanes' names end
inline constexpr double date_width = 80;

// An interaction on its day.
struct Moment {
  const Interaction* interaction;
  long day;                 // of its beginning
  std::size_t top, bottom;  // lanes that its line joins
  std::string verb;
  double x = 0;
  std::size_t band = 0;
};

// A stretch of time under the one before it, like a line of text. It has the lanes of those who do something in it.
struct Band {
  std::size_t first = 0, last = 0;          // moments [first, last)
  double right = date_width;                // where its lanes end
  double top = 0;                           // of its first lane
  std::map<std::size_t, std::size_t> lane;  // place in the band, by number of the lane
};

// Points into the graph, which must outlive it.
struct TimelinePlan {
  std::vector<const Actor*> lanes;
  std::map<std::string, std::size_t> lane;  // by id
  std::vector<Moment> moments;              // by day
  std::vector<Band> bands;
};

// Actors and recipients.
std::vector<std::string> everybody(const Interaction& interaction);

// The room that a moment's verb needs.
double width_of(const Moment& moment);

// Countrymen stand together. Time is broken into bands so that the picture is largest on a sheet of paper: in one line,
// a year of news is a strip that nobody can read in print. Undated interactions have no moment.
TimelinePlan plan_timeline(const Graph& graph);

}  // namespace demarche::rendering

#endif
