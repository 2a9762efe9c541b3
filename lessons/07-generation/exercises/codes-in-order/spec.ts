import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";
import type {Random} from "../../../../lib/random.js";
import {carried, featureCount, mean, type Rows, steppedBy, steps} from "../../tent-flow.js";

type Row = readonly number[];

interface Round {
  readonly weights: Rows;
  readonly pictures: Rows;
  readonly noise: Rows;
  readonly times: Row;
  readonly fresh: Row;
}

interface Scale {
  readonly means: Row;
  readonly spreads: Row;
}

function drawRound(draw: Draw): Round {
  const size = draw.size(2, 4, 9);
  return {
    pictures: draw.matrix(size, 4, 0, 1),
    noise: draw.matrix(size, 2, -2, 2),
    times: draw.numbers(size, 0.03, 0.97),
    fresh: draw.numbers(2, -2, 2),
    weights: draw.matrix(2, featureCount, -1, 1),
  };
}

const encoded = (pictures: Rows) =>
  pictures.map(([a, b, c, d]) => [40 + 25 * (a! - d!), 0.1 * (b! + c!)]);

function decoded([slope, middle]: Row): number[] {
  const tilt = (slope! - 40) / 50;
  return [0.5 + tilt, 5 * middle!, 5 * middle!, 0.5 - tilt];
}

function scaleOf(rows: Rows): Scale {
  const columns = [0, 1].map((k) => rows.map((row) => row[k]!));
  const means = columns.map(mean);
  const variances = columns.map((column, k) => mean(column.map((v) => (v - means[k]!) ** 2)));
  return {means, spreads: variances.map((variance) => Math.sqrt(variance) || 1)};
}

const scaledBy = ({means, spreads}: Scale, row: Row) =>
  row.map((value, k) => (value - means[k]!) / spreads[k]!);
const undoneBy = ({means, spreads}: Scale, row: Row) =>
  row.map((value, k) => means[k]! + spreads[k]! * value);

/** The field after a step on `points` instead of on codes. */
const learned = ({weights, noise, times}: Round, points: Rows) =>
  steppedBy({weights, points, noise, times}).weights;
const carriedBy = (weights: Rows, noise: Row) => carried({weights, loss: 0}, [noise])[0]!;

/** What a right round gives; with another scale, if one is given. */
function rightly(round: Round, scale = scaleOf(encoded(round.pictures))) {
  const codes = encoded(round.pictures).map((code) => scaledBy(scale, code));
  const weights = learned(round, codes);
  return {weights, picture: decoded(undoneBy(scale, carriedBy(weights, round.fresh)))};
}

const asTheyAre = (round: Round) => learned(round, encoded(round.pictures));

const aboutWeights = (round: Round) => ({
  advice: "the field learns from the codes of the pictures, scaled by their own means and spreads.",
  mistakes: [
    {value: round.weights, advice: "the field has not learned: its weights are as before."},
    {
      value: asTheyAre(round),
      advice:
        "the field learned from codes as the encoder gives them, of quite another size than the noise. Scale them first.",
    },
    {
      value: rightly(round, scaleOf(round.noise)).weights,
      advice:
        "the codes were scaled by the scale of the noise. One of the lines with scale does not belong.",
    },
  ],
  overflow: "the field was driven to infinity. How large are the codes that it learned from?",
});

