// How nodes and ties look: shared by the WebGL view and the SVG export.
import { Node, Scene, Tie } from "./scene";
import { Palette, shapes } from "./style";

export interface NodeLook {
  size: number;
  color: string;
  rim: string;
  shape: number;
}

export interface TieLook {
  size: number;
  color: string;
  dash: number;
  arrow: "none" | "there" | "back";
}

// Smaller where there are many, and on small screens.
export function crowding(scene: Scene, width: number): number {
  const count = scene.nodes.size;
  const room = Math.min(1, Math.max(0.6, width / 900));
  return room * byNumber(count);
}

function byNumber(count: number): number {
  return count > 2000 ? 0.4 : count > 600 ? 0.6 : count > 250 ? 0.8 : 1;
}

export function nodeLook(node: Node, scale: number, colours: Palette): NodeLook {
  const { shape, hollow } = shapes[node.kind];
  const color = colours.kind[node.kind];
  return {
    size: scale * Math.min(26, 5 + 2.3 * Math.sqrt(Math.max(0, node.deeds.length - 1))),
    color: hollow ? colours.paper : color,
    rim: hollow ? color : colours.paper,
    shape,
  };
}

// How much of its colour a tie has: the more there are, the less.
export function strength(scene: Scene): number {
  const count = scene.ties.size;
  return count > 5000 ? 0.22 : count > 1500 ? 0.32 : count > 600 ? 0.5 : 0.88;
}

// Of very many ties each is pale. Mixed here, since sigma's blending takes transparent colours for lighter ones.
function pale(colour: string, paper: string, strength: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const [ink, ground] = [colour, paper].map((hex) => parseInt(hex.slice(at, at + 2), 16));
    return Math.round(ground + (ink - ground) * strength).toString(16).padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}

export function tieLook(tie: Tie, scale: number, strength: number, colours: Palette): TieLook {
  const denied = tie.status === "denied";
  return {
    size: scale * (1.7 + 1.5 * Math.log2(tie.deeds.length)),
    color: pale(denied ? colours.denied : colours.quad[tie.quad], colours.paper, strength),
    dash: tie.status === "planned" ? 11 : tie.status === "possible" ? 5.5 : denied ? 22 : 0,
    arrow: tie.there && tie.back ? "none" : tie.there ? "there" : "back",
  };
}
