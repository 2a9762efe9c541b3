import {button, element, uniqueId} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {type NumberParam, type ParamTable, paramError} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Status} from "../run/run-state.js";
import type {Ending} from "./ending.js";
import type {Variation} from "./next-link.js";

export interface RunBarHandlers {
  train(): void;
  pause(): void;
  /** A whole step unless a kind is told. */
  step(kind?: string): void;
  reset(): void;
  seed(value: number): void;
  pace(msPerStep: number): void;
  /** Goes on for so many steps beyond the end. */
  more(steps: number): void;
  /** Trains the same with another seed. */
  reseed(): void;
}

export interface RunBarState {
  readonly status: Status;
  /** Whether what is loading is for a run that goes on by itself: not so where a question or a single step has asked for it. */
  readonly isBound: boolean;
  readonly seed: number;
  /** A short line: back end, pace, time left. */
  readonly line: string;
  /** Of a run that is done. */
  readonly ending: Ending | undefined;
  /** The seed that the recorded run began with, once that is known. */
  readonly recordedSeed: number | undefined;
}

export interface RunBar {
  readonly bar: HTMLElement;
  set(state: RunBarState): void;
}

/** Ways to slow a run down, in ms from one step to the next. */
const paces: readonly (readonly [label: string, msPerStep: number])[] = [
  ["full speed", 0],
  ["10 steps a second", 100],
  ["2 steps a second", 500],
  ["a step every 2 s", 2000],
];

/**
 * Train, which is Pause while it trains and offers more at the end, Step, and what is needed less often: the other kinds of step, Reset,
 * seed and speed. Where it is narrow these are behind "…". Always in the same place, with the ways to `questions` and to what comes next.
 */
export function runBar(
  {params: table, stepKinds}: Pick<Experiment, "params" | "stepKinds">,
  seedLocked: boolean,
  questions: HTMLElement,
  on: RunBarHandlers,
): RunBar {
  let isRunning = false;
  let more = 0;
  const train = guardedButton("Train", () => {
    if (isRunning) on.pause();
    else if (more > 0) on.more(more);
    else on.train();
  });
  train.classList.add("primary");
  const own = Object.entries(stepKinds).map(([kind, {text, label}]) =>
    guardedButton(text, () => on.step(kind), label),
  );
  const step = guardedButton("Step", () => on.step(), "Step");
  const reseed = guardedButton("New seed", on.reseed);
  const seed = seedField(table, seedLocked, on.seed);
  const next = nextLink();
  const others = element(
    "div",
    {class: "run-more", id: uniqueId("run-more")},
    ...own,
    button("Reset", on.reset),
    element("span", {class: "run-field"}, ...seed.parts),
    element("span", {class: "run-field"}, ...paceField(on.pace)),
  );
  const line = element("p", {class: "run-line"});
  const bar = element(
    "div",
    {class: "run-bar", role: "group", "aria-label": "Run"},
    element("div", {class: "run-buttons"}, train, step, reseed, moreButton(others)),
    others,
    element("div", {class: "run-foot"}, line, next.link, questions),
  );
  return {
    bar,
    set(state) {
      isRunning = state.status === "running";
      const isHeld = state.status === "loading" && state.isBound;
      more = state.ending?.more ?? 0;
      setText(train, isRunning ? "Pause" : more > 0 ? `${formatCount(more)} more` : "Train");
      allow(train, !isHeld);
      for (const each of [step, ...own]) allow(each, !isRunning && !isHeld);
      reseed.hidden = !state.ending?.canReseed;
      // What a run at its end can't take leaves its room to what it offers, so that the bar stays as tall as it was.
      for (const each of [step, ...own]) each.hidden = !reseed.hidden;
      next.set(state.ending?.next);
      seed.set(state.seed, state.recordedSeed);
      setText(line, state.line);
    },
  };
}

/** Opens and closes `more`, where it is narrow. */
function moreButton(more: HTMLElement): HTMLButtonElement {
  const made = button(
    "…",
    () => {
      const isOpen = more.toggleAttribute("data-open");
      made.setAttribute("aria-expanded", String(isOpen));
    },
    "More ways to run",
  );
  made.classList.add("run-more-button");
  made.setAttribute("aria-expanded", "false");
  made.setAttribute("aria-controls", more.id);
  return made;
}

/** A button that may be out of order for a while. It keeps the focus then, which `disabled` would take away. */
function guardedButton(text: string, onclick: () => void, label?: string): HTMLButtonElement {
  const made = button(
    text,
    () => {
      if (made.getAttribute("aria-disabled") !== "true") onclick();
    },
    label,
  );
  return made;
}

function allow(guarded: HTMLButtonElement, isAllowed: boolean): void {
  guarded.setAttribute("aria-disabled", String(!isAllowed));
}

function seedField(table: ParamTable, locked: boolean, commit: (seed: number) => void) {
  const id = uniqueId("seed");
  const {min, max, step} = table.seed as NumberParam;
  const error = element("span", {class: "param-error", role: "alert"});
  const offer = () => {
    const problem = paramError("seed", table.seed!, input.valueAsNumber);
    setText(error, problem ?? "");
    if (!problem) commit(input.valueAsNumber);
  };
  const input = element("input", {
    id,
    type: "number",
    min,
    max,
    step,
    inputmode: "numeric",
    disabled: locked,
    onchange: offer,
  });
  const note = element("span", {class: "run-note"});
  return {
    parts: [element("label", {for: id}, "Seed"), input, note, error],
    set(value: number, recorded: number | undefined) {
      if (document.activeElement !== input) input.value = String(value);
      setText(note, recorded === undefined ? "" : `${recorded} gives the recorded run`);
    },
  };
}

/** The way to the variation that the text offers next. */
function nextLink() {
  const what = element("span", {class: "run-next-what"});
  const link = element("a", {class: "run-next", hidden: true}, "Try this next", what);
  return {
    link,
    set(next: Variation | undefined) {
      link.hidden = next === undefined;
      if (!next) return;
      link.setAttribute("href", next.hash);
      setText(what, `: ${next.text}`);
    },
  };
}

function paceField(pace: (msPerStep: number) => void): HTMLElement[] {
  const id = uniqueId("pace");
  const options = paces.map(([label, ms]) => element("option", {value: ms}, label));
  const select = element("select", {id, onchange: () => pace(Number(select.value))}, ...options);
  return [element("label", {for: id}, "Speed"), select];
}
