/**
 * A model card (Mitchell et al., 2019) of a run, in rows: what it is for, what it learned from, what was measured and what was not, and an estimate of what it
 * took. All of it comes from the run, but for what it is meant for and the power of the machine, which the reader tells.
 */
import {counted, formatCount, formatNumber, formatSeconds} from "../controls/format.js";
import {floorText, intervalText, withUnit} from "../figures/curves/metric-text.js";
import type {ManifestEntry} from "../lib/datasets/manifest.js";
import {laptopWatts, wattHours} from "../lib/energy.js";
import {changedParams} from "../lib/params.js";
import type {Experiment} from "../lib/training/experiment.js";
import {drivenWords} from "./run/driver-words.js";
import {floorOf, intervalOf} from "./run/measured-interval.js";
import {backendWords, type RunRecord} from "./run/run-record.js";

/** Who made a set of pictures, and what they allow. */
export type CardSource = Pick<ManifestEntry, "title" | "author" | "licence">;

export interface CardFacts {
  readonly experiment: Experiment;
  readonly run: RunRecord;
  /** Weights by network, where a worker has told them. */
  readonly weights: Readonly<Record<string, number>> | undefined;
  /** Sets of pictures that the run reads. */
  readonly sources: readonly CardSource[];
  /** Networks that only measure what it makes. */
  readonly judges: readonly CardSource[];
  /** By the reader; empty where they say nothing. */
  readonly meantFor: string;
  /** Of the whole machine while it trains. */
  readonly watts: number;
}

export type CardRow = readonly [term: string, text: string];

/** Before there is a run: nothing to tell. */
export function cardRows(facts: CardFacts): readonly CardRow[] {
  const {experiment, run, weights, sources, judges, meantFor, watts} = facts;
  if (run.step === 0) return [];
  return [
    ["Model", `${experiment.title}${weights ? `: ${weightWords(weights)}` : ""}`],
    ["Meant for", meantFor || "nobody has said"],
    ["Learned from", sources.map(sourceWords).join("; ") || "points that are drawn by a formula"],
    ...(judges.length > 0 ? [["Measured with", judges.map(sourceWords).join("; ")] as const] : []),
    ["Settings", settingsWords(experiment, run)],
    ["Trained", trainedWords(run)],
    ...measuredRows(experiment, run),
    ["Energy, estimated", energyWords(run, watts)],
    ["Limits", limitsWords(run)],
    ["Not known", unknownWords(experiment)],
  ];
}

function weightWords(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([network, count]) => `${network}, ${formatCount(count)} weights`)
    .join("; ");
}

function sourceWords({title, author, licence}: CardSource): string {
  return `${title}, by ${author} (${licence})`;
}

function settingsWords({params}: Experiment, run: RunRecord): string {
  const {seed: _, ...changed} = changedParams(params, run.params);
  const settings = Object.entries(changed).map(([name, value]) => `${name} = ${value}`);
  const driven = drivenWords(run.driver);
  const live =
    run.changes.length > 0 ? `; changed ${timesWords(run.changes.length)} while it trained` : "";
  return `seed ${run.params.seed}; ${settings.join(", ") || "all others as they come"}${driven}${live}`;
}

function timesWords(count: number): string {
  return count === 1 ? "once" : `${formatCount(count)} times`;
}

function trainedWords(run: RunRecord): string {
  const on = `${counted(run.step, "step")} on ${backendWords(run)}`;
  const seconds = secondsOf(run);
  return seconds === undefined ? on : `${on}, ${secondsWords(seconds)} of computing`;
}

/** Each measure with its interval and its floor, as it was last measured. */
function measuredRows({measures}: Experiment, {measurements}: RunRecord): CardRow[] {
  const last = measurements.at(-1);
  if (!last) return [["Measured", "nothing yet"]];
  return Object.entries(measures).flatMap(([name, measure]): CardRow[] => {
    const value = last.scalars[name];
    if (value === undefined) return [];
    const {label, unit} = measure;
    const interval = intervalOf(measure, name, last);
    const floor = floorOf(measure, name, last);
    const parts = [
      withUnit(formatNumber(value), unit),
      ...(interval ? [intervalText(interval, formatNumber)] : []),
      ...(floor ? [floorText(measure, floor, formatNumber)] : []),
    ];
    return [[`${label}, step ${last.step}`, parts.join("; ")]];
  });
}

function energyWords(run: RunRecord, watts: number): string {
  const seconds = secondsOf(run);
  if (seconds === undefined) return "not known before the first steps";
  const amount = (power: number) => formatNumber(wattHours(seconds, power));
  const {low, high} = laptopWatts;
  return `${amount(watts)} Wh, if the machine takes ${formatCount(watts)} W: ${secondsWords(seconds)} × ${formatCount(watts)} W. With the ${low} to ${high} W of a laptop at work: ${amount(low)} to ${amount(high)} Wh`;
}

/** Of the steps alone, without pictures and measurements; undefined before any was timed. */
export function secondsOf({step, msPerStep}: RunRecord): number | undefined {
  return msPerStep === undefined ? undefined : (step * msPerStep) / 1000;
}

/** "0.31 s": of a short run more than whole seconds. */
function secondsWords(seconds: number): string {
  return seconds < 5 ? `${seconds.toPrecision(2)} s` : formatSeconds(seconds);
}

function limitsWords(run: RunRecord): string {
  return `${originWords(run)}It is one run: with another seed all numbers come out a little different. They hold for pictures like those that it learned from, and for no others`;
}

/** Of a run that was not made here. */
function originWords({origin, date}: RunRecord): string {
  if (origin === "imported")
    return "Its numbers are those of a file; nobody here has made it again. ";
  if (origin === "recorded")
    return `Recorded on ${date?.slice(0, 10) ?? "an unknown day"}, and the time is that of another machine than yours. `;
  return "";
}

export function unknownWords({measures}: Experiment): string {
  const known = Object.values(measures).map(({label}) => label);
  const words = [known.slice(0, -1).join(", "), known.at(-1)].filter(Boolean).join(" and ");
  return `everything but ${words}: nobody has measured it`;
}
