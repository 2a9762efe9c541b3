/** What the reader looks at in `vae-faces`: which faces, which latent number, which attribute. It touches no weight. */
import {attributeIndex} from "../../lib/datasets/attribute-dataset.js";
import {faces} from "../../lib/datasets/faces.js";
import type {SamplingParams} from "../../lib/param-groups.js";
import type {vaeFaces} from "./experiment.js";

export type FaceView = SamplingParams<typeof vaeFaces.params>;

/** What is added, "glasses:dark", in its parts. */
export function addedOption(add: string): {
  readonly attribute: string;
  readonly option: string;
} {
  const [attribute = "", option = ""] = add.split(":");
  return {attribute, option};
}

/** Where the attribute stands, and the option among its options. Throws a RangeError that lists the known ones. */
export function optionIndex(
  attribute: string,
  option: string,
): {readonly column: number; readonly label: number} {
  const column = attributeIndex(faces.attributes, attribute);
  const {options} = faces.attributes[column]!;
  const label = options.indexOf(option);
  if (label < 0)
    throw new RangeError(`unknown ${attribute}: ${option} (one of ${options.join(", ")})`);
  return {column, label};
}
