#include "demarche/render.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>

#include "render/cast.h"
#include "render/slice.h"
#include "text/utf8.h"

using namespace demarche;

// Graphviz and its font libraries keep what they load until the program ends, and lose some of it.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libpango\nleak:libglib\nleak:libgvc\nleak:libgvplugin\nleak:libcgraph\nleak:"
         "libcairo\n";
}

namespace {

std::string draw(const Graph& graph, RenderOptions options = {}) {
  const Result<std::string> picture = render(graph, options);
  return picture.ok() ? *picture : "error: " + picture.error().message;
}

std::string error(const Graph& graph, const RenderOptions& options) {
  const Result<std::string> picture = render(graph, options);
  return picture.ok() ? "no error" : picture.error().message;
}

// Tags are balanced, `&` begins an entity, and there is no character that XML forbids. Empty when well-formed.
std::string xml_fault(const std::string& xml) {
  if (!text::is_valid_utf8(xml)) return "invalid UTF-8";
  std::vector<std::string> open;
  for (std::size_t i = 0; i < xml.size(); ++i) {
    const char c = xml[i];
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') return "control character";
    if (c == '&' && xml.find(';', i) - i > 10) return "bare &";
    if (c != '<') continue;
    if (xml.compare(i, 4, "<!--") == 0) {
      i = xml.find("-->", i) + 2;
      continue;
    }
    const std::size_t end = xml.find('>', i);
    if (end == std::string::npos) return "open tag";
    const std::string tag = xml.substr(i + 1, end - i - 1);
    i = end;
    if (tag[0] == '?' || tag[0] == '!' || tag.back() == '/') continue;
    const std::string name = tag.substr(tag[0] == '/', tag.find_first_of(" \n\t") - (tag[0] == '/'));
    if (tag[0] != '/') {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "unexpected </" + name + ">";
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : "unclosed " + open.back();
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t n = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++n;
  return n;
}

unsigned png_number(const std::string& png, std::size_t at) {
  unsigned value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(png[i]);
  return value;
}

std::string ids(const Graph& graph) {
  std::string out;
  for (const Actor& actor : graph.actors) out += (out.empty() ? "" : " ") + actor.id;
  return out + " |" + std::to_string(graph.interactions.size());
}

// a – b – c – d, and b a second time with a; e alone.
Graph chain() {
  Graph g;
  for (const char* id : {"a", "b", "c", "d", "e"}) g.actors.push_back(sample::actor(id, id, Kind::person, ""));
  g.interactions = {
      sample::interaction("1", "call", "", {"a"}, {"b"}), sample::interaction("2", "call", "", {"b"}, {"a"}),
      sample::interaction("3", "call", "", {"b"}, {"c"}), sample::interaction("4", "meet", "", {"c"}, {"d"}, true)};
  return g;
}

std::string sliced(RenderOptions options) {
  const Result<Graph> part = rendering::slice(chain(), options);
  return part.ok() ? ids(*part) : part.error().message;
}

}  // namespace

TEST_CASE("SVG is well-formed and shows names, deeds, dates, legend and title") {
  RenderOptions options;
  options.title = "Tehran <declaration> & \"more\"";
  const std::string svg = draw(cast::fourteen(), options);
  CHECK(xml_fault(svg) == "");
  CHECK(svg.find("<svg") != std::string::npos);
  for (const char* words : {"Ahmet Davutoğlu", "Foreign Minister", "United Nations", "call", "13 May 2010", "5 × call",
                            "Turkey", "planned", "stroke-dasharray", "✗", "Tehran &lt;declaration&gt; &amp;",
                            "14 actors, 18 interactions, 10 May – 10 Jun 2010", "organisation"}) {
    CHECK_MESSAGE(svg.find(words) != std::string::npos, words);
  }
}

TEST_CASE("title and legend can be left out") {
  RenderOptions options;
  options.legend = false;
  const std::string svg = draw(sample::small(), options);
  CHECK(svg.find("both sides") == std::string::npos);
  CHECK(count(svg, "3 actors") == 1);  // only for those who hear it
  CHECK(svg.find("Hillary Clinton") != std::string::npos);
}

TEST_CASE("frames of countries can be left out; the country then stands beside the office") {
  RenderOptions options;
  CHECK(count(draw(cast::fourteen(), options), "class=\"cluster\"") == 7);
  options.group_countries = false;
  const std::string svg = draw(cast::fourteen(), options);
  CHECK(count(svg, "class=\"cluster\"") == 0);
  CHECK(svg.find("Prime Minister, Turkey") != std::string::npos);
}

TEST_CASE("hostile names give well-formed pictures in every layout and format") {
  Graph graph;
  for (const std::string& name : sample::hostile()) {
    graph.actors.push_back(sample::actor("x." + std::to_string(100 + graph.actors.size()) + name, name,
                                         static_cast<Kind>(graph.actors.size() % 6), name.substr(0, 3), name));
    graph.actors.back().name += "\\";
  }
  for (std::size_t i = 1; i < graph.actors.size(); ++i) {
    graph.interactions.push_back(sample::interaction("i" + std::to_string(i), graph.actors[i].name,
                                                     graph.actors[i].name, {graph.actors[i - 1].id},
                                                     {graph.actors[i].id}));
  }
  for (const char* layout : {"", "dot", "neato", "fdp", "sfdp"}) {
    CAPTURE(layout);
    RenderOptions options;
    options.layout = layout;
    options.title = sample::hostile()[3] + sample::hostile()[5];
    CHECK(xml_fault(draw(graph, options)) == "");
  }
  RenderOptions options;
  for (const char* format : {"png", "pdf"}) {
    options.format = format;
    CHECK(draw(graph, options).size() > 5000);
  }
}

TEST_CASE("random graphs render") {
  for (unsigned seed = 0; seed < 25; ++seed) {
    CAPTURE(seed);
    RenderOptions options;
    CHECK(xml_fault(draw(sample::random_graph(seed), options)) == "");
    options.layout = "dot";
    CHECK(xml_fault(draw(sample::random_graph(seed), options)) == "");
  }
}

TEST_CASE("PNG: signature, and a size fit for a page at two pixels for one") {
  RenderOptions options;
  options.format = "png";
  const std::string png = draw(cast::forty(), options);
  REQUIRE(png.size() > 50000);
  CHECK(png.substr(0, 8) == "\x89PNG\r\n\x1A\n");
  CHECK(png_number(png, 16) > 1500);
  CHECK(png_number(png, 16) < 6000);
  CHECK(png_number(png, 20) > 1500);
  CHECK(png_number(png, 20) < 6000);
}

TEST_CASE("PDF: signature and embedded fonts") {
  RenderOptions options;
  options.format = "pdf";
  const std::string pdf = draw(sample::small(), options);
  CHECK(pdf.substr(0, 5) == "%PDF-");
  CHECK(pdf.find("/FontFile") != std::string::npos);
  CHECK(pdf.find("/CreationDate (D:20000101000000") != std::string::npos);
}

TEST_CASE("an empty graph, and one actor alone") {
  CHECK(xml_fault(draw(Graph())) == "");
  Graph one;
  one.actors = {sample::actor("a", "A", Kind::other, "")};
  CHECK(xml_fault(draw(one)) == "");
}

TEST_CASE("a summit has one point that its guests are joined to") {
  Graph graph = chain();
  graph.interactions = {sample::interaction("s", "meet", "2010-05-13", {"a", "b", "c", "d"}, {}, true)};
  const std::string svg = draw(graph);
  CHECK(count(svg, "class=\"edge\"") == 4);
  CHECK(svg.find("13 May 2010") != std::string::npos);
}

TEST_CASE("the same graph gives the same picture") {
  // Not compared in the CHECK, which would print both.
  const bool same = draw(cast::forty()) == draw(cast::forty());
  CHECK(same);
}

TEST_CASE("a slice says what it was cut from") {
  RenderOptions options;
  options.around = "p.lavrov";
  const std::string svg = draw(cast::fourteen(), options);
  CHECK(svg.find("2 actors, 1 interaction, 14 May 2010 (of 14 actors, 18 interactions)") != std::string::npos);
  CHECK(svg.find("Amano") == std::string::npos);
}

TEST_CASE("parallel interactions are one line with count and span, and all of them when asked") {
  RenderOptions options;
  options.around = "p.davutoglu";
  const std::string bundled = draw(cast::fourteen(), options);
  CHECK(bundled.find("10 – 19 May 2010") == std::string::npos);
  CHECK(bundled.find("× ") != std::string::npos);
  CHECK(bundled.find("10–19 May 2010") != std::string::npos);
  options.expand = true;
  const std::string expanded = draw(cast::fourteen(), options);
  CHECK(expanded.find("× ") == std::string::npos);
  CHECK(count(expanded, "class=\"edge\"") > count(bundled, "class=\"edge\""));
}

TEST_CASE("SVG leads to the source, shows the sentence and is described in words") {
  RenderOptions options;
  options.title = "One call";
  const std::string svg = draw(sample::small(), options);
  CHECK(svg.find("xlink:href=\"https://example.org/1\"") != std::string::npos);
  CHECK(svg.find("Clinton called Turkish Foreign Minister Ahmet Davutoğlu on Thursday morning") != std::string::npos);
  CHECK(svg.find("<title id=\"picture-title\">One call</title>") != std::string::npos);
  CHECK(svg.find("13 May 2010: Hillary Clinton – call – Ahmet Davutoğlu. ") != std::string::npos);
  CHECK(svg.find("aria-describedby=\"picture-words\"") != std::string::npos);
  CHECK(svg.find("Source: Example Post, 1 document") != std::string::npos);
}

TEST_CASE("links are web addresses only") {
  Graph graph = sample::small();
  for (Mention& mention : graph.mentions) mention.url = "javascript:alert(1)";
  CHECK(draw(graph).find("javascript:") == std::string::npos);
}

TEST_CASE("the dark look has other colours for all of it") {
  RenderOptions options;
  options.dark = true;
  for (const View view : {View::network, View::timeline, View::matrix}) {
    options.view = view;
    std::string svg = draw(cast::fourteen(), options);
    std::transform(svg.begin(), svg.end(), svg.begin(), ::tolower);
    CHECK(svg.find("fill=\"#14191f\"") != std::string::npos);
    CHECK(svg.find("fill=\"#1b242c\"") == std::string::npos);
    CHECK(svg.find("fill=\"#e1eff9\"") == std::string::npos);
  }
}

TEST_CASE("timeline and matrix show everybody who did something, in any name") {
  Graph graph = cast::fourteen();
  for (std::size_t i = 0; i < graph.actors.size(); ++i)
    graph.actors[i].name += sample::hostile()[i % sample::hostile().size()];
  RenderOptions options;
  for (const View view : {View::timeline, View::matrix}) {
    options.view = view;
    for (const char* format : {"svg", "png", "pdf"}) {
      options.format = format;
      const std::string picture = draw(graph, options);
      CHECK(picture.substr(0, 6) != "error:");
      if (options.format == "svg") CHECK(xml_fault(picture) == "");
    }
  }
  options.format = "svg";
  options.view = View::timeline;
  const std::string timeline = draw(cast::fourteen(), options);
  CHECK(timeline.find("Sergei Lavrov") != std::string::npos);
  CHECK(timeline.find("visit (planned)") != std::string::npos);
  CHECK(timeline.find("10 May 2010</text>") != std::string::npos);
  CHECK(draw(cast::fourteen(), options) == timeline);
  CHECK(xml_fault(draw(Graph(), options)) == "");
  options.view = View::matrix;
  CHECK(xml_fault(draw(Graph(), options)) == "");
  for (unsigned seed = 0; seed < 20; ++seed) {
    for (const View view : {View::timeline, View::matrix}) {
      options.view = view;
      CHECK(xml_fault(draw(sample::random_graph(seed), options)) == "");
    }
  }
}

TEST_CASE("a large graph is cut to its busiest, and it is said") {
  Graph graph;
  for (int i = 0; i < 100; ++i)
    graph.actors.push_back(sample::actor("a" + std::to_string(100 + i), "A", Kind::person, ""));
  for (int i = 0; i < 99; ++i) {
    graph.interactions.push_back(sample::interaction("i" + std::to_string(100 + i), "call", "2010",
                                                     {graph.actors[0].id},
                                                     {graph.actors[static_cast<std::size_t>(i) + 1].id}));
  }
  std::string notice;
  CHECK(render(graph, {}, &notice).ok());
  CHECK(notice == "left out 60 actors and 60 interactions; --top N, --around NAME or a condition chooses others");
  RenderOptions options;
  options.top = 0;
  CHECK(render(graph, options, &notice).ok());
  CHECK(notice == "");
}

TEST_CASE("who has to do with nobody else in the picture is not drawn; the next busiest takes the place") {
  // Two pairs, and three who are busier than those but with actors of no other interaction.
  Graph graph;
  const auto tie = [&](const std::string& a, const std::string& b) {
    const std::string id = "i" + std::to_string(100 + graph.interactions.size());
    graph.interactions.push_back(sample::interaction(id, "call", "2010", {a}, {b}));
  };
  std::vector<std::string> ids = {"pair1", "pair2", "pair3", "pair4"};
  for (int i = 0; i < 3; ++i) {
    const std::string lone = "single" + std::to_string(i);
    ids.push_back(lone);
    for (int j = 0; j < 3; ++j) {
      const std::string other = lone + "with" + std::to_string(j);
      ids.push_back(other);
      tie(lone, other);
    }
  }
  for (int i = 0; i < 4; ++i) tie("pair1", "pair2");
  for (int i = 0; i < 2; ++i) tie("pair3", "pair4");
  std::sort(ids.begin(), ids.end());
  for (const std::string& id : ids) graph.actors.push_back(sample::actor(id, id, Kind::person, ""));
  RenderOptions options;
  options.top = 4;
  const std::string svg = draw(graph, options);
  CHECK(svg.find("4 actors, 6 interactions") != std::string::npos);
  CHECK(svg.find("single") == std::string::npos);
}

TEST_CASE("publications that are not named are counted") {
  Graph graph = cast::fourteen();
  for (const std::string name : {"A", "B", "C", "D"}) {
    Source& source = graph.sources.emplace_back();
    source.id = source.publication = name;
  }
  CHECK(draw(graph).find("Source: A, B, C, 1 other, 4 documents") != std::string::npos);
  Source& fifth = graph.sources.emplace_back();
  fifth.id = fifth.publication = "E";
  CHECK(draw(graph).find("Source: A, B, C, 2 others, 5 documents") != std::string::npos);
}

TEST_CASE("a neighbourhood that is too dense is thinned, and it is said; --expand draws it all") {
  Graph graph;
  for (int i = 0; i < 24; ++i) {
    graph.actors.push_back(sample::actor("a" + std::to_string(100 + i), "A", Kind::person, ""));
    for (int j = 0; j < i; ++j) {
      graph.interactions.push_back(sample::interaction("i" + std::to_string(1000 + 30 * i + j), "call", "2010",
                                                       {graph.actors[static_cast<std::size_t>(j)].id},
                                                       {graph.actors[static_cast<std::size_t>(i)].id}));
    }
  }
  RenderOptions options;
  options.around = "a103";
  std::string notice;
  CHECK(render(graph, options, &notice).ok());
  CHECK(notice == "left out 216 interactions with few reports; --expand or a condition shows them");
  options.expand = true;
  CHECK(render(graph, options, &notice).ok());
  CHECK(notice == "");
}

TEST_CASE("the names of frames are drawn over the lines") {
  const std::string svg = draw(cast::fourteen());
  CHECK(svg.find(">Turkey</text>") > svg.rfind("class=\"edge\""));
}

TEST_CASE("countries by code or flag") {
  RenderOptions options;
  options.countries = CountryMark::code;
  CHECK(draw(cast::fourteen(), options).find(">TUR<") != std::string::npos);
  options.countries = CountryMark::flag;
  CHECK(draw(cast::fourteen(), options).find("🇹🇷 Turkey") != std::string::npos);
}

TEST_CASE("wrong use") {
  RenderOptions options;
  options.format = "gif";
  CHECK(error(chain(), options) == "unknown picture format \"gif\"; known are svg, png, pdf");
  options.format = "svg";
  options.layout = "circo";
  CHECK(error(chain(), options) == "unknown layout \"circo\"; known are dot, neato, fdp, sfdp");
  options.layout.clear();
  options.around = "z";
  CHECK(error(chain(), options) == "no actor has the id \"z\"");
  CHECK(render(chain(), options).error().cause == Cause::wrong_use);
}

TEST_CASE("slices") {
  RenderOptions options;
  CHECK(sliced(options) == "a b c d e |4");
  options.around = "a";
  CHECK(sliced(options) == "a b |2");
  options.hops = 2;
  CHECK(sliced(options) == "a b c |3");
  options.hops = 9;
  CHECK(sliced(options) == "a b c d |4");
  options.around.clear();
  options.top = 2;
  CHECK(sliced(options) == "a b |2");
  options.top = 3;
  CHECK(sliced(options) == "a b c |3");
  options.around = "d";
  options.top = 1;
  CHECK(sliced(options) == "d |0");
}

TEST_CASE("an interaction that loses a side goes, one that loses a guest stays") {
  Graph graph = chain();
  graph.interactions.push_back(sample::interaction("5", "sign", "", {"a", "b", "e"}, {}, true));
  RenderOptions options;
  options.top = 2;
  const Result<Graph> part = rendering::slice(graph, options);
  REQUIRE(part.ok());
  CHECK(part->interactions.back().id == "5");
  CHECK(part->interactions.back().actor == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a long timeline is broken into bands that fit a sheet of paper") {
  Graph graph;
  for (const char* id : {"a", "b", "c"})
    graph.actors.push_back(sample::actor(id, std::string("Name of ") + id, Kind::person, ""));
  for (int i = 0; i < 60; ++i) {
    graph.interactions.push_back(sample::interaction(
        "i" + std::to_string(100 + i), "videoconference",
        "20" + std::to_string(10 + i / 12) + "-0" + std::to_string(1 + i % 9), {i % 2 == 0 ? "a" : "b"}, {"c"}));
  }
  RenderOptions options;
  options.view = View::timeline;
  std::string notice;
  const auto svg = render(graph, options, &notice);
  REQUIRE(svg.ok());
  CHECK(notice.find("left out 0 actors and 20 interactions") == 0);
  options.expand = true;
  const std::string all = draw(graph, options);
  double width = 0;
  double height = 0;
  const std::size_t size = all.find(" width=\"");
  REQUIRE(size != std::string::npos);
  REQUIRE(std::sscanf(all.c_str() + size, " width=\"%lfpt\" height=\"%lfpt\"", &width, &height) == 2);
  CHECK(width / height > 0.9);
  CHECK(width / height < 2.2);
  CHECK(count(all, ">Name of c<") > 1);  // a lane in each band
  CHECK(count(all, ">videoconference<") == 60);
}
