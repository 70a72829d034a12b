"""What the rules cost as the pack grows; see scripts/bench --families. Processor time, without that of the start."""
import argparse
import os
import pathlib
import re
import statistics
import tempfile

from bench_runs import Run

RULES = pathlib.Path("rules/actions")
WORDNET = pathlib.Path("/usr/share/wordnet/index.verb")
COPIES = 9  # beside the pack itself: ten times its rules


def verbs():
    """All one-word verbs of WordNet, in its order."""
    words = [line.split(" ", 1)[0] for line in WORDNET.read_text().splitlines() if line[:1].isalpha()]
    return [w for w in words if w.isalpha()]


def copied(text, number, others):
    """The rules of a file under other ids and about other verbs; the sets that they name stay."""
    place = {}

    def other(word):
        if word.startswith("@") or not word.isalpha():
            return word
        return others[(place.setdefault(word, len(place)) * 7919 + number * 104729 + len(word)) % len(others)]

    text = re.sub(r'^id = "([^"]+)"', r'id = "\1.copy%d"' % number, text, flags=re.M)
    return re.sub(r"\bV:([a-z@_|-]+)", lambda m: "V:" + "|".join(other(w) for w in m.group(1).split("|")), text)


def cost(program, rules, corpus, runs):
    """MB of text a second of processor time."""
    start = statistics.median(Run([program, "extract", "--rules", rules, "-"]).cpu for _ in range(runs))
    reading = statistics.median(Run([program, "extract", "--threads", "1", "--rules", rules, corpus]).cpu for _ in range(runs))
    return os.path.getsize(corpus) / 1e6 / (reading - start)


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench --families")
    parser.add_argument("--program", required=True)
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("corpus")
    arguments = parser.parse_args()
    families = sorted(f for f in RULES.glob("*.toml") if f.name != "classes.toml")
    families.append(RULES / "classes.toml")
    count = {f: f.read_text().count("\n[[rule]]") for f in families}
    print("%s: %.1f MB, median of %d runs\n" % (os.path.basename(arguments.corpus), os.path.getsize(arguments.corpus) / 1e6, arguments.runs))
    print("| pack | rules | MB per CPU second | times the time of the whole pack |\n|---|---:|---:|---:|")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        actions = pathlib.Path(folder) / "actions"
        actions.mkdir()
        (actions / "none.toml").write_text("# no rules\n")  # a folder of rules must not be empty
        for f in families:  # a file of the same name stands for the built-in one
            (actions / f.name).write_text("# no rules\n")
        rows.append(("no action rules", 0, cost(arguments.program, folder, arguments.corpus, arguments.runs)))
        total = 0
        for f in families:
            (actions / f.name).unlink()
            total += count[f]
            rows.append(("and " + f.stem, total, cost(arguments.program, folder, arguments.corpus, arguments.runs)))
        others = verbs()
        for number in range(1, COPIES + 1):
            for f in families:
                (actions / ("%s-%d.toml" % (f.stem, number))).write_text(copied(f.read_text(), number, others))
        larger = cost(arguments.program, folder, arguments.corpus, arguments.runs)
    whole = rows[-1][2]
    rows.append(("ten times as many, on other verbs", total * (COPIES + 1), larger))
    for name, rules, rate in rows:
        print("| %s | %s | %.1f | %.2f |" % (name, format(rules, ","), rate, whole / rate))


if __name__ == "__main__":
    main()
