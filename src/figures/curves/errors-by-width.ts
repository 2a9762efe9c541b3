import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {placeOver} from "./plot-frame.js";
import {readout} from "./readout.js";
import {stepCursor} from "./step-cursor.js";
import type {ErrorsByWidthData} from "./width-data.js";
import {type WidthScales, widthDashes, widthPlot, widthRoles} from "./width-plot.js";

const names = ["wrong, learned from", "wrong, test"] as const;
const narrow = 520;

/** How often models of growing width are wrong. Its value is the place pointed at, if any. */
export function errorsByWidth({
  label,
  height = 240,
}: {
  readonly label: string;
  readonly height?: number;
}): Figure<ErrorsByWidthData, number | undefined> {
  const plot = widthPlot(height);
  const key = readout(
    names.map((name, i) => ({label: name, role: widthRoles[i]!, dash: widthDashes[i]!})),
  );
  const cursor = stepCursor(`${label}, width`, () => {
    self.value = cursor.place();
    say();
    mark();
    tellInput(self);
  });
  const holder = element("div", {class: "fig-plot"}, cursor.element);
  holder.prepend(plot.svg);
  holder.style.height = `${height}px`;
  const root = element("div", {class: "fig fig-curves"}, key.element, holder);
  const summarise = summarised(root, label);

  let data: ErrorsByWidthData | undefined;
  let scales: WidthScales | undefined;
  const say = () => {
    const place = cursor.place() ?? (data && placesOf(data) - 1);
    key.show(whereText(data, place), valuesAt(data, place));
  };
  const mark = () => {
    if (scales && data) plot.mark(scales, data, cursor.place());
  };
  const redraw = redrawing(root, (width) => {
    if (!data) return;
    root.dataset.layout = width < narrow ? "narrow" : "wide";
    key.fit(width);
    scales = plot.draw(data, width);
    placeOver(cursor.element, scales.box);
    mark();
  });
  const self = figure<ErrorsByWidthData, number | undefined>(root, undefined, (next) => {
    data = next;
    cursor.update({
      count: placesOf(next),
      at: (x) => (scales ? nearestPlace(next, scales.x.invert(x + scales.box.left)) : 0),
      step: (place) => next.widths[place]!,
      text: (place) => textAt(next, place),
    });
    self.value = cursor.place();
    summarise(errorsText(next));
    say();
    redraw();
  });
  say();
  return self;
}

function placesOf({train}: ErrorsByWidthData): number {
  return train.length;
}

function whereText(data: ErrorsByWidthData | undefined, place = -1): string {
  return !data || place < 0 ? "no features yet" : `${formatCount(data.widths[place]!)} features`;
}

function valuesAt(data: ErrorsByWidthData | undefined, place = -1): string[] {
  return [data?.train[place], data?.test[place]].map(percent);
}

function percent(value = Number.NaN): string {
  return Number.isFinite(value) ? `${value.toFixed(1)} %` : "";
}

/** "500 features: wrong, learned from 0.0 %, wrong, test 86.3 %". */
function textAt(data: ErrorsByWidthData, place: number): string {
  const values = valuesAt(data, place);
  const parts = names.map((name, i) => `${name}, ${values[i] || "not measured"}`);
  return `${whereText(data, place)}: ${parts.join("; ")}`;
}

/** In words: where it is now, and the worst. */
export function errorsText(data: ErrorsByWidthData): string {
  const last = placesOf(data) - 1;
  if (last < 0) return "no features yet";
  const seen = Array.from(data.test).slice(0, last + 1);
  const worst = seen.reduce((most, value, i) => (value > seen[most]! ? i : most), 0);
  return `${textAt(data, last)}. Most of the test were wrong with ${formatCount(data.widths[worst]!)} features, ${percent(seen[worst])}`;
}

/** On a logarithmic axis. */
function nearestPlace({widths, train}: ErrorsByWidthData, width: number): number {
  const far = (place: number) => Math.abs(Math.log(widths[place]! / width));
  const places = Array.from({length: train.length}, (_, place) => place);
  return places.reduce((best, place) => (far(place) < far(best) ? place : best), 0);
}
