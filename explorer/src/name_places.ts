// Where names stand beside their nodes: each where it covers no other name and no node, if there is such a place.

export interface Named {
  x: number; // of the node's centre
  y: number;
  radius: number;
  width: number; // of the name
  size: number; // of its letters
}

export interface Spot {
  x: number; // where the name begins
  y: number; // its baseline
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const gap = 4;

// Right, left, under, over the node.
function spots({ x, y, radius, width, size }: Named): Spot[] {
  return [
    { x: x + radius + gap, y: y + size / 3 },
    { x: x - radius - gap - width, y: y + size / 3 },
    { x: x - width / 2, y: y + radius + size },
    { x: x - width / 2, y: y - radius - gap },
  ];
}

function boxOf(spot: Spot, name: Named): Box {
  return { left: spot.x - 2, top: spot.y - name.size * 0.9, right: spot.x + name.width + 3, bottom: spot.y + name.size * 0.28 };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// The spots of names in a window, the most important first; null for one that finds no room.
export function placeNames(names: Named[], width: number, height: number): (Spot | null)[] {
  const nodes = names.map(({ x, y, radius }) => ({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }));
  const taken: Box[] = [];
  return names.map((name, own) => {
    let best: Spot | null = null;
    let least = Infinity;
    for (const spot of spots(name)) {
      const box = boxOf(spot, name);
      if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
      if (taken.some((other) => meet(box, other))) continue;
      const covered = nodes.reduce((count, node, i) => count + Number(i !== own && meet(box, node)), 0);
      if (covered >= least) continue;
      best = spot;
      least = covered;
      if (covered === 0) break;
    }
    if (best) taken.push(boxOf(best, name));
    return best;
  });
}
