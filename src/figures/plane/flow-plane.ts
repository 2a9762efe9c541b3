import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {cssColour} from "../colour.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {player} from "../player.js";
import type {Point} from "../point.js";
import {
  type FlowArrays,
  type FlowAt,
  type FlowPlaneData,
  flowLayers,
  otherPoints,
  timeText,
} from "./flow-layers.js";
import {axes, crosshair} from "./layers/frame.js";
import {plane} from "./plane.js";
import {drawLayers, planeBrush} from "./plane-layer.js";
import {placeText} from "./point-text.js";

export type {FlowPlaneData} from "./flow-layers.js";

export interface FlowPlaneOptions {
  readonly label: string;
  /** Most CSS pixels of an edge, default 440. */
  readonly size?: number;
}

/** Noise reaches farther than the data: of its points one in twenty lies beyond. */
const extent = 2.1;
const stopMs = 90;
const {real, field, untold, ways, expected, generated} = flowLayers;
const invitation = "Point anywhere, or use the arrow keys, to ask the field.";

/**
 * Points on their way from noise to data, in a learned field. Its value is the stop shown. Play goes through sampling time; where motion
 * is to be reduced it goes on by one stop instead.
 */
export function flowPlane({label, size = 440}: FlowPlaneOptions): Figure<FlowPlaneData, number> {
  const time = player({
    label: "Sampling time",
    nextLabel: "Next time",
    frameMs: stopMs,
    route: (place, last) => Array.from({length: last - place}, (_, i) => place + 1 + i),
    go: (stop) => go(stop),
  });
  const where = element("output", {class: "fig-flow-time", for: time.range.id});
  const words = element("p", {class: "fig-plane-words"}, invitation);
  const controls = element(
    "div",
    {class: "fig-flow-controls"},
    ...[time.play, time.label, time.range, where],
  );
  const {element: root, update} = plane<FlowAt, Point>({
    label,
    size,
    extent,
    class: "fig-plane fig-flow",
    layers: [otherPoints, real, untold, field, ways, expected, generated, axes(), crosshair()],
    legend: [real, generated, field, untold, ways, expected],
    look: (place) => place,
    isFleeting: true,
    nameOf: placeText,
    keys: () => "arrow keys move a cursor and say where the field sends a point",
    words: {element: words, text: (readout) => readout ?? invitation},
    parts: [controls, words],
    partsRoom: 260,
  });
  let data: FlowPlaneData | undefined;
  const last = () => (data ? data.arrays.times.data.length - 1 : 0);
  const show = () => {
    if (!data) return;
    const shown = data.arrays.times.data[self.value]!;
    setText(where, `${shown.toFixed(2)}${endText(self.value, last())}`);
    time.show(self.value, last(), timeText(data.arrays, self.value));
    update({...data, stop: self.value});
  };
  const go = (stop: number) => {
    self.value = stop;
    show();
    tellInput(self);
  };
  const self = figure<FlowPlaneData, number>(root, 0, (next) => {
    const wasLast = self.value === last();
    const shown = data?.arrays.times.data[self.value] ?? 1;
    data = next;
    if (time.isPlaying()) self.value = Math.min(self.value, last());
    else self.value = wasLast ? last() : nearestStop(next.arrays, shown);
    show();
  });
  return self;
}

/** The stop at about `time`: another number of steps has other stops. */
function nearestStop({times}: FlowArrays, time: number): number {
  const distances = Array.from(times.data, (t) => Math.abs(t - time));
  return distances.indexOf(Math.min(...distances));
}

function endText(stop: number, last: number): string {
  if (stop === 0) return " noise";
  return stop === last ? " data" : "";
}

/** Real and generated points with the ways, at the end, as a canvas of its own in the page's present colours. */
export function flowPicture(arrays: FlowArrays, size = 480): HTMLCanvasElement {
  const canvas = element("canvas", {width: size, height: size});
  const context = canvas.getContext("2d")!;
  const brush = planeBrush(context, {extent, size}, size / 440, document.body);
  context.fillStyle = cssColour(brush.colour("--paper"));
  context.fillRect(0, 0, size, size);
  drawLayers(brush, [real, ways, generated], {arrays, stop: arrays.times.data.length - 1});
  return canvas;
}
