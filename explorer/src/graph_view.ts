// The graph: sigma draws it, this says what and where.
import Graph from "graphology";
import Sigma from "sigma";
import { animateNodes } from "sigma/utils";
import { around, asLaidOut, Places, stretched, stretchFor } from "./arrange";
import { announce } from "./dom";
import { ArrowProgram, StrokeProgram } from "./edge_program";
import { crowding, nodeLook, strength, tieLook } from "./look";
import { drawHover, offerLabel, setLabelColours, writeLabels } from "./node_label";
import { ShapeProgram } from "./node_program";
import { Node, otherEnd, Scene, Tie } from "./scene";
import { kindWords, palette, Palette, plural } from "./style";

export interface GraphActions {
  selectNode(ref: string): void;
  selectTie(tie: Tie): void;
  focusOn(ref: string): void;
  clear(): void;
}

export interface Drawing {
  scene: Scene;
  at(ref: string): { x: number; y: number };
  width: number;
  height: number;
  zoom: number;
}

// What the page needs of a graph on the screen.
export interface GraphCanvas {
  // Draws a scene. Nodes keep their places when filters change; they move when the focus does.
  show(scene: Scene, centre: string): void;
  // What stays bright; the rest fades while there is something.
  choose(nodes: Iterable<string>, ties: Iterable<string>): void;
  recolour(): void;
  resize(): void;
  // Moves the camera so that these nodes are seen, all without any.
  fit(refs?: string[]): void;
  zoom(inwards: boolean): void;
  // Where things stand on the screen now.
  drawn(): Drawing;
}

export class GraphView implements GraphCanvas {
  private graph = emptyGraph();
  private readonly sigma: Sigma;
  private scene: Scene = { nodes: new Map(), ties: new Map() };
  private places: Places = new Map();
  private colours: Palette = palette();
  private hovered: string | null = null;
  private cursor: string | null = null; // of the keyboard
  private chosen = new Set<string>(); // nodes that stay bright
  private chosenTies = new Set<string>();
  private chosenNames = new Set<string>();
  private brightNow: Set<string> | null = null;
  private centre = "";
  private stopMoving: (() => void) | null = null;
  private boundsKey = "";
  private stretch = { x: 1, y: 1 };
  private stretchKey: string | null = null;

  constructor(private readonly container: HTMLElement, private readonly actions: GraphActions) {
    setLabelColours(this.colours);
    this.sigma = new Sigma(this.graph as any, container, {
      defaultNodeType: "shape",
      defaultEdgeType: "stroke",
      nodeProgramClasses: { shape: ShapeProgram as any },
      edgeProgramClasses: { stroke: StrokeProgram as any, arrow: ArrowProgram },
      defaultDrawNodeLabel: offerLabel as any,
      defaultDrawNodeHover: drawHover as any,
      nodeReducer: (ref, data) => this.reduceNode(ref, data),
      edgeReducer: (key, data) => this.reduceEdge(key, data),
      enableEdgeEvents: true,
      zIndex: true,
      labelRenderedSizeThreshold: 2.5,
      labelDensity: 3,
      labelGridCellSize: 120,
      minEdgeThickness: 1.3,
      hideEdgesOnMove: false,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      stagePadding: 42,
      allowInvalidContainer: true,
    });
    this.listen();
  }

  show(scene: Scene, centre: string): void {
    const moved = centre !== this.centre;
    this.stopMoving?.();
    this.scene = scene;
    this.centre = centre;
    this.places = centre ? around(scene, centre) : this.laidOut(scene);
    const before = moved ? this.standing() : null;
    this.fill(before);
    this.keepBounds();
    if (!this.cursor || !this.graph.hasNode(this.cursor)) this.cursor = null;
    this.container.setAttribute(
      "aria-label",
      `Graph of ${plural(scene.nodes.size, "actor")} and ${plural(scene.ties.size, "tie")}. ` +
        "Arrow keys go from actor to actor, Enter opens one, plus and minus zoom. The list view has the same as a table.",
    );
    this.brightNow = this.bright();
    this.sigma.setGraph(this.graph as any);
    if (moved) this.move();
  }

  choose(nodes: Iterable<string>, ties: Iterable<string>): void {
    const before = this.chosen.size;
    this.chosen = new Set(nodes);
    this.chosenTies = new Set(ties);
    this.chosenNames = new Set([...this.chosen].map((ref) => this.scene.nodes.get(ref)?.name ?? ""));
    if (before || this.chosen.size) this.repaint();
  }

