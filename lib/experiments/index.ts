import {named} from "../named.js";
import {autoencoder} from "./autoencoder.js";
import {conditionalGan} from "./conditional-gan.js";
import {digitClassifier} from "./digit-classifier.js";
import type {Experiment} from "./experiment.js";
import {ganClinic} from "./gan-clinic.js";
import {ganDigits} from "./gan-digits.js";
import {ganPlane} from "./gan-plane.js";
import {paintAgent} from "./paint-agent.js";
import {sortingWithoutLabels} from "./sorting-without-labels.js";
import {vaeDigits} from "./vae-digits.js";
import {vaeFaces} from "./vae-faces.js";

/** Every experiment by its id. */
export const experiments: Readonly<Record<string, Experiment>> = {
  [digitClassifier.id]: digitClassifier as Experiment,
  [paintAgent.id]: paintAgent as Experiment,
  [sortingWithoutLabels.id]: sortingWithoutLabels as Experiment,
  [ganPlane.id]: ganPlane as Experiment,
  [ganDigits.id]: ganDigits as Experiment,
  [conditionalGan.id]: conditionalGan as Experiment,
  [vaeFaces.id]: vaeFaces as Experiment,
  [autoencoder.id]: autoencoder as Experiment,
  [vaeDigits.id]: vaeDigits as Experiment,
  [ganClinic.id]: ganClinic as Experiment,
};

/** The experiment called `id`. Throws a RangeError that lists the known ones. */
export function findExperiment(id: string): Experiment {
  return named("experiment", experiments, id);
}
