// demarche actors lookup: who held an office on a day.
#include <algorithm>
#include <memory>
#include <string>

#include "cli/actors.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "demarche/pack.h"
#include "rules/office_lookup.h"
#include "rules/pack_compiler.h"
#include "rules/pack_data.h"
#include "text/date.h"

namespace demarche::cli {
namespace {

struct LookupFlags {
  std::string phrase, at, rules;
  ResultFormat format = ResultFormat::table;
  bool exit_status = false;
};

// The office words of the pack, the folder's laid over the built-in ones.
Result<std::string> office_words(const std::string& overlay) {
  if (overlay.empty()) {
    for (const EmbeddedFile& file : builtin_files()) {
      if (file.path == rules::office_words_path) return std::string(file.text);
    }
    return std::string();
  }
  auto files = rules::pack_files(overlay);
  if (!files) return files.error();
  for (PackFile& file : *files) {
    if (file.path == rules::office_words_path) return std::move(file.text);
  }
  return std::string();
}

Listing listing_of(const rules::Gazetteer& gazetteer, const rules::OfficeAnswer& answer) {
  Listing out{"holders",
              {"name", "title", "of", "from", "until", "id", "qid", "office", "of_id"},
              {"name", "title", "of", "term", "id"},
              {}};
  for (const rules::OfficeHolder& h : answer.holders) {
    const rules::KnownActor& person = gazetteer[h.person];
    const rules::ActorIndex of = gazetteer.find_id(h.term->of);
    Json row = {{"name", person.name.view()},
                {"title", h.term->title.view()},
                {"of", of == rules::no_actor ? h.term->of.view() : gazetteer[of].name.view()},
                {"of_id", h.term->of.view()},
                {"office", h.term->office.view()}};
    if (!h.term->from.empty()) row["from"] = h.term->from.view();
    if (!h.term->until.empty()) row["until"] = h.term->until.view();
    row["id"] = person.id.view();
    if (!person.qid.empty()) row["qid"] = person.qid.view();
    out.rows.push_back(std::move(row));
  }
  return out;
}

std::string span(const Json& row) { return row.value("from", "?") + " to " + row.value("until", ""); }

// Why there is no answer, in one line.
std::string nothing(const LookupFlags& flags, const rules::OfficeAnswer& answer) {
  if (answer.of.empty() && !answer.office_known) {
    return "\"" + flags.phrase + "\": no state or organisation is named; write it like \"foreign minister of Turkey\"";
  }
  if (!answer.office_known) return "\"" + flags.phrase + "\": no such office is known; see demarche actors show";
  return "\"" + flags.phrase + "\": nobody is known for " + flags.at;
}

int lookup(const LookupFlags& flags) {
  const auto pack = Pack::load(flags.rules);
  if (!pack) return fail(pack.error());
  const rules::Gazetteer& gazetteer = pack->rep().tables->gazetteer;
  const auto words = office_words(flags.rules);
  if (!words) return fail(words.error());
  const auto offices = rules::OfficeLookup::open(gazetteer, *words, rules::office_words_path);
  if (!offices) return fail(offices.error());
  const rules::OfficeAnswer answer = offices->ask(flags.phrase, flags.at);
  Listing listing = listing_of(gazetteer, answer);
  if (flags.format == ResultFormat::table) {
    for (Json& row : listing.rows) row["term"] = span(row);
  }
  Json head = {{"office", flags.phrase}};
  if (!flags.at.empty()) head["at"] = flags.at;
  if (auto written = write_whole("", in_format(listing, flags.format, std::move(head))); !written) {
    return fail(written.error());
  }
  if (answer.holders.empty()) say(nothing(flags, answer));
  return flags.exit_status && answer.holders.empty() ? failure : success;
}

// A day, a month or a year.
std::string check_date(const std::string& given) {
  const auto date = text::parse_iso(given);
  const bool whole = date && text::iso(*date) == given;
  return whole ? std::string() : "\"" + given + "\" is no date like 2010-05-13, 2010-05 or 2010";
}

}  // namespace

void set_up_actors_lookup(CLI::App& command, Run* run) {
  const auto flags = make_flags(command, run, lookup);
  add_words(command, "OFFICE", "Like \"foreign minister of Turkey\", \"US ambassador to the UN\"", &flags->phrase)
      ->required();
  add_text(command, "--at", "DATE", "On this day, in this month or year (default: all that are known)", &flags->at)
      ->check(CLI::Validator(check_date, ""));
  add_rules_flag(command, &flags->rules);
  add_result_format(command, &flags->format);
  command.add_flag("--exit-status", flags->exit_status, "Exit with 1 when nobody is found");
}

}  // namespace demarche::cli
