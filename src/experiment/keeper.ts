import {button, element} from "../controls/element.js";
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
  let keptStep = -1;
  let keptAt = Number.NEGATIVE_INFINITY;
  const keep = () => {
    const checkpoint = trainer.checkpoints.last();
    if (!checkpoint || checkpoint.step === keptStep || checkpoint.step === 0) return;
    const settled = trainer.status !== "running";
    if (!settled && performance.now() - keptAt < leastMsBetween) return;
    [keptStep, keptAt] = [checkpoint.step, performance.now()];
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
      const kept = (await keptRun(trainer.experiment.id)) as
        | KeptRun<PlainRun, Checkpoint>
        | undefined;
      if (kept?.version !== version || trainer.run.step > 0) return;
      offer.replaceChildren(...offerParts(kept, trainer, offer));
      offer.hidden = false;
    },
  };
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
  ];
}
