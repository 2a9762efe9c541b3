/** The network of the reader's own run of `digit-classifier`, where that stands on the same page. */
import type {NamedArrays} from "../lib/array.js";
import {pageLife} from "./page-life.js";
import {whenRegistered} from "./registry.js";
import type {Trainer} from "./run/trainer.js";

const id = "digit-classifier";
const learned = "digits";

export interface OwnClassifier {
  /** Weights by layer and kind: `conv1/kernel`. */
  readonly weights: NamedArrays;
  readonly seed: number;
  readonly step: number;
}

/** Gives what reads its weights, as they are then; `changed` hears whenever they may be others, for as long as `section` is on the page. */
export function ownClassifier(
  section: HTMLElement,
  changed: (what: "status" | "snapshot") => void = () => {},
): () => Promise<OwnClassifier> {
  let trainer: Trainer | undefined;
  const life = pageLife(section);
  const follow = (arrived: Trainer) => {
    trainer = arrived;
    const stop = arrived.subscribe((what) => {
      if (what === "status" || what === "snapshot") changed(what);
    });
    life.addEventListener("abort", stop);
  };
  whenRegistered(id, ({trainer}) => follow(trainer), life);
  return async () => {
    if (!trainer?.started)
      throw new Error("There is no network of yours yet: train one below first.");
    const {dataset, seed} = trainer.params;
    if (dataset !== learned)
      throw new Error(
        `Your network learns from other pictures than digits (${dataset}), and these are digits: choose the data set “${learned}” below, and train it.`,
      );
    const {weights, step} = await trainer.request({type: "inspect", network: "classifier"});
    return {weights, step, seed: Number(seed)};
  };
}
