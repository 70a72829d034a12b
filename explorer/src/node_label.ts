// Names beside nodes, with a rim of paper so that ties do not cross them out.
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import { Palette } from "./style";

export const font = '"Noto Sans", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif';
let colours: Palette;

export function setLabelColours(palette: Palette): void {
  colours = palette;
}

type Labelled = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color"> & { country?: string };

// Names of strangers can be of any length.
export function short(name: string, most = 34): string {
  const letters = [...name];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : name;
}

interface Waiting {
  context: CanvasRenderingContext2D;
  data: Labelled;
}
let waiting: Waiting[] = [];

// Sigma offers labels in no order; they wait until the frame is drawn.
export function offerLabel(context: CanvasRenderingContext2D, data: Labelled): void {
  if (data.label) waiting.push({ context, data });
}

// Writes the labels that have room, those of the largest nodes first. `must` always stay.
export function writeLabels(must: (label: string) => boolean): void {
  const taken: [number, number, number, number][] = [];
  waiting.sort((a, b) => Number(must(b.data.label!)) - Number(must(a.data.label!)) || b.data.size - a.data.size);
  for (const { context, data } of waiting) {
    const size = fontSize(data);
    context.font = `500 ${size}px ${font}`;
    const x = labelStart(context, data) - 2;
    const box: [number, number, number, number] =
      [x, data.y - size * 0.75, x + context.measureText(short(data.label!)).width + 6, data.y + size * 0.6];
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
    taken.push(box);
    drawLabel(context, data);
  }
  waiting = [];
}

function fontSize(data: Labelled): number {
  return Math.min(15.5, 11 + data.size / 6);
}

// To the right of its node; to the left where the view ends.
function labelStart(context: CanvasRenderingContext2D, data: Labelled): number {
  const right = data.x + data.size + 4;
  const width = context.measureText(short(data.label!)).width;
  const left = data.x - data.size - 4 - width;
  return right + width > context.canvas.clientWidth && left > 0 ? left : right;
}

function drawLabel(context: CanvasRenderingContext2D, data: Labelled): void {
  if (!data.label) return;
  const size = fontSize(data);
  context.font = `500 ${size}px ${font}`;
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = colours.paper;
  context.fillStyle = colours.ink;
  const text = short(data.label);
  const x = labelStart(context, data);
  const y = data.y + size / 3;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

// The one under the pointer or the keyboard: in a ring, with its country.
export function drawHover(context: CanvasRenderingContext2D, data: Labelled): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
  context.lineWidth = 3;
  context.strokeStyle = colours.accent;
  context.stroke();
  if (!data.label) return;
  drawLabel(context, data);
  if (!data.country) return;
  const size = fontSize(data);
  context.font = `${size - 1.5}px ${font}`;
  context.fillStyle = colours.quiet;
  const x = data.x + data.size + 4;
  context.strokeText(data.country, x, data.y + size * 1.55);
  context.fillText(data.country, x, data.y + size * 1.55);
}
