#include "export/painter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "export/label.h"
#include "export/stroke_words.h"
#include "export/style.h"

namespace demarche::exporting {
namespace {

bool is_web_address(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

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

}  // namespace

Painter::Painter(const Graph& graph, const DiagramOptions& options, Canvas* out)
    : graph_(graph), options_(options), out_(out) {
  // The first of several, like everywhere.
  for (const Actor& actor : graph.actors) {
    if (actor.kind == Kind::state && !actor.name.empty()) countries_.try_emplace(actor.code, actor.name);
  }
}

void Painter::begin() {
  set_defaults();
  for (const Actor& actor : graph_.actors) paint_actor(actor);
  if (options_.group_countries) paint_frames();
}

void Painter::end(const std::string& heading) {
  if (!heading.empty()) out_->set_heading(heading);
}

void Painter::set_defaults() {
  for (const auto& [name, value] : style::page_defaults) out_->graph_default(name, value);
  const std::pair<std::string_view, std::string_view> graph_defaults[] = {
      {"nodesep", "0.35"}, {"ranksep", "0.6"}, {"outputorder", "edgesfirst"}, {"newrank", "true"}};
  for (const auto& [name, value] : graph_defaults) out_->graph_default(name, value);
  const std::pair<std::string_view, std::string_view> node_defaults[] = {{"fontname", style::font},
                                                                         {"fontsize", style::name_size},
                                                                         {"margin", "0.14,0.07"},
                                                                         {"height", "0.3"},
                                                                         {"width", "0.6"}};
  for (const auto& [name, value] : node_defaults) out_->node_default(name, value);
  const std::pair<std::string_view, std::string_view> edge_defaults[] = {
      {"fontname", style::font}, {"fontsize", style::edge_size}, {"arrowsize", "0.7"}};
  for (const auto& [name, value] : edge_defaults) out_->edge_default(name, value);
}

std::string Painter::country(const Actor& actor) const {
  if (actor.code.empty()) return "";
  const auto [known, fresh] = countries_.try_emplace(actor.code);
  if (fresh) known->second = country_name(actor.code);
  return known->second;
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
  out_->begin_node(plain_attribute(actor.id));
  out_->set_html("label", actor_label(actor));
  out_->set("name", plain_attribute(actor.name));
  out_->set("kind", to_string(actor.kind));
  if (!actor.code.empty()) out_->set("code", plain_attribute(actor.code));
  std::string tooltip = actor.name;
  for (const std::string& office : actor.offices) tooltip += ", " + office;
  out_->set("tooltip", plain_attribute(tooltip));
  if (actor.qid.starts_with('Q')) out_->set("URL", "https://www.wikidata.org/wiki/" + plain_attribute(actor.qid));
  out_->set("shape", look.shape);
  out_->set("style", look.style);
  out_->set("fillcolor", look.fill);
  out_->set("color", look.border);
  // A hexagon's points stand out by themselves.
  if (look.shape == "hexagon") out_->set("margin", "0,0");
  out_->set("penwidth", actor.id == options_.focus ? "3" : "1.2");
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
    out_->begin_frame(fmt::format("cluster_{}", ++number));
    out_->add_member(plain_attribute(actor->id));
    out_->set("style", "invis");
  }
}

void Painter::paint_frame(const std::string& id, const std::string& name, const std::vector<const Actor*>& actors) {
  out_->begin_frame(id);
  for (const Actor* actor : actors) out_->add_member(plain_attribute(actor->id));
  const std::string words = frame_words(name, *actors.front());
  out_->set_html("label", font_markup(style::edge_size, style::cluster_ink, "<B>" + html_text(words) + "</B>"));
  out_->set("style", "filled,rounded");
  out_->set("fillcolor", style::cluster_fill);
  out_->set("color", style::cluster_border);
  out_->set("margin", "10");
}

void Painter::style_edge(const Stroke& stroke) {
  const bool denied = stroke.status == Status::denied;
  const std::string_view colour = colour_of(stroke.status, stroke.quad_code);
  out_->set("color", colour);
  out_->set("style", style::edge(stroke.status).stroke);
  out_->set("penwidth", pen_width(stroke));
  const std::string_view direction = stroke.forward && stroke.backward ? "both"
                                     : stroke.forward                  ? "forward"
                                     : stroke.backward                 ? "back"
                                                                       : "none";
  out_->set("dir", denied && direction == "none" ? "both" : direction);
  if (denied) {
    out_->set("arrowhead", "tee");
    out_->set("arrowtail", "tee");
    out_->set("arrowsize", "1");
  }
  out_->set("status", to_string(stroke.status));
}

void Painter::paint(const Stroke& stroke) {
  const Interaction& first = *stroke.interactions.front();
  out_->begin_edge(plain_attribute(*stroke.from), plain_attribute(*stroke.to), plain_attribute(first.id));
  style_edge(stroke);
  const bool denied = stroke.status == Status::denied;
  const auto colour = denied ? style::quiet_ink : colour_of(stroke.status, stroke.quad_code);
  if (options_.edge_labels) {
    out_->set_html("label", options_.spread ? flat_label(stroke, colour) : tall_label(stroke, colour, 4));
  }
  out_->set("action", plain_attribute(deeds(stroke)));
  out_->set("date", plain_attribute(stroke.interactions.size() == 1 ? first.date : dates(stroke)));
  paint_evidence(stroke.interactions);
}

// What a reader sees over the line: date, who, what and the sentence of each; the line leads to the newest source.
void Painter::paint_evidence(const std::vector<const Interaction*>& interactions) {
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
  out_->set("tooltip", plain_attribute(words));
  if (!url.empty()) out_->set("URL", plain_attribute(url));
}

std::uint64_t Painter::paint(const Gathering& gathering) {
  const Interaction& first = *gathering.interactions.front();
  const std::string hub = plain_attribute("interaction " + first.id);
  out_->begin_node(hub);
  Stroke stroke{nullptr, nullptr};
  stroke.status = first.status;
  stroke.quad_code = gathering.quad_code;
  stroke.interactions = gathering.interactions;
  const std::string_view colour = colour_of(stroke.status, stroke.quad_code);
  out_->set_html("label", tall_label(stroke, colour, 0));
  out_->set("kind", "interaction");
  out_->set("shape", "oval");
  out_->set("style", "filled");
  out_->set("fillcolor", style::page);
  out_->set("color", colour);
  out_->set("margin", "0.02,0.02");
  const std::set<std::string> actors(first.actor.begin(), first.actor.end());
  const std::set<std::string> recipients(first.recipient.begin(), first.recipient.end());
  const auto join = [&](std::string_view from, std::string_view to) {
    out_->begin_edge(from, to, plain_attribute(first.id));
    style_edge(stroke);
    paint_evidence(stroke.interactions);
  };
  stroke.forward = false;
  for (const std::string& id : actors) join(plain_attribute(id), hub);
  stroke.forward = !first.reciprocal;
  for (const std::string& id : recipients) join(hub, plain_attribute(id));
  return actors.size() + recipients.size();
}

}  // namespace demarche::exporting
