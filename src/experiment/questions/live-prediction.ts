import {button, element} from "../../controls/element.js";
import {keepHeight} from "../../controls/kept-height.js";
import {setText} from "../../controls/set-text.js";
import {floorName} from "../../figures/curves/metric-text.js";
import {emptyGuess, type GuessAxis, isReady} from "../../figures/guess/guess.js";
import {compareGuess} from "../../figures/guess/guess-comparison.js";
import {guessPlot} from "../../figures/guess/guess-plot.js";
import {comparisonWords} from "../../figures/guess/guess-words.js";
import {named} from "../../lib/named.js";
import type {Measure} from "../../lib/training/experiment.js";
import {guessOfLength, withGuess, withTruthSeen} from "../../storage/guess-record.js";
import {shelf} from "../../storage/shelf.js";
import {measuredPoints} from "../panels/over-steps.js";
import {type PageExperiment, whenRegistered} from "../registry.js";
import {floorOf} from "../run/measured-interval.js";
import type {RunRecord} from "../run/run-record.js";
import {reveal} from "./kept-back.js";
import {howMade, type PredictionStatus, predictionStatus, stateWords} from "./prediction-words.js";

export interface PredictionOptions {
  /** The ends of the axis: wide enough for wrong guesses, so that they give nothing away. */
  readonly low: number;
  readonly high: number;
}

export interface LivePredictionOptions {
  readonly section: HTMLElement;
  readonly id: string;
  readonly measure: string;
  readonly options: PredictionOptions;
  readonly signal: AbortSignal;
}

/** Fills a prediction's section: the plot, what the run says of the guess, and a way to the recorded run. The guess is kept. */
export async function livePrediction(given: LivePredictionOptions): Promise<void> {
  const {section, id, measure: name, signal} = given;
  const key = `${id}.${name}`;
  const kept = guessOfLength(await shelf().get("guesses", key), emptyGuess.length);
  if (kept?.seenAt) reveal(id, name);
  let stop = () => {};
  const attach = (experiment: PageExperiment) => {
    stop();
    const board = predictionBoard(given, experiment);
    section.replaceChildren(...board.parts);
    if (kept) board.plot.update({guess: kept.values, isFixed: false});
    board.follow();
    stop = experiment.trainer.subscribe(board.follow);
  };
  whenRegistered(id, attach, signal);
  signal.addEventListener("abort", () => stop());
}

/** The parts of a prediction about `experiment`, and what brings them up to date. */
function predictionBoard(
  {section, id, measure: name, options}: LivePredictionOptions,
  {trainer, recorded}: PageExperiment,
) {
  const measure: Measure = named("measure", trainer.experiment.measures, name);
  const {role = "generated", scale} = measure;
  const axis: GuessAxis = {...options, log: scale === "log"};
  const limit = Number(trainer.experiment.params.maxSteps!.default);
  const plot = guessPlot({label: measure.label, unit: measure.unit, limit, axis, role});
  const words = keepHeight(element("div", {class: "prediction-words", role: "status"}));
  const made = element("p", {class: "how-made"});
  const key = `${id}.${name}`;
  let shownRecording: RunRecord | undefined;
  let finished: RunRecord | undefined;

  const see = () => {
    reveal(id, name);
    void shelf().update("guesses", key, (old) => withTruthSeen(old, now()));
  };
  const toggle = button("Show the recorded run", async () => {
    shownRecording = shownRecording ? undefined : await recorded();
    if (shownRecording) see();
    follow();
  });
  plot.addEventListener("change", () => {
    const {value} = plot;
    void shelf().update("guesses", key, (old) => withGuess(old, value, now()));
  });

  const follow = () => {
    const {run, status: runStatus} = trainer;
    if (runStatus === "done" && run.step > 0 && finished !== run) {
      finished = run;
      see();
    } else if (run.step > 0) reveal(id, name);
    const state = {status: runStatus, step: run.step};
    const status = predictionStatus(state, finished === run, shownRecording !== undefined);
    section.dataset.status = status;
    trainer.measuresStart = isReady(plot.value);
    toggle.disabled = status === "running" || status === "done";
    setText(toggle, status === "recorded" ? "Hide the recorded run" : "Show the recorded run");
    show(status, status === "done" ? run : status === "recorded" ? shownRecording : undefined);
  };
  let told = "";
  const show = (status: PredictionStatus, run: RunRecord | undefined) => {
    const guess = plot.value;
    const truth = run ? measuredPoints(measure, name, run) : [];
    const last = run?.measurements.at(-1);
    const floor = last && floorOf(measure, name, last);
    const hasIntervals = truth.some(({interval}) => interval);
    plot.update({guess, truth, floor, isFixed: status !== "open"});
    const comparison = isReady(guess) ? compareGuess(guess, truth, axis, limit) : undefined;
    const sentences = comparison
      ? comparisonWords(comparison, measure, axis, limit, floor)
      : [stateWords(status, guess, limit)];
    setText(made, run ? howMade(run, floor && floorName(measure), hasIntervals) : "");
    if (sentences.join() !== told) words.replaceChildren(...wordParts(sentences));
    told = sentences.join();
  };
  plot.addEventListener("input", follow);
  return {plot, follow, parts: [plot, made, words, toggle]};
}

/** The first sentence by itself, the others as a list. */
function wordParts([first = "", ...others]: readonly string[]): HTMLElement[] {
  const items = others.map((text) => element("li", {}, text));
  return [element("p", {}, first), ...(items.length > 0 ? [element("ul", {}, ...items)] : [])];
}

const now = () => new Date().toISOString();
