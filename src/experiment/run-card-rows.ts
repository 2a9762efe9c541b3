/**
 * A model card (Mitchell et al., 2019) of a run, and an estimate of what it took:
 *
 *     energy = power · time,   1 Wh = 3600 J
 *
 * The time is measured: that of the steps, without pictures and measurements. The power is what the reader says of their machine, since no page
 * can measure it.
 */
import {counted, formatCount, formatNumber, formatSeconds} from "../controls/format.js";
import type {ManifestEntry} from "../lib/datasets/manifest.js";
import {changedParams} from "../lib/params.js";
import type {Experiment} from "../lib/training/experiment.js";
import {backendWords, type RunRecord} from "./run/run-record.js";

export interface CardFacts {
  readonly experiment: Experiment;
  readonly run: RunRecord;
  /** Weights by network, once a worker has told them. */
  readonly weights: Readonly<Record<string, number>> | undefined;
  /** What the manifest says of the files that the run reads. */
  readonly files: readonly ManifestEntry[];
  /** Of the whole machine while it trains. */
  readonly watts: number;
}

export type CardRow = readonly [term: string, text: string];

/** Before there is a run: nothing to tell. */
export function cardRows({experiment, run, weights, files, watts}: CardFacts): readonly CardRow[] {
  if (run.step === 0) return [];
  const {seed, ...changed} = changedParams(experiment.params, run.params);
  const settings = Object.entries(changed).map(([name, value]) => `${name} = ${value}`);
  return [
    ["Model", `${experiment.title}${weights ? `: ${weightWords(weights)}` : ""}`],
    ["Learned from", files.map(sourceWords).join("; ") || "points that are drawn by a formula"],
    ["Settings", `seed ${run.params.seed}; ${settings.join(", ") || "all others as they come"}`],
    ["Trained", trainedWords(run)],
    ...measuredRows(experiment, run),
    ["Energy, estimated", energyWords(run, watts)],
    ["Not known", unknownWords(experiment)],
  ];
}

function weightWords(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([network, count]) => `${network}, ${formatCount(count)} weights`)
    .join("; ");
}

function sourceWords({title, author, licence}: ManifestEntry): string {
  return `${title}, by ${author} (${licence})`;
}

function trainedWords(run: RunRecord): string {
  const on = `${counted(run.step, "step")} on ${backendWords(run)}`;
  const seconds = secondsOf(run);
  return seconds === undefined ? on : `${on}, ${formatSeconds(seconds)} of computing`;
}

/** Each measure with its floor, as it was last measured. */
function measuredRows({measures}: Experiment, {measurements}: RunRecord): CardRow[] {
  const last = measurements.at(-1);
  if (!last) return [["Measured", "nothing yet"]];
  return Object.entries(measures).flatMap(([name, {label, unit, floor}]): CardRow[] => {
    const value = last.scalars[name];
    if (value === undefined) return [];
    const band = last.floors[name];
    const beside = band
      ? `; ${floor?.name ?? "real ones"}: ${formatNumber(band.low)} to ${formatNumber(band.high)}`
      : "";
    return [[`${label}, step ${last.step}`, `${formatNumber(value)} ${unit}${beside}`]];
  });
}

function energyWords(run: RunRecord, watts: number): string {
  const seconds = secondsOf(run);
  if (seconds === undefined) return "not known before the first steps";
  const joules = watts * seconds;
  const amount = `${formatNumber(joules / 3600)} Wh`;
  return `${amount}, if the machine takes ${formatCount(watts)} W: ${formatSeconds(seconds)} × ${formatCount(watts)} W`;
}

function secondsOf({step, msPerStep}: RunRecord): number | undefined {
  return msPerStep === undefined ? undefined : (step * msPerStep) / 1000;
}

function unknownWords({measures}: Experiment): string {
  const known = Object.values(measures).map(({label}) => label);
  return `everything but ${known.join(" and ")}: nobody has measured it`;
}
