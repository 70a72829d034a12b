#include "export/diagram.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "export/label.h"
#include "export/style.h"

namespace demarche::exporting {
namespace {

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "<BR/>") + html_text(line);
  return out;
}

// The actors and deeds of one diagram while it is drawn.
class Painter {
 public:
  Painter(const Graph& graph, const DiagramOptions& options)
      : graph_(graph), options_(options), drawing_(plan_drawing(graph, options.loose)) {}

  Agraph paint() {
    set_defaults();
    for (const Actor& actor : graph_.actors) paint_actor(actor);
    if (options_.group_countries) paint_frames();
    for (const Stroke& stroke : drawing_.strokes) paint_stroke(stroke);
    for (const Gathering& gathering : drawing_.gatherings) paint_gathering(gathering);
    const std::string top = heading(graph_, drawing_, options_);
    if (!top.empty()) out_.set_html(out_.get(), "label", top);
    return std::move(out_);
  }

 private:
  Agnode_s* node_of(std::string_view id, Agraph_s* frame = nullptr) { return out_.node(plain_attribute(id), frame); }
  void set_defaults();
  void paint_actor(const Actor& actor);
  void paint_frames();
  void paint_frame(const std::string& id, const std::string& name, const std::vector<const Actor*>& actors);
  void paint_stroke(const Stroke& stroke);
  void paint_gathering(const Gathering& gathering);
  void style_edge(Agedge_s* edge, const Stroke& stroke);
  std::string country(const Actor& actor) const;
  std::string frame_of(const Actor& actor) const;
  std::string frame_words(const std::string& name, const Actor& member) const;
  void paint_evidence(Agedge_s* edge, const std::vector<const Interaction*>& interactions);
  std::string actor_label(const Actor& actor) const;

  const Graph& graph_;
  const DiagramOptions& options_;
  Drawing drawing_;
  Agraph out_;
};

void Painter::set_defaults() {
  for (const auto& [name, value] : style::page_defaults) out_.graph_default(name, value);
  const std::pair<std::string_view, std::string_view> graph_defaults[] = {
      {"nodesep", "0.35"}, {"ranksep", "0.6"}, {"outputorder", "edgesfirst"}, {"newrank", "true"}};
  for (const auto& [name, value] : graph_defaults) out_.graph_default(name, value);
  const std::pair<std::string_view, std::string_view> node_defaults[] = {{"fontname", style::font},
                                                                         {"fontsize", style::name_size},
                                                                         {"margin", "0.14,0.07"},
                                                                         {"height", "0.3"},
                                                                         {"width", "0.6"}};
  for (const auto& [name, value] : node_defaults) out_.node_default(name, value);
  const std::pair<std::string_view, std::string_view> edge_defaults[] = {
      {"fontname", style::font}, {"fontsize", style::edge_size}, {"arrowsize", "0.7"}};
  for (const auto& [name, value] : edge_defaults) out_.edge_default(name, value);
}

// A state's own name beats the one of the tables, so that a diagram names a country in one way.
std::string Painter::country(const Actor& actor) const {
  if (actor.code.empty()) return "";
  for (const Actor& other : graph_.actors) {
    if (other.kind == Kind::state && other.code == actor.code && !other.name.empty()) return other.name;
  }
  return country_name(actor.code);
}

std::string Painter::actor_label(const Actor& actor) const {
  const style::NodeStyle& look = style::node(actor.kind);
  std::vector<std::string> name =
      wrap(clean(actor.name.empty() ? actor.id : actor.name), actor.kind == Kind::organisation ? 18 : 24, 3);
  if (name.empty()) name.emplace_back("?");
  std::string below = actor.offices.empty() ? "" : clean(actor.offices.front());
  if (actor.kind == Kind::state && options_.countries == CountryMark::flag && !flag_of(actor.code).empty()) {
    name.front() = flag_of(actor.code) + " " + name.front();
  } else if (actor.kind == Kind::state && options_.countries == CountryMark::code && below.empty()) {
    below = actor.code;
  }
  std::string out = font_markup(style::name_size, look.ink, "<B>" + joined_lines(name) + "</B>");
  if (!options_.group_countries && actor.kind != Kind::state && !country(actor).empty()) {
    below += (below.empty() ? "" : ", ") + country(actor);
  }
  const std::vector<std::string> lines = wrap(below, 30, 2);
  if (!lines.empty()) out += "<BR/>" + font_markup(style::small_size, look.quiet, joined_lines(lines));
  return out;
}

