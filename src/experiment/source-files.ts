import {FileAttachment} from "observablehq:stdlib";
import {named} from "../lib/named.js";

/** The source files that "show the code that ran" shows, as text. */
const sources = {
  "lib/models/classifier.ts": FileAttachment("../lib/models/classifier.ts"),
  "lib/models/classifier-step.ts": FileAttachment("../lib/models/classifier-step.ts"),
  "lib/models/supervised-classifier.ts": FileAttachment("../lib/models/supervised-classifier.ts"),
  "lib/models/k-means.ts": FileAttachment("../lib/models/k-means.ts"),
  "lib/models/autoencoder.ts": FileAttachment("../lib/models/autoencoder.ts"),
  "lib/models/autoencoder-networks.ts": FileAttachment("../lib/models/autoencoder-networks.ts"),
  "lib/metrics/adjusted-rand-index.ts": FileAttachment("../lib/metrics/adjusted-rand-index.ts"),
  "lib/models/gan.ts": FileAttachment("../lib/models/gan.ts"),
  "lib/models/gan-game.ts": FileAttachment("../lib/models/gan-game.ts"),
  "lib/models/descent.ts": FileAttachment("../lib/models/descent.ts"),
  "lib/models/gan-condition.ts": FileAttachment("../lib/models/gan-condition.ts"),
  "lib/models/dcgan.ts": FileAttachment("../lib/models/dcgan.ts"),
  "lib/models/plane-gan.ts": FileAttachment("../lib/models/plane-gan.ts"),
  "lib/models/gan-losses.ts": FileAttachment("../lib/models/gan-losses.ts"),
  "lib/models/vae.ts": FileAttachment("../lib/models/vae.ts"),
  "lib/models/vae-networks.ts": FileAttachment("../lib/models/vae-networks.ts"),
  "lib/models/attribute-vector.ts": FileAttachment("../lib/models/attribute-vector.ts"),
  "lib/models/small-picture-gan.ts": FileAttachment("../lib/models/small-picture-gan.ts"),
  "lib/metrics/checkerboard.ts": FileAttachment("../lib/metrics/checkerboard.ts"),
  "lib/experiments/clinic-patients.ts": FileAttachment("../lib/experiments/clinic-patients.ts"),
  "lib/experiments/gan-diagnosis.ts": FileAttachment("../lib/experiments/gan-diagnosis.ts"),
  "lib/strokes.ts": FileAttachment("../lib/strokes.ts"),
  "lib/painting.ts": FileAttachment("../lib/painting.ts"),
  "lib/models/returns.ts": FileAttachment("../lib/models/returns.ts"),
  "lib/models/baseline.ts": FileAttachment("../lib/models/baseline.ts"),
  "lib/models/policy-gradient.ts": FileAttachment("../lib/models/policy-gradient.ts"),
  "lib/models/paint-policy.ts": FileAttachment("../lib/models/paint-policy.ts"),
  "lib/models/episodes.ts": FileAttachment("../lib/models/episodes.ts"),
  "lib/models/paint-agent.ts": FileAttachment("../lib/models/paint-agent.ts"),
  "lib/training/train.ts": FileAttachment("../lib/training/train.ts"),
  "lib/experiments/digit-classifier.setup.ts": FileAttachment(
    "../lib/experiments/digit-classifier.setup.ts",
  ),
  "lib/experiments/gan-clinic.setup.ts": FileAttachment("../lib/experiments/gan-clinic.setup.ts"),
  "lib/experiments/gan-digits.setup.ts": FileAttachment("../lib/experiments/gan-digits.setup.ts"),
  "lib/experiments/conditional-gan.setup.ts": FileAttachment(
    "../lib/experiments/conditional-gan.setup.ts",
  ),
  "lib/experiments/gan-plane.setup.ts": FileAttachment("../lib/experiments/gan-plane.setup.ts"),
  "lib/experiments/vae-faces.setup.ts": FileAttachment("../lib/experiments/vae-faces.setup.ts"),
  "lib/experiments/paint-agent.setup.ts": FileAttachment("../lib/experiments/paint-agent.setup.ts"),
  "lib/experiments/sorting-without-labels.setup.ts": FileAttachment(
    "../lib/experiments/sorting-without-labels.setup.ts",
  ),
  "lib/models/gaussian-code.ts": FileAttachment("../lib/models/gaussian-code.ts"),
  "lib/models/likelihoods.ts": FileAttachment("../lib/models/likelihoods.ts"),
  "lib/experiments/autoencoder.setup.ts": FileAttachment("../lib/experiments/autoencoder.setup.ts"),
  "lib/experiments/vae-digits.setup.ts": FileAttachment("../lib/experiments/vae-digits.setup.ts"),
};

/** The text of a source file of the engine, as it was built into this site. */
export function sourceText(path: string): Promise<string> {
  return named("source", sources, path).text();
}
