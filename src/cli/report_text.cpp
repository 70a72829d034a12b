#include "cli/report_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/rows.h"
#include "cli/terminal.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

// Longer cells of a terminal's table are cut: the other formats have them whole.
constexpr std::size_t kWidest = 44;

std::string number(double value) { return fmt::format("{:g}", value); }

std::string text_of(const Value& value, std::string_view between) {
  if (const auto* s = std::get_if<std::string>(&value)) return *s;
  if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
  if (const auto* d = std::get_if<double>(&value)) return number(*d);
  return join(std::get<std::vector<std::string>>(value), between);
}

Json json_of(const Value& value) {
  return std::visit([](const auto& held) { return Json(held); }, value);
}

// Empty texts and lists are left out.
Json row_object(const Section& section, const std::vector<Value>& row) {
  Json out = Json::object();
  for (std::size_t c = 0; c < row.size(); ++c) {
    const auto* s = std::get_if<std::string>(&row[c]);
    const auto* list = std::get_if<std::vector<std::string>>(&row[c]);
    if ((s != nullptr && s->empty()) || (list != nullptr && list->empty())) continue;
    out[section.columns[c]] = json_of(row[c]);
  }
  return out;
}

bool is_proof(const std::string& column) { return column == "sentence" || column == "link" || column == "source"; }

std::string cut(const std::string& cell) {
  if (text::count_code_points(cell) <= kWidest) return cell;
  return cell.substr(0, text::OffsetMap(cell).to_bytes(kWidest - 1)) + "…";
}

std::string padded(const std::string& cell, std::size_t width, bool right) {
  const std::size_t length = text::count_code_points(cell);
  const std::string space(width > length ? width - length : 0, ' ');
  return right ? space + cell : cell + space;
}

std::string styled(const std::string& s, const char* code, bool color) {
  return color ? fmt::format("\033[{}m{}\033[0m", code, s) : s;
}

std::string proof_lines(const Section& section, const std::vector<Value>& row, bool color) {
  std::string sentence, source, link;
  for (std::size_t c = 0; c < row.size(); ++c) {
    const std::string cell = one_line(text_of(row[c], ", "));
    if (section.columns[c] == "sentence") sentence = cell;
    if (section.columns[c] == "source") source = cell;
    if (section.columns[c] == "link") link = cell;
  }
  std::string out;
  if (!sentence.empty()) out += "    " + sentence + "\n";
  if (!source.empty() || !link.empty()) {
    out += "    " + styled(source + (source.empty() || link.empty() ? "" : "  ") + link, "2", color) + "\n";
  }
  return out;
}

std::string in_table(const Section& section, bool color) {
  std::vector<std::size_t> shown;
  for (std::size_t c = 0; c < section.columns.size(); ++c) {
    const bool filled = std::any_of(section.rows.begin(), section.rows.end(),
                                    [c](const auto& row) { return !text_of(row[c], ", ").empty(); });
    if (filled && !is_proof(section.columns[c])) shown.push_back(c);
  }
  std::vector<std::size_t> width;
  for (const std::size_t c : shown) {
    std::size_t most = section.columns[c].size();
    for (const auto& row : section.rows) {
      most = std::max(most, text::count_code_points(cut(one_line(text_of(row[c], ", ")))));
    }
    width.push_back(most);
  }
  const auto line = [&](const auto& cell_of, const auto& right) {
    std::string out;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      out += (i == 0 ? "" : "  ") + padded(cell_of(shown[i]), width[i], right(shown[i]));
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out;
  };
  const auto is_number = [&](std::size_t c) {
    return !section.rows.empty() && (std::holds_alternative<std::int64_t>(section.rows[0][c]) ||
                                     std::holds_alternative<double>(section.rows[0][c]));
  };
  std::string out = styled(section.name, "1", color) + "\n";
  out += styled(line([&](std::size_t c) { return section.columns[c]; }, is_number), "2", color) + "\n";
  for (const auto& row : section.rows) {
    out += line([&](std::size_t c) { return cut(one_line(text_of(row[c], ", "))); }, is_number) + "\n";
    out += proof_lines(section, row, color);
  }
  return out;
}

std::vector<Row> cells_of(const Section& section) {
  std::vector<Row> out = {section.columns};
  for (const auto& row : section.rows) {
    Row& cells = out.emplace_back();
    for (const Value& value : row) cells.push_back(text_of(value, "; "));
  }
  return out;
}

// Sections differ in their columns, so several of them become one long table.
std::vector<Row> flat_rows(const Report& report) {
  if (report.sections.size() == 1) return cells_of(report.sections[0]);
  std::vector<Row> out = {{"section", "row", "column", "value"}};
  for (const Section& section : report.sections) {
    for (std::size_t r = 0; r < section.rows.size(); ++r) {
      for (std::size_t c = 0; c < section.columns.size(); ++c) {
        out.push_back({section.name, std::to_string(r + 1), section.columns[c], text_of(section.rows[r][c], "; ")});
      }
    }
  }
  return out;
}