const aboutPicture = (round: Round) => {
  const scale = scaleOf(encoded(round.pictures));
  const {weights} = rightly(round);
  return {
    advice: "carry the fresh noise by the field, undo the scale of the code, and decode it.",
    mistakes: [
      {value: [], advice: "there is no picture: decode a code."},
      {
        value: decoded(carriedBy(weights, round.fresh)),
        advice:
          "the decoder got a code that is still scaled. It knows only codes as the encoder gives them.",
      },
      {
        value: decoded(round.fresh),
        advice: "the noise itself was decoded. One of the two lines with decoded does not belong.",
      },
      {
        value: rightly(round, scaleOf(round.noise)).picture,
        advice: "the scale is the scale of the noise. One of the lines with scale does not belong.",
      },
      {
        value: decoded(undoneBy(scale, carriedBy(round.weights, round.fresh))),
        advice: "the noise was carried by the field as it was before it learned.",
      },
      {
        value: decoded(undoneBy(scale, carriedBy(asTheyAre(round), round.fresh))),
        advice:
          "the field learned from codes as the encoder gives them, of quite another size than the noise. Scale them first.",
      },
    ],
    overflow: "a number of it is infinite. How large are the codes that the field learned from?",
  };
};

function callRound(call: Trial["call"], {weights, pictures, noise, times, fresh}: Round) {
  return call("round", weights, pictures, noise, times, fresh);
}

/** Pictures with a bright side, the brighter the lighter their middle. */
function batchOf(random: Random): Omit<Round, "weights"> {
  const cents = (value: number) => Math.round(100 * value) / 100;
  const normals = (count: number) => Array.from(random.normals(count), cents);
  return {
    pictures: Array.from({length: 12}, () => {
      const [slope, light] = [0.4 + 0.2 * random.normal(), random.uniform(0.1, 0.2)];
      const middle = cents(light + 0.3 * slope);
      return [cents((1 + slope) / 2), middle, middle, cents((1 - slope) / 2)];
    }),
    noise: Array.from({length: 12}, () => normals(2)),
    times: Array.from({length: 12}, () => cents(random.uniform())),
    fresh: normals(2),
  };
}

const starting: Rows = [0, 1].map(() => new Array<number>(featureCount).fill(0));
const missOf = (picture: Row, pictures: Rows) =>
  mean(picture.map((value, k) => Math.abs(value - mean(pictures.map((each) => each[k]!)))));

export const tests = [
  property("round", "what the field has learned", 1, drawRound, async (round, {call, check}) => {
    const yours = check.field(await callRound(call, round), "weights");
    check.close(yours, rightly(round).weights, aboutWeights(round));
  }),
  property("round", "the picture that is drawn", 2, drawRound, async (round, {call, check}) => {
    const yours = check.field(await callRound(call, round), "picture");
    check.close(yours, rightly(round).picture, aboutPicture(round));
  }),
  test("training", "pictures out of noise", 2, async ({call, check, random, show}) => {
    const data = Array.from({length: steps}, () => batchOf(random));
    const misses = {yours: new Float32Array(steps), right: new Float32Array(steps)};
    let [weights, other] = [starting, starting];
    for (const [i, batch] of data.entries()) {
      const right = rightly({...batch, weights: other});
      other = right.weights;
      const yours = await callRound(call, {...batch, weights});
      const rows = check.list(check.field(yours, "weights"), 2, "rows of weights");
      const {overflow} = aboutWeights({...batch, weights});
      weights = rows.map((row) => check.numbers(row, featureCount, overflow));
      const picture = check.numbers(check.field(yours, "picture"), 4, overflow);
      misses.yours[i] = Math.min(2, missOf(picture, batch.pictures));
      misses.right[i] = Math.min(2, missOf(right.picture, batch.pictures));
    }
    const curve = {label: "distance", role: "generated", ...misses} as const;
    show({
      label: "Your rounds: how far the picture drawn is from the mean picture",
      curves: [curve],
      pictures: [],
    });
    const [end, goal] = [misses.yours, misses.right].map((each) =>
      mean(Array.from(each.subarray(-20))),
    );
    check.that(Math.abs(end! - goal!) < 1e-4, {
      expected: `in the last rounds the pictures drawn are ${goal!.toFixed(2)} from the mean picture`,
      yours: `${end!.toFixed(2)} from it`,
      advice: "look at the first test that fails: each round goes astray, and here is the sum.",
    });
  }),
];