  recolour(): void {
    this.colours = palette();
    setLabelColours(this.colours);
    this.fill(null);
    this.sigma.setGraph(this.graph as any);
  }

  resize(): void {
    const { width, height } = this.sigma.getDimensions();
    if (this.container.offsetWidth === width && this.container.offsetHeight === height) return;
    this.sigma.resize();
    this.sigma.refresh();
  }

  fit(refs: string[] = []): void {
    const camera = this.sigma.getCamera();
    const seen = refs.map((ref) => this.sigma.getNodeDisplayData(ref)).filter((data) => data !== undefined);
    if (!seen.length) {
      camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: still() ? 0 : 300 });
      return;
    }
    const xs = seen.map((data) => data!.x);
    const ys = seen.map((data) => data!.y);
    const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    const middle = (values: number[]) => (Math.max(...values) + Math.min(...values)) / 2;
    const target = { x: middle(xs), y: middle(ys), ratio: Math.min(1, Math.max(span * 1.5, refs.length > 1 ? 0.25 : 0.35)) };
    camera.animate(target, { duration: still() ? 0 : 300 });
  }

  zoom(inwards: boolean): void {
    const camera = this.sigma.getCamera();
    const options = { duration: still() ? 0 : 200 };
    if (inwards) camera.animatedZoom(options);
    else camera.animatedUnzoom(options);
  }

  drawn(): Drawing {
    const { width, height } = this.sigma.getDimensions();
    return {
      scene: this.scene, width, height, zoom: 1 / Math.sqrt(this.sigma.getCamera().ratio),
      at: (ref) => this.sigma.graphToViewport(this.places.get(ref) ?? { x: 0, y: 0 }),
    };
  }

  // Pulled to the screen's shape once for actors and once for countries: filters must not make what is left jump.
  private laidOut(scene: Scene): Places {
    const places = asLaidOut(scene);
    const key = kindOf(scene);
    if (key !== this.stretchKey) {
      this.stretch = stretchFor(places, this.container.clientWidth / this.container.clientHeight);
      this.stretchKey = key;
    }
    return stretched(places, this.stretch);
  }

  private standing(): Places {
    const places: Places = new Map();
    this.graph.forEachNode((ref, data) => places.set(ref, { x: data.x, y: data.y }));
    return places;
  }

  private fill(before: Places | null): void {
    const scale = crowding(this.scene, this.container.clientWidth);
    // Filled before sigma sees it: each change of a graph that it shows costs it an event.
    const graph = emptyGraph();
    for (const [ref, node] of this.scene.nodes) {
      const place = before?.get(ref) ?? this.places.get(ref)!;
      graph.addNode(ref, {
        ...nodeLook(node, scale, this.colours), x: place.x, y: place.y, label: node.name, country: node.country ?? "",
      });
    }
    for (const [key, tie] of this.scene.ties) {
      const look = tieLook(tie, scale, strength(this.scene), this.colours);
      const [from, to] = look.arrow === "back" ? [tie.b, tie.a] : [tie.a, tie.b];
      graph.addEdgeWithKey(key, from.ref, to.ref, { ...look, type: look.arrow === "none" ? "stroke" : "arrow" });
    }
    this.graph = graph;
  }

  // Filters must not make what is left jump: the frame is that of all nodes, until the focus changes it.
  private keepBounds(): void {
    const key = this.centre + kindOf(this.scene);
    if (key === this.boundsKey && !this.centre) return;
    this.boundsKey = key;
    const all = [...this.places.values()];
    if (!all.length) {
      this.sigma.setCustomBBox(null);
      return;
    }
    const range = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
    this.sigma.setCustomBBox({ x: range(all.map((p) => p.x)), y: range(all.map((p) => p.y)) });
  }

  private move(): void {
    const target: Record<string, { x: number; y: number }> = {};
    for (const [ref, place] of this.places) target[ref] = { x: place.x, y: place.y };
    this.fit();
    if (still() || this.graph.order > 800) {
      this.graph.updateEachNodeAttributes((ref, data) => ({ ...data, ...target[ref] }));
      return;
    }
    this.stopMoving = animateNodes(this.graph as any, target, { duration: 350 });
  }

  private bright(): Set<string> | null {
    const at = this.hovered ?? this.cursor;
    if (at && this.scene.nodes.has(at)) {
      const node = this.scene.nodes.get(at)!;
      return new Set([at, ...node.ties.map((tie) => otherEnd(tie, node).ref)]);
    }
    return this.chosen.size ? this.chosen : null;
  }

  // The same nodes and ties in other colours.
  private repaint(): void {
    this.brightNow = this.bright();
    this.sigma.refresh({ skipIndexation: true });
  }

  private reduceNode(ref: string, data: any): any {
    const bright = this.brightNow;
    const picked = this.chosen.has(ref) && this.chosen.size <= 12;
    if (ref === this.cursor) return { ...data, highlighted: true, forceLabel: true, zIndex: 3 };
    if (bright && !bright.has(ref)) return { ...data, color: this.colours.faint, rim: this.colours.paper, label: "", zIndex: 0 };
    if (ref === this.centre || picked) return { ...data, forceLabel: true, zIndex: 2 };
    return bright ? { ...data, forceLabel: bright.size <= 40, zIndex: 1 } : data;
  }

  private reduceEdge(key: string, data: any): any {
    const at = this.hovered ?? this.cursor;
    if (at) {
      const tie = this.scene.ties.get(key)!;
      return tie.a.ref === at || tie.b.ref === at ? { ...data, zIndex: 1 } : { ...data, color: this.colours.faint, zIndex: 0 };
    }
    if (!this.chosen.size) return data;
    return this.chosenTies.has(key)
      ? { ...data, size: data.size + 1, zIndex: 1 }
      : { ...data, color: this.colours.faint, zIndex: 0 };
  }

  private listen(): void {
    const hover = (ref: string | null) => {
      this.hovered = ref;
      this.container.classList.toggle("pointing", ref !== null);
      this.repaint();
    };
    this.sigma.on("afterRender", () => writeLabels((name) => this.chosenNames.has(name)));
    this.sigma.on("enterNode", ({ node }) => hover(node));
    this.sigma.on("leaveNode", () => hover(null));
    this.sigma.on("enterEdge", () => this.container.classList.add("pointing"));
    this.sigma.on("leaveEdge", () => this.container.classList.remove("pointing"));
    this.sigma.on("clickNode", ({ node }) => this.actions.selectNode(node));
    this.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      this.actions.focusOn(node);
    });
    this.sigma.on("clickEdge", ({ edge }) => this.actions.selectTie(this.scene.ties.get(edge)!));
    this.sigma.on("clickStage", () => this.actions.clear());
    this.container.addEventListener("keydown", (event) => this.onKey(event));
    this.container.addEventListener("blur", () => {
      this.cursor = null;
      this.repaint();
    });
  }

  private onKey(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = {
      ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0],
    };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (steps[event.key]) this.walk(steps[event.key]);
    else if (event.key === "Enter" && this.cursor) this.actions.selectNode(this.cursor);
    else if (event.key === "f" && this.cursor) this.actions.focusOn(this.cursor);
    else if (event.key === "+" || event.key === "=") this.zoom(true);
    else if (event.key === "-") this.zoom(false);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }

  // To the nearest node in that direction; from nowhere to the busiest.
  private walk([dx, dy]: [number, number]): void {
    const here = this.cursor ? this.places.get(this.cursor) : undefined;
    let best: Node | null = null;
    let least = Infinity;
    for (const node of this.scene.nodes.values()) {
      if (!here) {
        if (-node.deeds.length < least) [best, least] = [node, -node.deeds.length];
        continue;
      }
      const place = this.places.get(node.ref)!;
      const forward = (place.x - here.x) * dx + (place.y - here.y) * dy;
      const aside = Math.abs((place.x - here.x) * dy) + Math.abs((place.y - here.y) * dx);
      if (forward <= 0) continue;
      if (forward + 2 * aside < least) [best, least] = [node, forward + 2 * aside];
    }
    if (!best) return;
    this.cursor = best.ref;
    announce(
      `${best.name}, ${kindWords[best.kind]}${best.country ? `, ${best.country}` : ""}, ` +
        plural(best.deeds.length, "interaction"),
    );
    this.repaint();
  }
}

// Countries and actors are two layouts.
function kindOf(scene: Scene): string {
  return [...scene.nodes.keys()].some((ref) => ref.startsWith("@")) ? "@" : "";
}

function emptyGraph(): Graph {
  return new Graph({ type: "undirected", multi: false, allowSelfLoops: false });
}

function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
