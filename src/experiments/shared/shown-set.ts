import type {ImageSet} from "../../lib/datasets/dataset.js";
import {findImageSet} from "../../lib/datasets/index.js";
import {isOwnName} from "../../lib/own-name.js";
import {ownSetFacts} from "../../storage/own-set-index.js";

/** The data set `name` as the page knows it: a reader's own with the labels they gave. */
export function shownSet(name: string): ImageSet {
  if (!isOwnName(name)) return findImageSet(name);
  const {title = "own pictures", labels = []} = ownSetFacts(name) ?? {};
  return {name, title, classNames: labels};
}

/** The same with a name for each of `count` outputs of a network: those without a label are spare. */
export function shownOutputs(name: string, count: number): readonly string[] {
  const {classNames} = shownSet(name);
  return Array.from({length: count}, (_, i) => classNames[i] ?? `spare ${i + 1}`);
}
