// The panel beside the view: whom or what the reader has chosen.
import { dateWords, isoDay } from "./dates";
import { byId, el, replace } from "./dom";
import { deedCard, EvidenceActions } from "./evidence";
import { Deed, Model } from "./model";
import { Node, otherEnd, Scene, Tie } from "./scene";
import { State } from "./state";
import { eventWords, kindWords, plural } from "./style";

const cardsAtOnce = 30;
const tiesAtOnce = 6;

export interface PanelActions extends EvidenceActions {
  selectNode(ref: string): void;
  selectTie(tie: Tie): void;
  focusOn(ref: string, hops: number): void;
  leaveFocus(): void;
  startPath(ref: string): void;
  close(): void;
  loadAround(ref: string): void; // only where the page is served
}

export class Panel {
  private readonly root = byId("panel");
  private readonly body = byId("panel-body");

  constructor(private readonly model: Model, private readonly actions: PanelActions) {
    byId("panel-close").addEventListener("click", () => actions.close());
  }

  show(title: string, ...content: Parameters<typeof replace>[1][]): void {
    byId("panel-title").textContent = title;
    replace(this.body, ...content);
    this.body.scrollTop = 0;
    this.root.hidden = false;
  }

  hide(): void {
    this.root.hidden = true;
  }

  node(node: Node, state: State): void {
    const ties = [...node.ties].sort((a, b) => b.deeds.length - a.deeds.length || (a.key < b.key ? -1 : 1));
    this.show(
      node.name, this.about(node), this.tools(node, state), spark(node.deeds),
      ties.length ? el("h3", {}, `Ties (${ties.length})`) : null,
      this.longList(ties, tiesAtOnce, (tie) => this.tieRow(tie, node), "ties"),
      el("h3", {}, `Interactions (${node.deeds.length})`),
      this.cards(node.deeds),
    );
  }

  tie(tie: Tie): void {
    this.show(
      `${tie.a.name} – ${tie.b.name}`,
      el("p", { class: "quiet" }, plural(tie.deeds.length, "interaction"), spanOf(tie.deeds)),
      this.ends(tie), this.kinds(tie.deeds), spark(tie.deeds), this.cards(tie.deeds),
    );
  }

  deeds(deeds: Deed[]): void {
    this.show(deeds.length === 1 ? "Interaction" : plural(deeds.length, "interaction"), this.cards(deeds));
  }

  path(from: Node, to: Node, path: Tie[] | null): void {
    if (!path) {
      this.show(
        `${from.name} to ${to.name}`,
        el("p", {}, "No chain of interactions joins them under these filters. Widen the time or clear a filter."),
      );
      return;
    }
    let at = from;
    const steps = path.map((tie) => {
      const before = at;
      at = otherEnd(tie, at);
      return el("li", {}, el("h3", {}, `${before.name} – ${at.name}`),
                el("p", { class: "quiet" }, plural(tie.deeds.length, "interaction"), spanOf(tie.deeds)),
                this.cards(tie.deeds, 2));
    });
    this.show(
      `${from.name} to ${to.name}`, el("p", {}, `${plural(path.length, "step")}, the shortest way there is.`),
      el("ol", { class: "steps" }, ...steps),
    );
  }

  private about(node: Node): HTMLElement {
    if (node.ref.startsWith("@") && node.actors.length !== 1) {
      return el("p", { class: "quiet" }, `${plural(node.actors.length, "actor")}: `,
                node.actors.slice(0, 12).map((actor) => actor.name).join(", "), node.actors.length > 12 ? " …" : "");
    }
    const actor = node.actors[0];
    const lines = [[kindWords[actor.kind], node.country, actor.code].filter(Boolean).join(" · ")];
    if (actor.offices.length) lines.push(actor.offices.slice(0, 3).join("; "));
    if (actor.aliases.length) lines.push(`also: ${actor.aliases.slice(0, 6).join(", ")}`);
    const wikidata = /^Q[1-9]\d*$/.test(actor.qid ?? "")
      ? el("a", { href: `https://www.wikidata.org/wiki/${actor.qid}`, target: "_blank", rel: "noopener noreferrer" }, "Wikidata")
      : null;
    return el("div", { class: "quiet" }, ...lines.map((line) => el("p", {}, line)), wikidata ? el("p", {}, wikidata) : null);
  }

