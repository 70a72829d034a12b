#include <doctest/doctest.h>
#include <graphviz/cgraph.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "demarche/export.h"
#include "demarche/graph_stream.h"
#include "export/label.h"
#include "export/sample.h"
#include "export/string_target.h"
#include "export/stroke.h"

using namespace demarche;

namespace {

struct Close {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Read = std::unique_ptr<Agraph_t, Close>;

Read read_dot(std::string text) { return Read(agmemread(text.c_str())); }

std::string get(void* object, std::string name) {
  const char* value = agget(object, name.data());
  return value == nullptr ? "" : value;
}

Interaction call(std::string id, std::string date, std::string from, std::string to) {
  return sample::interaction(std::move(id), "call", std::move(date), {std::move(from)}, {std::move(to)}, true);
}

// "a-b 4 actual; c>d 1 denied": what is drawn.
std::string strokes(const Graph& graph, std::size_t loose) {
  std::string out;
  for (const auto& s : exporting::plan_drawing(graph, loose).strokes) {
    const char* arrow = s.forward && s.backward ? "<>" : s.forward ? ">" : s.backward ? "<" : "-";
    out += (out.empty() ? "" : "; ") + *s.from + arrow + *s.to + " " + std::to_string(s.interactions.size()) + " " +
           std::string(to_string(s.status));
  }
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) out += (out.empty() ? "" : "/") + line;
  return out;
}

}  // namespace

TEST_CASE("the small graph as DOT") {
  const std::string text = write_dot(sample::small());
  CHECK(text == sample::golden("small.dot", text));
}

TEST_CASE("DOT is read back: every actor a node, every interaction an edge") {
  const Graph graph = sample::small();
  const Read read = read_dot(write_dot(graph));
  REQUIRE(read != nullptr);
  CHECK(agnnodes(read.get()) == 3);
  CHECK(agnedges(read.get()) == 3);
  Agnode_t* node = agnode(read.get(), std::string("p.ahmet-davutoglu").data(), 0);
  REQUIRE(node != nullptr);
  CHECK(get(node, "name") == "Ahmet Davutoğlu");
  CHECK(get(node, "kind") == "person");
  CHECK(get(node, "shape") == "box");
  Agnode_t* iran = agnode(read.get(), std::string("IRN").data(), 0);
  CHECK(get(iran, "fillcolor") != get(node, "fillcolor"));
  for (Agedge_t* edge = agfstout(read.get(), iran); edge != nullptr; edge = agnxtout(read.get(), edge)) {
    if (get(edge, "status") == "denied") CHECK(get(edge, "arrowhead") == "tee");
  }
}

TEST_CASE("hostile names reach DOT whole, and nobody is lost") {
  Graph graph;
  for (const std::string& name : sample::hostile()) {
    graph.actors.push_back(sample::actor("x." + std::to_string(100 + graph.actors.size()) + name, name,
                                         static_cast<Kind>(graph.actors.size() % 6), "USA", name));
    graph.actors.back().name += "\\";
  }
  for (std::size_t i = 1; i < graph.actors.size(); ++i) {
    graph.interactions.push_back(sample::interaction("i" + std::to_string(100 + i) + graph.actors[i].name,
                                                     graph.actors[i].name, graph.actors[i].name,
                                                     {graph.actors[i - 1].id}, {graph.actors[i].id}));
  }
  const Read read = read_dot(write_dot(graph));
  REQUIRE(read != nullptr);
  CHECK(agnnodes(read.get()) == static_cast<int>(graph.actors.size()));
  CHECK(agnedges(read.get()) == static_cast<int>(graph.interactions.size()));
}

TEST_CASE("random graphs become DOT that Graphviz reads") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const Graph graph = sample::random_graph(seed);
    const std::string text = write_dot(graph);
    CHECK(read_dot(text) != nullptr);
    CHECK(write_dot(graph) == text);
  }
}

