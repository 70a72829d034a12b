// The graph: sigma draws it, this says what and where.
import Graph from "graphology";
import Sigma from "sigma";
import { animateNodes } from "sigma/utils";
import { around, asLaidOut, Place, Places, stretched, stretchFor, within } from "./arrange";
import { fit, fitAll, still, zoom } from "./camera";
import { announce, byId } from "./dom";
import { ArrowProgram, StrokeProgram } from "./edge_program";
import type { Drawing, GraphActions, GraphCanvas } from "./graph_canvas";
import { Highlight } from "./highlight";
import { crowding, nodeLook, strength, tieLook } from "./look";
import { drawHover, offerLabel, setLabelColours, writeLabels } from "./node_label";
import { ShapeProgram } from "./node_program";
import { mainPart, Scene } from "./scene";
import { kindWords, palette, Palette, plural } from "./style";
import { nextNode, steps } from "./walk";

// Up to so many actors everything can be read at once.
const legibleWhole = 250;

export class GraphView implements GraphCanvas {
  private graph = emptyGraph();
  private readonly sigma: Sigma;
  private scene: Scene = { nodes: new Map(), ties: new Map() };
  private places: Places = new Map();
  private colours: Palette = palette();
  private readonly highlight = new Highlight();
  private centre = "";
  private stopMoving: (() => void) | null = null;
  private boundsKey: string | null = null;
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
      nodeReducer: (ref, data) => this.highlight.nodeLook(ref, data, this.colours),
      edgeReducer: (key, data) => this.highlight.tieLook(key, data, this.colours),
      enableEdgeEvents: true,
      zIndex: true,
      labelRenderedSizeThreshold: 2.5,
      labelDensity: 3,
      labelGridCellSize: 120,
      minEdgeThickness: 1.3,
      hideEdgesOnMove: false,
      minCameraRatio: 0.02,
      maxCameraRatio: 20,
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
    const before = moved ? within(this.standing(), this.places) : null;
    this.fill(before);
    this.keepBounds();
    this.container.setAttribute(
      "aria-label",
      `Graph of ${plural(scene.nodes.size, "actor")} and ${plural(scene.ties.size, "tie")}. ` +
        "Arrow keys go from actor to actor, Enter opens one, plus and minus zoom. The list view has the same as a table.",
    );
    this.highlight.scene = scene;
    this.highlight.centre = centre;
    this.highlight.settle();
    this.sigma.setGraph(this.graph as any);
    if (moved) this.move();
  }

  choose(nodes: Iterable<string>, ties: Iterable<string>): void {
    if (this.highlight.choose(nodes, ties)) this.repaint();
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
    fit(this.sigma, refs, this.hiddenBelow());
  }

  fitAll(): void {
    fitAll(this.sigma);
  }

  zoom(inwards: boolean): void {
    zoom(this.sigma, inwards);
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
      this.stretch = stretchFor(this.framed(places), this.container.clientWidth / this.container.clientHeight);
      this.stretchKey = key;
    }
    return stretched(places, this.stretch);
  }

  // On a phone the panel lies over the lower part of the graph: how many pixels of it.
  private hiddenBelow(): number {
    const panel = byId("panel");
    if (panel.hidden || getComputedStyle(panel).position !== "fixed") return 0;
    return Math.max(0, this.container.getBoundingClientRect().bottom - (innerHeight - panel.offsetHeight));
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

  // Filters must not make what is left jump: the frame stays that of the first, until the focus changes it. Of many
  // actors it is that of the largest part that hangs together; what stands beside it is seen from further away.
  private keepBounds(): void {
    const key = this.centre + kindOf(this.scene);
    if (key === this.boundsKey && !this.centre) return;
    this.boundsKey = key;
    const all = this.framed(this.places);
    if (!all.length) {
      this.sigma.setCustomBBox(null);
      return;
    }
    const range = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
    this.sigma.setCustomBBox({ x: range(all.map((p) => p.x)), y: range(all.map((p) => p.y)) });
  }

  private framed(places: Places): Place[] {
    if (this.centre || this.scene.nodes.size <= legibleWhole) return [...places.values()];
    return mainPart(this.scene).map((node) => places.get(node.ref)!);
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

  // The same nodes and ties in other colours.
  private repaint(): void {
    this.highlight.settle();
    this.sigma.refresh({ skipIndexation: true });
  }

  private listen(): void {
    const hover = (ref: string | null) => {
      this.highlight.hovered = ref;
      this.container.classList.toggle("pointing", ref !== null);
      this.repaint();
    };
    this.sigma.on("afterRender", () => writeLabels((name) => this.highlight.isChosenName(name)));
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
      this.highlight.cursor = null;
      this.repaint();
    });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (steps[event.key]) this.walk(steps[event.key]);
    else if (event.key === "Enter" && this.highlight.cursor) this.actions.selectNode(this.highlight.cursor);
    else if (event.key === "f" && this.highlight.cursor) this.actions.focusOn(this.highlight.cursor);
    else if (event.key === "+" || event.key === "=") this.zoom(true);
    else if (event.key === "-") this.zoom(false);
    else if (event.key === "0") this.fitAll();
    else return;
    event.preventDefault();
  }

  private walk(step: [number, number]): void {
    const next = nextNode(this.scene, this.places, this.highlight.cursor, step);
    if (!next) return;
    this.highlight.cursor = next.ref;
    announce(
      `${next.name}, ${kindWords[next.kind]}${next.country ? `, ${next.country}` : ""}, ` +
        plural(next.deeds.length, "interaction"),
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
