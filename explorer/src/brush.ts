// The strip of time under the view: how much happened when; dragging over it keeps a part.
import { dateWords, firstDay, isoDay, lastDay, ticks } from "./dates";
import { byId, el, eachFrame, replace, svg } from "./dom";
import { Deed, Model } from "./model";
import { State } from "./state";
import { plural } from "./style";

const height = 64;
const floor = 46; // where the bars stand
const barWidth = 5;

export class Brush {
  private readonly root = byId("brush");
  private readonly handles: HTMLElement[];
  private readonly first: number;
  private readonly last: number;
  private deeds: Deed[] = [];
  private range: [number, number];
  private drag: { from: number; moved: boolean; end: 0 | 1 | -1 } | null = null;

  constructor(model: Model, private readonly change: (part: Partial<State>) => void) {
    const dated = !Number.isNaN(model.from);
    this.first = dated ? model.from : 0;
    this.last = dated ? Math.max(model.until, model.from + 6) : 6;
    this.range = [this.first, this.last];
    byId("time").hidden = !dated;
    this.handles = [0, 1].map((end) => this.handle(end as 0 | 1));
    this.root.addEventListener("pointerdown", (event) => this.down(event));
    this.root.addEventListener("pointermove", (event) => this.move(event));
    this.root.addEventListener("pointerup", (event) => this.up(event));
    this.root.addEventListener("pointercancel", () => (this.drag = null));
    new ResizeObserver(eachFrame(() => this.draw())).observe(this.root);
    for (const [id, key] of [["from", "from"], ["until", "until"]] as const) {
      const input = byId<HTMLInputElement>(id);
      input.min = isoDay(this.first);
      input.max = isoDay(this.last);
      input.addEventListener("change", () => change({ [key]: input.value }));
    }
    byId("all-time").addEventListener("click", () => change({ from: "", until: "" }));
  }

  show(state: State, deeds: Deed[]): void {
    this.deeds = deeds;
    this.range = [
      state.from ? Math.max(this.first, firstDay(state.from)) : this.first,
      state.until ? Math.min(this.last, lastDay(state.until)) : this.last,
    ];
    byId<HTMLInputElement>("from").value = state.from ? isoDay(firstDay(state.from)) : "";
    byId<HTMLInputElement>("until").value = state.until ? isoDay(lastDay(state.until)) : "";
    byId("all-time").hidden = !state.from && !state.until;
    if (!this.drag) this.draw();
  }

  private get width(): number {
    return Math.max(60, this.root.clientWidth);
  }

  private x(day: number): number {
    return ((day - this.first) / (this.last + 1 - this.first)) * this.width;
  }

  private day(x: number): number {
    const day = Math.floor(this.first + (x / this.width) * (this.last + 1 - this.first));
    return Math.min(this.last, Math.max(this.first, day));
  }

  private bars(): SVGElement[] {
    const count = Math.max(1, Math.floor(this.width / barWidth));
    const bins = Array.from({ length: count }, () => [0, 0, 0, 0, 0]);
    for (const deed of this.deeds) {
      if (Number.isNaN(deed.from)) continue;
      const middle = (deed.from + Math.min(deed.until, this.last)) / 2 + 0.5;
      bins[Math.min(count - 1, Math.floor((this.x(middle) / this.width) * count))][deed.quad] += 1;
    }
    const most = Math.max(1, ...bins.map((bin) => bin.reduce((a, b) => a + b)));
    const out: SVGElement[] = [];
    bins.forEach((bin, i) => {
      let y = floor;
      bin.forEach((amount, quad) => {
        if (!amount) return;
        const tall = Math.max(1.5, (amount / most) * (floor - 6));
        y -= tall;
        out.push(svg("rect", { class: `quad-${quad}`, x: (i * this.width) / count, y, width: this.width / count - 1, height: tall }));
      });
    });
    return out;
  }

