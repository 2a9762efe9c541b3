import type {Draw} from "../../../../lib/grading/draw.js";
import {property} from "../../../../lib/grading/spec.js";

type Points = readonly (readonly [x: number, y: number])[];

interface State {
  readonly weight: number;
  readonly kept: number;
  readonly least: number;
  readonly waited: number;
}

interface Epoch {
  readonly state: State;
  readonly data: Readonly<Record<"train" | "validation" | "test", Points>>;
  readonly places: readonly number[];
}

const rate = 0.1;

/** Points, and a least loss that the epoch's look is below in half of all cases. */
function drawEpoch(draw: Draw): Epoch {
  const points = (): Points =>
    Array.from(
      {length: draw.size(2, 3, 8)},
      () => [draw.number(0.5, 1.5), draw.number(1, 5)] as const,
    );
  const data = {train: points(), validation: points(), test: points()};
  const [weight, kept] = [draw.number(0.2, 2), draw.number(6, 9)];
  const places = data.train.map((_, i) => i);
  for (let i = places.length - 1; i > 0; i--) {
    const other = draw.integer(0, i);
    [places[i], places[other]] = [places[other]!, places[i]!];
  }
  const after = lossOn(data.validation, learned(weight, ordered(data.train, places)));
  const least = after * (draw.integer(0, 1) ? 1.5 : 0.6);
  return {state: {weight, kept, least, waited: draw.integer(1, 6)}, data, places};
}

const ordered = (points: Points, places: readonly number[]): Points =>
  places.map((place) => points[place]!);

function learned(weight: number, points: Points): number {
  return points.reduce((w, [x, y]) => w - rate * (w * x - y) * x, weight);
}

function lossOn(points: Points, weight: number): number {
  return points.reduce((sum, [x, y]) => sum + (weight * x - y) ** 2, 0) / points.length;
}

/** What comes of a weight and of the loss that it is judged by. */
function judged({kept, least, waited}: State, weight: number, loss: number): State {
  return loss < least
    ? {weight, kept: weight, least: loss, waited: 0}
    : {weight, kept, least, waited: waited + 1};
}

function weightsOf({state: {weight}, data, places}: Epoch) {
  const points = ordered(data.train, places);
  const right = learned(weight, points);
  return {
    right,
    ofValidation: learned(weight, data.validation),
    ofBoth: learned(right, data.validation),
    twice: learned(right, points),
  };
}

const rightOf = (given: Epoch): State => {
  const {right} = weightsOf(given);
  return judged(given.state, right, lossOn(given.data.validation, right));
};

export const tests = [
  property("weight", "what is learned", 1, drawEpoch, async (given, {call, check}) => {
    const {state, data, places} = given;
    const yours = check.field(await call("epoch", state, data, places), "weight");
    const {right, ofValidation, ofBoth, twice} = weightsOf(given);
    check.close(yours, right, {
      advice: "once through the training points, in their order.",
      mistakes: [
        {value: state.weight, advice: "the network has not learned in this epoch."},
        {
          value: ofValidation,
          advice: "the network learned from the validation points, which are to judge it.",
        },
        {
          value: ofBoth,
          advice: "the network learned from the validation points as well. They are to judge it.",
        },
        {value: twice, advice: "it went twice through its points: that is two epochs."},
      ],
    });
  }),
  property("kept", "the least loss, and its weight", 2, drawEpoch, async (given, {call, check}) => {
    const {state, data, places} = given;
    const yours = await call("epoch", state, data, places);
    const {right} = weightsOf(given);
    const wanted = rightOf(given);
    const before = judged(state, state.weight, lossOn(data.validation, state.weight));
    const byTest = judged(state, right, lossOn(data.test, right));
    check.close(check.field(yours, "least"), wanted.least, {
      advice: "this epoch’s validation loss where it is below the least so far.",
      mistakes: [
        {value: before.least, advice: "this is the loss of the weight before it learned."},
        {
          value: byTest.least,
          advice: "the weight is chosen by the test points. Judge by the validation points.",
        },
        {
          value: state.least,
          advice: "the least loss stays as it was, although there is a lower one.",
        },
      ],
    });
    check.close(check.field(yours, "kept"), wanted.kept, {
      advice: "the weight of now where its loss is the least so far, else the one kept before.",
      mistakes: [
        {value: state.kept, advice: "the weight with the least loss so far was not kept."},
      ],
    });
  }),
  property("waited", "how long one has waited", 1, drawEpoch, async (given, {call, check}) => {
    const {state, data, places} = given;
    const yours = check.field(await call("epoch", state, data, places), "waited");
    check.close(yours, rightOf(given).waited, {
      advice: "0 where the loss is the least so far, else one more than before.",
      mistakes: [{value: state.waited, advice: "this look has not been counted."}],
    });
  }),
];
