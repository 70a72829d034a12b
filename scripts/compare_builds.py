"""Compares the benchmarks of two builds; see scripts/compare-builds.

Rounds of both alternate. A difference counts when the ranks of the rounds tell the two apart (Mann and Whitney's test,
one chance in a hundred that it is luck) and the medians differ by three hundredths or more."""
import argparse
import math
import os
import statistics
import sys

from bench_runs import Run, stages

LEAST = 0.03
CHANCE = 0.01


def chance(a, b):
    """Two-sided probability that samples of one distribution lie apart as these do (normal approximation)."""
    ranks = {}
    ordered = sorted(a + b)
    for value in set(ordered):
        first, count = ordered.index(value), ordered.count(value)
        ranks[value] = first + (count + 1) / 2
    n, m = len(a), len(b)
    u = sum(ranks[value] for value in a) - n * (n + 1) / 2
    spread = math.sqrt(n * m * (n + m + 1) / 12)
    z = (abs(u - n * m / 2) - 0.5) / spread
    return math.erfc(max(0.0, z) / math.sqrt(2))


def program_rates(build, corpus):
    """MB of text a second of processor time."""
    program = os.path.join(build, "demarche")
    size = os.path.getsize(corpus) / 1e6
    runs = {"program: extract --threads 1, MB/s": [program, "extract", "--threads", "1", corpus]}
    rates = {name: size / Run(words).cpu for name, words in runs.items()}
    rates["program: starts a second"] = 10 / sum(Run([program, "--version"]).cpu or 1e-3 for _ in range(10))
    return rates


def main():
    parser = argparse.ArgumentParser(prog="scripts/compare-builds")
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("old")
    parser.add_argument("new")
    arguments = parser.parse_args()
    # Of five rounds each that lie wholly apart, chance() says 0.012.
    if arguments.rounds < 6:
        sys.exit("compare-builds: fewer than 6 rounds cannot tell a difference from noise")
    builds = (arguments.old, arguments.new)
    without = [b for b in builds if not os.path.exists(os.path.join(b, "tests/bench_stages"))]
    if without:
        print("compare-builds: the program alone, without its stages: %s has no tests/bench_stages; its target is "
              "bench_stages" % " and ".join(without), file=sys.stderr)
    rates = ({}, {})
    for number in range(arguments.rounds):
        for which in ((0, 1) if number % 2 == 0 else (1, 0)):
            got = program_rates(builds[which], arguments.corpus)
            if not without:
                found = stages(builds[which], arguments.corpus, "-peer")
                got.update({name + ", MB/s": rate for name, rate in found.items()})
            for name, rate in got.items():
                rates[which].setdefault(name, []).append(rate)
    slower = 0
    print("| benchmark | old | new | new is | luck |\n|---|---:|---:|---|---:|")
    for name, old in rates[0].items():
        new = rates[1].get(name)
        if new is None:
            continue
        change = statistics.median(new) / statistics.median(old) - 1
        luck = chance(old, new)
        real = luck < CHANCE and abs(change) >= LEAST
        slower += real and change < 0
        words = "%.1f %% %s" % (abs(100 * change), "faster" if change > 0 else "slower") if real else "the same"
        print("| %s | %.1f | %.1f | %s | %.3f |" % (name, statistics.median(old), statistics.median(new), words, luck))
    if slower:
        sys.exit("compare-builds: %d of the benchmarks are slower" % slower)


if __name__ == "__main__":
    main()