TEST_CASE("interactions of the same two are bundled when there are more than three") {
  Graph graph;
  for (int i = 0; i < 3; ++i)
    graph.interactions.push_back(call("i" + std::to_string(i), "2010-05-1" + std::to_string(i), "a", "b"));
  CHECK(strokes(graph, 3) == "a-b 1 actual; a-b 1 actual; a-b 1 actual");
  graph.interactions.push_back(call("i3", "2010-01-01", "b", "a"));
  CHECK(strokes(graph, 3) == "b-a 4 actual");
  graph.interactions.push_back(sample::interaction("i4", "praise", "2011", {"a"}, {"b"}));
  CHECK(strokes(graph, 3) == "b<a 5 actual");
  graph.interactions.push_back(sample::interaction("i5", "praise", "2012", {"b"}, {"a"}));
  graph.interactions.back().status = Status::denied;
  CHECK(strokes(graph, 3) == "b<a 5 actual; b>a 1 denied");
  CHECK(exporting::date_span(exporting::plan_drawing(graph, 3).strokes[0].interactions) == "1 Jan 2010 – 2011");
}

TEST_CASE("a summit is drawn as one gathering, not as lines between all") {
  Graph graph;
  graph.interactions = {sample::interaction("i", "meet", "2010", {"a", "b", "c", "d"}, {}, true)};
  CHECK(exporting::plan_drawing(graph, 3).strokes.empty());
  CHECK(exporting::plan_drawing(graph, 3).gatherings.size() == 1);
  graph.interactions[0].actor.pop_back();
  CHECK(strokes(graph, 3) == "a-b 1 actual; a-c 1 actual; b-c 1 actual");
}

TEST_CASE("summits of the same guests are one gathering, in whatever order they are named; another status is another") {
  Graph graph;
  graph.interactions = {sample::interaction("i1", "meet", "2011", {"a", "b", "c", "d"}, {}, true),
                        sample::interaction("i2", "agree", "2010", {"d", "c", "b", "a"}, {}, true),
                        sample::interaction("i3", "meet", "2012", {"a", "b", "c", "d"}, {}, true),
                        sample::interaction("i4", "meet", "2012", {"a", "b", "c", "e"}, {}, true)};
  graph.interactions[2].status = Status::planned;
  const auto bundled = exporting::plan_drawing(graph, 1).gatherings;
  REQUIRE(bundled.size() == 3);
  REQUIRE(bundled[0].interactions.size() == 2);
  CHECK(bundled[0].interactions[0]->id == "i2");
  CHECK(bundled[0].interactions[1]->id == "i1");
  CHECK(bundled[1].interactions[0]->id == "i3");
  CHECK(bundled[2].interactions[0]->id == "i4");
  CHECK(exporting::plan_drawing(graph, SIZE_MAX).gatherings.size() == 4);
}

TEST_CASE("dates in words") {
  using exporting::date_words;
  CHECK(date_words("2010-05-13", "") == "13 May 2010");
  CHECK(date_words("2010-12", "") == "Dec 2010");
  CHECK(date_words("2010", "") == "2010");
  CHECK(date_words("2010-05-13", "2010-05-17") == "13–17 May 2010");
  CHECK(date_words("2010-05-13", "2010-06-02") == "13 May – 2 Jun 2010");
  CHECK(date_words("2010-12-30", "2011-01-02") == "30 Dec 2010 – 2 Jan 2011");
  CHECK(date_words("soon", "") == "soon");
  CHECK(date_words("", "") == "");
  Interaction i = sample::interaction("i", "meet", "2010-05-10", {}, {});
  i.date_precision = DatePrecision::document;
  CHECK(date_words(i) == "by 10 May 2010");
  i.status = Status::planned;
  CHECK(date_words(i) == "as of 10 May 2010");
  i.date_precision = DatePrecision::week;
  CHECK(date_words(i) == "week of 10 May 2010");
}

TEST_CASE("lines of labels") {
  CHECK(joined(exporting::wrap("Luiz Inácio Lula da Silva", 24, 3)) == "Luiz Inácio/Lula da Silva");
  CHECK(joined(exporting::wrap("one two three four", 9, 2)) == "one two/three …");
  CHECK(joined(exporting::wrap("", 9, 2)) == "");
  CHECK(joined(exporting::wrap("abcdefghijklmnop", 4, 2)) == "abcdefgh…");
}

TEST_CASE("cleaning and escaping") {
  CHECK(exporting::clean(std::string("a\0b\x1F\x7F\n\tc\u202Ed\uFFFE\xFF", 16)) == "ab  cd\uFFFD");
  CHECK(exporting::plain_attribute("a\\N & b") == "a\\\\N &amp; b");
  CHECK(exporting::html_text("<B>\"&\"</B>\\N") == "&lt;B&gt;&quot;&amp;&quot;&lt;/B&gt;\\N");
}

