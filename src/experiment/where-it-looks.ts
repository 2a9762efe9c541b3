/** Where networks look in digits, and whether to believe it: two figures with their data. Nothing is trained, and no engine fetched. */
import {whileNear} from "../figures/nearness.js";
import {saliencyTrial, type Trial} from "../figures/saliency/saliency-trial.js";
import {type Look, type LookDials, whereItLooks} from "../figures/saliency/where-it-looks.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {firstPictures} from "../lib/image.js";
import {shares} from "./cnn-sees-data.js";
import {inSlices} from "./in-slices.js";
import {type OwnClassifier, ownClassifier} from "./own-classifier.js";
import {pictureFile} from "./picture-file.js";
import {atMostEvery} from "./run/rhythm.js";
import {
  agreements,
  courseEyes,
  type Eye,
  type Eyes,
  type Fill,
  mapsOf,
  picturesOf,
  runEyes,
  seenIn,
} from "./saliency-eyes.js";
import {agreementsOf, deletionsOf, lookedAt, triedCount} from "./saliency-trial.js";

/** While it trains, a network is looked through at most so often. */
const lookMs = 1500;

const besides = {
  first: "the same before it learned",
  other: "one that learned with another seed",
};

export async function whereItLooksFigure(): Promise<HTMLElement> {
  const {pictures, eyesOf} = await lookingNetworks();
  const floats = picturesOf(pictures);
  const figure = whereItLooks({
    ...{label: "where a network looks", pictures, besides},
    networks: {course: "the course’s", own: "yours"},
    look: async (dials) => lookBy((await eyesOf(dials.network, () => own())).eyes, floats, dials),
  });
  const again = whileNear([figure], () => {
    if (figure.value.network === "own") figure.update(figure.value);
  });
  const sometimes = atMostEvery(lookMs, again);
  const own = ownClassifier(figure, (what) => (what === "status" ? again() : sometimes()));
  return figure;
}

export async function saliencyTrialFigure(): Promise<HTMLElement> {
  const {pictures, eyesOf} = await lookingNetworks();
  const floats = picturesOf(pictures);
  const figure = saliencyTrial({
    ...{label: "what holds of the maps", count: triedCount},
    networks: {course: "the course’s network", own: "yours"},
    async measure(network, tell): Promise<Trial> {
      const {about, eyes} = await eyesOf(network, own);
      const all = await inSlices(lookedAt(eyes, floats), tell);
      return {
        about,
        agreements: (isInkOnly) => inSlices(agreementsOf(all, isInkOnly), () => {}),
        deletions: ({count, fill}) =>
          inSlices(deletionsOf(eyes.own, all, {count, fill: fill as Fill}), () => {}),
      };
    },
  });
  const own = ownClassifier(figure);
  return figure;
}

type ReadOwn = () => Promise<OwnClassifier>;

/** Pictures of the trial, and who looks at them. */
async function lookingNetworks() {
  const [packed, network, second] = await Promise.all(
    ["digits-test", "classifier-digits", "classifier-digits-second"].map(pictureFile),
  );
  const course = courseEyes(network!, second!);
  return {
    pictures: firstPictures(imageDataset(digits, packed!).images, triedCount),
    async eyesOf(name: string, own: ReadOwn): Promise<{about: string; eyes: Eyes}> {
      if (name !== "own") return {about: "The course’s network", eyes: course};
      const {weights, seed, step} = await own();
      return {about: `Your network at step ${step}`, eyes: runEyes(weights, seed, course.own)};
    },
  };
}

async function lookBy(
  eyes: Eyes,
  pictures: readonly Float32Array[],
  {beside, picture: number, asked}: LookDials,
): Promise<Look> {
  const picture = pictures[number - 1]!;
  const seen = seenIn(eyes.own, picture);
  const kind = asked === "seen" ? seen : Number(asked);
  const looks = (eye: Eye) => inSlices(mapsOf(eye, picture, kind), () => {});
  const above = await looks(eyes.own);
  const below = await looks(eyes[beside as keyof typeof besides]);
  const probability = shares(eyes.own.logits(picture))[seen]!;
  return {seen, probability, kind, above, below, alike: agreements(above, below)};
}
