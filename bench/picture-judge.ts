import {toFloats} from "../lib/image.js";
import {topClasses} from "../lib/metrics/accuracy.js";
import {featureStatistics, frechetDistance} from "../lib/metrics/frechet-distance.js";
import {classCount, featureCount, loadClassifier} from "../lib/models/classifier.js";
import {unzip, useWasm} from "./start-run.js";

const side = 28;

/**
 * What the course's classifier of `dataset` says of generated pictures [n, 28, 28], bytes: `frechet`, and `agreement`, the share in
 * per cent in which it sees class i mod 10 in picture i, which means something only if that was asked for.
 */
export async function judgePictures(
  data: Uint8Array,
  dataset: string,
): Promise<{readonly frechet: number; readonly agreement: number}> {
  await useWasm();
  const classifier = loadClassifier(unzip(`classifier-${dataset}`));
  const shape = [data.length / side ** 2, side, side, 1] as const;
  const {probabilities, features} = await classifier.classify(toFloats({data, shape}));
  const frechet = frechetDistance(featureStatistics(features, featureCount), classifier.reference);
  const seen = topClasses(probabilities, classCount);
  classifier.dispose();
  const right = seen.filter((kind, i) => kind === i % classCount).length;
  return {frechet, agreement: (100 * right) / seen.length};
}
