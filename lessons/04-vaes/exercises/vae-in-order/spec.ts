import {property, test} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";
import {
  batches,
  comparedRun,
  drawRound,
  follow,
  mean,
  type Round,
  stepped,
  steps,
  type Terms,
  termsOf,
  weightsOf,
} from "../../plane-vae.js";

function callStep(call: Trial["call"], {weights, points, noise}: Round): Promise<unknown> {
  return call("step", weights, points, noise);
}

const lossOf = ({reconstruction, kl}: Terms) => reconstruction + kl;
const still = (round: Round) => ({...round, noise: round.noise.map(() => 0)});

/** The step of a miss whose sign is turned: the way back is turned as far as the KL divergence. */
function turned(round: Round): Round["weights"] {
  const {weights} = round;
  const [whole, drawn] = [stepped(round), stepped(round, {beta: 0})];
  const both = (all: readonly number[], whole: readonly number[], drawn: readonly number[]) =>
    all.map((weight, k) => whole[k]! - 2 * (drawn[k]! - weight));
  return {
    look: both(weights.look, whole.look, drawn.look),
    logVar: whole.logVar - 2 * (drawn.logVar - weights.logVar),
    hand: both(weights.hand, whole.hand, drawn.hand),
    middle: both(weights.middle, whole.middle, drawn.middle),
  };
}

export const tests = [
  property("forwards", "what the batch costs", 2, drawRound, async (round, {call, check}) => {
    const yours = check.field(await callStep(call, round), "loss");
    check.close(yours, lossOf(termsOf(round)), {
      advice: "clouds, a code drawn of each, what the decoder makes of them; then the loss.",
      mistakes: [
        {value: 0, advice: "the loss has not been taken."},
        {
          value: lossOf(termsOf(still(round))),
          advice:
            "nothing was drawn: these are the middles of the clouds. One of the two lines with z does not belong.",
        },
        {
          value: lossOf(termsOf({...round, weights: stepped(round)})),
          advice: "this is the loss after the move. Take it before the weights have moved.",
        },
      ],
    });
  }),
  property("backwards", "the weights after a step", 2, drawRound, async (round, {call, check}) => {
    const {weights} = round;
    const yours = check.field(await callStep(call, round), "weights");
    check.close(yours, stepped(round), {
      advice:
        "the slope of the miss, back through the decoder, the KL divergence’s slope added, and the move last.",
      mistakes: [
        {value: weights, advice: "the weights have not moved in this step."},
        {
          value: stepped(round, {beta: 0}),
          advice:
            "the codes cost nothing: the KL divergence’s slopes are not in the move, or were lost again. Add them after `throughDecoder`.",
        },
        {
          value: stepped(round, {beta: 2}),
          advice: "the KL divergence’s slopes were added twice.",
        },
        {
          value: turned(round),
          advice:
            "the drawing is pulled away from the points: its slopes have the wrong sign. One of the two lines with slopeOfMiss does not belong.",
        },
      ],
    });
  }),
  test("training", "it learns the line of points", 1, async ({call, check, random, show}) => {
    const data = batches(random);
    const right = await follow(data, async (round) => stepped(round));
    const yours = await follow(data, async (round) =>
      weightsOf(check.field(await callStep(call, round), "weights"), check),
    );
    show(comparedRun("Your step, trained", yours, right));
    const [end, goal] = [yours, right].map((run) => mean(run.slice(-30).map(lossOf)));
    check.that(Math.abs(end! - goal!) < 0.1 * goal!, {
      expected: `after ${steps} steps a loss of about ${goal!.toFixed(1)} nats a point, as with the right step`,
      yours: `a loss of ${end!.toFixed(2)} nats`,
      advice:
        "look at the first test that fails: each step goes astray a little, and here is the sum.",
    });
  }),
];
