// Interactions → nodes and ties: what the graph draws and the lists count.
import { Actor, Deed, Kind, Model, Status } from "./model";
import { State } from "./state";

export interface Node {
  ref: string; // actor id, or "@" and the country's code
  name: string;
  kind: Kind;
  country?: string; // its name
  note: string; // office, or how many actors it stands for
  actors: Actor[];
  x: number;
  y: number;
  deeds: Deed[];
  ties: Tie[];
}

export interface Tie {
  key: string;
  a: Node;
  b: Node;
  deeds: Deed[];
  there: number; // interactions in which a acts on b
  back: number;
  quad: number; // of most of them
  status: Status; // the firmest of them
}

export interface Scene {
  nodes: Map<string, Node>;
  ties: Map<string, Tie>;
}

const firmness: Status[] = ["actual", "planned", "possible", "denied"];

export function tieKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

export function otherEnd(tie: Tie, node: Node): Node {
  return tie.a === node ? tie.b : tie.a;
}

function actorNode(model: Model, actor: Actor, rollup: boolean): Node {
  const country = actor.country && model.countries.get(actor.country)?.name;
  return {
    ref: actor.id, name: actor.name, kind: actor.kind, country: country || undefined, note: actor.offices[0] ?? "",
    actors: [actor], deeds: [], ties: [],
    x: (rollup ? actor.rolled_x : undefined) ?? actor.x, y: (rollup ? actor.rolled_y : undefined) ?? actor.y,
  };
}

function countryNode(model: Model, code: string): Node {
  const country = model.countries.get(code)!;
  return { ref: `@${code}`, name: country.name, kind: "state", note: "", actors: [], x: country.x, y: country.y,
           deeds: [], ties: [] };
}

// The node that stands for an actor under this state.
export function refOf(actor: Actor, rollup: boolean): string {
  return rollup && actor.country ? `@${actor.country}` : actor.id;
}

// A ref as it is called when countries are, or are no longer, rolled up. Empty where there is no such node.
export function translate(model: Model, ref: string, rollup: boolean): string {
  if (rollup) {
    if (ref.startsWith("@")) return ref;
    const actor = model.actorById.get(ref);
    return actor ? refOf(actor, true) : "";
  }
  if (!ref.startsWith("@")) return ref;
  return model.actorById.has(ref.slice(1)) ? ref.slice(1) : "";
}

// As src/export/pairs.h: each actor with each recipient; on one side only, each two of them if they did it together.
function pairs(deed: Deed, nodeOf: Node[]): [Node, Node][] {
  const out: [Node, Node][] = [];
  const seen = new Set<string>();
  const add = (a: Node, b: Node) => {
    const key = tieKey(a.ref, b.ref);
    if (a === b || seen.has(key)) return;
    seen.add(key);
    out.push([a, b]);
  };
  for (const a of deed.a) for (const r of deed.r) add(nodeOf[a], nodeOf[r]);
  if (out.length || (deed.a.length && deed.r.length) || !deed.reciprocal) return out;
  const side = deed.a.length ? deed.a : deed.r;
  side.forEach((a, i) => side.slice(i + 1).forEach((b) => add(nodeOf[a], nodeOf[b])));
  return out;
}

// All nodes that have interactions; with `everybody` also those that have none left.
export function buildScene(model: Model, deeds: Deed[], rollup: boolean): Scene {
  const nodes = new Map<string, Node>();
  const nodeOf: Node[] = model.actors.map((actor) => {
    const ref = refOf(actor, rollup);
    let node = nodes.get(ref);
    if (!node) {
      node = ref.startsWith("@") && rollup && actor.country ? countryNode(model, actor.country) : actorNode(model, actor, rollup);
      nodes.set(ref, node);
    }
    if (node.actors[0] !== actor) node.actors.push(actor);
    return node;
  });
  const ties = new Map<string, Tie>();
  for (const deed of deeds) {
    const present = new Set<Node>();
    for (const actor of [...deed.a, ...deed.r]) present.add(nodeOf[actor]);
    for (const node of present) node.deeds.push(deed);
    for (const [from, to] of pairs(deed, nodeOf)) join(ties, from, to, deed);
  }
  for (const tie of ties.values()) finish(tie);
  for (const [ref, node] of nodes) {
    if (node.deeds.length === 0) nodes.delete(ref);
    else if (ref.startsWith("@") && rollup) node.note = node.actors.length === 1 ? "" : `${node.actors.length} actors`;
  }
  return { nodes, ties };
}