  private tools(node: Node, state: State): HTMLElement {
    const hops = el("select", {
      "aria-label": "How many ties away",
      onchange: () => this.actions.focusOn(node.ref, Number(hops.value)),
    }, ...[1, 2, 3].map((n) => el("option", { value: n, selected: state.focus === node.ref && state.hops === n }, plural(n, "tie"))));
    const focused = state.focus === node.ref;
    return el(
      "div", { class: "tools" },
      el("button", { type: "button", "aria-pressed": focused ? "true" : "false",
                     onclick: () => (focused ? this.actions.leaveFocus() : this.actions.focusOn(node.ref, Number(hops.value))) },
         focused ? "Show all again" : "Neighbourhood"),
      hops,
      el("button", { type: "button", onclick: () => this.actions.startPath(node.ref) }, "Path to …"),
      this.model.served && !node.ref.startsWith("@")
        ? el("button", { type: "button", onclick: () => this.actions.loadAround(node.ref) }, "Load everything around")
        : null,
    );
  }

  private tieRow(tie: Tie, node: Node): HTMLElement {
    const other = otherEnd(tie, node);
    return el("button", { type: "button", class: `row quad-${tie.quad}`, onclick: () => this.actions.selectTie(tie) },
              el("span", { class: "row-name" }, other.name), el("span", { class: "count" }, tie.deeds.length));
  }

  private ends(tie: Tie): HTMLElement {
    return el("div", { class: "tools" }, ...[tie.a, tie.b].map((node) =>
      el("button", { type: "button", onclick: () => this.actions.selectNode(node.ref) }, node.name)));
  }

  private kinds(deeds: Deed[]): HTMLElement {
    const counts = new Map<string, number>();
    for (const deed of deeds) counts.set(deed.event, (counts.get(deed.event) ?? 0) + 1);
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    return el("p", { class: "quiet" }, sorted.map(([event, count]) => `${eventWords(event)} ${count}`).join(" · "));
  }

  private cards(deeds: Deed[], atOnce = cardsAtOnce): HTMLElement {
    return this.longList(deeds, atOnce, (deed) => deedCard(this.model, deed, this.actions), "interactions");
  }

  private longList<Item>(items: Item[], atOnce: number, draw: (item: Item) => HTMLElement, many: string): HTMLElement {
    const list = el("div", { class: "long" });
    let shown = 0;
    const more = el("button", { type: "button", class: "more", onclick: () => add() });
    const add = () => {
      const next = items.slice(shown, shown + atOnce);
      shown += next.length;
      const first = next.map((item) => list.insertBefore(draw(item), more.parentNode === list ? more : null))[0];
      more.textContent = `Show more ${many} (${items.length - shown})`;
      if (shown < items.length) list.append(more);
      else more.remove();
      if (shown > atOnce) first.querySelector<HTMLElement>("button, a")?.focus();
    };
    add();
    return list;
  }
}

function spanOf(deeds: Deed[]): string {
  const days = deeds.filter((deed) => !Number.isNaN(deed.from));
  if (!days.length) return "";
  const from = Math.min(...days.map((deed) => deed.from));
  const until = Math.max(...days.map((deed) => deed.until));
  return from === until ? `, ${dateWords(isoDay(from))}` : `, ${dateWords(isoDay(from))} to ${dateWords(isoDay(until))}`;
}

// One bar a month, or a year, of when things happened. Said in words below, so it is hidden from screen readers.
function spark(deeds: Deed[]): HTMLElement | null {
  const days = deeds.filter((deed) => !Number.isNaN(deed.from)).map((deed) => deed.from);
  if (days.length < 4) return null;
  const from = Math.min(...days);
  const span = Math.max(...days) - from + 1;
  const bins = new Array<number>(48).fill(0);
  for (const day of days) bins[Math.floor(((day - from) / span) * bins.length)] += 1;
  const most = Math.max(...bins);
  const bars = bins.map((count) => {
    const bar = el("span", {});
    bar.style.height = `${Math.round((100 * count) / most)}%`;
    return bar;
  });
  return el("div", { class: "spark", "aria-hidden": "true" }, ...bars);
}

export function findTie(scene: Scene, ends: [string, string]): Tie | undefined {
  const node = scene.nodes.get(ends[0]);
  return node?.ties.find((tie) => otherEnd(tie, node).ref === ends[1]);
}