std::string markdown_link(const std::string& url) {
  const bool plain = url.find_first_of(" <>|\\\n\r\t") == std::string::npos &&
                     (url.starts_with("http://") || url.starts_with("https://"));
  return plain ? "<" + url + ">" : in_markdown(url);
}

std::string section_in_markdown(const Section& section) {
  std::vector<std::vector<std::string>> rows = {{}};
  for (const std::string& column : section.columns) rows[0].push_back(in_markdown(column));
  for (const auto& row : section.rows) {
    auto& cells = rows.emplace_back();
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string text = text_of(row[c], ", ");
      cells.push_back(section.columns[c] == "link" ? markdown_link(text) : in_markdown(text));
    }
  }
  return "## " + section.name + "\n\n" + markdown_table(rows);
}

}  // namespace

std::string in_markdown(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (c == '<') {
      out += "&lt;";
      continue;
    }
    if (std::string_view("\\|*_`[]#").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string markdown_table(const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    out += "|";
    for (const std::string& cell : rows[r]) out += " " + cell + " |";
    out += "\n";
    if (r > 0) continue;
    out += "|";
    for (std::size_t c = 0; c < rows[r].size(); ++c) out += "---|";
    out += "\n";
  }
  return out;
}

Json to_json(const Report& report) {
  Json out = Json::object();
  for (const Section& section : report.sections) {
    Json rows = Json::array();
    for (const auto& row : section.rows) rows.push_back(row_object(section, row));
    out[section.name] = std::move(rows);
  }
  return out;
}

std::vector<std::string> answers_of(const Report& report) {
  std::vector<std::string> out;
  if (report.sections.empty()) return out;
  const Section& section = report.sections[0];
  const auto column = [&](std::string_view name) {
    return std::find(section.columns.begin(), section.columns.end(), name) - section.columns.begin();
  };
  const auto size = static_cast<std::ptrdiff_t>(section.columns.size());
  const auto name = column("name");
  for (const auto& row : section.rows) {
    const auto cell = [&](std::ptrdiff_t c) {
      return c == size ? std::string() : text_of(row[static_cast<std::size_t>(c)], ", ");
    };
    if (name < size) {
      out.push_back(cell(name));
    } else if (column("members") < size) {
      out.push_back(cell(column("members")));
    } else if (column("version") < size) {
      out.push_back(cell(column("about")) + ": " + cell(column("version")));
    } else if (column("from") < size) {
      if (out.empty()) out.push_back(cell(column("from")));
      out.push_back(cell(column("to")));
    } else if (column("one") < size) {
      out.push_back(cell(column("one")) + " – " + cell(column("other")));
    } else {
      const std::string to = cell(column("recipient"));
      out.push_back(cell(column("date")) + " " + cell(column("actor")) + (to.empty() ? "" : " → " + to) + ": " +
                    cell(column("action")));
    }
  }
  return out;
}

Json report_json(const Graph& graph, const std::string& question, const Report& report) {
  Json page = {{"question", question}, {"answers", answers_of(report)}, {"query", to_json(report.query)}};
  page.update(to_json(report));
  page["mentions"] = Json::array();
  for (const std::string& id : report.interactions) {
    const Interaction* const interaction = graph.interaction(id);
    if (interaction == nullptr) continue;
    for (const Evidence& e : evidence_of(graph, interaction->mentions)) page["mentions"].push_back(to_json(e));
  }
  return page;
}

std::string in_format(const Report& report, ResultFormat format, bool color) {
  std::string out;
  switch (format) {
    case ResultFormat::table:
      for (const Section& section : report.sections) {
        if (!section.rows.empty()) out += (out.empty() ? "" : "\n") + in_table(section, color);
      }
      return out;
    case ResultFormat::json: {
      Json page = {{"query", to_json(report.query)}};
      page.update(to_json(report));
      return dump(page);
    }
    case ResultFormat::jsonl:
      for (const Section& section : report.sections) {
        for (const auto& row : section.rows) {
          Json line = Json::object();
          if (report.sections.size() > 1) line["section"] = section.name;
          line.update(row_object(section, row));
          out += dump(line);
        }
      }
      return out;
    case ResultFormat::csv:
      return csv(flat_rows(report));
    case ResultFormat::tsv:
      return tsv(flat_rows(report));
    case ResultFormat::markdown:
      for (const Section& section : report.sections) {
        if (!section.rows.empty()) out += (out.empty() ? "" : "\n") + section_in_markdown(section);
      }
      return out;
  }
  return out;
}

}  // namespace demarche::cli
