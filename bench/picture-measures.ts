import {dataFile} from "../data/data-file.js";
import type {AttributeDataset} from "../lib/datasets/attribute-dataset.js";
import {toFloats} from "../lib/image.js";
import {topClasses} from "../lib/metrics/accuracy.js";
import {attributeAgreement} from "../lib/metrics/attribute-agreement.js";
import {featureStatistics, frechetDistance} from "../lib/metrics/frechet-distance.js";
import {loadAttributeClassifier} from "../lib/models/attribute-classifier.js";
import {classCount, featureCount, loadClassifier} from "../lib/models/classifier.js";
import {useWasm} from "../tools/runs/start-run.js";

const side = 28;

/**
 * What the course's classifier of `dataset` says of generated pictures [n, 28, 28], bytes: `frechet`, and `agreement`, the share in
 * per cent in which it sees class i mod 10 in picture i, which means something only if that was asked for.
 */
export async function measurePictures(
  data: Uint8Array,
  dataset: string,
): Promise<{readonly frechet: number; readonly agreement: number}> {
  await useWasm();
  const classifier = loadClassifier(dataFile(`classifier-${dataset}`));
  const shape = [data.length / side ** 2, side, side, 1] as const;
  const {probabilities, features} = await classifier.classify(toFloats({data, shape}));
  const frechet = frechetDistance(featureStatistics(features, featureCount), classifier.reference);
  const seen = topClasses(probabilities, classCount);
  classifier.dispose();
  const right = seen.filter((kind, i) => kind === i % classCount).length;
  return {frechet, agreement: (100 * right) / seen.length};
}

/** In how many per cent of the attributes the classifier of faces says the same of `test` and of their reconstructions, bytes. */
export async function measureFaces(
  data: Uint8Array,
  test: Pick<AttributeDataset, "images" | "attributes">,
): Promise<{readonly agreement: number}> {
  await useWasm();
  const classifier = loadAttributeClassifier(test.attributes, dataFile("classifier-faces"));
  const choices = async (bytes: Uint8Array) => {
    const images = toFloats({data: bytes, shape: test.images.shape});
    return (await classifier.classify(images)).choices;
  };
  const [own, theirs] = [await choices(test.images.data), await choices(data)];
  classifier.dispose();
  return {agreement: 100 * attributeAgreement(own, theirs, test.attributes.length).mean};
}
