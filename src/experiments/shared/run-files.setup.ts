/** Contents of the files that a run was given. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {findImageSet} from "../../lib/datasets/index.js";
import {type Classifier, loadClassifier} from "../../lib/models/classifier.js";

/** The verified and unzipped bytes of each file, by its name in the manifest. */
export type RunFiles = Readonly<Record<string, Uint8Array>>;

/** The bytes of the file called `name`. Throws a RangeError when it is missing. */
export function fileOf(files: RunFiles, name: string): Uint8Array {
  const bytes = files[name];
  if (!bytes)
    throw new RangeError(`missing file: ${name} (given: ${Object.keys(files).join(", ")})`);
  return bytes;
}

/** The pictures of the data set `name`: those to learn from, unless those of the test are asked for. */
export function picturesIn(
  files: RunFiles,
  name: string,
  part: "train" | "test" = "train",
): ImageDataset {
  return imageDataset(findImageSet(name), fileOf(files, `${name}-${part}`));
}

/** The course's classifier of the data set `name`. The caller disposes it. */
export function classifierIn(files: RunFiles, name: string): Classifier {
  return loadClassifier(fileOf(files, `classifier-${name}`));
}
