import {element} from "../../controls/element.js";
import {
  type LossCurvesData,
  type LossCurvesOptions,
  lossCurves,
} from "../../figures/curves/loss-curves.js";
import {type MetricBandData, metricBand} from "../../figures/curves/metric-band.js";
import type {Curve, Experiment, Measure, Role} from "../../lib/training/experiment.js";
import {paramsNow, type RunRecord} from "../run/run-record.js";

/** A figure with its caption: what it shows, in one line. */
export function captioned(caption: string, drawing: HTMLElement, className = ""): HTMLElement {
  return element("figure", {class: className}, element("figcaption", {}, caption), drawing);
}

/** Curves of `names` as one figure, drawn from a run's record. */
export function curvesFigure(
  {curves}: Experiment,
  names: readonly string[],
  options: Omit<LossCurvesOptions, "series">,
) {
  const series = names.map((name) => {
    const {label, role}: Curve = curves[name]!;
    return {name, label, role};
  });
  const figure = lossCurves({...options, series});
  return {
    figure,
    draw(run: RunRecord, compared: readonly RunRecord[], shownStep: number | undefined) {
      figure.update({
        curves: valuesOf(run),
        limit: Math.max(run.step, Number(paramsNow(run).maxSteps)),
        comparisons: compared.map((other) => ({
          label: `run ${other.number}`,
          curves: valuesOf(other),
        })),
        ...(shownStep !== undefined && {shownStep}),
      } satisfies LossCurvesData);
    },
  };
}

function valuesOf({curves}: RunRecord): Readonly<Record<string, Float32Array>> {
  return Object.fromEntries(Object.entries(curves).map(([name, list]) => [name, list.values]));
}

/** One measure over the steps with its floor, drawn from a run's record. */
export function measureFigure(
  {measures}: Experiment,
  name: string,
  options: {
    readonly floorLabel: string;
    readonly role?: Role;
    readonly most?: number;
    readonly log?: boolean;
  },
) {
  const measure: Measure = measures[name]!;
  const {floorLabel, role, most, log = false} = options;
  const figure = metricBand({
    measure,
    floorLabel,
    ...(role && {role}),
    ...(most !== undefined && {most}),
  });
  const points = (run: RunRecord) =>
    run.measurements.flatMap(({step, scalars}) => {
      const value = scalars[name];
      return value === undefined ? [] : [{step, value}];
    });
  const isNew = newness();
  return {
    figure,
    draw(run: RunRecord, compared: readonly RunRecord[], shownStep: number | undefined) {
      const limit = Math.max(run.step, Number(paramsNow(run).maxSteps));
      const measured = [run, ...compared].map(({measurements}) => measurements);
      if (!isNew(...measured, run.keptBack, limit, shownStep)) return;
      const floor = run.measurements.at(-1)?.floors[name];
      figure.update({
        points: points(run),
        limit,
        comparisons: compared.map((other) => ({points: points(other)})),
        log,
        isKeptBack: run.keptBack?.includes(name) ?? false,
        ...(floor && {floor}),
        ...(shownStep !== undefined && {shownStep}),
      } satisfies MetricBandData);
    },
  };
}

/** Whether anything is another than it was when last asked. A run is told after every step, and measured only now and then. */
function newness(): (...parts: readonly unknown[]) => boolean {
  let last: readonly unknown[] = [];
  return (...parts) => {
    const isNew = parts.length !== last.length || parts.some((part, i) => part !== last[i]);
    last = parts;
    return isNew;
  };
}
