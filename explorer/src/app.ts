// Ties the views together: one state, kept in the address; every change goes through go().
import { Brush } from "./brush";
import { csvOf, download } from "./csv";
import { announce, byId, eachFrame, el } from "./dom";
import { filter, Filtered } from "./filter";
import { FilterPanel } from "./filter_panel";
import { Finder } from "./finder";
import type { GraphCanvas } from "./graph_canvas";
import { GraphView } from "./graph_view";
import { setUpHead } from "./head";
import { setUpKeys } from "./keys";
import { drawLegend } from "./legend";
import { ListView } from "./list_view";
import { Deed, Model } from "./model";
import { findTie, Panel } from "./panel";
import { PathDialog } from "./path_dialog";
import { deedsWithin, otherEnd, refOf, Scene, sceneFor, shortestPath, Tie, translate } from "./scene";
import { Combobox } from "./search";
import { hasWebGL, StillGraph } from "./still_graph";
import { fromFragment, initial, Selection, State, toFragment, View } from "./state";
import { plural } from "./style";
import { graphPicture, pngOf, standalone, svgText } from "./svg_export";
import { setUpTheme } from "./theme";
import { TimelineView } from "./timeline_view";
import { share, toast } from "./toast";
import { showTold } from "./told";

const views: View[] = ["graph", "list", "timeline"];

export class App {
  private state: State = fromFragment(location.hash);
  private filtered!: Filtered;
  private whole!: Scene;
  private shown!: Scene;
  private shownDeeds: Deed[] = [];
  private pathTies: Tie[] | null = null;
  private readonly graph: GraphCanvas;
  private readonly list: ListView;
  private readonly timeline: TimelineView;
  private readonly panel: Panel;
  private readonly brush: Brush;
  private readonly filters: FilterPanel;
  private readonly pathDialog: PathDialog;

  constructor(private readonly model: Model) {
    const select = (ref: string) => this.go({ selection: { kind: "node", ref } });
    const selectTie = (tie: Tie) => this.go({ selection: { kind: "tie", ends: [tie.a.ref, tie.b.ref] } });
    const selectDeeds = (deeds: Deed[]) => this.go({ selection: { kind: "deeds", ids: deeds.map((deed) => deed.id) } });
    const focusOn = (ref: string, hops = 1) =>
      this.go({ focus: ref, hops, path: null, view: this.state.view === "list" ? "graph" : this.state.view, selection: { kind: "node", ref } });
    drawLegend();
    const canvas = hasWebGL() ? GraphView : StillGraph;
    this.graph = new canvas(byId("graph"), { selectNode: select, selectTie, focusOn, clear: () => this.state.selection && this.go({ selection: null }) });
    this.list = new ListView(model, { selectNode: select, selectTie, selectDeed: (deed) => selectDeeds([deed]), setRows: (rows) => this.go({ rows }) });
    this.timeline = new TimelineView(model, { selectNode: select, selectDeeds });
    this.panel = new Panel(model, {
      selectNode: select, selectTie, focusOn,
      leaveFocus: () => this.go({ focus: "" }),
      startPath: (ref) => this.openPath(ref),
      close: () => this.go({ selection: null, path: null }),
      nameButton: (number) => this.nameButton(number),
      loadAround: (ref) => this.loadAround(ref),
    });
    const change = (part: Partial<State>) => this.go(part, true);
    this.brush = new Brush(model, change);
    this.filters = new FilterPanel(model, change);
    const finder = new Finder(model, () => this.whole, {
      visit: (ref) => this.visit(ref),
      seekWords: (words) => this.go({ words, view: this.state.view === "graph" ? "list" : this.state.view }),
      loadAround: (id) => this.loadAround(id),
      ask: (words) => void showTold(this.panel, words),
    });
    this.pathDialog = new PathDialog((words) => finder.ends(words), (end) => finder.noteOf(end.ref), (from, to) =>
      this.go({ path: [from, to], focus: "", selection: null, view: "graph" }));
    new Combobox(byId("search"), byId("search-list"), (words, later) => finder.choices(words, later));
    setUpHead(model);
    this.setUpButtons();
    setUpKeys(this.keys(), () => this.escape());
    setUpTheme(() => this.graph.recolour());
    window.addEventListener("hashchange", () => {
      this.state = fromFragment(location.hash);
      this.update();
    });
    this.update();
  }

  // Changes the state. A step that a reader would want to go back from is a step of the browser's history.
  private go(part: Partial<State>, quietly = false): void {
    const before = toFragment(this.state);
    this.state = { ...this.state, ...part };
    const fragment = toFragment(this.state);
    if (fragment === before) return;
    history[quietly ? "replaceState" : "pushState"](null, "", fragment ? `#${fragment}` : location.pathname + location.search);
    this.later();
  }

