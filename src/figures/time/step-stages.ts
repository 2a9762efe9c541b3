import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {playStages} from "./stage-player.js";

export const stageNames = [
  "noise",
  "generator",
  "samples",
  "judge",
  "losses",
  "gradients",
  "update",
] as const;
export type StageName = (typeof stageNames)[number];

const words: Readonly<Record<StageName, {readonly role: string; readonly what: string}>> = {
  noise: {role: "chance", what: "Random numbers are drawn: a latent vector for each point."},
  generator: {role: "generated", what: "The generator turns each latent vector into a point."},
  samples: {role: "generated", what: "Generated points, and as many real ones, go to the judge."},
  judge: {role: "judge", what: "The judge gives each point its probability of being real."},
  losses: {
    role: "judge",
    what: "Each network's loss says how far it is from what it is rewarded for.",
  },
  gradients: {
    role: "judge",
    what: "Backwards through the networks: in which direction each weight would change the loss.",
  },
  update: {
    role: "generated",
    what: "Weights move: first the judge's, with the generator held still, then the generator's.",
  },
};

export interface StepStagesData {
  /** The step that the numbers are of; 0 before the first. */
  readonly step: number;
  /** What each stage did in that step, in a few words with numbers. */
  readonly numbers: Readonly<Record<StageName, string>>;
  /** How long the stages of this step may take to light up one after the other, in ms; 0 lights none by itself. */
  readonly playMs: number;
}

/**
 * One step of a GAN as a chain of stages. In slow motion each lights up in its turn; where motion is to be reduced none does by itself.
 * Its value is the lit stage: the reader lights any by a click, or by the arrow keys.
 */
export function stepStages(label: string): Figure<StepStagesData, StageName | undefined> {
  const numbers = stageNames.map(() => element("span", {class: "fig-stage-numbers"}));
  const stages = stageNames.map((name, i) => {
    const stage = button(name, () => choose(i));
    stage.classList.add("fig-stage");
    stage.dataset.role = words[name].role;
    stage.append(numbers[i]!);
    return stage;
  });
  const heading = element("p", {class: "fig-stage-step"});
  const explanation = element("p", {class: "fig-stage-words", role: "status"});
  const list = element("ol", {}, ...stages.map((stage) => element("li", {}, stage)));
  const root = element(
    "div",
    {class: "fig fig-stages", role: "group", "aria-label": label},
    heading,
    list,
    explanation,
  );
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let shownStep = 0;
  let chosen: number | undefined;
  let stop = () => {};

  const explain = () => {
    if (chosen === undefined) return;
    const {what} = words[stageNames[chosen]!];
    setText(explanation, `${what} At step ${shownStep}: ${numbers[chosen]!.textContent}`);
  };
  /** Motion says nothing aloud: only what the reader chooses does. */
  const light = (index: number | undefined) => {
    self.value = index === undefined ? undefined : stageNames[index];
    for (const [i, stage] of stages.entries()) {
      stage.toggleAttribute("data-lit", i === index);
      stage.setAttribute("aria-pressed", String(i === index));
    }
  };
  const choose = (index: number) => {
    stop();
    light(index);
    chosen = index;
    explain();
    tellInput(self);
  };
  list.addEventListener("keydown", (event) => {
    const at = stages.indexOf(document.activeElement as HTMLButtonElement);
    const next = stageAfterKey(at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    stages[next]!.focus();
    choose(next);
  });

  const self = figure<StepStagesData, StageName | undefined>(root, undefined, (data) => {
    setText(heading, data.step === 0 ? "No step yet." : `Step ${data.step}`);
    for (const [i, name] of stageNames.entries()) setText(numbers[i]!, data.numbers[name]);
    if (data.step === shownStep) return;
    const isEarlier = data.step < shownStep;
    shownStep = data.step;
    if (isEarlier) explain();
    stop();
    if (data.playMs > 0 && !still.matches && data.step > 0)
      stop = playStages(stageNames.length, data.playMs, light);
  });
  return self;
}

/** The stage that an arrow key, Home or End leads to from `at`; `undefined` for another key. */
export function stageAfterKey(at: number, key: string): number | undefined {
  const last = stageNames.length - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: Math.min(last, at + 1),
    ArrowDown: Math.min(last, at + 1),
    ArrowLeft: Math.max(0, at - 1),
    ArrowUp: Math.max(0, at - 1),
    Home: 0,
    End: last,
  };
  return Object.hasOwn(moves, key) ? moves[key] : undefined;
}
