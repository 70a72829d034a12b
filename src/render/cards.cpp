#include "render/cards.h"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche::rendering {
namespace {

// All in points.
constexpr double points_an_inch = 72;
constexpr double between_rows = 16;
constexpr double between_joined_rows = 38;  // leaves room for the words of an edge inside the frame
constexpr double between_columns = 22;
constexpr double frame_margin = 12;
constexpr double frame_heading = 20;
constexpr double heading_letter = 7;
constexpr std::size_t most_rows = 4;

struct Seat {
  explicit Seat(Agnode_t* of)
      : node(of), width(ND_width(of) * points_an_inch), height(ND_height(of) * points_an_inch) {}
  Agnode_t* node;
  double width, height;
  double x = 0;  // of the centre, from the card's centre
  double y = 0;
};

struct Card {
  Agraph_t* frame = nullptr;  // null for somebody alone
  bool drawn = false;
  std::vector<Seat> seats;
  double width = 0;
  double height = 0;
};

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// REQUIRES a layout, which has measured the nodes.
std::vector<Card> deal(Agraph_t* graph) {
  std::vector<Card> cards;
  std::map<Agnode_t*, bool> seated;
  for (Agraph_t* frame = agfstsubg(graph); frame != nullptr; frame = agnxtsubg(frame)) {
    if (!begins_with(agnameof(frame), "cluster")) continue;
    Card& card = cards.emplace_back();
    card.frame = frame;
    card.drawn = std::string_view(agget(frame, const_cast<char*>("style"))) != "invis";
    for (Agnode_t* node = agfstnode(frame); node != nullptr; node = agnxtnode(frame, node)) {
      Agnode_t* original = agsubnode(graph, node, 0);
      card.seats.emplace_back(original);
      seated[original] = true;
    }
  }
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    if (!seated[node]) cards.emplace_back().seats.emplace_back(node);
  }
  return cards;
}

bool joined_inside(Agraph_t* graph, const Card& card) {
  for (const Seat& a : card.seats) {
    for (const Seat& b : card.seats) {
      if (agedge(graph, a.node, b.node, nullptr, 0) != nullptr) return true;
    }
  }
  return false;
}

std::size_t rows_of(const Card& card) {
  const std::size_t columns = (card.seats.size() + most_rows - 1) / most_rows;
  return (card.seats.size() + columns - 1) / columns;
}

// Columns of equal length, filled downwards, each as wide as its widest seat.
void arrange(double row_gap, Card* card) {
  const std::size_t rows = rows_of(*card);
  card->height = 0;
  double right = 0;
  for (std::size_t first = 0; first < card->seats.size(); first += rows) {
    const std::size_t end = std::min(first + rows, card->seats.size());
    double widest = 0;
    for (std::size_t i = first; i < end; ++i) widest = std::max(widest, card->seats[i].width);
    if (right > 0) right += between_columns;
    double top = 0;
    for (std::size_t i = first; i < end; ++i) {
      const double height = card->seats[i].height;
      card->seats[i].x = right + widest / 2;
      card->seats[i].y = -top - height / 2;
      top += height + row_gap;
    }
    right += widest;
    card->height = std::max(card->height, top - row_gap);
  }
  card->width = right;
  for (Seat& seat : card->seats) {
    seat.x -= card->width / 2;
    seat.y += card->height / 2;
  }
}

// About as wide as the frame's words, whose markup is not counted.
double heading_width(Agraph_t* frame) {
  const std::string_view label = agget(frame, const_cast<char*>("label"));
  double letters = 0;
  bool markup = false;
  for (const char c : label) {
    if (c == '<') markup = true;
    if (!markup && (static_cast<unsigned char>(c) & 0xC0) != 0x80) ++letters;
    if (c == '>') markup = false;
  }
  return letters * heading_letter;
}

void add_frame(Card* card) {
  if (!card->drawn) return;
  card->width = std::max(card->width, heading_width(card->frame)) + 2 * frame_margin;
  card->height += 2 * frame_margin + frame_heading;
  for (Seat& seat : card->seats) seat.y -= frame_heading / 2;
}

void size_up(Agraph_t* graph, std::vector<Card>* cards) {
  for (Card& card : *cards) {
    arrange(joined_inside(graph, card) ? between_joined_rows : between_rows, &card);
    add_frame(&card);
  }
}

using CardOf = std::map<Agnode_t*, std::size_t>;

CardOf number_of(const std::vector<Card>& cards) {
  CardOf card_of;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    for (const Seat& seat : cards[i].seats) card_of[seat.node] = i;
  }
  return card_of;
}

// Where a node's lines out of its card lead, on the whole: from the card's centre to those of the others.
pointf pull_on(Agraph_t* graph, Agnode_t* node, const CardOf& card_of, const std::vector<pointf>& centres) {
  pointf pull = {0, 0};
  const pointf own = centres[card_of.at(node)];
  int lines = 0;
  for (Agedge_t* edge = agfstedge(graph, node); edge != nullptr; edge = agnxtedge(graph, edge, node)) {
    const std::size_t card = card_of.at(aghead(edge) == node ? agtail(edge) : aghead(edge));
    const pointf other = centres[card];
    if (card == card_of.at(node)) continue;
    pull.x += other.x - own.x;
    pull.y += other.y - own.y;
    ++lines;
  }
  return lines == 0 ? pull : pointf{pull.x / lines, pull.y / lines};
}

