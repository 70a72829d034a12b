// From node to node with the arrow keys.
import { Places } from "./arrange";
import { Node, Scene } from "./scene";

export const steps: Record<string, [number, number]> = {
  ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0],
};

// The nearest node in that direction; from nowhere the busiest. null where there is none.
export function nextNode(scene: Scene, places: Places, from: string | null, [dx, dy]: [number, number]): Node | null {
  const here = from ? places.get(from) : undefined;
  let best: Node | null = null;
  let least = Infinity;
  for (const node of scene.nodes.values()) {
    if (!here) {
      if (-node.deeds.length < least) [best, least] = [node, -node.deeds.length];
      continue;
    }
    const place = places.get(node.ref)!;
    const forward = (place.x - here.x) * dx + (place.y - here.y) * dy;
    const aside = Math.abs((place.x - here.x) * dy) + Math.abs((place.y - here.y) * dx);
    if (forward <= 0) continue;
    if (forward + 2 * aside < least) [best, least] = [node, forward + 2 * aside];
  }
  return best;
}
