// Names beside nodes, with a rim of paper so that ties do not cross them out.
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import { placeNames, Spot } from "./name_places";
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

// Writes the labels that have room, those that `first` picks and then those of the largest nodes before others.
export function writeLabels(first: (label: string) => boolean): void {
  waiting.sort((a, b) => Number(first(b.data.label!)) - Number(first(a.data.label!)) || b.data.size - a.data.size);
  const names = waiting.map(({ context, data }) => {
    const size = fontSize(data.size);
    context.font = `500 ${size}px ${font}`;
    return { x: data.x, y: data.y, radius: data.size, width: context.measureText(short(data.label!)).width, size };
  });
  const canvas = waiting[0]?.context.canvas;
  const spots = canvas ? placeNames(names, canvas.clientWidth, canvas.clientHeight) : [];
  waiting.forEach(({ context, data }, i) => {
    if (spots[i]) drawLabel(context, data, spots[i]!);
  });
  waiting = [];
}

// Of the name of a node of this radius.
export function fontSize(radius: number): number {
  return Math.min(15.5, 11 + radius / 6);
}

// To the right of its node; to the left where the view ends.
function besides(context: CanvasRenderingContext2D, data: Labelled): Spot {
  const size = fontSize(data.size);
  context.font = `500 ${size}px ${font}`;
  const right = data.x + data.size + 4;
  const width = context.measureText(short(data.label!)).width;
  const left = data.x - data.size - 4 - width;
  return { x: right + width > context.canvas.clientWidth && left > 0 ? left : right, y: data.y + size / 3 };
}

function drawLabel(context: CanvasRenderingContext2D, data: Labelled, { x, y }: Spot): void {
  context.font = `500 ${fontSize(data.size)}px ${font}`;
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = colours.paper;
  context.fillStyle = colours.ink;
  const text = short(data.label!);
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
  drawLabel(context, data, besides(context, data));
  if (!data.country) return;
  const size = fontSize(data.size);
  context.font = `${size - 1.5}px ${font}`;
  context.fillStyle = colours.quiet;
  const x = data.x + data.size + 4;
  context.strokeText(data.country, x, data.y + size * 1.55);
  context.fillText(data.country, x, data.y + size * 1.55);
}
