// demarche build: documents in, a graph out.
#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/build_target.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_input.h"
#include "cli/interrupt.h"
#include "cli/ordered_pipeline.h"
#include "cli/progress.h"
#include "cli/reading.h"
#include "cli/summary.h"
#include "cli/terminal.h"
#include "ingest/copy_finder.h"
#include "text/hash.h"

namespace demarche::cli {
namespace {

struct BuildFlags {
  InputFlags input;
  std::string output;
  bool no_text = false;
};

// A document, and the one that says the same and comes first, if it need not be read.
struct Taken {
  Document document;
  std::string copy_of;
};

struct Extracted {
  Document document;
  std::string copy_of;
  std::vector<Mention> mentions;
  std::uint64_t sentences = 0;
};

std::uint64_t content_hash(const Document& document) {
  text::StableHash hash;
  for (const std::string* field :
       {&document.text, &document.title, &document.date, &document.url, &document.publication, &document.language}) {
    hash.add(*field);
  }
  return hash.value();
}

class Build {
 public:
  Build(const BuildFlags& flags, const Pack& pack, BuildTarget* target)
      : flags_(flags),
        target_(target),
        progress_(size_of_paths(flags.input.paths)),
        pipeline_(
            flags.input.thread_count(), [&pack](bool own_thread) { return make_worker(pack, own_thread); },
            [this](Extracted&& extracted) { return put(std::move(extracted)); }) {}

  // Reads everything, fills the target and says what was done.
  int run() {
    IngestOptions options = flags_.input.ingest;
    options.stop = &interrupted();
    options.bytes_consumed = &consumed_;
    std::vector<std::string> documents;
    for (const std::string& path : flags_.input.paths) {
      if (!is_graph_input(path)) {
        documents.push_back(path);
      } else if (auto taken = take_graph(path); !taken) {
        return fail(taken.error());
      }
    }
    const auto counts = documents.empty()
                            ? Result<IngestCounts>(IngestCounts())
                            : ingest(
                                  documents, options, [this](Document&& document) { return take(std::move(document)); },
                                  [this](const Problem& problem) { say_over_progress(problem); });
    if (!counts) return fail(counts.error());
    pipeline_.finish();
    progress_.clear();
    if (!fault_.message.empty()) return fail(fault_);
    if (interrupted() && !target_->keeps_part()) {
      say("interrupted; " + flags_.output + " is not written");
      return interrupted_code;
    }
    const double reading = progress_.seconds();
    if (auto done = read_left_over(); !done) return fail(done.error());
    const auto totals = target_->finish();
    if (!totals) return fail(totals.error());
    sum_up(*counts, *totals, reading);
    return exit_code_of({.problems = counts->problems + twice_}, flags_.input.strict);
  }

 private:
  static OrderedPipeline<Taken, Extracted>::Worker make_worker(const Pack& pack, bool own_thread) {
    return [extractor = make_extractor(pack, own_thread, {.offices = true})](Taken&& taken) {
      Extracted out{std::move(taken.document), std::move(taken.copy_of), {}, 0};
      if (!out.copy_of.empty()) return out;
      const std::uint64_t before = extractor->sentences();
      out.mentions = extractor->extract(out.document);
      out.sentences = extractor->sentences() - before;
      return out;
    };
  }

  // What an export has kept of documents that were read before.
  Result<Done> take_graph(const std::string& path) {
    return read_graph_input(path, [this](StoredDocument&& document) {
      ++documents_;
      mentions_ += document.mentions.size();
      return target_->add(std::move(document));
    });
  }

  bool take(Document&& document) {
    ++documents_;
    bytes_ += document.text.size();
    progress_.show(consumed_, documents_, bytes_, mentions_);
    ingesting::CopyFinder::Found found = copy_finder_.look(document);
    if (is_known(document)) {
      ++unchanged_;
      return fault_.message.empty();
    }
    duplicate_ += found.copy;
    // Copies go the same way, so that what they repeat is always put before them.
    const std::size_t weight = found.first.empty() ? document.text.size() : 0;
    return pipeline_.push({std::move(document), std::move(found.first)}, weight);
  }

