#include "cli/flags.h"

#include <algorithm>
#include <thread>

#include "text/date.h"
#include "text/utf8.h"

namespace demarche::cli {

CLI::Option* add_text(CLI::App& command, const std::string& name, const std::string& type, const std::string& help,
                      std::string* value) {
  return command.add_option(name, *value, help)->type_name(type);
}

CLI::Option* add_words(CLI::App& command, const std::string& name, const std::string& help, std::string* value,
                       const std::string& type) {
  const auto set = [value](const std::string& given) { *value = text::repair_utf8(given); };
  return command.add_option_function<std::string>(name, set, help)->type_name(type);
}

CLI::Option* add_day(CLI::App& command, const std::string& name, const std::string& help, std::string* value) {
  const auto check = [](const std::string& given) {
    const auto date = text::parse_iso(given);
    return date && date->day != 0 ? std::string() : "\"" + given + "\" is not a day like 2010-05-13";
  };
  return add_text(command, name, "DATE", help, value)->check(CLI::Validator(check, ""));
}

unsigned InputFlags::thread_count() const {
  return threads != 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
}

void add_rules_flag(CLI::App& command, std::string* rules) {
  add_text(command, "--rules", "DIR", "Lay the rule files of a folder over the built-in ones", rules);
}

namespace {

// "text=body,date=published_at"
void read_map(const std::string& given, std::vector<std::pair<std::string, std::string>>* map) {
  const auto wrong = [&given](const std::string& what) {
    throw CLI::ValidationError("--map", "\"" + given + "\" " + what);
  };
  for (std::size_t at = 0; at <= given.size();) {
    const std::size_t end = std::min(given.find(',', at), given.size());
    const std::string pair = given.substr(at, end - at);
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
      wrong("is not like text=body,date=published_at");
    const std::string ours = pair.substr(0, equals);
    const std::vector<std::string> known = {"id", "text", "title", "date", "url", "publication", "language", "author"};
    if (std::find(known.begin(), known.end(), ours) == known.end()) {
      wrong("names \"" + ours + "\", which is none of id, text, title, date, url, publication, language, author");
    }
    map->emplace_back(ours, pair.substr(equals + 1));
    at = end + 1;
  }
}

}  // namespace

void add_input_flags(CLI::App& command, InputFlags* flags) {
  add_document_flags(command, flags);
  command.add_option("--threads", flags->threads, "Threads that extract (default: one a processor core)")
      ->type_name("N")
      ->check(CLI::Range(1u, 256u));
  add_rules_flag(command, &flags->rules);
}

void add_document_flags(CLI::App& command, InputFlags* flags) {
  command.add_option("PATH", flags->paths, "Files, folders and archives of any format; - is standard input")
      ->type_name("");
  add_day(command, "--date", "Publication date of documents that do not say theirs", &flags->ingest.date);
  add_text(command, "--title", "TEXT", "Title of documents that do not say theirs", &flags->ingest.title);
  add_text(command, "--url", "URL", "Address of documents that do not say theirs", &flags->ingest.url);
  add_text(command, "--publication", "TEXT", "Publication of documents that do not say theirs",
           &flags->ingest.publication);
  command
      .add_option_function<std::string>(
          "--map", [flags](const std::string& given) { read_map(given, &flags->ingest.map); },
          "Names of JSON fields and CSV columns: text=body,date=published_at")
      ->type_name("FIELD=NAME,…");
  add_choice(command, "--language", "Read documents in English only, or in any language", &flags->ingest.any_language,
             {{"en", false}, {"any", true}});
  add_choice(command, "--date-from", "Take the date of a file's last change where nothing else says one",
             &flags->ingest.date_from_mtime, {{"mtime", true}});
  command.add_flag("--strict", flags->strict, "Exit with 1 when any input had a problem");
}

}  // namespace demarche::cli
