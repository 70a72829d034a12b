// Words for diagrams: cleaned, cut to lines, and escaped for Graphviz.
#ifndef DEMARCHE_EXPORT_LABEL_H
#define DEMARCHE_EXPORT_LABEL_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph.h"
#include "text/date.h"

namespace demarche::exporting {

// Valid UTF-8 without control characters, line ends (now spaces), characters that XML forbids, and the invisible ones
// that would turn the direction of the text after them.
std::string clean(std::string_view text);

// For plain attributes of Graphviz: clean, backslashes doubled, `&` an entity.
std::string plain_attribute(std::string_view text);

// For HTML-like labels: clean, markup escaped.
std::string html_text(std::string_view text);

// Markup inside an HTML-like label, in points and a colour.
std::string font_markup(std::string_view size, std::string_view colour, std::string_view markup);

// Broken at spaces into lines of about `width` characters, at most `lines` of them, the last one cut with "…"; as even
// as can be.
std::vector<std::string> wrap(std::string_view clean_text, std::size_t width, std::size_t lines);

// "13 May 2010", "Dec 2010", "13–17 May 2010"; anything that is no ISO date as it is.
std::string date_words(std::string_view date, std::string_view enddate);

// With what is known of its precision: "week of 10 May 2010", "by 13 May 2010" for a publication date.
std::string date_words(const Interaction& interaction);

// From the earliest to the latest date of many.
class DateSpan {
 public:
  void add(const Interaction& interaction);
  // "May 2010 – 2 Jun 2011". Empty when no interaction has a date.
  std::string words() const;

 private:
  std::optional<text::Date> from_, until_;
};

// The same of a list: "May 2010 – 2 Jun 2011". Empty when no interaction has one.
std::string date_span(const std::vector<const Interaction*>& interactions);

// The country's English name for an ISO 3166 alpha-3 code, empty for other codes.
std::string country_name(std::string_view code);

// The flag as two regional indicators ("🇹🇷"); empty for codes that are no country's.
std::string flag_of(std::string_view code);

}  // namespace demarche::exporting

#endif
