#include "graph/when.h"

#include "text/date.h"

namespace demarche::graph {
namespace {

DatePrecision precision_of(const Mention& mention, const text::Date& date) {
  if (mention.date_precision != DatePrecision::none) return mention.date_precision;
  if (date.day != 0) return DatePrecision::day;
  return date.month != 0 ? DatePrecision::month : DatePrecision::year;
}

When stated(const Mention& mention, const text::Date& date, DatePrecision precision) {
  When w;
  w.first = text::to_days(text::first_day(date));
  w.last = text::to_days(text::last_day(date));
  w.firm = precision == DatePrecision::day || precision == DatePrecision::week;
  const auto end = text::parse_iso(mention.enddate);
  if (end) {
    w.last = std::max(w.last, text::to_days(text::last_day(*end)));
  } else if (precision == DatePrecision::week && date.day != 0) {
    w.first -= text::weekday(date);
    w.last = w.first + 6;
  }
  return w;
}

// What is left when the text names no date: how far back and ahead of the document the event may lie.
When unstated(Status status, bool told_as_news, std::optional<long> said) {
  if (!said) return {};
  const long back = told_as_news ? kNear : kSeason;
  switch (status) {
    case Status::actual:
      return {*said - back, *said + kTimeZone, false};
    case Status::planned:
      return {*said - kTimeZone, *said + kSeason, false};
    case Status::possible:
    case Status::denied:
      break;
  }
  return {*said - back, *said + kSeason, false};
}

}  // namespace

When when(const Mention& mention, std::optional<long> said) {
  const auto date = text::parse_iso(mention.date);
  if (!date) return unstated(mention.status, mention.date_precision == DatePrecision::document, said);
  const DatePrecision precision = precision_of(mention, *date);
  // "The visit was postponed on Friday": the day of the news, not of the visit.
  const bool of_news = mention.turn == Turn::postponed && said && text::to_days(text::last_day(*date)) < *said;
  if (precision != DatePrecision::document && !of_news) return stated(mention, *date, precision);
  return unstated(mention.status, true, said ? said : text::to_days(text::first_day(*date)));
}

std::optional<long> day_number(std::string_view iso) {
  const auto date = text::parse_iso(iso);
  if (!date || date->day == 0) return std::nullopt;
  return text::to_days(*date);
}

}  // namespace demarche::graph