void Painter::paint_actor(const Actor& actor) {
  const style::NodeStyle& look = style::node(actor.kind);
  Agnode_s* node = node_of(actor.id);
  out_.set_html(node, "label", actor_label(actor));
  out_.set(node, "name", plain_attribute(actor.name));
  out_.set(node, "kind", to_string(actor.kind));
  if (!actor.code.empty()) out_.set(node, "code", plain_attribute(actor.code));
  std::string tooltip = actor.name;
  for (const std::string& office : actor.offices) tooltip += ", " + office;
  out_.set(node, "tooltip", plain_attribute(tooltip));
  if (actor.qid.starts_with('Q')) out_.set(node, "URL", "https://www.wikidata.org/wiki/" + plain_attribute(actor.qid));
  out_.set(node, "shape", look.shape);
  out_.set(node, "style", look.style);
  out_.set(node, "fillcolor", look.fill);
  out_.set(node, "color", look.border);
  // A hexagon's points stand out by themselves.
  if (look.shape == "hexagon") out_.set(node, "margin", "0,0");
  out_.set(node, "penwidth", actor.id == options_.focus ? "3" : "1.2");
}

// A country, the international organisations, or an empty name: no frame.
std::string Painter::frame_of(const Actor& actor) const {
  const std::string name = country(actor);
  if (name.empty() && actor.kind == Kind::organisation) return "International organisations";
  return name;
}

std::string Painter::frame_words(const std::string& name, const Actor& member) const {
  if (country(member).empty()) return name;
  if (options_.countries == CountryMark::code) return member.code;
  if (options_.countries == CountryMark::flag) return flag_of(member.code) + " " + name;
  return name;
}

// A frame only where it tells something: round one state, or one organisation, it would say what the node says.
void Painter::paint_frames() {
  std::map<std::string, std::vector<const Actor*>> frames;
  std::vector<const Actor*> alone;
  for (const Actor& actor : graph_.actors) {
    const std::string name = frame_of(actor);
    name.empty() ? alone.push_back(&actor) : frames[name].push_back(&actor);
  }
  std::size_t number = 0;
  for (const auto& [name, actors] : frames) {
    const Kind kind = actors.front()->kind;
    if (actors.size() == 1 && (kind == Kind::state || kind == Kind::organisation)) {
      alone.push_back(actors.front());
    } else {
      paint_frame(fmt::format("cluster_{}", ++number), name, actors);
    }
  }
  if (!options_.spread) return;
  for (const Actor* actor : alone) {
    Agraph_s* cluster = out_.subgraph(fmt::format("cluster_{}", ++number));
    node_of(actor->id, cluster);
    out_.set(cluster, "style", "invis");
  }
}

void Painter::paint_frame(const std::string& id, const std::string& name, const std::vector<const Actor*>& actors) {
  Agraph_s* cluster = out_.subgraph(id);
  for (const Actor* actor : actors) node_of(actor->id, cluster);
  const std::string words = frame_words(name, *actors.front());
  out_.set_html(cluster, "label", font_markup(style::edge_size, style::cluster_ink, "<B>" + html_text(words) + "</B>"));
  out_.set(cluster, "style", "filled,rounded");
  out_.set(cluster, "fillcolor", style::cluster_fill);
  out_.set(cluster, "color", style::cluster_border);
  out_.set(cluster, "margin", "10");
}

