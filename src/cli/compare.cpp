// demarche compare: who-whom-when that two graphs share, and what only one has.
#include "demarche/compare.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/answer_json.h"
#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/output.h"
#include "cli/result_format.h"
#include "cli/rows.h"
#include "cli/terminal.h"

namespace demarche::cli {
namespace {

struct CompareFlags {
  std::string a, b;
  Query query;
  CompareOptions options;
  ResultFormat format = ResultFormat::table;
  std::size_t show = 20;
};

std::string_view side_of(const Contact& contact) {
  return contact.a.empty() ? "only B" : contact.b.empty() ? "only A" : "both";
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? "–" : fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string section(const Comparison& comparison, std::string_view side, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  for (const Contact& contact : comparison.contacts) {
    if (side_of(contact) != side || count++ >= most) continue;
    out += fmt::format("  {}  {} – {}: {}\n", contact.day, one_line(contact.who), one_line(contact.whom),
                       one_line(join(contact.actions, ", ")));
  }
  if (count == 0) return "";
  if (count > most) out += fmt::format("  … and {} more; --show {} shows all\n", count - most, count);
  return fmt::format("\n{}\n{}", side, out);
}

std::string table(const CompareFlags& flags, const Comparison& c) {
  std::string out = fmt::format("A  {}: {} who-whom-days, {} of them also in B\n", flags.a, c.both + c.only_a,
                                percent(c.both, c.both + c.only_a));
  out += fmt::format("B  {}: {} who-whom-days, {} of them also in A\n", flags.b, c.both + c.only_b,
                     percent(c.both, c.both + c.only_b));
  out += fmt::format("both {}, only A {}, only B {}\n", c.both, c.only_a, c.only_b);
  for (const std::string_view side : {"both", "only A", "only B"}) out += section(c, side, flags.show);
  return out;
}

std::vector<Row> rows(const Comparison& comparison) {
  std::vector<Row> out = {{"in", "day", "who", "whom", "event", "actions", "a", "b"}};
  for (const Contact& c : comparison.contacts) {
    out.push_back({std::string(side_of(c)), c.day, c.who, c.whom, c.event, join(c.actions, "; "), join(c.a, "; "),
                   join(c.b, "; ")});
  }
  return out;
}

Json json_of(const Contact& c) {
  Json out = {{"in", side_of(c)}, {"day", c.day}, {"who", c.who}, {"whom", c.whom}};
  if (!c.event.empty()) out["event"] = c.event;
  out["actions"] = c.actions;
  out["a"] = c.a;
  out["b"] = c.b;
  return out;
}

std::string in_format(const CompareFlags& flags, const Comparison& comparison) {
  switch (flags.format) {
    case ResultFormat::csv:
      return csv(rows(comparison));
    case ResultFormat::tsv:
      return tsv(rows(comparison));
    case ResultFormat::markdown:
      return markdown(rows(comparison));
    case ResultFormat::table:
      return table(flags, comparison);
    case ResultFormat::jsonl: {
      std::string out;
      for (const Contact& contact : comparison.contacts) out += dump(json_of(contact));
      return out;
    }
    case ResultFormat::json:
      break;
  }
  Json out = {{"both", comparison.both}, {"only_a", comparison.only_a}, {"only_b", comparison.only_b}};
  out["contacts"] = Json::array();
  for (const Contact& contact : comparison.contacts) out["contacts"].push_back(json_of(contact));
  return dump(out);
}

int compare_graphs(const CompareFlags& flags) {
  const auto a = load_part(flags.a, flags.query);
  if (!a) return fail(a.error());
  const auto b = load_part(flags.b, flags.query);
  if (!b) return fail(b.error());
  const Comparison comparison = compare(*a, *b, flags.options);
  if (auto written = write_whole("", in_format(flags, comparison)); !written) return fail(written.error());
  if (comparison.left_out_a + comparison.left_out_b > 0) {
    say(fmt::format("left out, without a day or without two {}: {} of A, {} of B",
                    flags.options.by_country ? "countries" : "actors", comparison.left_out_a, comparison.left_out_b));
  }
  return success;
}

}  // namespace

void set_up_compare(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<CompareFlags>();
  command.add_option("A", flags->a, "A graph: graph.db or graph.json")->type_name("")->required();
  command.add_option("B", flags->b, "Another one")->type_name("")->required();
  add_choice(command, "--by", "Who: countries (default), or actors by name", &flags->options.by_country,
             {{"country", true}, {"actor", false}});
  command.add_flag("--same-event", flags->options.by_event, "The PLOVER type must be the same, too");
  command.add_option("--within", flags->options.within, "Days by which dates may differ (default: 0)")
      ->type_name("DAYS")
      ->check(CLI::Range(0u, 366u));
  command.add_option("--show", flags->show, "So many lines of each in the table (default: 20)")->type_name("N");
  add_result_format(command, &flags->format);
  add_conditions(command, &flags->query);
  command.callback([flags, run] { *run = [flags] { return compare_graphs(*flags); }; });
}

}  // namespace demarche::cli
