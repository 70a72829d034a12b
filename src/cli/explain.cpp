// demarche explain: each stage of the cascade for one sentence.
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/output.h"
#include "demarche/extractor.h"
#include "demarche/pack.h"
#include "extract/marks.h"
#include "text/hash.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

struct ExplainFlags {
  std::vector<std::string> words;
  std::string date, rules;
  bool marks = false, plover = false;
};

int explain(const ExplainFlags& flags) {
  const auto pack = Pack::load(flags.rules);
  if (!pack) return fail(pack.error());
  Document document;
  document.text = text::repair_utf8(join(flags.words, " "));
  if (flags.marks) extract::take_marks(std::string(document.text), &document);
  document.date = flags.date;
  document.id = text::StableHash().add(document.text).hex();
  document.source = "sentence";
  std::string page = Extractor(*pack, {.lone_actors = flags.plover}).explain(document);
  if (!page.ends_with('\n')) page += '\n';
  const auto written = write_whole("", page);
  return written ? success : fail(written.error());
}

}  // namespace

void set_up_explain(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<ExplainFlags>();
  command.add_option("SENTENCE", flags->words, "\"Clinton called Davutoglu on Thursday.\"")->type_name("")->required();
  add_day(command, "--date", "Publication date that \"Thursday\" counts from", &flags->date);
  command.add_flag("--marks", flags->marks, "[Square brackets] in the sentence mark its actors");
  command.add_flag("--plover", flags->plover, "Read as \"extract --format plover\" does, with any recipient");
  add_rules_flag(command, &flags->rules);
  command.callback([flags, run] { *run = [flags] { return explain(*flags); }; });
}

}  // namespace demarche::cli