bool is_web_address(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

std::string verb(const Interaction& interaction) {
  std::string word = clean(interaction.action.empty() ? interaction.event : interaction.action);
  std::replace(word.begin(), word.end(), '_', ' ');
  if (interaction.action.empty()) std::transform(word.begin(), word.end(), word.begin(), ::tolower);
  return word.empty() ? "?" : word;
}

std::string with_status(const std::string& what, Status status) {
  switch (status) {
    case Status::planned:
      return what + ", planned";
    case Status::possible:
      return what + ", possible";
    case Status::denied:
      return std::string(style::denied_mark) + " " + what + ", denied";
    default:
      return what;
  }
}

// Of a bundle the verbs, the most frequent first: "call, meet, praise, …".
std::string deeds(const Stroke& stroke) {
  constexpr std::size_t most_verbs = 3;
  std::map<std::string, std::size_t> count;
  for (const Interaction* interaction : stroke.interactions) ++count[verb(*interaction)];
  std::vector<std::pair<std::string, std::size_t>> by_count(count.begin(), count.end());
  std::stable_sort(by_count.begin(), by_count.end(), [](auto& a, auto& b) { return a.second > b.second; });
  std::string out;
  for (std::size_t i = 0; i < std::min(most_verbs, by_count.size()); ++i) {
    out += (i == 0 ? "" : ", ") + by_count[i].first;
  }
  return by_count.size() > most_verbs ? out + ", …" : out;
}

std::string dates(const Stroke& stroke) {
  return stroke.interactions.size() == 1 ? date_words(*stroke.interactions.front()) : date_span(stroke.interactions);
}

std::string boxed(std::string_view attributes, std::string_view inner) {
  return fmt::format("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" {}><TR><TD>{}</TD></TR></TABLE>",
                     attributes, inner);
}

struct StrokeWords {
  std::string count;  // "5 ×" for a bundle
  std::string what;
  std::string when;
};

StrokeWords words_of(const Stroke& stroke) {
  const std::size_t count = stroke.interactions.size();
  return {count > 1 ? fmt::format("{} ×", count) : "", with_status(deeds(stroke), stroke.status), clean(dates(stroke))};
}

std::string tall_label(const StrokeWords& words, std::string_view colour) {
  std::string out;
  const std::string what = words.count.empty() ? words.what : words.count + " " + words.what;
  out += font_markup(style::edge_size, colour, joined_lines(wrap(what, 26, 2)));
  const std::vector<std::string> when = wrap(words.when, 26, 2);
  if (!when.empty()) out += "<BR/>" + font_markup(style::small_size, style::quiet_ink, joined_lines(when));
  return out;
}

std::string flat_label(const StrokeWords& words, std::string_view colour) {
  std::string what = words.count.empty() ? words.what : words.count + " " + words.what;
  const std::vector<std::string> line = wrap(what, 40, 1);
  std::string out = font_markup(style::small_size, colour, "<B>" + joined_lines(line) + "</B>");
  if (!words.when.empty()) out += font_markup(style::tiny_size, style::quiet_ink, " " + html_text(words.when));
  return out;
}

// A tall label stands beside its line and keeps off it by a margin; a flat one stands on the line, on paper of its own.
std::string stroke_label(const Stroke& stroke, std::string_view colour, bool flat) {
  const StrokeWords words = words_of(stroke);
  if (!flat) return boxed("CELLPADDING=\"4\"", tall_label(words, colour));
  return boxed(fmt::format("CELLPADDING=\"1\" BGCOLOR=\"{}\"", style::label_paper), flat_label(words, colour));
}

std::string_view colour_of(Status status, int quad_code) {
  if (status == Status::denied) return style::denied_colour;
  return style::quad_colour[quad_code >= 0 && quad_code <= 4 ? static_cast<std::size_t>(quad_code) : 0];
}

// Wider with every doubling, so that a much reported summit does not drown the rest.
std::string pen_width(const Stroke& stroke) {
  double weight = 0;
  for (const Interaction* interaction : stroke.interactions) weight += std::max(1U, interaction->independent);
  return fmt::format("{:.2f}", std::min(5.0, 1.3 + 0.55 * std::log2(weight)));
}

void Painter::style_edge(Agedge_s* edge, const Stroke& stroke) {
  const bool denied = stroke.status == Status::denied;
  const std::string_view colour = colour_of(stroke.status, stroke.quad_code);
  out_.set(edge, "color", colour);
  out_.set(edge, "style", style::edge(stroke.status).stroke);
  out_.set(edge, "penwidth", pen_width(stroke));
  const std::string_view direction = stroke.forward && stroke.backward ? "both"
                                     : stroke.forward                  ? "forward"
                                     : stroke.backward                 ? "back"
                                                                       : "none";
  out_.set(edge, "dir", denied && direction == "none" ? "both" : direction);
  if (denied) {
    out_.set(edge, "arrowhead", "tee");
    out_.set(edge, "arrowtail", "tee");
    out_.set(edge, "arrowsize", "1");
  }
  out_.set(edge, "status", to_string(stroke.status));
}

void Painter::paint_stroke(const Stroke& stroke) {
  const Interaction& first = *stroke.interactions.front();
  Agedge_s* edge = out_.edge(node_of(*stroke.from), node_of(*stroke.to), plain_attribute(first.id));
  style_edge(edge, stroke);
  const bool denied = stroke.status == Status::denied;
  const auto colour = denied ? style::quiet_ink : colour_of(stroke.status, stroke.quad_code);
  if (options_.edge_labels) out_.set_html(edge, "label", stroke_label(stroke, colour, options_.spread));
  out_.set(edge, "action", plain_attribute(deeds(stroke)));
  out_.set(edge, "date", plain_attribute(stroke.interactions.size() == 1 ? first.date : dates(stroke)));
  paint_evidence(edge, stroke.interactions);
}

// What a reader sees over the line: date, who, what and the sentence of each; the line leads to the newest source.
void Painter::paint_evidence(Agedge_s* edge, const std::vector<const Interaction*>& interactions) {
  constexpr std::size_t most_told = 6;
  std::string words;
  std::string url;
  for (std::size_t i = 0; i < interactions.size(); ++i) {
    const Interaction& interaction = *interactions[i];
    const Mention* const mention =
        options_.evidence == nullptr ? nullptr : best_mention(*options_.evidence, interaction);
    if (mention != nullptr && is_web_address(mention->url)) url = mention->url;
    if (i == most_told) words += fmt::format(" — and {} more", interactions.size() - most_told);
    if (i >= most_told) continue;
    words += (words.empty() ? "" : " — ") + in_words(graph_, interaction);
    if (mention != nullptr && !mention->text.empty()) words += ": “" + mention->text + "”";
  }
  out_.set(edge, "tooltip", plain_attribute(words));
  if (!url.empty()) out_.set(edge, "URL", plain_attribute(url));
}

void Painter::paint_gathering(const Gathering& gathering) {
  const Interaction& first = *gathering.interactions.front();
  Agnode_s* hub = node_of("interaction " + first.id);
  Stroke stroke{nullptr, nullptr};
  stroke.status = first.status;
  stroke.quad_code = gathering.quad_code;
  stroke.interactions = gathering.interactions;
  const std::string_view colour = colour_of(stroke.status, stroke.quad_code);
  out_.set_html(hub, "label", boxed("CELLPADDING=\"0\"", tall_label(words_of(stroke), colour)));
  out_.set(hub, "kind", "interaction");
  out_.set(hub, "shape", "oval");
  out_.set(hub, "style", "filled");
  out_.set(hub, "fillcolor", style::page);
  out_.set(hub, "color", colour);
  out_.set(hub, "margin", "0.02,0.02");
  const std::set<std::string> actors(first.actor.begin(), first.actor.end());
  const std::set<std::string> recipients(first.recipient.begin(), first.recipient.end());
  const auto join = [&](Agnode_s* from, Agnode_s* to) {
    Agedge_s* const edge = out_.edge(from, to, plain_attribute(first.id));
    style_edge(edge, stroke);
    paint_evidence(edge, stroke.interactions);
  };
  stroke.forward = false;
  for (const std::string& id : actors) join(node_of(id), hub);
  stroke.forward = !first.reciprocal;
  for (const std::string& id : recipients) join(hub, node_of(id));
}

}  // namespace

