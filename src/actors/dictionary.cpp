#include "actors/dictionary.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "actors/lines.h"
#include "rules/gazetteer_file.h"
#include "text/date.h"

namespace demarche::actors {
namespace {

constexpr int pivot_year = 30;  // of two digits: up to here this century, as PETRARCH reads them

// "950101" or "20041207"; nullopt for anything else.
std::optional<text::Date> read_date(std::string_view digits) {
  const bool all = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!all || (digits.size() != 6 && digits.size() != 8)) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t n) {
    int value = 0;
    for (const char c : digits.substr(at, n)) value = 10 * value + (c - '0');
    return value;
  };
  const bool whole = digits.size() == 8;
  int year = number(0, whole ? 4 : 2);
  if (!whole) year += year <= pivot_year ? 2000 : 1900;
  const std::size_t rest = whole ? 4 : 2;
  return text::parse_iso(fmt::format("{:04}-{:02}-{:02}", year, number(rest, 2), number(rest + 2, 2)));
}

// Letters, digits of other code books, and "---".
bool is_code(std::string_view code) {
  const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; };
  return !code.empty() && std::all_of(code.begin(), code.end(), fits);
}

class Reader {
 public:
  Imported run(std::string_view bytes) {
    out_.comments = each_line(bytes, [this](std::string_view line, std::uint32_t number) {
      line_ = number;
      read_line(line);
    });
    close();
    return std::move(out_);
  }

 private:
  void read_line(std::string_view words) {
    if (words.front() == '[') {
      read_codes(words);
      return;
    }
    const std::size_t bracket = std::min(words.find('['), words.size());
    const std::string_view name = trimmed(words.substr(0, bracket));
    if (name.front() == '+') {
      add_name(name.substr(1));
    } else if (row_ && row_->codes.empty() && last_line_ + 1 == line_) {
      problem(fmt::format("{} has no code; {} on the next line is taken as another name of it", row_->name, name));
      add_name(name);
    } else {
      close();
      row_ = rules::ActorRow();
      row_->line = line_;
      add_name(name);
    }
    last_line_ = line_;
    read_codes(words.substr(bracket));
  }

  void add_name(std::string_view name) {
    if (!row_) {
      problem("a further name before any actor: " + std::string(name));
      return;
    }
    std::string usual = usual_capitals(name);
    if (usual.empty()) {
      problem("a name without letters");
      return;
    }
    ++out_.names;
    out_.open_ended += name.ends_with('_') ? 0 : 1;
    if (row_->name.empty()) {
      row_->name = std::move(usual);
    } else {
      add_variant(std::move(usual));
    }
  }

  // "Islamic Army (AAIA)" is found as it stands, without the brackets, and by what they hold.
  void add_variant(std::string name) {
    const bool known = name == row_->name || std::any_of(row_->names.begin(), row_->names.end(),
                                                         [&](const rules::RowName& n) { return n.text == name; });
    if (!known) row_->names.push_back({std::move(name), rules::NameKind::full});
  }

  void read_codes(std::string_view codes) {
    while (!codes.empty()) {
      const std::size_t open = codes.find('[');
      if (open == std::string_view::npos) break;
      const std::size_t end = codes.find(']', open);
      if (end == std::string_view::npos) {
        problem("a bracket that does not close: " + std::string(codes.substr(open)));
        return;
      }
      read_code(trimmed(codes.substr(open + 1, end - open - 1)));
      codes.remove_prefix(end + 1);
    }
  }

  // "AFGGOV 950101-960626", "AFGGOV >100201", "USRARM <900823", "AFGELI".
  void read_code(std::string_view code) {
    if (!row_) {
      problem("a code before any actor: " + std::string(code));
      return;
    }
    const std::size_t space = std::min(code.find_first_of(" \t<>"), code.size());
    rules::RowCode c;
    c.code = code.substr(0, space);
    if (!is_code(c.code)) {
      problem(fmt::format("\"{}\" is no code", code));
      return;
    }
    const std::string_view dates = trimmed(code.substr(space));
    if (!dates.empty()) read_span(dates, &c);
    ++out_.codes;
    row_->codes.push_back(std::move(c));
  }

