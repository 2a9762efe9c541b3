/** Who names what in noise. */
import {toBytes, toFloats} from "../../lib/image.js";
import {noiseLevels} from "../../lib/noise-levels.js";
import {Random} from "../../lib/random.js";
import {type NamedObserver, readingCurves} from "../recognition/reading-curves.js";
import {recognition} from "../recognition/recognition.js";
import {shapePictures} from "./synthetic.js";

export const recognitions = {
  recognition: () => {
    const named = recognition({
      label: "Shapes instead of digits, in noise that lifts",
      random: new Random(3),
      picture: (number) => shapeInNoise(number),
    });
    named.update(
      Array.from({length: 20}, (_, i) => {
        const level = noiseLevels[i % 10]!;
        return {level, truth: 3, yours: level < 0.25 ? 5 : 3, network: level < 0.6 ? 8 : 3};
      }),
    );
    return named;
  },

  readingCurves: () => {
    const curves = readingCurves({label: "How two made-up networks read in noise"});
    curves.update({
      now: observer("Run 2, noise up to 0.8", 0.25),
      before: [observer("Run 1, clean digits only", 0.47)],
    });
    return curves;
  },
};

function shapeInNoise(number: number) {
  const clean = toFloats(shapePictures(1, number + 1));
  const noise = new Random(number).normals(clean.data.length);
  const mixed = (level: number) =>
    clean.data.map((value, i) => level * value + (1 - level) * noise[i]!);
  return {
    truth: 3,
    at: (level: number) => toBytes({data: mixed(level), shape: clean.shape}),
    said: (level: number) => ({answer: level < 0.6 ? 8 : 3, probability: 0.9}),
  };
}

function observer(name: string, threshold: number): NamedObserver {
  const trials = noiseLevels.flatMap((level) =>
    Array.from({length: 20}, (_, i) => ({level, isRight: i < (level > threshold ? 18 : 3)})),
  );
  const fit = {threshold, spread: 0.04, lapse: 0.03};
  return {name, trials, fitted: {fit, interval: [threshold - 0.03, threshold + 0.03]}};
}
