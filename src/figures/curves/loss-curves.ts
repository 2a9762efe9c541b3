import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import type {Level} from "../../lib/training/experiment.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {
  type CurveSeries,
  curvesNote,
  curvesSummary,
  type LossCurvesData,
  stepText,
  valuesAt,
} from "./curve-data.js";
import {type CurveScales, curvePlot} from "./curve-plot.js";
import {placeOver} from "./plot-frame.js";
import {readout} from "./readout.js";
import {exponentialAverage} from "./smoothing.js";
import {stepCursor} from "./step-cursor.js";

export type {CurveSeries, CurveValues, LossCurvesData} from "./curve-data.js";

export interface LossCurvesOptions {
  readonly label: string;
  readonly series: readonly CurveSeries[];
  readonly levels?: readonly Level[];
  /** Steps that the strong line averages over, exponentially, default 25. */
  readonly span?: number;
  /** CSS pixels of the plot, default 220. */
  readonly height?: number;
}

const firstStep = 1;
const narrow = 520;

/** Numbers of every step as curves. Its value is the step pointed at, if any. */
export function lossCurves(options: LossCurvesOptions): Figure<LossCurvesData, number | undefined> {
  const {label, series, levels = [], span = 25, height = 220} = options;
  const plot = curvePlot({series, levels, span, height, firstStep});
  const key = readout(series.map((one, i) => ({...one, dash: plot.dashes[i]!})));
  const note = element("p", {class: "fig-note"});
  const cursor = stepCursor(`${label}, step`, () => {
    self.value = pointedStep();
    say();
    mark();
    tellInput(self);
  });
  const holder = element("div", {class: "fig-plot"}, cursor.element);
  holder.prepend(plot.svg);
  holder.style.height = `${height}px`;
  const root = element("div", {class: "fig fig-curves"}, key.element, holder, note);
  const summarise = summarised(root, label);

  let data: LossCurvesData = {curves: {}};
  let scales: CurveScales | undefined;
  const steps = () => Math.max(0, ...series.map(({name}) => data.curves[name]?.length ?? 0));
  const pointedStep = () => {
    const place = cursor.place();
    return place === undefined ? undefined : firstStep + place;
  };
  const say = () => {
    const place = cursor.place() ?? steps() - 1;
    const where = place < 0 ? "no steps yet" : `step ${formatCount(firstStep + place)}`;
    key.show(where, valuesAt(series, data.curves, place));
  };
  const mark = () => {
    if (scales) plot.mark(scales, data, cursor.place());
  };
  const redraw = redrawing(root, (width) => {
    root.dataset.layout = width < narrow ? "narrow" : "wide";
    key.fit(width);
    scales = plot.draw(data, width);
    placeOver(cursor.element, scales.box);
    setText(note, curvesNote(span, scales.outside, data.comparisons ?? []));
    mark();
  });

  const self = figure<LossCurvesData, number | undefined>(root, undefined, (next) => {
    data = next;
    cursor.update({
      count: steps(),
      at: (x) => (scales ? Math.round(scales.x.invert(x + scales.box.left)) - firstStep : 0),
      step: (place) => firstStep + place,
      text: (place) => stepText(series, data.curves, place),
    });
    self.value = pointedStep();
    const averages = series.map(({name}) => lastAverage(data.curves[name], span));
    summarise(curvesSummary(series, averages, steps()));
    say();
    redraw();
  });
  return self;
}

function lastAverage(values: Float32Array | undefined, span: number): number {
  return exponentialAverage(values?.subarray(-8 * span) ?? [], span).at(-1) ?? Number.NaN;
}
