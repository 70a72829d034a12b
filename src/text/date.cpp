#include "text/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace demarche::text {
namespace {

namespace chr = std::chrono;

chr::year_month_day calendar(const Date& d) {
  return chr::year{d.year} / chr::month{static_cast<unsigned>(d.month)} / chr::day{static_cast<unsigned>(d.day)};
}

int days_in_month(int year, int month) {
  const auto last = chr::year{year} / chr::month{static_cast<unsigned>(month)} / chr::last;
  return static_cast<int>(static_cast<unsigned>(chr::year_month_day_last{last}.day()));
}

bool digits(std::string_view s, std::size_t from, std::size_t count, int* value) {
  if (from + count > s.size()) return false;
  *value = 0;
  for (std::size_t i = from; i < from + count; ++i) {
    if (s[i] < '0' || s[i] > '9') return false;
    *value = *value * 10 + (s[i] - '0');
  }
  return true;
}

}  // namespace

std::optional<Date> parse_iso(std::string_view s) {
  Date d;
  if (!digits(s, 0, 4, &d.year) || d.year == 0) return std::nullopt;
  if (s.size() == 4) return d;
  if (s[4] != '-' || !digits(s, 5, 2, &d.month) || d.month < 1 || d.month > 12) return std::nullopt;
  if (s.size() == 7) return d;
  if (s[7] != '-' || !digits(s, 8, 2, &d.day)) return std::nullopt;
  if (s.size() > 10 && s[10] != 'T' && s[10] != ' ') return std::nullopt;
  if (!calendar(d).ok()) return std::nullopt;
  return d;
}

std::string iso(const Date& d) {
  if (d.month == 0) return fmt::format("{:04}", d.year);
  if (d.day == 0) return fmt::format("{:04}-{:02}", d.year, d.month);
  return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

Date first_day(const Date& d) { return {d.year, std::max(d.month, 1), std::max(d.day, 1)}; }

Date last_day(const Date& d) {
  const int month = d.month == 0 ? 12 : d.month;
  return {d.year, month, d.day == 0 ? days_in_month(d.year, month) : d.day};
}

long to_days(const Date& day) { return chr::sys_days{calendar(day)}.time_since_epoch().count(); }

Date from_days(long days) {
  const chr::year_month_day c{chr::sys_days{chr::days{days}}};
  return {static_cast<int>(c.year()), static_cast<int>(static_cast<unsigned>(c.month())),
          static_cast<int>(static_cast<unsigned>(c.day()))};
}

int weekday(const Date& day) { return static_cast<int>(chr::weekday{chr::sys_days{calendar(day)}}.iso_encoding()) - 1; }

Date add_days(const Date& day, long days) { return from_days(to_days(day) + days); }

Date add_months(const Date& d, int months) {
  const int index = d.year * 12 + std::max(d.month, 1) - 1 + months;
  Date out{index / 12, index % 12 + 1, 0};
  if (d.day != 0) out.day = std::min(d.day, days_in_month(out.year, out.month));
  return out;
}

}  // namespace demarche::text
