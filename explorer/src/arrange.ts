// Where nodes stand: as the program has laid them out, or around the one in focus.
import { Node, otherEnd, Scene } from "./scene";

export interface Place {
  x: number;
  y: number;
}

export type Places = Map<string, Place>;

export function asLaidOut(scene: Scene): Places {
  return new Map([...scene.nodes].map(([ref, node]) => [ref, { x: node.x, y: node.y }]));
}

// The same places, drawn into the room that others take.
export function within(places: Places, others: Places): Places {
  const [from, to] = [places, others].map((each) => {
    const all = [...each.values()];
    const ends = (values: number[]) => [Math.min(...values), Math.max(...values)];
    return { x: ends(all.map((place) => place.x)), y: ends(all.map((place) => place.y)) };
  });
  if (!places.size || !others.size) return places;
  const moved = (value: number, [a, b]: number[], [c, d]: number[]) => (b > a ? c + ((value - a) / (b - a)) * (d - c) : (c + d) / 2);
  return new Map([...places].map(([ref, place]) => [ref, { x: moved(place.x, from.x, to.x), y: moved(place.y, from.y, to.y) }]));
}

export interface Stretch {
  x: number;
  y: number;
}

// The layout knows no screen: how far it is pulled so that a wide or a tall one is filled, within what still looks natural.
export function stretchFor(all: Place[], aspect: number): Stretch {
  const most = 1.7;
  const span = (values: number[]) => Math.max(...values) - Math.min(...values);
  const wide = span(all.map((place) => place.x));
  const high = span(all.map((place) => place.y));
  if (all.length < 3 || !(wide > 0) || !(high > 0) || !(aspect > 0)) return { x: 1, y: 1 };
  const wanted = (aspect * high) / wide;
  return wanted > 1 ? { x: Math.min(wanted, most), y: 1 } : { x: 1, y: Math.min(1 / wanted, most) };
}

export function stretched(places: Places, by: Stretch): Places {
  return new Map([...places].map(([ref, place]) => [ref, { x: place.x * by.x, y: place.y * by.y }]));
}

// Rings round the centre, one a hop; on each ring those of one country side by side. A full ring becomes two.
export function around(scene: Scene, centre: string): Places {
  const start = scene.nodes.get(centre);
  if (!start) return asLaidOut(scene);
  const places: Places = new Map([[centre, { x: 0, y: 0 }]]);
  const angle = new Map<Node, number>([[start, 0]]);
  let edge = [start];
  let radius = 0;
  while (edge.length) {
    const next = new Set<Node>();
    for (const node of edge) {
      for (const tie of node.ties) {
        const other = otherEnd(tie, node);
        if (!angle.has(other) && scene.nodes.has(other.ref)) next.add(other);
      }
    }
    const ring = edge.length === 1 && edge[0] === start ? byCountry([...next]) : byParent([...next], angle);
    const rows = Math.ceil(ring.length / Math.max(18, radius / 4));
    radius += 100 + 14 * (rows - 1);
    ring.forEach((node, i) => {
      const turn = ((i + 0.5) / ring.length) * 2 * Math.PI;
      angle.set(node, turn);
      const r = radius + (i % rows) * 42;
      places.set(node.ref, { x: r * Math.sin(turn) * 1.35, y: r * Math.cos(turn) });
    });
    radius += (rows - 1) * 42;
    edge = ring;
  }
  return places;
}

function byCountry(nodes: Node[]): Node[] {
  const home = (node: Node) => node.country ?? (node.kind === "state" ? node.name : "~");
  return nodes.sort((a, b) => home(a).localeCompare(home(b)) || b.deeds.length - a.deeds.length || order(a, b));
}

function byParent(nodes: Node[], angle: Map<Node, number>): Node[] {
  const turn = new Map<Node, number>();
  for (const node of nodes) {
    const parents = node.ties.map((tie) => angle.get(otherEnd(tie, node))).filter((a) => a !== undefined) as number[];
    turn.set(node, Math.min(...parents));
  }
  return nodes.sort((a, b) => turn.get(a)! - turn.get(b)! || order(a, b));
}

function order(a: Node, b: Node): number {
  return a.ref < b.ref ? -1 : 1;
}