  private readonly later = eachFrame(() => this.update());

  private update(): void {
    const { model, state } = this;
    this.filtered = filter(model, state);
    const { whole, shown } = sceneFor(model, this.filtered.deeds, state);
    this.whole = whole;
    this.shown = shown;
    const focused = state.focus !== "" && whole.nodes.has(state.focus);
    this.shownDeeds = focused ? deedsWithin(shown, state.focus, this.filtered.deeds) : this.filtered.deeds;
    this.pathTies = state.path ? shortestPath(whole, ...state.path) : null;
    this.filters.show(state, this.filtered);
    this.brush.show(state, this.filtered.anyTime);
    for (const view of views) {
      byId(`${view}-view`).hidden = view !== state.view;
      byId(`view-${view}`).setAttribute("aria-pressed", String(view === state.view));
    }
    byId("rollup").setAttribute("aria-pressed", String(state.rollup));
    this.showMode(focused);
    this.showPanel();
    if (state.view === "graph") this.showGraph(focused);
    else if (state.view === "list") this.list.show(state, shown, this.shownDeeds);
    else this.timeline.show(state, shown, this.shownDeeds);
    announce(`${plural(this.shownDeeds.length, "interaction")}, ${plural(shown.nodes.size, "actor")} shown`);
    document.documentElement.dataset.ready = "true";
  }

  private showGraph(focused: boolean): void {
    byId("graph-empty").hidden = this.shown.nodes.size > 0;
    this.graph.show(this.shown, focused ? this.state.focus : "");
    const nodes = new Set<string>();
    const ties = new Set<string>();
    const add = (tie: Tie) => {
      ties.add(tie.key);
      nodes.add(tie.a.ref).add(tie.b.ref);
    };
    const chosen = this.state.selection;
    if (this.pathTies) this.pathTies.forEach(add);
    else if (chosen?.kind === "node" && !focused) {
      const node = this.shown.nodes.get(chosen.ref);
      if (node) nodes.add(node.ref);
      node?.ties.forEach(add);
    } else if (chosen?.kind === "tie") {
      const tie = findTie(this.shown, chosen.ends);
      if (tie) add(tie);
    } else if (chosen?.kind === "deeds") {
      const ids = new Set(chosen.ids);
      for (const tie of this.shown.ties.values()) if (tie.deeds.some((deed) => ids.has(deed.id))) add(tie);
    }
    this.graph.choose(nodes, ties);
    const key = JSON.stringify([this.state.path, this.pathTies?.length]);
    if (this.pathTies && key !== this.fitted) requestAnimationFrame(() => this.graph.fit([...nodes]));
    this.fitted = key;
  }

  private fitted = "";

  private showPanel(): void {
    const { selection, path } = this.state;
    if (selection) {
      if (this.showSelection(selection)) return;
    } else if (path) {
      const [from, to] = path.map((ref) => this.whole.nodes.get(ref));
      if (from && to) return this.panel.path(from, to, this.pathTies);
      this.panel.show("Path", el("p", {}, "One of its ends is not shown under these filters."));
      return;
    }
    this.panel.hide();
  }

  private showSelection(selection: Selection): boolean {
    if (selection.kind === "node") {
      const node = this.whole.nodes.get(selection.ref);
      if (node) this.panel.node(node, this.state);
      else this.panel.show("Not shown", el("p", {}, "This actor has no interactions under these filters."));
      return true;
    }
    if (selection.kind === "tie") {
      const tie = findTie(this.whole, selection.ends);
      if (tie) this.panel.tie(tie);
      else this.panel.show("Not shown", el("p", {}, "Nothing between these two is left under these filters."));
      return true;
    }
    const deeds = selection.ids.map((id) => this.model.deedById.get(id)).filter((deed) => deed !== undefined) as Deed[];
    if (deeds.length) this.panel.deeds(deeds);
    return deeds.length > 0;
  }

  private showMode(focused: boolean): void {
    const mode = byId("mode");
    const name = (ref: string) => this.whole.nodes.get(ref)?.name ?? ref;
    const leave = (words: string, part: Partial<State>) =>
      el("button", { type: "button", onclick: () => this.go(part) }, words);
    mode.replaceChildren();
    if (focused) {
      mode.append(`${name(this.state.focus)} and who is within ${plural(this.state.hops, "tie")} `, leave("Show all", { focus: "" }));
    } else if (this.state.path) {
      mode.append(`Path: ${name(this.state.path[0])} to ${name(this.state.path[1])} `, leave("Leave the path", { path: null }));
    }
    mode.hidden = !mode.hasChildNodes();
  }

