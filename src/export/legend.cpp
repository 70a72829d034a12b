#include "export/legend.h"

#include <fmt/format.h>

#include "export/style.h"

namespace demarche::exporting {
namespace {

// A row of the legend. Graphviz would stretch a table to the width of the longest row; it leaves one of fixed size
// alone, so the widths are estimated from the letters.
class Row {
 public:
  void cell(unsigned width, std::string_view attributes, std::string_view inner) {
    cells_ += fmt::format("<TD ALIGN=\"LEFT\" FIXEDSIZE=\"TRUE\" WIDTH=\"{}\" HEIGHT=\"{}\" {}>{}</TD>", width, height,
                          attributes, inner);
    width_ += width + spacing;
  }
  void word(std::string_view word) {
    constexpr double letter = 5.6;  // points, of small_size
    cell(static_cast<unsigned>(letter * static_cast<double>(word.size())) + 16, "BORDER=\"0\"",
         fmt::format("<FONT POINT-SIZE=\"{}\" COLOR=\"{}\">{}<BR ALIGN=\"LEFT\"/></FONT>", style::small_size,
                     style::quiet_ink, word));
  }
  void mark(unsigned width, std::string_view mark, std::string_view size, std::string_view colour) {
    cell(width, "BORDER=\"0\"",
         fmt::format("<FONT POINT-SIZE=\"{}\" COLOR=\"{}\"><B>{}</B></FONT>", size, colour, mark));
  }
  void box(std::string_view stroke, std::string_view fill, std::string_view border) {
    cell(26, fmt::format("BORDER=\"1\" STYLE=\"{}\" BGCOLOR=\"{}\" COLOR=\"{}\"", stroke, fill, border), "");
  }
  void line(std::string_view stroke, std::string_view colour) {
    cell(32, "BORDER=\"0\" CELLPADDING=\"0\"",
         fmt::format(
             "<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"30\" "
             "HEIGHT=\"7\" BORDER=\"2\" SIDES=\"B\" STYLE=\"{}\" COLOR=\"{}\"></TD></TR><TR><TD FIXEDSIZE=\"TRUE\" "
             "WIDTH=\"30\" HEIGHT=\"7\" BORDER=\"0\"></TD></TR></TABLE>",
             stroke, colour));
  }
  std::string markup() const {
    if (cells_.empty()) return "";
    return fmt::format(
        "<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLSPACING=\"{}\" CELLPADDING=\"0\" ALIGN=\"LEFT\" "
        "FIXEDSIZE=\"TRUE\" WIDTH=\"{}\" HEIGHT=\"{}\"><TR>{}</TR></TABLE></TD></TR>",
        spacing, width_ + spacing, height + 2 * spacing, cells_);
  }

 private:
  static constexpr unsigned height = 16;
  static constexpr unsigned spacing = 3;
  std::string cells_;
  unsigned width_ = 0;
};

// Tables draw boxes of any stroke; the hexagon must come from the font.
void add_kind(const style::NodeStyle& look, Row* row) {
  if (look.shape == "hexagon") {
    row->mark(16, "⬢", style::kind_mark_size, look.border);
  } else {
    const auto comma = look.style.find(',');
    row->box(comma == std::string_view::npos ? "solid" : look.style.substr(comma + 1), look.fill, look.border);
  }
  row->word(look.word);
}

std::string kinds_row(const Graph& graph) {
  std::set<Kind> kinds;
  for (const Actor& actor : graph.actors) kinds.insert(actor.kind);
  Row row;
  for (const Kind kind : kinds) add_kind(style::node(kind), &row);
  return row.markup();
}

std::string lines_row(const Seen& seen) {
  Row row;
  for (const int quad : seen.quads) {
    row.line("solid", style::quad_colour[static_cast<std::size_t>(quad)]);
    row.word(style::quad_word[static_cast<std::size_t>(quad)]);
  }
  for (const Status status : seen.statuses) {
    if (status == Status::actual) continue;
    if (status == Status::denied) {
      row.mark(12, style::denied_mark, style::note_size, style::denied_colour);
    } else {
      row.line(style::edge(status).stroke, style::ink);
    }
    row.word(style::edge(status).word);
  }
  if (seen.directed) row.mark(14, "→", style::note_size, style::ink), row.word("to whom");
  if (seen.mutual) row.mark(14, "—", style::note_size, style::ink), row.word("both sides");
  return row.markup();
}

std::string text_row(std::string_view text, std::string_view size, std::string_view colour, bool bold) {
  const std::string inner = bold ? "<B>" + html_text(text) + "</B>" : html_text(text);
  return fmt::format("<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"{}\" COLOR=\"{}\">{}</FONT></TD></TR>", size, colour,
                     inner);
}

std::string plural(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

}  // namespace

void Seen::note(const Stroke& stroke) {
  statuses.insert(stroke.status);
  if (stroke.status != Status::denied && stroke.quad_code >= 1 && stroke.quad_code <= 4) quads.insert(stroke.quad_code);
  (stroke.forward || stroke.backward ? directed : mutual) = true;
}

void Seen::note(const Gathering& gathering) {
  Stroke stroke{nullptr, nullptr};
  stroke.forward = !gathering.interactions.front()->reciprocal;
  stroke.status = gathering.interactions.front()->status;
  stroke.quad_code = gathering.quad_code;
  note(stroke);
}

std::string counts(std::size_t actors, std::size_t interactions, const DateSpan& span) {
  const std::string words = span.words();
  return plural(actors, "actor") + ", " + plural(interactions, "interaction") + (words.empty() ? "" : ", " + words);
}

std::string counts(const Graph& graph) {
  DateSpan span;
  for (const Interaction& interaction : graph.interactions) span.add(interaction);
  return counts(graph.actors.size(), graph.interactions.size(), span);
}

std::string heading_rows(const Graph& graph, const DiagramOptions& options) {
  std::string rows;
  const std::string title = clean(options.title);
  if (!title.empty()) rows += text_row(title, style::title_size, style::ink, true);
  if (!title.empty() || options.legend) {
    rows += text_row(options.note.empty() ? counts(graph) : options.note, style::note_size, style::quiet_ink, false);
    if (!options.source.empty()) {
      rows += text_row("Source: " + clean(options.source), style::small_size, style::quiet_ink, false);
    }
  }
  return rows;
}

std::string heading_table(const std::string& rows) {
  if (rows.empty()) return "";
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">" + rows + "</TABLE>";
}

std::string heading(const Graph& graph, const Seen& seen, const DiagramOptions& options) {
  std::string rows = heading_rows(graph, options);
  if (options.legend) rows += kinds_row(graph) + lines_row(seen);
  return heading_table(rows);
}

}  // namespace demarche::exporting
