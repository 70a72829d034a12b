// demarche remove: documents are retracted, with all that rests on them alone.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/reading.h"
#include "cli/terminal.h"
#include "demarche/extractor.h"
#include "demarche/pack.h"
#include "demarche/store.h"

namespace demarche::cli {
namespace {

struct RemoveFlags {
  std::string graph;
  std::vector<std::string> documents;
  std::string rules;
};

// Copies of what was removed were not read before: now they speak for themselves.
Result<Done> read_copies(const RemoveFlags& flags, Store* store) {
  const auto unread = store->unread();
  if (!unread) return unread.error();
  if (unread->empty()) return Done{};
  const auto pack = Pack::load(flags.rules);
  if (!pack) return pack.error();
  Extractor extractor(*pack, {.offices = true});
  for (const Document& document : *unread) {
    if (document.text.empty()) {
      say(one_line(document.id + ": a copy of what was removed; its text is not kept, build from it again to read it"));
    } else if (auto put = store->put(document, extractor.extract(document), pack->hash()); !put) {
      return put;
    }
  }
  return store->merge();
}

int remove_documents(const RemoveFlags& flags) {
  auto store = open_store(flags.graph, Store::Mode::write);
  if (!store) return fail(store.error());
  const auto before = store->counts();
  if (!before) return fail(before.error());
  if (auto removed = store->remove(flags.documents); !removed) return fail(removed.error());
  if (auto merged = store->merge(); !merged) return fail(merged.error());
  if (auto read = read_copies(flags, &*store); !read) return fail(read.error());
  const auto after = store->counts();
  if (!after) return fail(after.error());
  say(fmt::format("{} and {} removed; {}: {}, {}, {}, {}", counted(before->documents - after->documents, "document"),
                  counted(before->mentions - after->mentions, "mention"), flags.graph,
                  counted(after->documents, "document"), counted(after->mentions, "mention"),
                  counted(after->interactions, "interaction"), counted(after->actors, "actor")));
  return success;
}

}  // namespace

void set_up_remove(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<RemoveFlags>();
  add_graph(command, &flags->graph);
  command.add_option("DOC", flags->documents, "Ids or URLs of documents, as `ask --format json` shows them")
      ->type_name("")
      ->required();
  add_rules_flag(command, &flags->rules);
  command.callback([flags, run] { *run = [flags] { return remove_documents(*flags); }; });
}

}  // namespace demarche::cli
