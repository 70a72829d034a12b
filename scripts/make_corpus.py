"""Repeats the corpora with changed names and dates; see scripts/make-corpus."""
import argparse
import datetime
import json
import os
import pathlib
import random
import re
import subprocess

CORPORA = pathlib.Path("../shared/corpora")
FILES = ["whitehouse_briefings_a.jsonl.zst", "guardian_sdf_a.jsonl", "state_2021.jsonl"]
# Surnames that texts of these years hold, each replaced by another one for a whole round, so that sentences stay sentences.
SURNAMES = """Obama Biden Kerry Clinton Blinken Trump Putin Lavrov Merkel Macron Erdogan Netanyahu Abbas Assad Zarif Rouhani Modi Xi Kuleba
Zelenskyy Abiy Guterres Stoltenberg Johnson Cameron Hollande Karzai Ghani Earnest Price Psaki Rhodes Carney""".split()
DAY = re.compile(r"\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})\b")


def documents():
    for name in FILES:
        path = CORPORA / name
        if name.endswith(".zst"):
            lines = subprocess.run(["zstd", "-dc", path], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
        else:
            lines = path.read_text(encoding="utf-8").splitlines()
        yield from (json.loads(line) for line in lines if line.strip())


def changed(document, number, names, random_numbers):
    text = names.sub(lambda m: names.table[m.group()], document["text"]) if names else document["text"]
    text = DAY.sub(lambda m: "%s %d" % (m.group(1), 1 + (int(m.group(2)) + number) % 28), text)
    day = datetime.date.fromisoformat(document.get("date", "2014-06-01")) + datetime.timedelta(days=number * 7)
    # A tenth of the sentences go, others each time: what is left is no near copy of what was there before.
    sentences = [s for s in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text) if random_numbers.random() > 0.1]
    return dict(document, id="%s-%d" % (document["id"], number), date=day.isoformat(), text=" ".join(sentences))


class Names:
    """One surname for another, all at once."""

    def __init__(self, number):
        rotated = SURNAMES[number % len(SURNAMES):] + SURNAMES[:number % len(SURNAMES)]
        self.table = dict(zip(SURNAMES, rotated))
        self.pattern = re.compile(r"\b(?:%s)\b" % "|".join(SURNAMES))

    def sub(self, replace, text):
        return self.pattern.sub(replace, text)


def main():
    parser = argparse.ArgumentParser(prog="scripts/make-corpus")
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--out", default="build/corpus.jsonl")
    arguments = parser.parse_args()
    wanted, written, count, number = arguments.megabytes * 1000000, 0, 0, 0
    originals = list(documents())
    temporary = arguments.out + ".part"
    with open(temporary, "w", encoding="utf-8") as out:
        while written < wanted:
            names, random_numbers = Names(number), random.Random(number)
            for document in originals:
                copy = changed(document, number, names, random_numbers)
                if copy["text"]:
                    out.write(json.dumps(copy, ensure_ascii=False) + "\n")
                    written += len(copy["text"].encode())
                    count += 1
                if written >= wanted:
                    break
            number += 1
    os.replace(temporary, arguments.out)
    print("%s: %d documents, %.0f MB of text" % (arguments.out, count, written / 1e6))


if __name__ == "__main__":
    main()
