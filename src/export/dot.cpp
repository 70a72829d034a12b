// The whole graph as a DOT file, styled as `render` draws it: through libcgraph, or, where its graph would fill the
// memory (2.6 GB for a million interactions), written as it comes. What goes between the same two is bundled, so
// everything waits in a Spill, as sketches, until all that belongs together can be read back: in memory are some thirty
// bytes for each line.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "demarche/export.h"
#include "export/diagram.h"
#include "export/dot_text.h"
#include "export/graph_canvas.h"
#include "export/label.h"
#include "export/legend.h"
#include "export/painter.h"
#include "export/sketch.h"
#include "export/spill.h"
#include "export/string_target.h"
#include "export/writer.h"

namespace demarche {
namespace exporting {
namespace {

// Some 25 MB of libcgraph's.
constexpr std::uint64_t most_interactions_in_memory = 10'000;

class DiagramWriter {
 public:
  // Borrows both.
  DiagramWriter(const GraphStream& graph, Canvas* out) : stream_(graph), out_(out) { actors_.actors = graph.actors(); }

  Result<ExportCounts> write() {
    const auto done =
        stream_.each_interaction(false, [this](const Interaction& interaction, const auto&) { keep(interaction); });
    if (!done) return done.error();
    options_.note = counts(actors_.actors.size(), interactions_, span_);
    Painter painter(actors_, options_, out_);
    painter_ = &painter;
    painter.begin();
    paint_strokes();
    paint_gatherings();
    if (auto kept = sketches_.done(); !kept) return kept.error();
    painter.end(heading(actors_, seen_, options_));
    return ExportCounts{actors_.actors.size(), edges_};
  }

 private:
  // A line from one actor to another, by their numbers; the smaller one first.
  struct Between {
    std::uint32_t first, second;
    bool turned;  // from the second to the first
    Spill::Place sketch;
    bool same_two(const Between& other) const { return first == other.first && second == other.second; }
  };
  struct Crowded {
    std::uint32_t group;  // number of the first of the same guests
    Spill::Place sketch;
  };

  void keep(const Interaction& interaction) {
    ++interactions_;
    span_.add(interaction);
    const std::vector<Pair> pairs = pairs_of(interaction);
    if (pairs.empty()) return;
    pack(interaction, &bytes_);
    const Spill::Place sketch = sketches_.add(bytes_);
    if (pairs.size() > most_pairs) {
      const auto next = static_cast<std::uint32_t>(crowded_.size());
      crowded_.push_back({groups_.try_emplace(guest_hash(interaction), next).first->second, sketch});
      return;
    }
    for (const Pair& pair : pairs) {
      const Actor* const from = stream_.actor(*pair.from);
      const Actor* const to = stream_.actor(*pair.to);
      if (from == nullptr || to == nullptr) continue;
      const auto number = [this](const Actor* a) { return static_cast<std::uint32_t>(a - stream_.actors().data()); };
      const bool turned = to < from;
      lines_.push_back({number(turned ? to : from), number(turned ? from : to), turned, sketch});
    }
  }

  Interaction read(const Spill::Place& sketch) {
    sketches_.read(sketch, &bytes_);
    return bytes_.empty() ? Interaction() : unpack(bytes_);
  }

  void paint_strokes() {
    std::stable_sort(lines_.begin(), lines_.end(), [](const Between& a, const Between& b) {
      return std::tie(a.first, a.second) < std::tie(b.first, b.second);
    });
    std::vector<Interaction> read_back;
    std::vector<Line> same_two;
    for (auto from = lines_.begin(), end = from; from != lines_.end(); from = end) {
      end = std::find_if(from, lines_.end(), [&](const Between& line) { return !line.same_two(*from); });
      read_back.clear();
      same_two.clear();
      for (auto line = from; line != end; ++line) read_back.push_back(read(line->sketch));
      for (std::size_t i = 0; i < read_back.size(); ++i) {
        const Between& line = from[static_cast<std::ptrdiff_t>(i)];
        const std::string* const first = &actors_.actors[line.first].id;
        const std::string* const second = &actors_.actors[line.second].id;
        same_two.push_back({line.turned ? Pair{second, first} : Pair{first, second}, &read_back[i]});
      }
      for (const Stroke& stroke : strokes_of(same_two, options_.loose)) {
        seen_.note(stroke);
        painter_->paint(stroke);
        ++edges_;
      }
    }
  }

  void paint_gatherings() {
    std::stable_sort(crowded_.begin(), crowded_.end(),
                     [](const Crowded& a, const Crowded& b) { return a.group < b.group; });
    std::vector<Interaction> read_back;
    for (auto from = crowded_.begin(), end = from; from != crowded_.end(); from = end) {
      end = std::find_if(from, crowded_.end(), [&](const Crowded& one) { return one.group != from->group; });
      read_back.clear();
      for (auto one = from; one != end; ++one) read_back.push_back(read(one->sketch));
      std::vector<const Interaction*> same_guests;
      for (const Interaction& interaction : read_back) same_guests.push_back(&interaction);
      for (const Gathering& gathering : gatherings_of(same_guests, options_.loose)) {
        seen_.note(gathering);
        edges_ += painter_->paint(gathering);
      }
    }
  }

  const GraphStream& stream_;
  Graph actors_;  // nothing else of the graph
  DiagramOptions options_;
  Canvas* out_;
  Painter* painter_ = nullptr;
  Seen seen_;
  DateSpan span_;
  Spill sketches_;
  std::string bytes_;
  std::vector<Between> lines_;
  std::vector<Crowded> crowded_;
  std::unordered_map<std::uint64_t, std::uint32_t> groups_;
  std::uint64_t interactions_ = 0, edges_ = 0;
};

}  // namespace

Result<ExportCounts> write_dot_file(const GraphStream& graph, const ExportOptions&, ExportTarget* target) {
  if (graph.counts().interactions > most_interactions_in_memory) {
    DotText text(target);
    auto counts = DiagramWriter(graph, &text).write();
    text.close();
    return counts;
  }
  GraphCanvas canvas;
  auto counts = DiagramWriter(graph, &canvas).write();
  if (counts) target->write(canvas.graph.dot());
  return counts;
}

}  // namespace exporting

std::string write_dot(const Graph& graph) {
  exporting::StringTarget target;
  // Reading a graph in memory cannot fail.
  static_cast<void>(exporting::write_dot_file(*stream(graph), {}, &target).ok());
  return std::move(target.text);
}

}  // namespace demarche
