// Who did something when: a lane for each of the busiest, a mark for what happened on a day or in a stretch of days.
import { dateWords, firstDay, isoDay, lastDay, ticks } from "./dates";
import { byId, eachFrame, replace, svg } from "./dom";
import { Deed, Model } from "./model";
import { short } from "./node_label";
import { Node, Scene } from "./scene";
import { State } from "./state";
import { plural } from "./style";
import { inOneLine } from "./words";

const lane = 30;
const top = 34;
const mostLanes = 40;
const mostLinks = 500;
const binWidth = 9;

interface Dot {
  node: Node;
  row: number;
  x: number;
  deeds: Deed[];
}

export interface TimelineActions {
  selectNode(ref: string): void;
  selectDeeds(deeds: Deed[]): void;
}

export class TimelineView {
  private readonly root = byId("timeline-scroll");
  private redraw: (() => void) | null = null;

  constructor(private readonly model: Model, private readonly actions: TimelineActions) {
    new ResizeObserver(eachFrame(() => this.redraw?.())).observe(this.root);
    this.root.addEventListener("keydown", (event) => this.onKey(event));
  }

  show(state: State, scene: Scene, deeds: Deed[]): void {
    this.redraw = () => this.draw(state, scene, deeds);
    this.redraw();
  }

  private draw(state: State, scene: Scene, deeds: Deed[]): void {
    if (this.root.clientWidth === 0) return;
    const dated = deeds.filter((deed) => !Number.isNaN(deed.from));
    const undated = deeds.length - dated.length;
    const nodes = [...scene.nodes.values()]
      .sort((a, b) => Number(b.ref === state.focus) - Number(a.ref === state.focus) || b.deeds.length - a.deeds.length || (a.ref < b.ref ? -1 : 1));
    const shown = nodes.slice(0, mostLanes);
    const notes = [
      nodes.length > shown.length ? `The ${shown.length} busiest of ${plural(nodes.length, "actor")}.` : "",
      undated ? `${plural(undated, "interaction")} without a date not shown.` : "",
    ].filter(Boolean).join(" ");
    byId("timeline-note").textContent = dated.length ? notes : "No dated interactions under these filters.";
    if (!dated.length) {
      replace(this.root);
      return;
    }
    const from = state.from ? firstDay(state.from) : dated.reduce((least, deed) => Math.min(least, deed.from), Infinity);
    const until = state.until ? lastDay(state.until) : dated.reduce((most, deed) => Math.max(most, deed.until), -Infinity);
    this.paint(shown, dated, from, Math.max(until, from + 2));
  }

  private paint(nodes: Node[], deeds: Deed[], from: number, until: number): void {
    const left = this.root.clientWidth < 600 ? 118 : 210;
    const width = Math.max(340, this.root.clientWidth - 4);
    const height = top + nodes.length * lane + 10;
    const x = (day: number) => left + 12 + ((day - from) / (until + 1 - from)) * (width - left - 28);
    const dots = this.dots(nodes, new Set(deeds), x, from, until);
    const axis = ticks(from, until, (width - left) / 84);
    const picture = svg(
      "svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "Timeline" },
      ...nodes.map((_, row) => row % 2 ? null : svg("rect", { class: "stripe", x: 0, y: top + row * lane, width, height: lane })),
      ...axis.map(({ day }) => svg("line", { class: "grid", x1: x(day), x2: x(day), y1: top - 8, y2: height })),
      ...axis.map(({ day, label }) => svg("text", { class: "tick", x: x(day), y: top - 14, "text-anchor": x(day) > width - 44 ? "end" : "start" }, label)),
      ...this.links(nodes, deeds, x),
      ...dots.map((dot) => this.mark(dot)),
      ...nodes.map((node, row) => this.name(node, row, left)),
    );
    replace(this.root, picture);
    picture.querySelector(".mark")?.setAttribute("tabindex", "0");
  }

  private middle(deed: Deed, from: number, until: number): number {
    return (Math.max(from, deed.from) + Math.min(until, deed.until) + 1) / 2;
  }

