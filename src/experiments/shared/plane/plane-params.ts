import {paramTable} from "../../../lib/params.js";
import type {Measure, MeasurePlot} from "../../../lib/training/experiment.js";
import {runParams} from "../run-params.js";

/** Pictures that are held out: nothing is learned from them, and all measures are taken on them. */
export const heldOutCount = 1000;
/** Those of them whose places a picture of the run brings along. */
export const shownCount = 500;
/** Pictures along an edge of the plane. */
export const planeSide = 15;
/** Codes drawn at random for a measurement. */
export const drawnCount = 512;
/** A picture is recognised when the classifier is at least this sure of a class. */
export const sureFrom = 0.9;

/** Rows that the tables of `autoencoder` and `vae-digits` share: the same pictures, networks and steps. */
export const planeParams = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts. The same seed and the same settings give the same plane.",
  },
  dataset: {
    ...runParams.dataset,
    help: "What is compressed and drawn again.",
  },
  straighten: {
    ...runParams.straighten,
    help: "Shears every picture until it leans neither way, so that no latent number is spent on the slant.",
  },
  width: runParams.width,
  batchSize: runParams.batchSize,
  learningRate: {
    ...runParams.learningRate,
    default: 0.006,
  },
  averaging: {
    ...runParams.averaging,
    help: "The plane is drawn with a running average of the weights; 0 draws with the last ones, which are less steady.",
  },
  maxSteps: {
    ...runParams.maxSteps,
    default: 2000,
  },
});

/** Not in the order of the others in both. */
export const {latentSize: latentSizeParam} = paramTable({
  latentSize: {
    kind: "number",
    label: "Latent numbers",
    default: 2,
    min: 2,
    max: 16,
    step: 1,
    group: "training",
    help: "Numbers in a code. Of more than two the plane shows the two that vary most, the others being 0.",
  },
});

/** Measures that both have. */
export const planeMeasures = {
  gaps: {
    label: "places without pictures",
    unit: `of ${planeSide ** 2}`,
    whole: true,
    better: "lower",
    floor: {
      name: "as many points drawn from N(0, 1)",
      meaning: "points drawn from N(0, 1) leave as many",
    },
    interval: {none: "the floor says how many as many points leave by chance"},
    help: "Places of the plane, all equally likely under N(0, 1), that get less than a tenth of their fair share of the held-out pictures' codes.",
  },
  holes: {
    isJudged: true,
    label: "drawn, but not recognised",
    unit: "%",
    better: "lower",
    role: "judge",
    floor: {
      name: "held-out real pictures",
      meaning: "of held-out real pictures as many are not recognised",
    },
    help: `Share of ${drawnCount} codes from N(0, 1) whose picture the classifier gives no class ${100 * sureFrom} %.`,
  },
  coverage: {
    isJudged: true,
    label: "classes covered",
    unit: "of 10",
    whole: true,
    better: "higher",
    role: "judge",
    outOf: 10,
    floor: {meaning: "all ten"},
    interval: {sampledOf: "samples"},
    help: "Classes of which the classifier surely recognises at least a tenth of the fair share among these.",
  },
} as const satisfies Readonly<Record<string, Measure>>;

/** Their figures, and what the plane's shows. */
export const planePlots = {
  gaps: {
    measure: "gaps",
    caption: "Places of the plane to which hardly any picture is coded.",
  },
  holes: {
    measure: "holes",
    caption: "Codes from N(0, 1) whose picture is no clear digit.",
  },
  coverage: {measure: "coverage", caption: "Classes among the pictures of these codes."},
} as const satisfies Readonly<Record<string, MeasurePlot<keyof typeof planeMeasures>>>;
export const planeCaption = `${planeSide} by ${planeSide} codes at equal shares of N(0, 1), decoded`;
