"""Scores the program on the annotated sets; see scripts/evaluate."""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

SHARED = pathlib.Path("../shared")
GOLD = SHARED / "gold"
OWN = pathlib.Path("tests/gold")
BEGIN, END = "<!-- evaluation: filled by scripts/evaluate -->", "<!-- end of evaluation -->"


def output(*words, **options):
    run = subprocess.run([str(w) for w in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    if run.returncode != 0:
        sys.exit("evaluate: %s: exit code %d\n%s" % (" ".join(map(str, words)), run.returncode, run.stderr))
    return run.stdout


def score(*words):
    """The first line of the scorer's output: one JSON object."""
    return json.loads(output(sys.executable, SHARED / "tools/score.py", *words).splitlines()[0])


def percent(x):
    return "–" if x is None else "%.1f" % (100 * x)


class Evaluation:
    def __init__(self, program, folder):
        self.program, self.folder, self.rows = program, pathlib.Path(folder), []

    def row(self, texts, measure, value, others=""):
        self.rows.append((texts, measure, value, others))

    def extract(self, *arguments):
        path = self.folder / "records.jsonl"
        path.write_text(output(self.program, "extract", "--strict", *arguments))
        return path

    def documents(self, texts, inputs, gold, aliases=None):
        extra = ["--aliases", aliases] if aliases else []
        s = score("docs", gold, self.extract(inputs), *extra)
        for key, measure in (("who_whom", "who to whom"), ("typed", "… and did what"), ("status", "… and whether it happened")):
            self.row(texts, measure + ", F1 (precision / recall)",
                     "%s (%s / %s)" % tuple(percent(s[key][k]) for k in ("f1", "p", "r")))
            texts = ""
        self.row("", "date; kind of contact, accuracy",
                 "%s; %s" % (percent(s["date_accuracy"]), percent(s["action_accuracy"])))

    def questions(self, manifest, gold):
        graphs, answers = {}, []
        documents = {json.loads(line)["id"]: line for line in manifest.read_text().splitlines() if line.strip()}
        for line in gold.read_text().splitlines():
            question = json.loads(line)
            document = question["id"]
            if document not in graphs:
                entry = json.loads(documents[document])
                entry["text"] = (manifest.parent / entry.pop("file")).read_text()
                one = self.folder / (document + ".jsonl")
                one.write_text(json.dumps(entry) + "\n")
                graphs[document] = self.folder / (document + ".db")
                output(self.program, "build", "--strict", one, "-o", graphs[document])
            run = subprocess.run([self.program, "ask", graphs[document], question["question"], "--format", "json"],
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            answers.append(run.stdout.replace("\n", " ") if run.returncode == 0 else "{}")
        path = self.folder / "answers.jsonl"
        path.write_text("".join(a.strip() + "\n" for a in answers))
        s = score("questions", gold, path)
        self.row("questions about these articles", "answered right", "%d of %d" % (s["answered_right"], s["questions"]))

    def pairs(self, gold):
        for given, texts in ((True, "sentences, the two actors marked"), (False, "the same sentences, nothing marked")):
            inputs = self.folder / "pairs.jsonl"
            inputs.write_text(output(sys.executable, SHARED / "tools/score.py", "pairs-input", gold, *["--given"] * given))
            s = score("pairs", gold, self.extract(inputs, "--format", "plover"))
            if given:
                self.row("%d %s" % (s["rows"], texts), "type of the act, accuracy / macro F1",
                         "%s / %s" % (percent(s["accuracy"]), percent(s["macro_f1"])),
                         "63 naive Bayes; 83.5 / 82.1 language-inference model of 355 million parameters ¹")
            else:
                self.row(texts, "right actors and right type, accuracy", percent(s["accuracy"]), "38 TABARI ²")
                self.row("", "… precision where it answers", percent(s["precision_when_answered"]), "66 TABARI ²")
                self.row("", "right type somewhere in the sentence", percent(s["sentence_any_root"]), "53 TABARI ²")

    def readouts(self, gold, corpus):
        s = score("readouts", gold, self.extract(corpus))
        self.row("%d calls and meetings in press releases" % s["readouts"], "found / with full name",
                 "%s / %s" % (percent(s["found"]), percent(s["full_name"])))

    def table(self):
        lines = ["| texts | measure | Demarche | others |", "|---|---|---|---|"]
        return "\n".join(lines + ["| %s | %s | %s | %s |" % row for row in self.rows])


def update_readme(table):
    readme = pathlib.Path("README.md")
    text = readme.read_text()
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        sys.exit("evaluate: README.md: the marks %s and %s must stand there once" % (BEGIN, END))
    before, rest = text.split(BEGIN)
    readme.write_text(before + BEGIN + "\n" + table + "\n" + END + rest.split(END)[1])


def main():
    parser = argparse.ArgumentParser(prog="scripts/evaluate")
    parser.add_argument("--program", required=True)
    parser.add_argument("--update-readme", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        e = Evaluation(str(pathlib.Path(arguments.program).resolve()), folder)
        e.pairs(GOLD / "plv_train.tsv")
        e.documents("42 real documents", GOLD / "real_docs_input.jsonl", GOLD / "real_docs.jsonl", GOLD / "real_docs_actors.jsonl")
        e.documents("2 long articles", SHARED / "seeds/manifest.jsonl", GOLD / "seeds.jsonl")
        e.questions(SHARED / "seeds/manifest.jsonl", GOLD / "questions.jsonl")
        e.readouts(GOLD / "state_2021_readouts.jsonl", SHARED / "corpora/state_2021.jsonl")
        e.documents("40 texts of `tests/gold`, looked at", OWN / "dev.jsonl", OWN / "dev_gold.jsonl", OWN / "dev_actors.jsonl")
        e.documents("20 texts of `tests/gold`, held out", OWN / "heldout.jsonl", OWN / "heldout_gold.jsonl", OWN / "heldout_actors.jsonl")
    print(e.table())
    if arguments.update_readme:
        update_readme(e.table())


if __name__ == "__main__":
    main()
