"""Stacks of `perf script` on standard input become a flame graph in SVG on standard output; see scripts/flame-graph."""
import argparse
import html
import re
import sys

WIDTH, ROW, LEFT, TOP = 1200, 17, 10, 34
LEAST = 0.4  # narrower boxes are left out, in pixels
LETTER = 6.3  # width of a letter, in pixels


class Frame:
    def __init__(self, name):
        self.name, self.samples, self.callees = name, 0, {}

    def callee(self, name):
        return self.callees.setdefault(name, Frame(name))

    def depth(self):
        return 1 + max((f.depth() for f in self.callees.values()), default=0)


def short(symbol):
    """demarche::extract::Tagger::run(std::vector<…>&) const → extract::Tagger::run"""
    symbol = symbol.replace("(anonymous namespace)::", "")
    symbol = re.sub(r"\[clone [^]]*\]|\[abi:[^]]*\]", "", symbol)
    while True:
        shorter = re.sub(r"<[^<>]*>", "", symbol)
        if shorter == symbol:
            break
        symbol = shorter
    symbol = re.sub(r"\{lambda.*", "(lambda)", symbol)
    symbol = symbol.split("(")[0] if not symbol.startswith("(") else symbol
    words = symbol.strip().split(" ")
    return words[-1].replace("demarche::", "") or symbol


def read_stacks(lines):
    root, stack = Frame("all"), []

    def end():
        if not stack:
            return
        frame = root
        frame.samples += 1
        before = None
        for name in reversed(stack):
            if name == before:  # recursion
                continue
            frame = frame.callee(name)
            frame.samples += 1
            before = name
        stack.clear()

    for line in lines:
        line = line.strip()
        if not line:
            end()
        elif re.match(r"[0-9a-f]+ ", line):
            symbol = line.split(" ", 1)[1]
            # What the unwinder could not name, and the frames in which every program begins.
            if symbol == "[unknown]" or symbol.startswith(("_start", "__libc_start", "main")):
                continue
            stack.append(short(symbol))
    end()
    return root


def colour(name):
    """Own code warm by its part, the rest grey-blue."""
    parts = {"text": 48, "rules": 36, "extract": 16, "ingesting": 60, "exporting": 90, "cli": 75}
    for part, hue in parts.items():
        if name.startswith(part + "::"):
            return "hsl(%d,85%%,%d%%)" % (hue, 62 + hash_of(name) % 12)
    return "hsl(205,%d%%,%d%%)" % (30 + hash_of(name) % 15, 74 + hash_of(name) % 8)


def hash_of(name):
    value = 0
    for c in name:
        value = (value * 31 + ord(c)) % 65521
    return value


def draw(frame, x, level, height, scale, total, out):
    width = frame.samples * scale
    if width < LEAST:
        return
    y = height - (level + 1) * ROW
    share = 100 * frame.samples / total
    label = frame.name if len(frame.name) * LETTER < width - 4 else frame.name[: max(0, int((width - 10) / LETTER))] + "…"
    out.append('<g><title>%s: %.1f %%</title><rect x="%.1f" y="%d" width="%.1f" height="%d" rx="1" fill="%s"/>'
               % (html.escape(frame.name), share, x, y, width, ROW - 1, colour(frame.name)))
    if width > 24:
        out.append('<text x="%.1f" y="%d">%s</text>' % (x + 3, y + 12, html.escape(label)))
    out.append("</g>")
    for name in sorted(frame.callees):
        draw(frame.callees[name], x, level + 1, height, scale, total, out)
        x += frame.callees[name].samples * scale


def main():
    parser = argparse.ArgumentParser(prog="scripts/flame-graph")
    parser.add_argument("--title", default="")
    title = parser.parse_args().title
    root = read_stacks(sys.stdin)
    if root.samples == 0:
        sys.exit("flame-graph: perf gave no samples")
    height = TOP + root.depth() * ROW + 8
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="DejaVu Sans,Arial,sans-serif" '
           'font-size="10.5" role="img">' % (WIDTH + 2 * LEFT, height),
           "<title>%s</title>" % html.escape(title or "flame graph"),
           '<rect width="100%%" height="100%%" fill="#fff"/><text x="%d" y="20" font-size="14">%s (%d samples)</text>'
           % (LEFT, html.escape(title), root.samples)]
    draw(root, LEFT, 0, height, WIDTH / root.samples, root.samples, out)
    out.append("</svg>")
    print("\n".join(out))


if __name__ == "__main__":
    main()