  private nameButton(number: number): HTMLElement {
    const actor = this.model.actors[number];
    const ref = refOf(actor, this.state.rollup);
    return el("button", { type: "button", class: "link", onclick: () => this.go({ selection: { kind: "node", ref } }) }, actor.name);
  }

  // Opens an actor and brings it into view.
  private visit(ref: string): void {
    const outside = this.state.focus !== "" && !this.shown.nodes.has(ref);
    this.go({ selection: { kind: "node", ref }, path: null, ...(outside ? { focus: "" } : {}) });
    if (this.state.view === "graph") requestAnimationFrame(() => requestAnimationFrame(() => {
      const node = this.shown.nodes.get(ref);
      if (node) this.graph.fit([ref, ...node.ties.slice(0, 40).map((tie) => otherEnd(tie, node).ref)]);
    }));
    byId("panel-title").focus();
  }

  // The server sends the same page with the neighbourhood of an actor from the whole graph.
  private loadAround(id: string): void {
    const fragment = toFragment({ ...initial, selection: { kind: "node", ref: id } });
    location.assign(`/?${new URLSearchParams({ around: id })}#${fragment}`);
  }

  private openPath(ref: string | null): void {
    const node = ref ? this.whole.nodes.get(ref) : undefined;
    this.pathDialog.open(node ?? null);
  }

  private setRollup(): void {
    const rollup = !this.state.rollup;
    const to = (ref: string) => translate(this.model, ref, rollup);
    const chosen = this.state.selection;
    const ref = chosen?.kind === "node" ? to(chosen.ref) : "";
    this.go({
      rollup, focus: to(this.state.focus), path: null,
      selection: ref ? { kind: "node", ref } : chosen?.kind === "deeds" ? chosen : null,
    });
    requestAnimationFrame(() => this.graph.fit());
  }

  private setUpButtons(): void {
    const on = (id: string, run: () => void) => byId(id).addEventListener("click", run);
    for (const view of views) on(`view-${view}`, () => this.go({ view }));
    on("rollup", () => this.setRollup());
    on("path", () => this.openPath(this.state.selection?.kind === "node" ? this.state.selection.ref : null));
    on("zoom-in", () => this.graph.zoom(true));
    on("zoom-out", () => this.graph.zoom(false));
    on("zoom-all", () => this.graph.fitAll());
    on("help", () => byId<HTMLDialogElement>("help-dialog").showModal());
    on("share", share);
    on("skip", () => byId("main").focus());
    const drawer = (open: boolean) => {
      document.body.classList.toggle("filters-open", open);
      byId("filters-open").setAttribute("aria-expanded", String(open));
      byId(open ? "words" : "filters-open").focus();
      this.graph.resize();
    };
    on("filters-open", () => drawer(!document.body.classList.contains("filters-open")));
    on("filters-close", () => drawer(false));
    for (const facet of ["country", "topic"] as const) {
      const input = byId<HTMLInputElement>(`seek-${facet}`);
      input.addEventListener("input", () => this.filters.seek(facet, input.value));
    }
    for (const kind of ["svg", "png", "csv"] as const) {
      on(`export-${kind}`, () => {
        byId<HTMLDetailsElement>("export").open = false;
        this.export(kind).catch((error) => toast(`Not exported: ${error.message}`));
      });
    }
    new ResizeObserver(eachFrame(() => this.graph.resize())).observe(byId("graph"));
  }

  private keys(): Record<string, () => void> {
    return {
      "/": () => byId("search").focus(), "?": () => byId("help").click(), "1": () => this.go({ view: "graph" }),
      "2": () => this.go({ view: "list" }), "3": () => this.go({ view: "timeline" }), c: () => this.setRollup(),
      p: () => byId("path").click(),
    };
  }

  private escape(): void {
    if (byId<HTMLDetailsElement>("export").open) byId<HTMLDetailsElement>("export").open = false;
    else if (document.body.classList.contains("filters-open")) byId("filters-close").click();
    else if (this.state.selection) this.go({ selection: null });
    else if (this.state.path) this.go({ path: null });
    else if (this.state.focus) this.go({ focus: "" });
  }

  private async export(kind: "svg" | "png" | "csv"): Promise<void> {
    if (kind === "csv") return download("demarche.csv", "\ufeff" + csvOf(this.model, this.shownDeeds));
    const title = byId("title").textContent ?? "";
    const lanes = this.state.view === "timeline" ? this.timeline.drawing() : null;
    if (this.state.view === "list") return toast("The list exports as CSV; pictures are of the graph and the timeline.");
    if (this.state.view === "timeline" && !lanes) return toast("There is nothing to draw.");
    const picture = lanes ? standalone(lanes, title) : graphPicture(this.graph, title);
    if (kind === "svg") download("demarche.svg", svgText(picture), "image/svg+xml");
    else download("demarche.png", await pngOf(picture));
  }
}
