// The same as the graph, as tables: interactions, ties, actors. Long tables grow as the reader asks.
import { dateWords, isoDay } from "./dates";
import { byId, el, replace } from "./dom";
import { statusChip } from "./evidence";
import { Deed, Model } from "./model";
import { Node, Scene, Tie } from "./scene";
import { Rows, State } from "./state";
import { eventWords, kindWords, quadWords } from "./style";
import { what, when, whoToWhom } from "./words";

const rowsAtOnce = 100;

interface Column<Item> {
  name: string;
  cell(item: Item): string | Node_;
  order(item: Item): string | number; // what the column sorts by
  number?: boolean;
}
type Node_ = globalThis.Node;

export interface ListActions {
  selectNode(ref: string): void;
  selectTie(tie: Tie): void;
  selectDeed(deed: Deed): void;
  setRows(rows: Rows): void;
}

export class ListView {
  private readonly table = byId<HTMLTableElement>("table");
  private readonly more = byId<HTMLButtonElement>("table-more");
  private sorted: Record<Rows, { column: number; down: boolean }> = {
    interactions: { column: 0, down: true }, ties: { column: 2, down: true }, actors: { column: 3, down: true },
  };
  private shown = rowsAtOnce;
  private last: (() => void) | null = null;

  constructor(private readonly model: Model, private readonly actions: ListActions) {
    this.more.addEventListener("click", () => {
      this.shown += 5 * rowsAtOnce;
      this.last?.();
    });
    for (const rows of ["interactions", "ties", "actors"] as Rows[]) {
      byId(`rows-${rows}`).addEventListener("click", () => actions.setRows(rows));
    }
  }

  show(state: State, scene: Scene, deeds: Deed[]): void {
    for (const rows of ["interactions", "ties", "actors"] as Rows[]) {
      byId(`rows-${rows}`).setAttribute("aria-pressed", String(state.rows === rows));
    }
    this.shown = rowsAtOnce;
    this.last = () => {
      if (state.rows === "interactions") this.draw("interactions", this.deedColumns(), deeds, (deed) => this.actions.selectDeed(deed));
      else if (state.rows === "ties") this.draw("ties", this.tieColumns(), [...scene.ties.values()], (tie) => this.actions.selectTie(tie));
      else this.draw("actors", this.actorColumns(), [...scene.nodes.values()], (node) => this.actions.selectNode(node.ref));
    };
    this.last();
  }

  private deedColumns(): Column<Deed>[] {
    return [
      { name: "Date", cell: when, order: (deed) => deed.date ?? "" },
      { name: "Who to whom", cell: (deed) => whoToWhom(this.model, deed), order: (deed) => whoToWhom(this.model, deed) },
      { name: "What", cell: what, order: what },
      { name: "Type", cell: (deed) => eventWords(deed.event), order: (deed) => deed.event },
      { name: "Status", cell: (deed) => statusChip(deed.status), order: (deed) => deed.status },
      { name: "About", cell: (deed) => deed.themes.join(", "), order: (deed) => deed.themes.join(", ") },
      { name: "Reports", cell: (deed) => String(deed.reports), order: (deed) => deed.reports, number: true },
    ];
  }

  private tieColumns(): Column<Tie>[] {
    const latest = (tie: Tie) => tie.deeds.reduce((most, deed) => Math.max(most, deed.until || -Infinity), -Infinity);
    return [
      { name: "One", cell: (tie) => tie.a.name, order: (tie) => tie.a.name },
      { name: "Other", cell: (tie) => tie.b.name, order: (tie) => tie.b.name },
      { name: "Interactions", cell: (tie) => String(tie.deeds.length), order: (tie) => tie.deeds.length, number: true },
      { name: "Mostly", cell: (tie) => quadWords[tie.quad], order: (tie) => tie.quad },
      { name: "Latest", cell: (tie) => (Number.isFinite(latest(tie)) ? dateWords(isoDay(latest(tie))) : ""), order: latest },
    ];
  }

  private actorColumns(): Column<Node>[] {
    return [
      { name: "Name", cell: (node) => node.name, order: (node) => node.name },
      { name: "Kind", cell: (node) => kindWords[node.kind], order: (node) => node.kind },
      { name: "Country", cell: (node) => node.country ?? "", order: (node) => node.country ?? "" },
      { name: "Interactions", cell: (node) => String(node.deeds.length), order: (node) => node.deeds.length, number: true },
      { name: "Ties", cell: (node) => String(node.ties.length), order: (node) => node.ties.length, number: true },
      { name: "Office", cell: (node) => node.note, order: (node) => node.note },
    ];
  }

  private draw<Item>(rows: Rows, columns: Column<Item>[], items: Item[], open: (item: Item) => void): void {
    const { column, down } = this.sorted[rows];
    const keyed = items.map((item) => ({ item, key: columns[column].order(item) }));
    const sign = down ? -1 : 1;
    keyed.sort((a, b) => sign * (typeof a.key === "string" ? a.key.localeCompare(b.key as string) : a.key - (b.key as number)));
    const heads = columns.map((head, i) =>
      el("th", { scope: "col", "aria-sort": i === column ? (down ? "descending" : "ascending") : false, class: head.number ? "number" : false },
         el("button", { type: "button", onclick: () => this.sortBy(rows, i, head.number || head.name === "Date" || head.name === "Latest") },
            head.name, i === column ? (down ? " ↓" : " ↑") : "")));
    const body = keyed.slice(0, this.shown).map(({ item }) => this.row(columns, item, open));
    replace(
      this.table, el("caption", { class: "hidden" }, `${rows}, ${items.length}`),
      el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...body),
    );
    this.more.hidden = items.length <= this.shown;
    this.more.textContent = `Show more (${(items.length - this.shown).toLocaleString("en")} left)`;
    byId("table-empty").hidden = items.length > 0;
  }

  // The first words of a row are a button, for keyboards and screen readers; the whole row can be clicked.
  private row<Item>(columns: Column<Item>[], item: Item, open: (item: Item) => void): HTMLElement {
    const cells = columns.map((column, i) => {
      const content = column.cell(item);
      if (i === 0) return el("th", { scope: "row", dir: "auto" }, el("button", { type: "button", class: "link" }, content || "–"));
      return el("td", { class: column.number ? "number" : false, "data-name": column.name, dir: "auto" }, content);
    });
    return el("tr", { onclick: () => open(item) }, ...cells);
  }

  private sortBy(rows: Rows, column: number, downFirst: boolean): void {
    const before = this.sorted[rows];
    this.sorted[rows] = { column, down: before.column === column ? !before.down : Boolean(downFirst) };
    this.last?.();
    this.table.querySelectorAll<HTMLElement>("thead button")[column]?.focus();
  }
}