  private dots(nodes: Node[], deeds: Set<Deed>, x: (day: number) => number, from: number, until: number): Dot[] {
    const out: Dot[] = [];
    nodes.forEach((node, row) => {
      const bins = new Map<number, Deed[]>();
      for (const deed of node.deeds) {
        if (!deeds.has(deed)) continue;
        const bin = Math.floor(x(this.middle(deed, from, until)) / binWidth);
        const there = bins.get(bin);
        if (there) there.push(deed);
        else bins.set(bin, [deed]);
      }
      for (const [bin, there] of [...bins].sort((a, b) => a[0] - b[0])) {
        const days = there.map((deed) => this.middle(deed, from, until));
        const at = there.length === 1 ? x(days[0]) : (bin + 0.5) * binWidth;
        out.push({ node, row, x: at, deeds: there });
      }
    });
    return out;
  }

  // Joins the lanes of those who took part in one interaction; with very many they would only be a curtain.
  private links(nodes: Node[], deeds: Deed[], x: (day: number) => number): SVGElement[] {
    if (deeds.length > mostLinks) return [];
    const rows = new Map<number, number>();
    nodes.forEach((node, row) => node.actors.forEach((actor) => rows.set(actor.index, row)));
    return deeds.flatMap((deed) => {
      const touched = [...deed.a, ...deed.r].map((actor) => rows.get(actor)).filter((row) => row !== undefined) as number[];
      if (new Set(touched).size < 2) return [];
      const at = x(this.middle(deed, -Infinity, Infinity));
      return [svg("line", { class: `link quad-${deed.quad}`, x1: at, x2: at,
                            y1: top + (Math.min(...touched) + 0.5) * lane, y2: top + (Math.max(...touched) + 0.5) * lane })];
    });
  }

  private mark(dot: Dot): SVGElement {
    const quads = [0, 0, 0, 0, 0];
    for (const deed of dot.deeds) quads[deed.quad] += 1;
    const happened = dot.deeds.some((deed) => deed.status === "actual");
    const label = dot.deeds.length === 1
      ? inOneLine(this.model, dot.deeds[0])
      : `${dot.node.name}, around ${dateWords(isoDay(dot.deeds[0].from))}: ${plural(dot.deeds.length, "interaction")}`;
    return svg(
      "circle", {
        class: `mark quad-${quads.indexOf(Math.max(...quads))}${happened ? "" : " hollow"}`, role: "button", tabindex: -1,
        "aria-label": label, cx: dot.x, cy: top + (dot.row + 0.5) * lane, r: Math.min(13, 4 + 1.4 * Math.sqrt(dot.deeds.length - 1)),
        "data-row": dot.row, onclick: () => this.actions.selectDeeds(dot.deeds),
        onkeydown: (event: KeyboardEvent) => {
          if (event.key === "Enter" || event.key === " ") this.actions.selectDeeds(dot.deeds);
        },
      },
      svg("title", {}, label),
    );
  }

  private name(node: Node, row: number, left: number): SVGElement {
    const text = svg("text", { class: "lane-name", x: left - 4, y: top + (row + 0.5) * lane + 4, "text-anchor": "end",
                               role: "button", tabindex: 0, onclick: () => this.actions.selectNode(node.ref),
                               onkeydown: (event: KeyboardEvent) => event.key === "Enter" && this.actions.selectNode(node.ref) },
                     short(node.name, left < 150 ? 15 : 28));
    text.append(svg("title", {}, node.name));
    return text;
  }

  // One stop of Tab for all marks; arrow keys go on from there.
  private onKey(event: KeyboardEvent): void {
    const here = document.activeElement as SVGElement | null;
    if (!here?.classList.contains("mark")) return;
    const marks = [...this.root.querySelectorAll<SVGElement>(".mark")];
    const row = Number(here.dataset.row);
    const x = Number(here.getAttribute("cx"));
    let next: SVGElement | undefined;
    if (event.key === "ArrowRight") next = marks[marks.indexOf(here) + 1];
    else if (event.key === "ArrowLeft") next = marks[marks.indexOf(here) - 1];
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      const beyond = marks.filter((mark) => (Number(mark.dataset.row) - row) * step > 0);
      next = beyond.sort((a, b) => Math.abs(Number(a.dataset.row) - row) - Math.abs(Number(b.dataset.row) - row) ||
        Math.abs(Number(a.getAttribute("cx")) - x) - Math.abs(Number(b.getAttribute("cx")) - x))[0];
    }
    if (!next) return;
    event.preventDefault();
    here.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }

  // The picture as it stands, for export; null when nothing is drawn.
  drawing(): SVGSVGElement | null {
    return this.root.querySelector("svg");
  }
}
