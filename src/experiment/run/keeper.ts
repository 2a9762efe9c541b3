import {button, element} from "../../controls/element.js";
import type {Checkpoint} from "../../lib/training/protocol.js";
import {forgetRun, type KeptRun, keepRun, keptRun, keptVersion} from "../../storage/kept-run.js";
import {RunKeeping} from "./run-keeping.js";
import {fromPlainRun, type PlainRun} from "./run-record.js";
import type {Trainer} from "./trainer.js";

export interface Keeper {
  /** "A run from … is kept on this device": empty until `look` finds one. */
  readonly offer: HTMLElement;
  look(): Promise<void>;
  /** Keeps what is new at once: the page may be about to go. */
  now(): void;
}

/** Keeps the run on this device as it goes, and offers it again after the tab was closed or crashed. */
export function keeper(trainer: Trainer): Keeper {
  const offer = element("div", {class: "notice kept", role: "status", hidden: true});
  const keeping = new RunKeeping(trainer, {
    now: () => performance.now(),
    later: (work, ms) => void setTimeout(work, ms),
    write: (run, checkpoint) =>
      keepRun({
        experiment: trainer.experiment.id,
        version: keptVersion,
        run,
        checkpoint,
        date: new Date().toISOString(),
      }),
  });
  trainer.subscribe((changed) => {
    keeping.follow(changed);
    if (trainer.run.step > 0) offer.hidden = true;
  });
  return {
    offer,
    now: () => keeping.keepNow(),
    async look() {
      const kept = await keptRun(trainer.experiment.id);
      if (kept === undefined) return;
      const parts = await partsFor(kept, trainer, offer);
      if (trainer.run.step > 0) return;
      offer.replaceChildren(...parts);
      offer.hidden = false;
    },
  };
}

type Parts = (HTMLElement | string)[];

/** What is offered of a run that was kept; why nothing, if this page cannot go on with it. */
async function partsFor(kept: unknown, trainer: Trainer, offer: HTMLElement): Promise<Parts> {
  try {
    const {readKept} = await import("./kept-run-reader.js"); // not before one is found
    return offerParts(readKept(trainer.experiment, kept)!, trainer, offer);
  } catch (error) {
    return sorryParts(error, trainer, offer);
  }
}

function offerParts(
  {run, checkpoint, date}: KeptRun<PlainRun, Checkpoint>,
  trainer: Trainer,
  offer: HTMLElement,
): Parts {
  const day = new Date(date).toLocaleString("en", {dateStyle: "medium", timeStyle: "short"});
  const goOn = () => {
    offer.hidden = true;
    trainer.resume(fromPlainRun(run), checkpoint);
    void trainer.train();
  };
  return [
    element("p", {}, `Your run of ${day} is kept on this device, up to step ${checkpoint.step}. `),
    button("Go on from there", goOn),
    " ",
    ...otherButtons(trainer, offer),
  ];
}

function sorryParts(error: unknown, trainer: Trainer, offer: HTMLElement): Parts {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200);
  const sorry = `A run of yours is kept on this device, but this page cannot go on with it (${reason}). It is damaged, or of another version of the course. It stays until you train again or forget it. `;
  return [element("p", {}, sorry), ...otherButtons(trainer, offer)];
}

function otherButtons(trainer: Trainer, offer: HTMLElement): Parts {
  const hide = () => {
    offer.hidden = true;
  };
  const forget = () => {
    hide();
    void forgetRun(trainer.experiment.id);
  };
  return [button("Forget it", forget), " ", button("Not now", hide)];
}