  void read_span(std::string_view dates, rules::RowCode* c) {
    const char sign = dates.front();
    if (sign == '<' || sign == '>') {
      const auto date = read_date(trimmed(dates.substr(1)));
      if (!date) return bad_date(dates);
      // The day itself is left out.
      (sign == '<' ? c->until : c->from) = text::iso(text::add_days(*date, sign == '<' ? -1 : 1));
      return;
    }
    const std::size_t dash = std::min(dates.find('-'), dates.size());
    const auto from = read_date(trimmed(dates.substr(0, dash)));
    const auto until = dash < dates.size() ? read_date(trimmed(dates.substr(dash + 1))) : from;
    if (!from || !until) bad_date(dates);
    if (from) c->from = text::iso(*from);
    if (until) c->until = text::iso(*until);
    if (from && until && *until < *from) {
      problem(fmt::format("\"{}\" ends before it starts; the end is left open", dates));
      c->until.clear();
    }
  }

  void bad_date(std::string_view dates) { problem(fmt::format("\"{}\" is no date; left open", dates)); }
  void problem(std::string what) { out_.problems.push_back({line_, std::move(what)}); }

  void close() {
    if (!row_) return;
    if (!row_->name.empty()) {
      ++out_.entries;
      if (row_->codes.empty()) out_.problems.push_back({row_->line, row_->name + " has no code"});
      spell_out_brackets();
      settle_type();
      out_.rows.push_back(std::move(*row_));
    }
    row_.reset();
  }

  void spell_out_brackets() {
    std::vector<std::string> names = {row_->name};
    for (const rules::RowName& n : row_->names) names.push_back(n.text);
    for (const std::string& name : names) {
      const std::size_t open = name.find('('), end = name.find(')', std::min(open, name.size()));
      if (open == std::string::npos || end == std::string::npos) continue;
      const std::string inside(trimmed(std::string_view(name).substr(open + 1, end - open - 1)));
      std::string outside(trimmed(std::string_view(name).substr(0, open)));
      const std::string rest(trimmed(std::string_view(name).substr(end + 1)));
      if (!rest.empty()) outside += (outside.empty() ? "" : " ") + rest;
      if (!outside.empty()) add_variant(outside);
      if (!inside.empty()) add_variant(inside);
    }
  }

  // See README.md: the files do not say what an actor is.
  void settle_type() {
    rules::ActorRow& row = *row_;
    const bool dated = std::any_of(row.codes.begin(), row.codes.end(),
                                   [](const rules::RowCode& c) { return !c.from.empty() || !c.until.empty(); });
    const rules::CameoCode code = row.codes.empty() ? rules::CameoCode() : rules::split_cameo(row.codes.front().code);
    const bool roles = !row.codes.empty() && row.codes.front().code.size() > 3;
    const bool armed = code.sector == "REB" || code.sector == "OPP" || code.sector == "UAF";
    const bool several_words = row.name.find(' ') != std::string::npos;
    if (dated && roles && several_words && !names_a_body(row.name)) {
      row.type = rules::RowType::person;
      row.kind = Kind::person;
    } else {
      row.type = armed ? rules::RowType::group : rules::RowType::organisation;
      row.kind = armed ? Kind::group : Kind::organisation;
    }
    row.sector = code.sector;
    if (code.code == "IGO" || code.code == "NGO" || code.code == "MNC") {
      if (row.type != rules::RowType::person) row.code = code.code;
    } else {
      row.country = code.code;
    }
  }

  Imported out_;
  std::optional<rules::ActorRow> row_;
  std::uint32_t line_ = 0;
  std::uint32_t last_line_ = 0;  // with a name
};

}  // namespace

Imported read_dictionary(std::string_view bytes) { return Reader().run(bytes); }

}  // namespace demarche::actors
