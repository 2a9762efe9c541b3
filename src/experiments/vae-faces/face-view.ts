/** What the reader looks at in `vae-faces`: which faces, which latent number, which attribute. It touches no weight. */
import {attributeIndex} from "../../lib/datasets/attribute-dataset.js";
import {faces} from "../../lib/datasets/faces.js";
import type {ParamValue} from "../../lib/params.js";
import {mostStrength, shownFaces} from "./experiment.js";

export interface FaceView {
  /** The face that is varied, and where the walk starts: its place among those shown. */
  readonly face: number;
  /** Where the walk ends. */
  readonly other: number;
  /** The latent number that is varied, by its rank: 0 tells most. */
  readonly rank: number;
  /** The attribute that is added, and which option of it. */
  readonly attribute: string;
  readonly option: string;
  /** How much of it: below 0 it is taken away. */
  readonly strength: number;
}

export const firstFaceView: FaceView = {
  face: 6,
  other: 14,
  rank: 0,
  attribute: "glasses",
  option: "dark",
  strength: 1,
};

/** `given` with what is missing from `firstFaceView`. Throws a RangeError for what is not legal. */
export function parseFaceView(
  given: Readonly<Record<string, ParamValue>>,
  latentSize: number,
): FaceView {
  const view = {...firstFaceView, ...given} as FaceView;
  checkWhole("face", view.face, shownFaces - 1);
  checkWhole("other", view.other, shownFaces - 1);
  checkWhole("rank", view.rank, latentSize - 1);
  optionIndex(view.attribute, view.option);
  if (!(Math.abs(view.strength) <= mostStrength))
    throw new RangeError(
      `invalid strength: ${view.strength} (a number from -${mostStrength} to ${mostStrength})`,
    );
  return view;
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

function checkWhole(name: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new RangeError(`invalid ${name}: ${value} (a whole number from 0 to ${most})`);
}
