// The filters: event type, status, country, topic, confidence, words.
import { byId, el, replace } from "./dom";
import { Counts, Filtered } from "./filter";
import { fold, Model, Status } from "./model";
import { Facet, State } from "./state";
import { eventWords, statusWords } from "./style";

const valuesAtOnce = 10;

export class FilterPanel {
  private readonly open: Record<Facet, boolean> = { event: false, status: true, country: false, topic: false };
  private readonly sought: Record<Facet, string> = { event: "", status: "", country: "", topic: "" };
  private counts: Record<Facet, Counts> | null = null;
  private state: State | null = null;

  constructor(private readonly model: Model, private readonly change: (part: Partial<State>) => void) {
    const confidence = byId<HTMLInputElement>("confidence");
    confidence.addEventListener("input", () => change({ confidence: Number(confidence.value) }));
    const words = byId<HTMLInputElement>("words");
    let waiting = 0;
    words.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => change({ words: words.value.trim() }), 200);
    });
    byId("clear-filters").addEventListener("click", () =>
      change({ event: [], status: [], country: [], topic: [], confidence: 0, words: "", from: "", until: "" }));
  }

  show(state: State, filtered: Filtered): void {
    this.state = state;
    this.counts = filtered.counts;
    const confidence = byId<HTMLInputElement>("confidence");
    if (Number(confidence.value) !== state.confidence) confidence.value = String(state.confidence);
    byId("confidence-value").textContent = state.confidence ? `at least ${state.confidence.toFixed(2)}` : "any";
    const words = byId<HTMLInputElement>("words");
    if (document.activeElement !== words && words.value !== state.words) words.value = state.words;
    for (const facet of ["event", "status", "country", "topic"] as Facet[]) this.draw(facet);
    const active = state.event.length + state.status.length + state.country.length + state.topic.length +
      Number(state.confidence > 0) + Number(state.words !== "") + Number(state.from !== "" || state.until !== "");
    byId("clear-filters").hidden = active === 0;
    byId("filter-count").textContent = active ? String(active) : "";
  }

  private label(facet: Facet, value: string): string {
    if (facet === "event") return eventWords(value);
    if (facet === "status") return statusWords[value as Status] ?? value;
    return facet === "country" ? this.model.countries.get(value)?.name ?? value : value;
  }

  private draw(facet: Facet): void {
    const root = byId(`facet-${facet}`);
    const counts = this.counts![facet];
    const chosen = new Set(this.state![facet]);
    const sought = fold(this.sought[facet]);
    const values = [...new Set([...chosen, ...counts.keys()])]
      .map((value) => ({ value, label: this.label(facet, value), count: counts.get(value) ?? 0 }))
      .sort((a, b) => Number(chosen.has(b.value)) - Number(chosen.has(a.value)) || b.count - a.count || (a.label < b.label ? -1 : 1));
    const fitting = sought ? values.filter(({ label, value }) => chosen.has(value) || fold(label).includes(sought)) : values;
    const shown = this.open[facet] && !sought ? fitting.slice(0, 200) : fitting.slice(0, valuesAtOnce);
    const focused = document.activeElement instanceof HTMLInputElement && root.contains(document.activeElement)
      ? document.activeElement.value : null;
    replace(
      root,
      ...shown.map(({ value, label, count }) => this.box(facet, value, label, count, chosen)),
      fitting.length > valuesAtOnce && !sought
        ? el("button", { type: "button", class: "more", onclick: () => this.toggle(facet) },
             this.open[facet] ? "Show fewer" : `Show all ${fitting.length}`)
        : null,
    );
    if (focused === null) return;
    for (const input of root.querySelectorAll("input")) if (input.value === focused) input.focus();
  }

  private box(facet: Facet, value: string, label: string, count: number, chosen: Set<string>): HTMLElement {
    const input = el("input", { type: "checkbox", value });
    input.checked = chosen.has(value);
    input.addEventListener("change", () => {
      if (input.checked) chosen.add(value);
      else chosen.delete(value);
      this.change({ [facet]: [...chosen] });
    });
    return el("label", { class: `box ${facet}-${facet === "status" ? value : ""}` }, input,
              el("span", { class: "box-name", dir: "auto" }, label), el("span", { class: "count" }, count));
  }

  private toggle(facet: Facet): void {
    this.open[facet] = !this.open[facet];
    this.draw(facet);
  }

  // Narrows the values of a long facet to those that hold these words.
  seek(facet: Facet, words: string): void {
    this.sought[facet] = words;
    this.draw(facet);
  }
}
