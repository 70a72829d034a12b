// An interaction with the sentences that tell of it.
import { dateWords } from "./dates";
import { el, webAddress } from "./dom";
import { Deed, Mention, Model, Step } from "./model";
import { eventWords, plural, stepWords } from "./style";
import { what, when } from "./words";

const roleWords = { t: "trigger", a: "actor", r: "recipient" };

// The trigger is <mark>ed, those who act and are acted on are underlined.
export function sentence(mention: Mention): HTMLElement {
  const parts: (string | Node)[] = [];
  let done = 0;
  for (const [start, end, role] of mention.marks) {
    parts.push(mention.text.slice(done, start));
    const words = mention.text.slice(start, end);
    parts.push(role === "t" ? el("mark", { title: "trigger" }, words) : el("span", { class: `who ${role}`, title: roleWords[role] }, words));
    done = end;
  }
  parts.push(mention.text.slice(done));
  return el("p", { class: "sentence", dir: "auto" }, ...parts);
}

function sourceLine(model: Model, mention: Mention): HTMLElement {
  const source = model.sources[mention.s];
  const address = webAddress(source.url);
  const name = source.title || source.publication || source.url || "untitled document";
  return el(
    "p", { class: "source" },
    address ? el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, name) : name,
    source.publication && source.title ? ` · ${source.publication}` : null,
    source.date ? ` · ${dateWords(source.date)}` : null,
    !address && source.url ? ` · ${source.url}` : null,
    mention.by ? ` · according to ${mention.by}` : null,
  );
}

function history(deed: Deed): HTMLElement | null {
  if (deed.history.length < 2) return null;
  const steps = deed.history.map((step) =>
    el("li", {}, statusChip(step.status), step.said ? ` ${dateWords(step.said)}` : ""));
  return el("details", {}, el("summary", {}, `How its status was told (${deed.history.length})`), el("ol", { class: "history" }, ...steps));
}

export function statusChip(status: Step): HTMLElement {
  return el("span", { class: `chip ${status}` }, stepWords[status]);
}

export interface EvidenceActions {
  nameButton(number: number): HTMLElement;
}

function participants(deed: Deed, actions: EvidenceActions): HTMLElement {
  const side = (numbers: number[]) =>
    numbers.flatMap((number, i) => [i ? (i === numbers.length - 1 ? " and " : ", ") : "", actions.nameButton(number)]);
  return el(
    "h3", {}, ...side(deed.a),
    deed.r.length ? el("span", { class: "arrow" }, deed.reciprocal ? " – " : deed.a.length ? " → " : "→ ") : null,
    ...side(deed.r),
  );
}

export function deedCard(model: Model, deed: Deed, actions: EvidenceActions): HTMLElement {
  const mentions = deed.m.map((number) => {
    const mention = model.mentions[number];
    return el("li", {}, sentence(mention), sourceLine(model, mention));
  });
  return el(
    "article", { class: `deed quad-${deed.quad} ${deed.status}`, "data-id": deed.id },
    el("p", { class: "deed-head" }, el("time", {}, when(deed)), " ", statusChip(deed.status), " ",
       el("span", { class: "action" }, what(deed)), " ", el("span", { class: "event" }, eventWords(deed.event))),
    participants(deed, actions),
    deed.themes.length || deed.place
      ? el("p", { class: "about" }, deed.themes.length ? `about ${deed.themes.join(", ")}` : null,
           deed.themes.length && deed.place ? " · " : null, deed.place ? `in ${deed.place}` : null)
      : null,
    el("ul", { class: "sentences" }, ...mentions),
    deed.more ? el("p", { class: "quiet" }, `and ${plural(deed.more, "more sentence")}, not in this page`) : null,
    history(deed),
    el("p", { class: "quiet" }, `${plural(deed.reports, "report")}, ${deed.independent} independent · confidence ${deed.confidence.toFixed(2)}`),
  );
}
