"""Times the program; see scripts/bench. Wall-clock medians; on a busy machine the CPU column is the one to trust."""
import argparse
import os
import statistics
import subprocess
import sys
import time

NOWHERE = open(os.devnull, "r+b")


class Run:
    """One run of a command: seconds of clock and of CPU, peak memory in MB."""

    def __init__(self, words, environment=None):
        start = time.perf_counter()
        process = subprocess.Popen(words, stdin=NOWHERE, stdout=NOWHERE, stderr=NOWHERE, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if process.returncode != 0:
            sys.exit("bench: %s: exit code %d" % (" ".join(words), process.returncode))


def rows(title, *table):
    print("| " + " | ".join(title) + " |\n|---" + "|---:" * (len(title) - 1) + "|")
    for row in table:
        print("| " + " | ".join(row) + " |")


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench")
    parser.add_argument("--program", required=True)
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("corpus")
    a = parser.parse_args()

    megabytes = os.path.getsize(a.corpus) / 1e6
    commands = [
        ("`wc -w`", ["wc", "-w", a.corpus]),
        ("`extract --threads 1`", [a.program, "extract", "--threads", "1", a.corpus]),
        ("`extract --threads 2`", [a.program, "extract", "--threads", "2", a.corpus]),
    ]
    environment = dict(os.environ, LC_ALL="C")
    # Interleaved, so that a busy moment of the machine hits all alike; the first round fills the file cache.
    runs = {name: [] for name, _ in commands}
    for round_number in range(a.runs + 1):
        for name, words in commands:
            run = Run(words, environment)
            if round_number > 0:
                runs[name].append(run)

    def median(name, field):
        return statistics.median(getattr(run, field) for run in runs[name])

    print("%s: %.1f MB, median of %d runs\n" % (os.path.basename(a.corpus), megabytes, a.runs))
    wc = median("`wc -w`", "seconds")
    rows(("reading", "MB/s", "slowest to fastest", "times the time of `wc -w`", "MB per CPU second", "peak memory, MB"), *(
        (name, "%.1f" % (megabytes / median(name, "seconds")),
         "%.1f to %.1f" % (megabytes / max(r.seconds for r in runs[name]), megabytes / min(r.seconds for r in runs[name])),
         "%.1f" % (median(name, "seconds") / wc), "%.1f" % (megabytes / median(name, "cpu")),
         "%.0f" % max(r.memory for r in runs[name]))
        for name, _ in commands))

    print()
    starts = []
    for name, words in (("`--version`", [a.program, "--version"]), ("`extract` of nothing", [a.program, "extract", "-"])):
        trials = [Run(words) for _ in range(20)]
        starts.append((name, "%.0f" % (1000 * statistics.median(t.seconds for t in trials)),
                       "%.0f" % max(t.memory for t in trials)))
    rows(("start-up", "ms, median of 20", "peak memory, MB"), *starts)


if __name__ == "__main__":
    main()
