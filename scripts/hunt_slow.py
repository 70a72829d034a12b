"""Texts that are made to be slow; see scripts/hunt-slow."""
import argparse
import json
import os
import random
import subprocess
import sys

NAMES = ["Hillary Clinton", "Sergei Lavrov", "Ahmet Davutoglu", "Angela Merkel", "Wang Yi", "Turkey", "Iran", "Moscow",
         "the United Nations", "Brazilian Foreign Minister Celso Amorim", "Nasser Judeh, Jordan's foreign minister,"]
VERBS = ["met", "called", "condemned", "urged", "agreed to meet", "refused to call", "was praised by", "will visit"]
PRONOUNS = ["he", "she", "they", "it", "his", "her", "their", "the two leaders", "the minister", "the secretary", "both"]


def cycle(words, between=" "):
    """As many of the words as fit, again and again."""
    def make(size):
        out, length, i = [], 0, 0
        while length < size:
            out.append(words[i % len(words)])
            length += len(words[i % len(words)].encode()) + len(between)
            i += 1
        return between.join(out)
    return make


def nested(opening, closing, inside="Clinton met Lavrov"):
    def make(size):
        deep = size // (len((opening + closing).encode()))
        return opening * deep + inside + closing * deep
    return make


def shuffled(words, seed, stop=0):
    """Random words of a list; a full stop after every `stop` of them, none for 0."""
    def make(size):
        random_numbers, out, length = random.Random(seed), [], 0
        while length < size:
            word = random_numbers.choice(words)
            out.append(word)
            length += len(word.encode()) + 1
            if stop and len(out) % stop == 0:
                out[-1] += "."
        return " ".join(out)
    return make


def numbered(form, between=" "):
    def make(size):
        out, length, i = [], 0, 0
        while length < size:
            out.append(form % i)
            length += len(out[-1].encode()) + len(between)
            i += 1
        return between.join(out)
    return make


CASES = {
    "quotes": nested("“", "”"),
    "plain-quotes": cycle(['"'], ""),
    "quoted-words": cycle(['"Clinton" said "Lavrov" met'], " "),
    "brackets": nested("(", ")"),
    "brackets-words": nested("Clinton (who met ", ") Lavrov"),
    "open-brackets": cycle(["(Clinton"]),
    "square": nested("[", "]"),
    "names-comma": cycle(["Hillary Clinton,", "Sergei Lavrov,", "Wang Yi,"]),
    "names-and": cycle(["Hillary Clinton and", "Sergei Lavrov and"]),
    "names-unknown": numbered("Minister Abc%dov,"),
    "names-met": numbered("Abc%d Xyz met"),
    "names-bare": cycle(["Clinton", "Lavrov", "Merkel"]),
    "titles": cycle(["Foreign Minister"]),
    "titles-of": cycle(["the foreign minister of"]),
    "possessives": cycle(["Turkey's"]),
    "possessives-of": cycle(["Turkey's minister's", "Iran's"]),
    "and": cycle(["and"]),
    "and-verbs": cycle(["met and called and praised and"]),
    "verbs": cycle(VERBS),
    "verbs-to": cycle(["agreed to", "refused to", "planned to", "hoped to"]),
    "who": cycle(["Clinton, who met"]),
    "that": cycle(["said that"]),
    "that-names": cycle(["Clinton said that Lavrov said that"]),
    "which": cycle(["which Turkey, which Iran"]),
    "prepositions": cycle(["in Turkey with Iran on Monday about trade for"]),
    "of": cycle(["of the talks"]),
    "commas": cycle([","]),
    "dots": cycle(["."], ""),
    "dots-spaced": cycle(["."]),
    "dashes": cycle(["—"], ""),
    "hyphens": cycle(["Iran-"], ""),
    "semicolons": cycle(["Clinton met Lavrov;"]),
    "colons": cycle(["Clinton:"]),
    "newlines": cycle(["\n"], ""),
    "lines": cycle(["Clinton met Lavrov\n"], ""),
    "speakers": cycle(["MR. PRICE: He met her.\n", "QUESTION: Who met them?\n"], ""),
    "bullets": cycle(["- Clinton met Lavrov\n"], ""),
    "long-token": cycle(["a"], ""),
    "long-capital": cycle(["A"], ""),
    "long-digits": cycle(["1"], ""),
    "long-apostrophes": cycle(["'"], ""),
    "apostrophe-s": cycle(["'s"], ""),
    "no-period": shuffled(NAMES + VERBS + ["and", "of", "the", "talks", "on Monday"], 1),
    "capitals": shuffled([w.upper() for w in NAMES + VERBS + ["and", "in", "the talks"]], 2),
    "capitals-stops": shuffled([w.upper() for w in NAMES + VERBS + ["and", "in", "the talks"]], 3, 12),
    "dates": numbered("May %d,"),
    "dates-full": cycle(["on May 3, 2010,", "last Tuesday", "the next day", "between May 3 and May 5"]),
    "dates-stops": cycle(["Clinton met Lavrov on May 3, 2010.", "He called her the next day."]),
    "years": cycle(["2010"]),
    "pronouns": shuffled(PRONOUNS, 4),
    "pronouns-verbs": shuffled(PRONOUNS + ["met", "called", "and", "said"], 5),
    "pronouns-stops": shuffled(PRONOUNS + ["met", "called", "and", "said"], 6, 9),
    "pronouns-many-people": numbered("Minister Abc%dov met Xyz. He called her. They met."),
    "people-stops": numbered("President Abc%dov of Turkey met Foreign Minister Def%%dov of Iran.".replace("%%d", "")),
    "surnames-stops": shuffled(["Clinton", "Lavrov", "Merkel", "met", "called", "Mr.", "Mrs.", "Ms."], 7, 8),
    "first-names": shuffled(["Hillary", "Sergei", "Angela", "John", "met", "and"], 8, 10),
    "acronyms": numbered("(ABC%d)"),
    "initials": cycle(["P.", "J.", "U.S.", "Sen.", "Gov."]),
    "abbreviations": cycle(["U.S."], ""),
    "not": cycle(["not"]),
    "neither": cycle(["neither Clinton nor Lavrov met"]),
    "if": cycle(["if Clinton met"]),
    "by": cycle(["was met by Clinton"]),
    "between": cycle(["between Turkey and Iran"]),
    "talks-between": cycle(["talks between"]),
    "counterpart": cycle(["his Turkish counterpart"]),
    "groups": cycle(["Turkish officials and Iranian negotiators,"]),
    "adjectives": cycle(["Turkish Iranian American"]),
    "the": cycle(["the"]),
    "to": cycle(["to"]),
    "emoji": cycle(["🙂"], ""),
    "combining": cycle(["é"], ""),
    "joiners": cycle(["a\u200d"], ""),
    "chinese": cycle(["习近平会见普京"], ""),
    "arabic": cycle(["التقى"], " "),
    "controls": cycle(["\u0001"], ""),
    "urls": numbered("https://example.org/a/%d"),
    "mails": numbered("a%d@example.org"),
    "markdown": cycle(["**Clinton** met [Lavrov](https://example.org)"]),
    "one-sentence-all": shuffled(NAMES + VERBS + PRONOUNS + ["and", ",", "who", "that", "in", "with", "(", ")", "“", "”", "said"], 9),
    "random-stops": shuffled(NAMES + VERBS + PRONOUNS + ["and", ",", "who", "that", "in", "with", "(", ")", "“", "”", "said"], 10, 40),
}


