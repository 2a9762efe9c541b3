/** How far a picture is from both that it is made of, by either network, beside the content picture that was only recoloured. */
import type {Images} from "../../lib/image.js";
import {looksAt} from "../../lib/models/picture-looks.js";
import {contentOf, relativeDistance, styleOf} from "../../lib/models/style-losses.js";
import * as tf from "../../lib/tf.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measured} from "../../lib/training/setup.js";
import type {styleTransfer} from "./experiment.js";
import type {Eyes} from "./eyes.setup.js";

export interface ScoredBy extends Eyes {
  readonly content: Images;
  readonly style: Images;
  readonly recoloured: Images;
  readonly depth: number;
  readonly scales: number;
}

type Exchanged = ExchangeOf<typeof styleTransfer>;
type Scores = Exchanged["measures"];

/** Scores pictures [1, s, s, 3] in [-1, 1], in per cent. */
export function styleScores(by: ScoredBy): (made: Images) => Promise<Measured<Exchanged>> {
  let floor: Promise<Scores> | undefined;
  return async (made) => {
    floor ??= scoresOf(by, by.recoloured);
    const least = await floor;
    const {styleLeft, witnessed, contentLost} = least;
    return {
      scalars: await scoresOf(by, made),
      floors: {
        styleLeft: {low: styleLeft, high: styleLeft},
        witnessed: {low: witnessed, high: witnessed},
        contentLost: {low: contentLost, high: contentLost},
      },
      arrays: {},
    };
  };
}

async function scoresOf(by: ScoredBy, made: Images): Promise<Scores> {
  const found = tf.tidy(() => tf.stack(distances(by, made)));
  const [styleLeft, witnessed, contentLost] = await found.data();
  found.dispose();
  return {
    styleLeft: 100 * styleLeft!,
    witnessed: 100 * witnessed!,
    contentLost: 100 * contentLost!,
  };
}

function distances(by: ScoredBy, made: Images): tf.Scalar[] {
  const {followed, witness, content, style, depth, scales} = by;
  const looks = (network: tf.LayersModel, {data, shape}: Images) =>
    looksAt(network, tf.tensor4d(data, [...shape]), scales);
  const styleBy = (network: tf.LayersModel) =>
    relativeDistance(styleOf(looks(network, made), depth), styleOf(looks(network, style), depth));
  return [
    styleBy(followed),
    styleBy(witness),
    relativeDistance(contentOf(looks(witness, made)), contentOf(looks(witness, content))),
  ];
}