const Mention* best_mention(const Graph& evidence, const Interaction& interaction) {
  const auto rank = [&](const Mention& m) { return std::pair(m.status == interaction.status, m.confidence); };
  const Mention* best = nullptr;
  for (const std::string& id : interaction.mentions) {
    const Mention* const mention = evidence.mention(id);
    if (mention != nullptr && (best == nullptr || rank(*best) < rank(*mention))) best = mention;
  }
  return best;
}

std::string in_words(const Graph& graph, const Interaction& interaction) {
  const auto names = [&](const std::vector<std::string>& ids) {
    std::string all;
    for (const std::string& id : ids) {
      const Actor* const actor = graph.actor(id);
      all.append(all.empty() ? "" : ", ").append(actor == nullptr || actor->name.empty() ? id : actor->name);
    }
    return all;
  };
  std::string out = date_words(interaction);
  if (!out.empty()) out += ": ";
  out += names(interaction.actor);
  out += fmt::format("{}{}", interaction.actor.empty() ? "" : " – ", verb(interaction));
  if (!interaction.recipient.empty()) out += " – " + names(interaction.recipient);
  if (interaction.status != Status::actual) out += fmt::format(" ({})", to_string(interaction.status));
  return out;
}

Agraph draw(const Graph& graph, const DiagramOptions& options) { return Painter(graph, options).paint(); }

}  // namespace demarche::exporting
