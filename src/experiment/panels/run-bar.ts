import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type NumberParam, type ParamTable, paramError} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {Status} from "../run/run-state.js";

export interface RunBarHandlers {
  train(): void;
  pause(): void;
  /** A whole step unless a kind is told. */
  step(kind?: string): void;
  reset(): void;
  seed(value: number): void;
  pace(msPerStep: number): void;
}

export interface RunBarState {
  readonly status: Status;
  readonly seed: number;
  /** A short line: back end, pace, time left. */
  readonly line: string;
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
 * Train, which is Pause while it trains, Step, and what is needed less often: the other kinds of step, Reset, seed and speed. Where it
 * is narrow these are behind "…". Always in the same place, with the ways to `questions`.
 */
export function runBar(
  {params: table, stepKinds}: Pick<Experiment, "params" | "stepKinds">,
  seedLocked: boolean,
  questions: HTMLElement,
  on: RunBarHandlers,
): RunBar {
  let isRunning = false;
  const train = guardedButton("Train", () => (isRunning ? on.pause() : on.train()));
  train.classList.add("primary");
  const own = Object.entries(stepKinds).map(([kind, {text, label}]) =>
    guardedButton(text, () => on.step(kind), label),
  );
  const step = guardedButton("Step", () => on.step(), "Step");
  const seed = seedField(table, seedLocked, on.seed);
  const more = element(
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
    element("div", {class: "run-buttons"}, train, step, moreButton(more)),
    more,
    element("div", {class: "run-foot"}, line, questions),
  );
  return {
    bar,
    set(state) {
      isRunning = state.status === "running";
      const isBusy = isRunning || state.status === "loading";
      setText(train, isRunning ? "Pause" : "Train");
      allow(train, state.status !== "loading");
      for (const each of [step, ...own]) allow(each, !isBusy);
      seed.set(state.seed);
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
  return {
    parts: [element("label", {for: id}, "Seed"), input, error],
    set(value: number) {
      if (document.activeElement !== input) input.value = String(value);
    },
  };
}

function paceField(pace: (msPerStep: number) => void): HTMLElement[] {
  const id = uniqueId("pace");
  const options = paces.map(([label, ms]) => element("option", {value: ms}, label));
  const select = element("select", {id, onchange: () => pace(Number(select.value))}, ...options);
  return [element("label", {for: id}, "Speed"), select];
}
