import {button, element} from "../controls/element.js";
import type {Experiment} from "../lib/experiments/experiment.js";
import {parseParams} from "../lib/params.js";
import {parseCheckpoint} from "../lib/training/checkpoint.js";
import type {Checkpoint} from "../lib/training/protocol.js";
import {forgetRun, type KeptRun, keepRun, keptRun} from "../storage/kept-run.js";
import {fromPlainRun, type PlainRun, plainRun} from "./run-record.js";
import type {Trainer} from "./trainer.js";

const version = 1;
const leastMsBetween = 5000;

export interface Keeper {
  /** "A run from … is kept on this device": empty until `look` finds one. */
  readonly offer: HTMLElement;
  look(): Promise<void>;
}

/** Keeps the run's last checkpoint on this device as it goes, and offers it again after the tab was closed or crashed. */
export function keeper(trainer: Trainer): Keeper {
  const offer = element("div", {class: "notice kept", role: "status", hidden: true});
  let last: Checkpoint | undefined;
  let keptAt = Number.NEGATIVE_INFINITY;
  const keep = () => {
    const checkpoint = trainer.checkpoints.last();
    if (!checkpoint || checkpoint === last || checkpoint.step === 0) return;
    const settled = trainer.status !== "running";
    if (!settled && performance.now() - keptAt < leastMsBetween) return;
    [last, keptAt] = [checkpoint, performance.now()];
    const run = plainRun(trainer.run, checkpoint.step);
    const {id: experiment} = trainer.experiment;
    void keepRun({experiment, version, run, checkpoint, date: new Date().toISOString()});
  };
  trainer.subscribe((changed) => {
    if (changed === "run" || changed === "status") keep();
    if (trainer.run.step > 0) offer.hidden = true;
  });
  return {
    offer,
    async look() {
      const kept = readKept(trainer.experiment, await keptRun(trainer.experiment.id));
      if (!kept || trainer.run.step > 0) return;
      offer.replaceChildren(...offerParts(kept, trainer, offer));
      offer.hidden = false;
    },
  };
}

/** What was kept, if this version of the page can go on with it: an older one may have had other params. */
export function readKept(
  {params: table, curves}: Experiment,
  kept: KeptRun | undefined,
): KeptRun<PlainRun, Checkpoint> | undefined {
  if (kept?.version !== version || Number.isNaN(Date.parse(kept.date))) return undefined;
  try {
    const run = kept.run as PlainRun;
    const checkpoint = parseCheckpoint(kept.checkpoint);
    const params = parseParams(table, run.params);
    parseParams(table, checkpoint.params);
    const lists = [run.changes, run.parts, run.measurements];
    const isWhole =
      run.step === checkpoint.step &&
      lists.every(Array.isArray) &&
      Object.keys(curves).every((name) => run.curves[name] instanceof Float32Array);
    return isWhole ? {...kept, run: {...run, params}, checkpoint} : undefined;
  } catch {
    return undefined;
  }
}

function offerParts(
  {run, checkpoint, date}: KeptRun<PlainRun, Checkpoint>,
  trainer: Trainer,
  offer: HTMLElement,
): (HTMLElement | string)[] {
  const day = new Date(date).toLocaleString("en", {dateStyle: "medium", timeStyle: "short"});
  const close = (work: () => unknown) => () => {
    offer.hidden = true;
    work();
  };
  return [
    element("p", {}, `Your run of ${day} is kept on this device, up to step ${checkpoint.step}. `),
    button(
      "Go on from there",
      close(() => trainer.resume(fromPlainRun(run), checkpoint)),
    ),
    " ",
    button(
      "Forget it",
      close(() => forgetRun(trainer.experiment.id)),
    ),
    " ",
    button(
      "Not now",
      close(() => undefined),
    ),
  ];
}
