#include "export/event_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "export/cameo.h"
#include "export/label.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche::exporting {
namespace {

std::string cell_at(const Cells& row, std::size_t place) { return place < row.size() ? row[place] : ""; }

double number_of(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// "20210513", "2021-05-13" and "2021-05-13 00:00:00" as ISO; empty for anything else.
std::string iso_day(std::string_view text) {
  std::string dashed(text);
  if (text.size() >= 8 && text.find('-') == std::string_view::npos) {
    dashed = fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
  }
  const auto date = text::parse_iso(std::string_view(dashed).substr(0, 10));
  return date ? text::iso(*date) : "";
}

// "VLADIMIR PUTIN" as names are written; names with small letters are left alone.
std::string in_name_case(std::string_view name) {
  std::string out(name);
  if (std::any_of(out.begin(), out.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return out;
  bool first = true;
  for (char& c : out) {
    const bool letter = c >= 'A' && c <= 'Z';
    if (letter && !first) c = static_cast<char>(c + 32);
    first = !letter && static_cast<unsigned char>(c) < 0x80 && c != '\'';
  }
  return out;
}

// A country's own name stands for the state.
Entity state(const std::string& code) {
  Entity entity;
  entity.identifier_text = country_name(code);
  entity.entity_text = entity.identifier_text;
  entity.actor = code;
  entity.code = code;
  entity.kind = Kind::state;
  return entity;
}

Entity somebody(std::string_view name, std::string_view code, std::string_view sector, Kind kind) {
  Entity entity;
  entity.identifier_text = in_name_case(name);
  entity.entity_text = entity.identifier_text;
  entity.code = code;
  entity.sector = sector;
  entity.kind = kind;
  return entity;
}

bool is_alpha3(std::string_view code) { return !country_name(code).empty(); }

// CAMEO's codes for countries are ISO's with these exceptions.
std::string iso_of_cameo(std::string_view code) {
  static constexpr std::pair<std::string_view, std::string_view> others[] = {
      {"ROM", "ROU"}, {"ZAR", "COD"}, {"TMP", "TLS"}, {"PSE", "PSE"}, {"SUD", "SDN"}, {"SAF", "ZAF"}};
  for (const auto& [cameo, iso] : others) {
    if (cameo == code) return std::string(iso);
  }
  return std::string(code);
}

bool take_code(std::string_view cameo, Mention* mention, std::string* why) {
  const PloverType type = plover_of(cameo);
  if (type.action.empty()) {
    *why = fmt::format("\"{}\" is no CAMEO code", cameo.substr(0, 12));
    return false;
  }
  mention->event = type.event;
  mention->mode = type.mode;
  mention->action = type.action;
  mention->reciprocal = type.reciprocal;
  mention->status = type.status;
  mention->quad_code = type.quad_code;
  return true;
}

bool take_date(std::string_view text, Mention* mention, std::string* why) {
  mention->date = iso_day(text);
  mention->date_precision = DatePrecision::day;
  if (mention->date.empty()) *why = fmt::format("\"{}\" is no date", text.substr(0, 20));
  return !mention->date.empty();
}

bool has_somebody(const Mention& mention, std::string* why) {
  if (mention.actor.empty() && mention.recipient.empty()) *why = "names no actor";
  return why->empty();
}

// Columns 5 to 14 and 15 to 24: code, name, country, group, …, three types.
void add_gdelt_actor(const Cells& row, std::size_t first, std::vector<Entity>* side) {
  const std::string name = cell_at(row, first + 1);
  const std::string country = iso_of_cameo(cell_at(row, first + 2));
  const std::string group = cell_at(row, first + 3);
  const std::string type = cell_at(row, first + 7);
  if (name.empty() && country.empty()) return;
  if (type.empty() && group.empty() && is_alpha3(country)) return side->push_back(state(country));
  const bool organisation = !group.empty() || type == "IGO" || type == "NGO" || type == "MNC";
  const Kind kind = organisation ? Kind::organisation : type == "GOV" ? Kind::government : Kind::group;
  std::string shown = name;
  // "UNITED STATES" with a type is one of its bodies.
  if (kind != Kind::organisation && is_alpha3(country))
    shown = country_name(country) + " " + (type.empty() ? group : type);
  side->push_back(somebody(shown, country.empty() ? (type.empty() ? group : type) : country, type, kind));
}

void add_named_actor(std::string_view name, std::string_view country, std::string_view sectors,
                     const RowOptions& options, std::vector<Entity>* side) {
  if (name.empty() && country.empty()) return;
  const auto code_of = [&](std::string_view word) {
    if (is_alpha3(word)) return std::string(word);
    return options.country_code && !word.empty() ? options.country_code(word) : std::string();
  };
  const std::string code = code_of(country);
  if (!code.empty() && (name.empty() || code_of(name) == code)) return side->push_back(state(code));
  const std::string_view sector = sectors.substr(0, sectors.find_first_of(",;"));
  const bool person = text::fold(std::string(sectors)).find("person") != std::string::npos;
  side->push_back(somebody(name, code, sector, person ? Kind::person : Kind::other));
}

}  // namespace

Cells split_row(std::string_view line, char between) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  Cells cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (between == ',' && c == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
        cells.back().push_back('"');
        ++i;
      } else {
        quoted = !quoted;
      }
    } else if (c == between && !quoted) {
      cells.emplace_back();
    } else {
      cells.back().push_back(c);
    }
  }
  return cells;
}

Header::Header(const Cells& names) : count_(names.size()) {
  for (std::size_t i = 0; i < names.size(); ++i) place_.emplace(text::fold(names[i]), i);
}

