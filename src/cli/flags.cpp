#include "cli/flags.h"

#include <algorithm>
#include <thread>

#include "text/date.h"

namespace demarche::cli {

CLI::Option* add_text(CLI::App& command, const std::string& name, const std::string& type, const std::string& help,
                      std::string* value) {
  return command.add_option(name, *value, help)->type_name(type);
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

void add_input_flags(CLI::App& command, InputFlags* flags) {
  command.add_option("PATH", flags->paths, "Text files, JSON Lines files, folders; - is standard input")->type_name("");
  command.add_option("--threads", flags->threads, "Threads that extract (default: one a processor core)")
      ->type_name("N")
      ->check(CLI::Range(1u, 256u));
  add_rules_flag(command, &flags->rules);
  add_day(command, "--date", "Publication date of documents that do not say theirs", &flags->ingest.date);
  add_text(command, "--title", "TEXT", "Title of documents that do not say theirs", &flags->ingest.title);
  add_text(command, "--url", "URL", "Address of documents that do not say theirs", &flags->ingest.url);
  add_text(command, "--publication", "TEXT", "Publication of documents that do not say theirs",
           &flags->ingest.publication);
  command.add_flag("--strict", flags->strict, "Exit with 1 when any input had a problem");
}

}  // namespace demarche::cli