  // Copies that an earlier run did not read, of documents that are no longer what they were.
  Result<Done> read_left_over() {
    auto left = target_->unread();
    if (!left) return left.error();
    for (Document& document : *left) {
      if (document.text.empty()) {
        say(one_line(document.id +
                     ": was not read, as a copy of a document that is gone; its text is not kept, name it again"));
      } else {
        const std::size_t weight = document.text.size();
        pipeline_.push({std::move(document), ""}, weight);
      }
    }
    pipeline_.finish();
    return fault_.message.empty() ? Result<Done>(Done{}) : fault_;
  }

  // In this run, or in the target since an earlier one.
  bool is_known(const Document& document) {
    const std::uint64_t content = content_hash(document);
    const auto [seen, is_new] = seen_.try_emplace(text::StableHash().add(document.id).value(), content);
    if (!is_new) {
      if (seen->second == content) return true;
      seen->second = content;
      ++twice_;
      say_over_progress({document.source, "id \"" + document.id + "\" was read before; this text takes its place"});
      return false;
    }
    const auto known = target_->has(document);
    if (!known) fault_ = known.error();
    return !known || *known;
  }

  bool put(Extracted&& extracted) {
    mentions_ += extracted.mentions.size();
    sentences_ += extracted.sentences;
    const auto done = target_->put(extracted.document, std::move(extracted.mentions), extracted.copy_of);
    if (!done) fault_ = done.error();
    return done.ok();
  }

  void say_over_progress(const Problem& problem) {
    progress_.clear();
    say_problem(problem);
  }

  void sum_up(const IngestCounts& counts, const Store::Counts& totals, double reading) const {
    const std::string problems = in_words(counts);
    if (!problems.empty()) say(problems);
    const Work work{documents_, Work::Known{duplicate_, unchanged_}, sentences_, mentions_, bytes_, reading};
    say(in_words(work, counts));
    say(figures(work));
    say(fmt::format("{}: {}, {}, {}, {}; merged in {:.2f} s", flags_.output, counted(totals.documents, "document"),
                    counted(totals.mentions, "mention"), counted(totals.interactions, "interaction"),
                    counted(totals.actors, "actor"), progress_.seconds() - reading));
    if (interrupted()) say("interrupted; what was read is kept, run the same command again to go on");
  }

  const BuildFlags& flags_;
  BuildTarget* target_;
  Progress progress_;
  std::uint64_t documents_ = 0, unchanged_ = 0, bytes_ = 0, mentions_ = 0, twice_ = 0;
  std::uint64_t consumed_ = 0, sentences_ = 0, duplicate_ = 0;
  ingesting::CopyFinder copy_finder_;
  std::unordered_map<std::uint64_t, std::uint64_t> seen_;  // hash of an id → hash of the content read last
  Error fault_;                                            // of the target; empty message = none
  OrderedPipeline<Taken, Extracted> pipeline_;
};

int build(const BuildFlags& flags) {
  watch_interrupts();
  if (auto checked = check_paths(flags.input.paths); !checked) return fail(checked.error());
  const auto pack = Pack::load(flags.input.rules);
  if (!pack) return fail(pack.error());
  const auto target = open_build_target(flags.output, pack->hash(), !flags.no_text);
  if (!target) return fail(target.error());
  return Build(flags, *pack, target->get()).run();
}

}  // namespace

void set_up_build(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<BuildFlags>();
  add_input_flags(command, &flags->input);
  command.get_option("PATH")->required();
  add_text(command, "-o,--output", "FILE", "The graph: graph.db (a store, renewed by each run) or graph.json",
           &flags->output)
      ->required();
  command.add_flag("--no-text", flags->no_text,
                   "Keep offsets and links but neither texts nor sentences; demarche rehydrate brings them back");
  command.callback([flags, run] { *run = [flags] { return build(*flags); }; });
}

}  // namespace demarche::cli
