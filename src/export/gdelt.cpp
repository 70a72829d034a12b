// Rows in the form of GDELT 2's event table: 61 columns, no header, tab-separated. Statements of several actors are
// expanded to pairs, in the order of documents and text; what both did together gives a row each way, as CAMEO coders
// write it. Rumours and denials have no code in CAMEO and are left out.
#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "demarche/export.h"
#include "export/cameo.h"
#include "export/escape.h"
#include "export/label.h"
#include "export/writer.h"
#include "text/date.h"
#include "text/hash.h"

namespace demarche::exporting {
namespace {

// Columns by their place in the table.
enum Column : std::uint8_t {
  global_event_id,
  sql_date,
  month_year,
  year,
  fraction_date,
  actor1_code,
  actor1_name,
  actor1_country,
  actor1_type = 12,
  actor2_code = 15,
  is_root_event = 25,
  event_code,
  event_base_code,
  event_root_code,
  quad_class,
  goldstein_scale,
  mentions,
  sources,
  articles,
  average_tone,
  action_geo_type = 51,
  action_geo_name,
  action_geo_country,
  action_geo_feature = 58,
  date_added,
  source_url,
  column_count
};

using Row = std::array<std::string, column_count>;

bool is_country(std::string_view code) { return !country_name(code).empty(); }

void set_actor(const Entity& entity, std::size_t first, Row* row) {
  std::string code = entity.code;
  // "USAGOV"; a state itself is the bare country.
  if (entity.kind != Kind::state && entity.sector != entity.code) code += entity.sector;
  (*row)[first] = code;
  (*row)[first + 1] = entity.identifier_text.empty() ? entity.entity_text : entity.identifier_text;
  if (is_country(entity.code)) {
    (*row)[first + actor1_country - actor1_code] = entity.code;
    if (entity.kind != Kind::state) (*row)[first + actor1_type - actor1_code] = entity.sector;
  } else {
    (*row)[first + actor1_type - actor1_code] = entity.code.empty() ? entity.sector : entity.code;
  }
}

void set_date(const GraphStream::Told& told, Row* row) {
  auto date = text::parse_iso(told.mention.date);
  if (!date && told.source != nullptr) date = text::parse_iso(told.source->date);
  if (!date) return;
  const text::Date day = text::first_day(*date);
  (*row)[sql_date] = fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
  (*row)[month_year] = fmt::format("{:04}{:02}", day.year, day.month);
  (*row)[year] = fmt::format("{:04}", day.year);
  // GDELT's own formula.
  (*row)[fraction_date] = fmt::format("{:.4f}", day.year + (day.month * 30 + day.day) / 365.0);
}

void set_place(const Mention& mention, Row* row) {
  if (!mention.event_loc) return;
  const Location& place = *mention.event_loc;
  (*row)[action_geo_type] = place.resolved_place.empty() && place.extracted_place.empty() ? "1" : "4";
  (*row)[action_geo_name] = place.resolved_place.empty() ? place.extracted_place : place.resolved_place;
  (*row)[action_geo_country] = place.country;
  (*row)[action_geo_feature] = place.geonameid;
}

Row common_row(const GraphStream::Told& told, const CameoCode& cameo) {
  Row row;
  set_date(told, &row);
  row[is_root_event] = "1";
  row[event_code] = cameo.code;
  row[event_base_code] = cameo.code.substr(0, 3);
  row[event_root_code] = cameo.code.substr(0, 2);
  row[quad_class] = fmt::format("{}", cameo.quad_class);
  row[goldstein_scale] = number_text(cameo.goldstein);
  row[mentions] = row[sources] = row[articles] = "1";
  set_place(told.mention, &row);
  if (told.source != nullptr && told.source->date.size() == 10) {
    const auto added = text::parse_iso(told.source->date);
    if (added) row[date_added] = fmt::format("{:04}{:02}{:02}000000", added->year, added->month, added->day);
  }
  row[source_url] = told.mention.url;
  return row;
}

class GdeltWriter {
 public:
  explicit GdeltWriter(ExportTarget* target) : target_(target) {}

  void add(const GraphStream::Told& told) {
    const Mention& mention = told.mention;
    const CameoCode cameo = cameo_of(mention);
    if (cameo.code.empty()) return;
    const Row row = common_row(told, cameo);
    for (std::size_t i = 0; i < mention.actor.size(); ++i) {
      const Entity& actor = mention.actor[i];
      for (const Entity& recipient : mention.recipient) {
        add_pair(mention, row, &actor, &recipient);
        if (mention.reciprocal) add_pair(mention, row, &recipient, &actor);
      }
      if (!mention.recipient.empty()) continue;
      if (!mention.reciprocal || mention.actor.size() < 2) {
        add_pair(mention, row, &actor, nullptr);
        continue;
      }
      for (std::size_t j = i + 1; j < mention.actor.size(); ++j) {
        add_pair(mention, row, &actor, &mention.actor[j]);
        add_pair(mention, row, &mention.actor[j], &actor);
      }
    }
    if (!mention.actor.empty()) return;
    for (const Entity& recipient : mention.recipient) add_pair(mention, row, nullptr, &recipient);
  }

  std::uint64_t rows() const { return rows_; }

 private:
  void add_pair(const Mention& mention, Row row, const Entity* actor, const Entity* recipient) {
    text::StableHash hash;
    hash.add(mention.id).add(actor == nullptr ? "" : actor->identifier_text);
    hash.add(recipient == nullptr ? "" : recipient->identifier_text);
    // A number of 63 bits, the same each time: readers keep it in a signed column.
    row[global_event_id] = fmt::format("{}", hash.value() >> 1);
    if (actor != nullptr) set_actor(*actor, actor1_code, &row);
    if (recipient != nullptr) set_actor(*recipient, actor2_code, &row);
    line_.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) line_.push_back('\t');
      append_tsv(row[i], &line_);
    }
    target_->write(line_.append("\n"));
    ++rows_;
  }

  ExportTarget* target_;
  std::string line_;
  std::uint64_t rows_ = 0;
};

}  // namespace

Result<ExportCounts> write_gdelt(const GraphStream& graph, const ExportOptions&, ExportTarget* target) {
  GdeltWriter writer(target);
  const auto done = graph.each_mention([&](const GraphStream::Told& told) { writer.add(told); });
  if (!done) return done.error();
  return ExportCounts{writer.rows(), 0};
}

}  // namespace demarche::exporting