# What the program reads once, whatever the text's length (its tables are mapped, the lookup of offices is made when the
# first one is asked for), is no slowness of a text.
WARM = "Hillary Clinton met the U.S. ambassador to Russia and Pakistan's army chief on Thursday. He thanked her."


def seconds(program, text, flags):
    """Processor time of one run over the text."""
    line = json.dumps({"id": "a", "date": "2010-05-13", "language": "en", "text": text}).encode() + b"\n"
    process = subprocess.Popen([program, "extract", "--threads", "1", *flags, "-"], stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.stdin.write(line)
        process.stdin.close()
    except BrokenPipeError:
        pass
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, process.returncode


def main():
    parser = argparse.ArgumentParser(prog="scripts/hunt-slow")
    parser.add_argument("--program", default="build/release/demarche")
    parser.add_argument("--limit", type=float, default=1.0)
    parser.add_argument("--large", type=int, default=256, help="kB of the larger text")
    parser.add_argument("--again", type=int, default=9, help="how often a slow text is measured again, for its least time")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.names if name not in CASES]
    if unknown:
        sys.exit("hunt-slow: there is no case %s (there are: %s)" % (unknown[0], ", ".join(CASES)))
    cold = min(seconds(arguments.program, "", [])[0] for _ in range(5))
    once = max(0.0, min(seconds(arguments.program, WARM, [])[0] for _ in range(5)) - cold)
    small, large, slow = 16, arguments.large, 0

    def measure(name):
        """Milliseconds a kB for the small and the large text, and whether both runs ended well."""
        few, code = seconds(arguments.program, CASES[name](small * 1000), [])
        many, code_large = seconds(arguments.program, CASES[name](large * 1000), [])
        return max(0.0, few - cold) * 1000 / small, max(0.0, many - cold) * 1000 / large, code == 0 and code_large == 0

    def is_slow(few, many):
        # A growth of what takes next to no time is noise.
        return max(few - once * 1000 / small, many) > arguments.limit or (many > 0.2 and many > 3 * max(few, 0.1))

    print("%-22s %9s %9s %7s" % ("text", "ms/kB, %d" % small, "%d kB" % large, "growth"))
    for name in arguments.names or CASES:
        few, many, well = measure(name)
        # Other work on the machine only ever adds: what is slow stays slow when it is measured again.
        for _ in range(arguments.again):
            if not well or not is_slow(few, many):
                break
            few_again, many_again, well = measure(name)
            few, many = min(few, few_again), min(many, many_again)
        found = not well or is_slow(few, many)
        slow += found
        print("%-22s %9.3f %9.3f %7.1f%s" % (name, few, many, many / max(few, 0.01), "   <- slow" if found else ""), flush=True)
    if slow:
        sys.exit("hunt-slow: %d of the texts are slow" % slow)


if __name__ == "__main__":
    main()
