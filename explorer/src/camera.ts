// What of the graph is in the window.
import Sigma from "sigma";

// Moves the camera so that these nodes are seen above the lowest `hidden` pixels; without any, to where it stood at first.
export function fit(sigma: Sigma, refs: string[], hidden = 0): void {
  const camera = sigma.getCamera();
  const seen = refs.map((ref) => sigma.getNodeDisplayData(ref)).filter((data) => data !== undefined);
  if (!seen.length) {
    camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: still() ? 0 : 300 });
    return;
  }
  const xs = seen.map((data) => data!.x);
  const ys = seen.map((data) => data!.y);
  const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const middle = (values: number[]) => (Math.max(...values) + Math.min(...values)) / 2;
  const target = { x: middle(xs), y: middle(ys), ratio: Math.min(1, Math.max(span * 1.5, refs.length > 1 ? 0.25 : 0.35)) };
  const { width, height } = sigma.getDimensions();
  const seenAt = { ...target, ratio: target.ratio * (height / Math.max(height - hidden, height / 4)), angle: 0 };
  // What shall stand in the middle of the part that is seen stands so much over the middle of it all.
  const middleOfAll = sigma.viewportToFramedGraph({ x: width / 2, y: (height + hidden) / 2 }, { cameraState: seenAt });
  camera.animate({ ...seenAt, x: middleOfAll.x, y: middleOfAll.y }, { duration: still() ? 0 : 300 });
}

// Moves the camera so that everything is seen; where it is, to where it stood at first.
export function fitAll(sigma: Sigma): void {
  const margin = 42;
  const { width, height } = sigma.getDimensions();
  const at = sigma.getGraph().mapNodes((ref) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(ref)!));
  const ends = (values: number[]) => [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
  const [[left, right], [top, bottom]] = [ends(at.map((p) => p.x)), ends(at.map((p) => p.y))];
  if (!at.length || (left >= 0 && right <= width && top >= 0 && bottom <= height)) return fit(sigma, []);
  const middle = sigma.viewportToFramedGraph({ x: (left + right) / 2, y: (top + bottom) / 2 });
  const wanted = Math.max((right - left) / (width - 2 * margin), (bottom - top) / (height - 2 * margin));
  const camera = sigma.getCamera();
  camera.animate({ ...middle, ratio: camera.ratio * wanted, angle: 0 }, { duration: still() ? 0 : 300 });
}

export function zoom(sigma: Sigma, inwards: boolean): void {
  const camera = sigma.getCamera();
  const options = { duration: still() ? 0 : 200 };
  if (inwards) camera.animatedZoom(options);
  else camera.animatedUnzoom(options);
}

// Whether the reader wants nothing to move.
export function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