  private draw(): void {
    const [from, until] = this.range.map((day, end) => this.x(day + end));
    const axis = ticks(this.first, this.last, this.width / 70).map(({ day, label }) =>
      svg("text", { x: Math.min(this.x(day) + 3, this.width - 30), y: height - 5 }, label));
    const marks = ticks(this.first, this.last, this.width / 70).map(({ day }) =>
      svg("line", { x1: this.x(day), x2: this.x(day), y1: floor, y2: height }));
    const whole = from <= 0.5 && until >= this.width - 0.5;
    replace(
      this.root,
      svg("svg", { viewBox: `0 0 ${this.width} ${height}`, width: this.width, height, "aria-hidden": "true" },
          ...marks, ...axis, ...this.bars(),
          whole ? null : svg("rect", { class: "outside", x: 0, y: 0, width: Math.max(0, from), height: floor }),
          whole ? null : svg("rect", { class: "outside", x: until, y: 0, width: Math.max(0, this.width - until), height: floor }),
          whole ? null : svg("rect", { class: "inside", x: from, y: 0.5, width: Math.max(1, until - from), height: floor - 0.5 })),
      ...this.handles,
    );
    this.handles.forEach((handle, end) => {
      const day = this.range[end];
      handle.style.left = `${end ? until : from}px`;
      handle.setAttribute("aria-valuenow", String(day));
      handle.setAttribute("aria-valuetext", dateWords(isoDay(day)));
    });
    const inside = this.deeds.filter((deed) => deed.from <= this.range[1] && deed.until >= this.range[0]).length;
    byId("time-words").textContent =
      `${dateWords(isoDay(this.range[0]))} – ${dateWords(isoDay(this.range[1]))} · ${plural(inside, "dated interaction")}`;
  }

  private handle(end: 0 | 1): HTMLElement {
    return el("div", {
      class: "handle", role: "slider", tabindex: 0, "aria-label": end ? "Until" : "From",
      "aria-valuemin": this.first, "aria-valuemax": this.last, "aria-valuenow": end ? this.last : this.first,
      onkeydown: (event: KeyboardEvent) => this.onKey(event, end), "data-end": end,
    });
  }

  private onKey(event: KeyboardEvent, end: 0 | 1): void {
    const page = Math.max(1, Math.round((this.last - this.first) / 20));
    const steps: Record<string, number> = {
      ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page,
      Home: -Infinity, End: Infinity,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const day = Math.min(this.last, Math.max(this.first, this.range[end] + step));
    this.set(end === 0 ? [Math.min(day, this.range[1]), this.range[1]] : [this.range[0], Math.max(day, this.range[0])]);
    this.handles[end].focus();
  }

  private set(range: [number, number]): void {
    this.range = range;
    this.draw();
    this.change({
      from: range[0] <= this.first ? "" : isoDay(range[0]),
      until: range[1] >= this.last ? "" : isoDay(range[1]),
    });
  }

  private offset(event: PointerEvent): number {
    return event.clientX - this.root.getBoundingClientRect().left;
  }

  private down(event: PointerEvent): void {
    const end = (event.target as HTMLElement).dataset?.end;
    this.drag = { from: this.day(this.offset(event)), moved: false, end: end === undefined ? -1 : (Number(end) as 0 | 1) };
    this.root.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    if (!this.drag) return;
    const day = this.day(this.offset(event));
    if (day === this.drag.from && !this.drag.moved) return;
    this.drag.moved = true;
    const fixed = this.drag.end === 0 ? this.range[1] : this.drag.end === 1 ? this.range[0] : this.drag.from;
    this.range = [Math.min(day, fixed), Math.max(day, fixed)];
    this.draw();
  }

  // A click without a drag takes the whole again.
  private up(_event: PointerEvent): void {
    const drag = this.drag;
    this.drag = null;
    if (!drag) return;
    if (drag.moved) this.set(this.range);
    else if (drag.end === -1) this.set([this.first, this.last]);
  }
}
