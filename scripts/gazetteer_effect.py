"""Scores the program with and without its actor files; see scripts/gazetteer-effect."""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SHARED = pathlib.Path("../shared")
GOLD = SHARED / "gold"
EMPTY = "# Emptied to see what it is worth.\n"
# What is emptied, by the first folder of a rule file; a file of the same path takes the place of the built-in one.
PACKS = [("all actors", []), ("without persons and offices", ["offices"]),
         ("without any actor or place", ["offices", "actors", "places"])]


def output(*words):
    run = subprocess.run([str(w) for w in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                         env=dict(os.environ, DEMARCHE_CACHE="off"))
    if run.returncode != 0:
        sys.exit("gazetteer-effect: %s: exit code %d\n%s" % (" ".join(map(str, words)), run.returncode, run.stderr))
    return run.stdout


def score(*words):
    return json.loads(output(sys.executable, SHARED / "tools/score.py", *words).splitlines()[0])


def percent(x):
    return "–" if x is None else "%.1f" % (100 * x)


class Pack:
    def __init__(self, program, folder, emptied):
        self.program, self.folder, self.flags = program, pathlib.Path(folder), []
        for path in pathlib.Path("rules").glob("*/*.toml"):
            if path.parent.name in emptied:
                target = self.folder / "rules" / path.relative_to("rules")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(EMPTY)
                self.flags = ["--rules", self.folder / "rules"]

    def extract(self, *arguments):
        path = self.folder / "records.jsonl"
        path.write_text(output(self.program, "extract", *self.flags, *arguments))
        return path

    def scores(self):
        inputs = self.folder / "pairs.jsonl"
        seeds = score("docs", GOLD / "seeds.jsonl", self.extract(SHARED / "seeds/manifest.jsonl"))
        inputs.write_text(output(sys.executable, SHARED / "tools/score.py", "pairs-input", GOLD / "plv_train.tsv"))
        pairs = score("pairs", GOLD / "plv_train.tsv", self.extract(inputs, "--format", "plover"))
        readouts = score("readouts", GOLD / "state_2021_readouts.jsonl", self.extract(SHARED / "corpora/state_2021.jsonl"))
        return [percent(seeds["who_whom"]["f1"]), percent(seeds["typed"]["f1"]), percent(pairs["accuracy"]),
                percent(pairs["precision_when_answered"]), percent(readouts["found"]), percent(readouts["full_name"])]


def main():
    parser = argparse.ArgumentParser(prog="scripts/gazetteer-effect")
    parser.add_argument("--program", required=True)
    program = pathlib.Path(parser.parse_args().program).resolve()
    print("| | `seeds`: who to whom, F1 | … and what | `plv_train`, nothing marked: accuracy | … precision | "
          "`state_2021`: found | … with full name |\n|---|---:|---:|---:|---:|---:|---:|")
    for name, emptied in PACKS:
        with tempfile.TemporaryDirectory() as folder:
            print("| %s | %s |" % (name, " | ".join(Pack(program, folder, emptied).scores())), flush=True)


if __name__ == "__main__":
    main()
