/** The figures over steps of any experiment, from its description. */
import {type LossCurvesData, lossCurves} from "../../figures/curves/loss-curves.js";
import {
  type MetricBandData,
  type MetricPoint,
  metricBand,
} from "../../figures/curves/metric-band.js";
import {isOwnName} from "../../lib/own-name.js";
import type {CurvesPlot, Experiment, Measure, MeasurePlot} from "../../lib/training/experiment.js";
import {floorOf, intervalOf} from "../run/measured-interval.js";
import {newness} from "../run/newness.js";
import {readingOf} from "../run/reading.js";
import {isSameRun, paramsNow, type RunRecord} from "../run/run-record.js";
import type {ExperimentView, FigureTab, NamedFigure} from "../view.js";
import {captioned} from "./captions.js";

export interface OverSteps<Measures extends string = string> {
  /** With their captions, in the order of the description's plots, those of the view between them: curves and measures apart, unless all fit
   * beside each other. */
  readonly tabs: readonly FigureTab[];
  /** The one of a measure; undefined where no plot has it. */
  readonly figureOf: (measure: Measures) => HTMLElement | undefined;
  readonly draw: ExperimentView["drawRun"];
}

/** A figure with its caption, and what draws it from a run's record. */
interface Drawn extends NamedFigure {
  /** The measure that the figure shows, if it shows one. */
  readonly measure?: string;
  readonly draw: ExperimentView["drawRun"];
}

/** `following` are figures of the view's own, by the measure whose figure they follow. */
export function overSteps<E extends Experiment>(
  experiment: E,
  following?: Readonly<Partial<Record<keyof E["measures"] & string, NamedFigure>>>,
): OverSteps<keyof E["measures"] & string> {
  const {plots}: Experiment = experiment;
  const followers: Readonly<Record<string, NamedFigure | undefined>> = {...following};
  const parts = plots.map((plot) =>
    "measure" in plot ? measureFigure(experiment, plot) : curvesFigure(experiment, plot),
  );
  return {
    tabs: tabsOf(parts, ({measure = ""}) => followers[measure]),
    figureOf: (name) => parts.find(({measure}) => measure === name)?.figure,
    draw(...run) {
      for (const {draw} of parts) draw(...run);
    },
  };
}

type Part = NamedFigure & Pick<Drawn, "measure">;

/** So many figures stand beside each other on a wide window. */
const fitting = 3;

export function tabsOf(
  parts: readonly Part[],
  followerOf: (part: Part) => NamedFigure | undefined,
): FigureTab[] {
  const figures = (of: readonly Part[]) =>
    of.flatMap((part) => [part, followerOf(part) ?? []].flat());
  const measures = {title: "Measures", figures: figures(parts.filter(({measure}) => measure))};
  const curves = {title: "Curves", figures: figures(parts.filter(({measure}) => !measure))};
  const all = figures(parts);
  if (all.length <= fitting) return [{title: "Curves", figures: all}];
  return [curves, measures].filter((tab) => tab.figures.length > 0);
}

function curvesFigure({curves}: Experiment, plot: CurvesPlot): Drawn {
  const {label, levels = [], caption} = plot;
  const series = plot.curves.map((name) => ({...curves[name]!, name}));
  const figure = lossCurves({label, series, levels});
  return {
    name: label,
    figure: captioned(caption, figure),
    draw(run, compared, shownStep) {
      figure.update({
        curves: valuesOf(run),
        limit: lastStep(run),
        comparisons: compared.map((other) => ({
          label: isSameRun(other, run) ? "" : `run ${other.number}`,
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

function measureFigure({measures, curves}: Experiment, plot: MeasurePlot): Drawn {
  const {measure: name, caption, reading} = plot;
  const figure = metricBand({
    measure: measures[name]!,
    ...(reading && {reading: {label: reading.label, role: curves[reading.curve]!.role}}),
  });
  const points = (run: RunRecord) => measuredPoints(measures[name]!, name, run);
  const isNew = newness(); // a run is told of after every step, and measured only now and then
  return {
    name: measures[name]!.label,
    measure: name,
    figure: captioned(caption, figure),
    draw(run, compared, shownStep) {
      const limit = lastStep(run);
      const measured = [run, ...compared].map(({measurements}) => measurements);
      const read = reading ? [run.step, run.changes.length] : [];
      if (!isNew(...measured, run.keptBack, limit, shownStep, ...read)) return;
      const last = run.measurements.at(-1);
      const floor = last && floorOf(measures[name]!, name, last);
      const missing = missingWords(run, name, measures[name]!);
      figure.update({
        points: points(run),
        limit,
        comparisons: compared.map((other) => ({points: points(other)})),
        ...(missing && {missing}),
        ...(floor && {floor}),
        ...(reading && {reading: readingOf(run, reading)}),
        ...(shownStep !== undefined && {shownStep}),
      } satisfies MetricBandData);
    },
  };
}

/** What a run measured, step by step, with intervals where there are some. */
export function measuredPoints(
  measure: Measure,
  name: string,
  {measurements}: Pick<RunRecord, "measurements">,
): MetricPoint[] {
  return measurements.flatMap((measurement): MetricPoint[] => {
    const value = measurement.scalars[name];
    if (value === undefined) return [];
    const interval = intervalOf(measure, name, measurement);
    return [{step: measurement.step, value, ...(interval && {interval})}];
  });
}

/** Why there is nothing of a measure, where there will be nothing or not yet. */
function missingWords(
  {keptBack, params}: RunRecord,
  name: string,
  {isJudged}: Measure,
): string | undefined {
  if (keptBack?.includes(name)) return "guess it first";
  return isJudged && Object.values(params).some(isOwnName)
    ? "no classifier knows your pictures"
    : undefined;
}

/** The step that the axis goes to. */
function lastStep(run: RunRecord): number {
  return Math.max(run.step, Number(paramsNow(run).maxSteps));
}
