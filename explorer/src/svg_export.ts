// The view as a picture: an SVG file of its own, with everything in attributes.
import { svg } from "./dom";
import { crowding, nodeLook, strength, tieLook } from "./look";
import type { GraphCanvas } from "./graph_canvas";
import { placeNames } from "./name_places";
import { font, fontSize, short } from "./node_label";
import { Palette, palette, plural } from "./style";

const namespace = "http://www.w3.org/2000/svg";
const mostNames = 120;

function shapeOf(shape: number, x: number, y: number, r: number, look: Record<string, unknown>): SVGElement {
  const polygon = (points: [number, number][]) =>
    svg("polygon", { points: points.map(([px, py]) => `${round(x + px)},${round(y + py)}`).join(" "), ...look });
  if (shape === 1) return svg("rect", { x: round(x - r * 0.86), y: round(y - r * 0.86), width: round(r * 1.72), height: round(r * 1.72), ...look });
  if (shape === 2) return polygon([[-1.04, 0], [-0.52, 0.9], [0.52, 0.9], [1.04, 0], [0.52, -0.9], [-0.52, -0.9]].map(([a, b]) => [a * r, b * r]));
  if (shape === 3) return polygon([[0, -1.13], [1.13, 0], [0, 1.13], [-1.13, 0]].map(([a, b]) => [a * r, b * r]));
  if (shape === 4) return polygon([[0, -1.36], [1.18, 0.68], [-1.18, 0.68]].map(([a, b]) => [a * r, b * r]));
  return svg("circle", { cx: round(x), cy: round(y), r: round(r), ...look });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function page(width: number, height: number, colours: Palette, title: string): SVGSVGElement {
  return svg("svg", { xmlns: namespace, width, height, viewBox: `0 0 ${width} ${height}`, "font-family": font, role: "img" },
             svg("title", {}, title), svg("rect", { width, height, fill: colours.paper }));
}

// What the reader sees of the graph now; what lies outside is left out.
// `open`, if given, is called for what is clicked: a node by its ref, a tie by its key.
export function graphPicture(view: GraphCanvas, title: string, open?: (key: string, isTie: boolean) => void): SVGSVGElement {
  const colours = palette();
  const { scene, at, width, height, zoom } = view.drawn();
  const scale = crowding(scene, width) * zoom;
  const out = page(width, height, colours, `${title}: ${plural(scene.nodes.size, "actor")}, ${plural(scene.ties.size, "tie")}`);
  const seen = (p: { x: number; y: number }) => p.x > -60 && p.y > -60 && p.x < width + 60 && p.y < height + 60;
  for (const tie of scene.ties.values()) {
    const [a, b] = [at(tie.a.ref), at(tie.b.ref)];
    if (!seen(a) && !seen(b)) continue;
    const look = tieLook(tie, scale, strength(scene), colours);
    const dash = look.dash ? `${round(look.dash * 0.58)} ${round(look.dash * 0.42)}` : undefined;
    const line = svg("line", { x1: round(a.x), y1: round(a.y), x2: round(b.x), y2: round(b.y), stroke: look.color,
                               "stroke-width": round(Math.max(1, look.size)), "stroke-dasharray": dash });
    if (open) line.addEventListener("click", () => open(tie.key, true));
    line.append(svg("title", {}, `${tie.a.name} – ${tie.b.name}: ${plural(tie.deeds.length, "interaction")}`));
    out.append(line);
  }
  const nodes = [...scene.nodes.values()].sort((a, b) => a.deeds.length - b.deeds.length);
  for (const node of nodes) {
    const place = at(node.ref);
    if (!seen(place)) continue;
    const look = nodeLook(node, scale, colours);
    const shape = shapeOf(look.shape, place.x, place.y, look.size, { fill: look.color, stroke: look.rim, "stroke-width": 1.5 });
    if (open) shape.addEventListener("click", () => open(node.ref, false));
    shape.append(svg("title", {}, `${node.name}: ${plural(node.deeds.length, "interaction")}`));
    out.append(shape);
  }
  const measure = document.createElement("canvas").getContext("2d")!;
  const named = nodes.slice(-mostNames).reverse().filter((node) => seen(at(node.ref)));
  const names = named.map((node) => {
    const radius = nodeLook(node, scale, colours).size;
    const size = fontSize(radius);
    measure.font = `500 ${size}px ${font}`;
    return { ...at(node.ref), radius, size, width: measure.measureText(short(node.name)).width };
  });
  placeNames(names, width, height).forEach((spot, i) => {
    if (!spot) return;
    out.append(svg("text", { x: round(spot.x), y: round(spot.y), "font-size": round(names[i].size), "font-weight": 500, fill: colours.ink,
                             stroke: colours.paper, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" },
                   short(named[i].name)));
  });
  return out;
}

const painted = ["fill", "stroke", "stroke-width", "font-size", "opacity"] as const;

// A drawing of the page with its styles written into it.
export function standalone(drawing: SVGSVGElement, title: string): SVGSVGElement {
  const width = Number(drawing.getAttribute("width"));
  const height = Number(drawing.getAttribute("height"));
  const out = page(width, height, palette(), title);
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [...drawing.querySelectorAll("*")];
  [...copy.querySelectorAll("*")].forEach((element, i) => {
    const style = getComputedStyle(originals[i]);
    for (const name of painted) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "role", "tabindex", "data-row"]) element.removeAttribute(name);
  });
  out.append(...copy.children);
  return out;
}

export function svgText(picture: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

export async function pngOf(picture: SVGSVGElement, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svgText(picture)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    // Browsers refuse canvases that are much larger.
    const fitting = Math.min(scale, 12000 / Math.max(image.width, image.height));
    canvas.width = Math.round(image.width * fitting);
    canvas.height = Math.round(image.height * fitting);
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the browser made no PNG"))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}