std::string_view Header::cell(const Cells& row, std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const auto at = place_.find(text::fold(std::string(name)));
    if (at != place_.end()) return at->second < row.size() ? std::string_view(row[at->second]) : std::string_view();
  }
  return "";
}

bool Header::has(std::string_view name) const { return place_.count(text::fold(std::string(name))) != 0; }

bool read_gdelt_row(const Cells& row, EventRow* out, std::string* why) {
  Mention& mention = out->mention;
  if (!take_date(cell_at(row, 1), &mention, why) || !take_code(cell_at(row, 26), &mention, why)) return false;
  add_gdelt_actor(row, 5, &mention.actor);
  add_gdelt_actor(row, 15, &mention.recipient);
  mention.event_scale = number_of(cell_at(row, 30));
  mention.confidence = 1;
  mention.rule = "GDELT." + cell_at(row, 26);
  const std::size_t geo = row.size() >= 61 ? 51 : 49;
  if (const std::string place = cell_at(row, geo + 1); !place.empty()) {
    mention.event_loc.emplace();
    mention.event_loc->extracted_place = place.substr(0, place.find(','));
    mention.event_loc->geonameid = "";
  }
  mention.id = "gdelt." + cell_at(row, 0);
  out->source.url = row.back();
  out->source.id = row.back().empty() ? mention.id : row.back();
  out->source.date = iso_day(cell_at(row, row.size() - 2));
  return has_somebody(mention, why);
}

bool read_icews_row(const Header& header, const Cells& row, const RowOptions& options, EventRow* out,
                    std::string* why) {
  const auto cell = [&](std::string_view name) { return header.cell(row, {name}); };
  Mention& mention = out->mention;
  if (!take_date(cell("Event Date"), &mention, why)) return false;
  std::string cameo(cell("CAMEO Code"));
  // Spreadsheets take the leading zero away: roots go up to 20, and so "43" is 043.
  if (!cameo.empty() && cameo.front() != '0' && cameo != "10" && cameo.front() > '2') cameo.insert(0, 1, '0');
  if (!take_code(cameo, &mention, why)) return false;
  add_named_actor(cell("Source Name"), cell("Source Country"), cell("Source Sectors"), options, &mention.actor);
  add_named_actor(cell("Target Name"), cell("Target Country"), cell("Target Sectors"), options, &mention.recipient);
  mention.event_scale = number_of(cell("Intensity"));
  mention.event_text = cell("Event Text");
  mention.confidence = 1;
  mention.rule = "ICEWS." + cameo;
  if (const std::string_view city = cell("City"); !city.empty()) {
    mention.event_loc.emplace();
    mention.event_loc->extracted_place = city;
  }
  mention.id = "icews." + std::string(cell("Event ID"));
  out->source.id = "icews." + std::string(cell("Story ID").empty() ? cell("Event ID") : cell("Story ID"));
  out->source.date = mention.date;
  out->source.publication = cell("Publisher");
  return has_somebody(mention, why);
}

bool read_polecat_row(const Header& header, const Cells& row, const RowOptions& options, EventRow* out,
                      std::string* why) {
  const auto cell = [&](std::initializer_list<std::string_view> names) { return header.cell(row, names); };
  Mention& mention = out->mention;
  if (!take_date(cell({"Event Date"}), &mention, why)) return false;
  std::string event(cell({"Event Type"}));
  std::transform(event.begin(), event.end(), event.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (event.empty()) {
    *why = "has no event type";
    return false;
  }
  mention.event = event;
  mention.mode = cell({"Event Mode"});
  mention.action = mention.mode == "phone" ? "call" : mention.mode == "visit" ? "visit" : "";
  if (mention.action.empty()) mention.action = event == "CONSULT" ? "meet" : text::fold(event);
  mention.reciprocal = event == "CONSULT";
  const std::string quad = text::fold(std::string(cell({"Quad Code"})));
  static constexpr std::string_view quads[] = {"verbal cooperation", "material cooperation", "verbal conflict",
                                               "material conflict"};
  for (int i = 0; i < 4; ++i) {
    if (quad == quads[i] || quad == fmt::format("{}", i + 1)) mention.quad_code = i + 1;
  }
  mention.event_scale = number_of(cell({"Intensity"}));
  add_named_actor(cell({"Actor Name"}), cell({"Actor Country"}),
                  cell({"Primary Actor Sector", "Actor Primary Sector", "Actor Sectors"}), options, &mention.actor);
  add_named_actor(cell({"Recipient Name"}), cell({"Recipient Country"}),
                  cell({"Primary Recipient Sector", "Recipient Primary Sector", "Recipient Sectors"}), options,
                  &mention.recipient);
  const std::string contexts(cell({"Contexts"}));
  for (std::size_t at = 0; at < contexts.size();) {
    const std::size_t end = std::min(contexts.find_first_of(",;|", at), contexts.size());
    std::string_view word = std::string_view(contexts).substr(at, end - at);
    while (word.starts_with(' ')) word.remove_prefix(1);
    if (!word.empty()) mention.context.emplace_back(word);
    at = end + 1;
  }
  if (const std::string_view place = cell({"Placename", "City"}); !place.empty()) {
    mention.event_loc.emplace();
    mention.event_loc->extracted_place = place;
    mention.event_loc->geonameid = cell({"GeoNames ID"});
  }
  mention.confidence = 1;
  mention.rule = "POLECAT." + event;
  mention.event_text = cell({"Event Text"});
  mention.text = cell({"Headline"});
  mention.id = "polecat." + std::string(cell({"Event ID"}));
  out->source.id = mention.id;
  out->source.date = iso_day(cell({"Publication Date", "Event Date"}));
  out->source.publication = cell({"Source"});
  return has_somebody(mention, why);
}

}  // namespace demarche::exporting
