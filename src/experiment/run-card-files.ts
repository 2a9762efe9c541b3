/** A model card as a file: Markdown for people, JSON for programs. */
import {floorName} from "../figures/curves/metric-text.js";
import {laptopWatts, wattHours} from "../lib/energy.js";
import {floorOf, intervalOf} from "./run/measured-interval.js";
import {
  type CardFacts,
  type CardRow,
  type CardSource,
  secondsOf,
  unknownWords,
} from "./run-card-rows.js";

/** A heading and a list. What rows say is shown as it is, whatever signs are in it. */
export function cardMarkdown(title: string, rows: readonly CardRow[]): string {
  const lines = rows.map(([term, text]) => `- **${plain(term)}:** ${plain(text)}`);
  return `${[`# Model card: ${plain(title)}`, "", ...lines].join("\n")}\n`;
}

/** All that the rows are made of, as numbers with their units. */
export function cardJson(facts: CardFacts): string {
  const {experiment, run, weights, sources, judges, meantFor, watts} = facts;
  const seconds = secondsOf(run);
  const card = {
    format: "from-noise model card",
    version: 1,
    experiment: experiment.id,
    title: experiment.title,
    origin: run.origin,
    meantFor,
    learnedFrom: sources.map(sourceFacts),
    measuredWith: judges.map(sourceFacts),
    settings: run.params,
    changes: run.changes,
    ...(run.driver && {readersPart: run.driver.part}),
    weights: weights ?? null,
    steps: run.step,
    backend: run.backend ?? null,
    seconds: seconds ?? null,
    measured: measuredList(facts),
    energy:
      seconds === undefined
        ? null
        : {
            wattHours: wattHours(seconds, watts),
            watts,
            seconds,
            assumed: `power of the whole machine; a laptop at work takes ${laptopWatts.low} to ${laptopWatts.high} W`,
          },
    notKnown: unknownWords(experiment),
  };
  return `${JSON.stringify(card, undefined, 2)}\n`;
}

function sourceFacts({title, author, licence}: CardSource) {
  return {title, author, licence};
}

function measuredList({experiment, run}: CardFacts) {
  const last = run.measurements.at(-1);
  if (!last) return [];
  return Object.entries(experiment.measures).flatMap(([name, measure]) => {
    const value = last.scalars[name];
    if (value === undefined) return [];
    const {label, unit, help} = measure;
    const floor = floorOf(measure, name, last);
    return [
      {
        ...{name, label, unit, step: last.step, value, meaning: help},
        interval: intervalOf(measure, name, last) ?? null,
        floor: floor ? {name: floorName(measure), low: floor.low, high: floor.high} : null,
      },
    ];
  });
}

/** In one line, with a backslash before each sign that Markdown would heed. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
}
