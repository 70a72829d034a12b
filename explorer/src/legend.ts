// What shapes, strokes and colours mean.
import { byId, el, replace, svg } from "./dom";
import { Kind, Status } from "./model";
import { kindWords, quadWords, shapes, statusWords } from "./style";

function kindMark(kind: Kind): SVGElement {
  const { shape, hollow } = shapes[kind];
  const look = { class: `kind-${kind}${hollow ? " hollow" : ""}` };
  const drawn = shape === 1 ? svg("rect", { x: 3, y: 3, width: 10, height: 10, ...look })
    : shape === 2 ? svg("polygon", { points: "2,8 5,2.8 11,2.8 14,8 11,13.2 5,13.2", ...look })
    : shape === 3 ? svg("polygon", { points: "8,1.5 14.5,8 8,14.5 1.5,8", ...look })
    : shape === 4 ? svg("polygon", { points: "8,2 14.5,13.5 1.5,13.5", ...look })
    : svg("circle", { cx: 8, cy: 8, r: 5.5, ...look });
  return svg("svg", { width: 16, height: 16, "aria-hidden": "true" }, drawn);
}

function stroke(name: string): SVGElement {
  return svg("svg", { width: 30, height: 16, "aria-hidden": "true" }, svg("line", { class: `stroke ${name}`, x1: 1, x2: 29, y1: 8, y2: 8 }));
}

export function drawLegend(): void {
  const list = (...rows: [SVGElement, string][]) => el("ul", {}, ...rows.map(([mark, words]) => el("li", {}, mark, " ", words)));
  replace(
    byId("legend-body"),
    list(...(Object.keys(kindWords) as Kind[]).map((kind) => [kindMark(kind), kindWords[kind]] as [SVGElement, string])),
    list(...[1, 2, 3, 4].map((quad) => [stroke(`quad-${quad}`), quadWords[quad]] as [SVGElement, string])),
    list(...(Object.keys(statusWords) as Status[]).map((status) => [stroke(status), statusWords[status]] as [SVGElement, string])),
    el("p", { class: "quiet" }, "Wider: more interactions. An arrow: only one of the two acted."),
  );
}
