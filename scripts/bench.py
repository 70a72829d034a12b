"""Times the program; see scripts/bench. Wall-clock medians; on a busy machine the CPU column is the one to trust."""
import argparse
import os
import statistics

from bench_runs import Run, stages

PEERS = ("peer: RE2, one pattern", "peer: RE2, 1,200 verb stems")


def rows(title, *table):
    print("| " + " | ".join(title) + " |\n|---" + "|---:" * (len(title) - 1) + "|")
    for row in table:
        print("| " + " | ".join(row) + " |")
    print()


def times(value, wc):
    return "%.1f" % (wc / value) if value < wc else "%.2f" % (wc / value)


def corpus_table(program, build, corpus, runs, with_stages):
    megabytes = os.path.getsize(corpus) / 1e6
    commands = [
        ("`wc -w`", ["wc", "-w", corpus]),
        ("`extract --threads 1`", [program, "extract", "--threads", "1", corpus]),
        ("`extract --threads 2`", [program, "extract", "--threads", "2", corpus]),
    ]
    environment = dict(os.environ, LC_ALL="C")
    # Interleaved, so that a busy moment of the machine hits all alike; the first round fills the file cache.
    done = {name: [] for name, _ in commands}
    peers = {name: [] for name in PEERS}
    for round_number in range(runs + 1):
        for name, words in commands:
            run = Run(words, environment)
            if round_number > 0:
                done[name].append(run)
        if round_number > 0:
            for name, rate in stages(build, corpus, "peer").items():
                peers[name].append(rate)

    def median(name, field):
        return statistics.median(getattr(run, field) for run in done[name])

    print("%s: %.1f MB, median of %d runs\n" % (os.path.basename(corpus), megabytes, runs))
    wc = megabytes / median("`wc -w`", "seconds")
    table = [(name, "%.1f" % (megabytes / median(name, "seconds")),
              "%.1f to %.1f" % (megabytes / max(r.seconds for r in done[name]), megabytes / min(r.seconds for r in done[name])),
              times(megabytes / median(name, "seconds"), wc), "%.1f" % (megabytes / median(name, "cpu")),
              "%.0f" % max(r.memory for r in done[name])) for name, _ in commands]
    for name, rates in peers.items():
        middle = statistics.median(rates)
        table.insert(1, (name.removeprefix("peer: "), "%.1f" % middle, "%.1f to %.1f" % (min(rates), max(rates)),
                         times(middle, wc), "%.1f" % middle, ""))
    rows(("reading", "MB/s", "slowest to fastest", "times the time of `wc -w`", "MB per CPU second", "peak memory, MB"), *table)
    if with_stages:
        got = stages(build, corpus)
        rows(("stage, 4 MB of text", "MB/s", "ms a MB"),
             *((name, "%.1f" % rate, "%.1f" % (1000 / rate)) for name, rate in got.items() if name not in PEERS))


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench")
    parser.add_argument("--build", required=True, help="folder of a release build")
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("--stages", action="store_true")
    parser.add_argument("corpora", nargs="+")
    arguments = parser.parse_args()
    program = os.path.join(arguments.build, "demarche")
    for corpus in arguments.corpora:
        corpus_table(program, arguments.build, corpus, arguments.runs, arguments.stages)
    starts = []
    for name, words in (("`--version`", [program, "--version"]), ("`extract` of nothing", [program, "extract", "-"])):
        trials = [Run(words) for _ in range(20)]
        starts.append((name, "%.0f" % (1000 * statistics.median(t.seconds for t in trials)),
                       "%.0f" % max(t.memory for t in trials)))
    rows(("start-up", "ms, median of 20", "peak memory, MB"), *starts)


if __name__ == "__main__":
    main()
