// Flags that several commands share.
#ifndef DEMARCHE_CLI_FLAGS_H
#define DEMARCHE_CLI_FLAGS_H

#include <CLI/CLI.hpp>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "demarche/ingest.h"

namespace demarche::cli {

// A flag that takes one of a few words: "--format table". Other words are wrong use; the message lists the right ones.
template <typename Value>
CLI::Option* add_choice(CLI::App& command, const std::string& name, const std::string& help, Value* value,
                        std::initializer_list<std::pair<const char*, Value>> choices) {
  const std::vector<std::pair<std::string, Value>> words(choices.begin(), choices.end());
  std::string all;
  for (const auto& [word, meaning] : words) all += (all.empty() ? "" : "|") + word;
  const auto set = [value, words, all, name](const std::string& given) {
    for (const auto& [word, meaning] : words) {
      if (word != given) continue;
      *value = meaning;
      return;
    }
    throw CLI::ValidationError(name, "\"" + given + "\" is none of " + all);
  };
  return command.add_option_function<std::string>(name, set, help)->type_name(all);
}

// A path, date or other value without conversion. Returns the option for further checks.
CLI::Option* add_text(CLI::App& command, const std::string& name, const std::string& type, const std::string& help,
                      std::string* value);

// What people write: a name, a note. Bytes that are no UTF-8 are repaired.
CLI::Option* add_words(CLI::App& command, const std::string& name, const std::string& help, std::string* value,
                       const std::string& type = "");

// Flags of a command, kept until its work is done: parsing makes work(flags) what *run does. Add the flags to the
// result.
template <typename Flags>
std::shared_ptr<Flags> make_flags(CLI::App& command, Run* run, int (*work)(const Flags&)) {
  auto flags = std::make_shared<Flags>();
  command.callback([flags, run, work] { *run = [flags, work] { return work(*flags); }; });
  return flags;
}

// Accepts "2010-05-13".
CLI::Option* add_day(CLI::App& command, const std::string& name, const std::string& help, std::string* value);

// What to read and how: shared by build and extract.
struct InputFlags {
  std::vector<std::string> paths;
  unsigned threads = 0;  // as asked; 0 = one a processor core
  std::string rules;     // folder laid over the built-in rules
  IngestOptions ingest;
  bool strict = false;

  unsigned thread_count() const;
};

// Those that say what is read; add_input_flags() adds those that say how it is extracted.
void add_document_flags(CLI::App& command, InputFlags* flags);
void add_input_flags(CLI::App& command, InputFlags* flags);
void add_rules_flag(CLI::App& command, std::string* rules);

}  // namespace demarche::cli

#endif