// Seats each actor on that side of its card to which its lines lead, so that fewer of them cross their neighbours.
void seat_by_partners(Agraph_t* graph, const std::vector<pointf>& centres, std::vector<Card>* cards) {
  const CardOf card_of = number_of(*cards);
  for (Card& card : *cards) {
    std::map<Agnode_t*, pointf> pull;
    for (const Seat& seat : card.seats) pull[seat.node] = pull_on(graph, seat.node, card_of, centres);
    std::stable_sort(card.seats.begin(), card.seats.end(),
                     [&](const Seat& a, const Seat& b) { return pull[a.node].x < pull[b.node].x; });
    const std::size_t rows = rows_of(card);
    for (std::size_t first = 0; first < card.seats.size(); first += rows) {
      const auto begin = card.seats.begin() + static_cast<std::ptrdiff_t>(first);
      const auto end = card.seats.begin() + static_cast<std::ptrdiff_t>(std::min(first + rows, card.seats.size()));
      std::stable_sort(begin, end, [&](const Seat& a, const Seat& b) { return pull[b.node].y < pull[a.node].y; });
    }
  }
}

using Links = std::map<std::pair<std::size_t, std::size_t>, int>;

Links links_between(Agraph_t* graph, const std::vector<Card>& cards) {
  CardOf card_of = number_of(cards);
  Links links;
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      const auto ends = std::minmax(card_of[node], card_of[aghead(edge)]);
      if (ends.first != ends.second) ++links[ends];
    }
  }
  return links;
}

// The cards as a graph of plain boxes.
exporting::Agraph table_of(const std::vector<Card>& cards, const Links& links) {
  exporting::Agraph table;
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"overlap", "prism"}, {"overlap_scaling", "1"}, {"splines", "none"}, {"mode", "major"}, {"start", "7"}}) {
    table.graph_default(name, value);
  }
  // The more lines a card has, the more words stand round it.
  const double crowd =
      2.0 * static_cast<double>(links.size()) / static_cast<double>(std::max<std::size_t>(1, cards.size()));
  const double room_around = std::min(60.0, 14 + 8 * crowd);
  table.graph_default("sep", fmt::format("+{:.0f},{:.0f}", room_around + 6, room_around));
  std::vector<Agnode_s*> boxes;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    Agnode_s* box = boxes.emplace_back(table.node(fmt::format("{}", i)));
    table.set(box, "shape", "box");
    table.set(box, "fixedsize", "true");
    table.set(box, "label", "");
    table.set(box, "width", fmt::format("{:.3f}", cards[i].width / points_an_inch));
    table.set(box, "height", fmt::format("{:.3f}", cards[i].height / points_an_inch));
  }
  std::vector<unsigned> degree(cards.size(), 0);
  for (const auto& [ends, count] : links) ++degree[ends.first], ++degree[ends.second];
  for (const auto& [ends, count] : links) {
    Agedge_s* link = table.edge(boxes[ends.first], boxes[ends.second], "");
    const Card& a = cards[ends.first];
    const Card& b = cards[ends.second];
    // Cards with one neighbour may stand close to it; between busy ones lie the words of many lines. So they do between
    // two with many lines of their own.
    const double busy = std::min<double>(6, std::min(degree[ends.first], degree[ends.second]));
    const double own = std::min(5, count - 1);
    const double room = 0.55 + 0.12 * busy + 0.14 * own +
                        (std::hypot(a.width, a.height) + std::hypot(b.width, b.height)) / 2 / points_an_inch;
    table.set(link, "len", fmt::format("{:.3f}", room));
    table.set(link, "weight", fmt::format("{:.3f}", 1 + std::log2(count)));
  }
  return table;
}

std::vector<pointf> place(GVC_s* context, const exporting::Agraph& table, std::size_t count) {
  std::vector<pointf> centres;
  if (gvLayout(context, table.get(), "neato") != 0) return centres;
  for (std::size_t i = 0; i < count; ++i) {
    centres.push_back(ND_coord(agnode(table.get(), fmt::format("{}", i).data(), 0)));
  }
  gvFreeLayout(context, table.get());
  return centres;
}

void write_positions(const std::vector<Card>& cards, const std::vector<pointf>& centres, exporting::Agraph* diagram) {
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const Card& card = cards[i];
    const pointf at = centres[i];
    for (const Seat& seat : card.seats) {
      diagram->set(seat.node, "pos", fmt::format("{:.2f},{:.2f}", at.x + seat.x, at.y + seat.y));
    }
    if (!card.drawn) continue;
    const double left = at.x - card.width / 2;
    const double top = at.y + card.height / 2;
    diagram->set(card.frame, "bb",
                 fmt::format("{:.2f},{:.2f},{:.2f},{:.2f}", left, at.y - card.height / 2, left + card.width, top));
  }
}

}  // namespace

bool lay_out_cards(GVC_s* context, exporting::Agraph* diagram) {
  // Any engine measures the nodes; this one does little else, without edges.
  const std::string splines = agget(diagram->get(), const_cast<char*>("splines"));
  diagram->graph_default("splines", "none");
  if (gvLayout(context, diagram->get(), "sfdp") != 0) return false;
  diagram->graph_default("splines", splines);
  std::vector<Card> cards = deal(diagram->get());
  gvFreeLayout(context, diagram->get());
  const Links links = links_between(diagram->get(), cards);
  size_up(diagram->get(), &cards);
  // Only when the cards have places is it known who looks where; then their sizes change a little.
  std::vector<pointf> centres = place(context, table_of(cards, links), cards.size());
  if (centres.size() == cards.size()) {
    seat_by_partners(diagram->get(), centres, &cards);
    size_up(diagram->get(), &cards);
    centres = place(context, table_of(cards, links), cards.size());
  }
  if (centres.size() != cards.size()) return false;
  write_positions(cards, centres, diagram);
  return true;
}

}  // namespace demarche::rendering