function join(ties: Map<string, Tie>, from: Node, to: Node, deed: Deed): void {
  const key = tieKey(from.ref, to.ref);
  let tie = ties.get(key);
  if (!tie) {
    tie = { key, a: from, b: to, deeds: [], there: 0, back: 0, quad: 0, status: "denied" };
    ties.set(key, tie);
    from.ties.push(tie);
    to.ties.push(tie);
  }
  tie.deeds.push(deed);
  if (deed.reciprocal || from === tie.a) tie.there += 1;
  if (deed.reciprocal || from === tie.b) tie.back += 1;
}

function finish(tie: Tie): void {
  const quads = [0, 0, 0, 0, 0];
  for (const deed of tie.deeds) {
    quads[deed.quad] += 1;
    if (firmness.indexOf(deed.status) < firmness.indexOf(tie.status)) tie.status = deed.status;
  }
  tie.quad = quads.indexOf(Math.max(...quads));
}

// What hangs together by ties and holds most nodes; of equally large parts the first.
export function mainPart(scene: Scene): Node[] {
  const seen = new Set<Node>();
  let best: Node[] = [];
  for (const start of scene.nodes.values()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (let i = 0; i < part.length; i += 1) {
      for (const tie of part[i].ties) {
        const other = otherEnd(tie, part[i]);
        if (seen.has(other)) continue;
        seen.add(other);
        part.push(other);
      }
    }
    if (part.length > best.length) best = part;
  }
  return best;
}

// Everything within `hops` ties of the centre.
export function neighbourhood(scene: Scene, centre: string, hops: number): Scene {
  const start = scene.nodes.get(centre);
  if (!start) return scene;
  const reached = new Set<Node>([start]);
  let edge = [start];
  for (let hop = 0; hop < hops; hop += 1) {
    const next: Node[] = [];
    for (const node of edge) {
      for (const tie of node.ties) {
        const other = otherEnd(tie, node);
        if (reached.has(other)) continue;
        reached.add(other);
        next.push(other);
      }
    }
    edge = next;
  }
  return {
    nodes: new Map([...scene.nodes].filter(([, node]) => reached.has(node))),
    ties: new Map([...scene.ties].filter(([, tie]) => reached.has(tie.a) && reached.has(tie.b))),
  };
}

// The fewest ties between two nodes; of equally short ways the one with more interactions at the first difference.
export function shortestPath(scene: Scene, from: string, to: string): Tie[] | null {
  const start = scene.nodes.get(from);
  const end = scene.nodes.get(to);
  if (!start || !end || start === end) return null;
  const cameBy = new Map<Node, Tie | null>([[start, null]]);
  let edge = [start];
  while (edge.length && !cameBy.has(end)) {
    const next: Node[] = [];
    for (const node of edge) {
      const ties = [...node.ties].sort((a, b) => b.deeds.length - a.deeds.length || (a.key < b.key ? -1 : 1));
      for (const tie of ties) {
        const other = otherEnd(tie, node);
        if (cameBy.has(other)) continue;
        cameBy.set(other, tie);
        next.push(other);
      }
    }
    edge = next;
  }
  if (!cameBy.has(end)) return null;
  const path: Tie[] = [];
  for (let node = end; node !== start; ) {
    const tie = cameBy.get(node)!;
    path.unshift(tie);
    node = otherEnd(tie, node);
  }
  return path;
}

// What the views show under this state: the neighbourhood in focus, or all.
export function sceneFor(model: Model, deeds: Deed[], state: State): { whole: Scene; shown: Scene } {
  const whole = buildScene(model, deeds, state.rollup);
  const shown = state.focus ? neighbourhood(whole, state.focus, state.hops) : whole;
  return { whole, shown };
}

// Of `deeds` those that a tie of the scene carries, or the one in focus.
export function deedsWithin(scene: Scene, focus: string, deeds: Deed[]): Deed[] {
  const inside = new Set<Deed>();
  for (const tie of scene.ties.values()) for (const deed of tie.deeds) inside.add(deed);
  for (const deed of scene.nodes.get(focus)?.deeds ?? []) inside.add(deed);
  return deeds.filter((deed) => inside.has(deed));
}