TEST_CASE("countries by their code") {
  CHECK(exporting::country_name("TUR") == "Turkey");
  CHECK(exporting::country_name("USA") == "United States");
  CHECK(exporting::country_name("IGO") == "");
  CHECK(exporting::country_name("TR") == "");
  CHECK(exporting::country_name("../") == "");
}

namespace {

// A stream that says it were too large for libcgraph.
class Large : public GraphStream {
 public:
  explicit Large(const Graph& graph) : small_(stream(graph)) {}
  Counts counts() const override { return {1'000'000, 1'000'000, 1'000'000, 1'000'000}; }
  const std::vector<Actor>& actors() const override { return small_->actors(); }
  const std::vector<Affiliation>& affiliations() const override { return small_->affiliations(); }
  Result<Done> each_interaction(bool with_evidence, const VisitInteraction& visit) const override {
    return small_->each_interaction(with_evidence, visit);
  }
  Result<Done> each_mention(const std::function<void(const Told&)>& visit) const override {
    return small_->each_mention(visit);
  }
  Result<Done> each_source(const std::function<void(const Source&)>& visit) const override {
    return small_->each_source(visit);
  }

 private:
  std::unique_ptr<GraphStream> small_;
};

// What Graphviz finds in a file, one node, edge or frame a line, in an order of its own.
std::vector<std::string> found_in(const std::string& dot) {
  const Read read = read_dot(dot);
  REQUIRE(read != nullptr);
  std::vector<std::string> lines;
  const auto add = [&](std::string line, void* object, int kind) {
    for (Agsym_t* a = agnxtattr(read.get(), kind, nullptr); a != nullptr; a = agnxtattr(read.get(), kind, a)) {
      if (const std::string value = agxget(object, a); !value.empty())
        line += std::string("\t") + a->name + "=" + value;
    }
    lines.push_back(std::move(line));
  };
  for (Agnode_t* node = agfstnode(read.get()); node != nullptr; node = agnxtnode(read.get(), node)) {
    add(agnameof(node), node, AGNODE);
    for (Agedge_t* edge = agfstout(read.get(), node); edge != nullptr; edge = agnxtout(read.get(), edge)) {
      add(std::string(agnameof(node)) + " > " + agnameof(aghead(edge)) + " " + agnameof(edge), edge, AGEDGE);
    }
  }
  for (Agraph_t* frame = agfstsubg(read.get()); frame != nullptr; frame = agnxtsubg(frame)) {
    for (Agnode_t* node = agfstnode(frame); node != nullptr; node = agnxtnode(frame, node)) {
      lines.push_back(std::string(agnameof(frame)) + " holds " + agnameof(node));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

TEST_CASE("the file of libcgraph and the file that is written as it comes say the same") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    const Graph graph = sample::random_graph(seed);
    exporting::StringTarget streamed;
    REQUIRE(write_graph(Large(graph), "dot", {}, &streamed).ok());
    const std::string held = write_dot(graph);
    CHECK(held != streamed.text);
    CHECK(joined(found_in(held)) == joined(found_in(streamed.text)));
  }
}

TEST_CASE("bundles and gatherings of a file that is written as it comes are those of the picture") {
  Graph graph;
  for (const char* id : {"a", "b", "c", "d"}) graph.actors.push_back(sample::actor(id, id, Kind::person, ""));
  for (int i = 0; i < 5; ++i)
    graph.interactions.push_back(call("i" + std::to_string(i), "2010-05-1" + std::to_string(i), "b", "a"));
  for (int i = 5; i < 9; ++i)
    graph.interactions.push_back(
        sample::interaction("i" + std::to_string(i), "meet", "2011", {"a", "b", "c", "d"}, {}, true));
  const Read read = read_dot(write_dot(graph));
  REQUIRE(read != nullptr);
  CHECK(agnnodes(read.get()) == 5);  // four and one gathering
  CHECK(agnedges(read.get()) == 5);  // one bundle and four lines to the gathering
  Agnode_t* const a = agnode(read.get(), std::string("a").data(), 0);
  Agnode_t* const b = agnode(read.get(), std::string("b").data(), 0);
  Agedge_t* const bundle = agedge(read.get(), b, a, nullptr, 0);
  REQUIRE(bundle != nullptr);
  CHECK(get(bundle, "date") == "10–14 May 2010");
  CHECK(get(bundle, "label").find("5 × call") != std::string::npos);
}
