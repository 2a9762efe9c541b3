import {named} from "../named.js";
import {autoencoder} from "./autoencoder.js";
import {makeAutoencoder} from "./autoencoder.setup.js";
import {conditionalGan} from "./conditional-gan.js";
import {makeConditionalGan} from "./conditional-gan.setup.js";
import {digitClassifier} from "./digit-classifier.js";
import {makeDigitClassifier} from "./digit-classifier.setup.js";
import {ganClinic} from "./gan-clinic.js";
import {makeGanClinic} from "./gan-clinic.setup.js";
import {ganDigits} from "./gan-digits.js";
import {makeGanDigits} from "./gan-digits.setup.js";
import {ganPlane} from "./gan-plane.js";
import {makeGanPlane} from "./gan-plane.setup.js";
import {paintAgent} from "./paint-agent.js";
import {makePaintAgent} from "./paint-agent.setup.js";
import type {MakeSetup} from "./setup.js";
import {sortingWithoutLabels} from "./sorting-without-labels.js";
import {makeSortingWithoutLabels} from "./sorting-without-labels.setup.js";
import {vaeDigits} from "./vae-digits.js";
import {makeVaeDigits} from "./vae-digits.setup.js";
import {vaeFaces} from "./vae-faces.js";
import {makeVaeFaces} from "./vae-faces.setup.js";

/** The worker's side of every experiment by its id; the page's side is index.ts. */
export const setups: Readonly<Record<string, MakeSetup>> = {
  [digitClassifier.id]: makeDigitClassifier as MakeSetup,
  [paintAgent.id]: makePaintAgent as MakeSetup,
  [sortingWithoutLabels.id]: makeSortingWithoutLabels as MakeSetup,
  [ganPlane.id]: makeGanPlane as MakeSetup,
  [ganDigits.id]: makeGanDigits as MakeSetup,
  [conditionalGan.id]: makeConditionalGan as MakeSetup,
  [vaeFaces.id]: makeVaeFaces as MakeSetup,
  [autoencoder.id]: makeAutoencoder as MakeSetup,
  [vaeDigits.id]: makeVaeDigits as MakeSetup,
  [ganClinic.id]: makeGanClinic as MakeSetup,
};

/** The setup of the experiment called `id`. Throws a RangeError that lists the known ones. */
export function findSetup(id: string): MakeSetup {
  return named("experiment", setups, id);
}
