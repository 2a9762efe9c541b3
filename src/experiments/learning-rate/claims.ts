import {type ClaimRun, claim, everySeed, rangesOf} from "../../lib/training/claim.js";
import type {learningRate} from "./experiment.js";
import {leastOf, lossAt, rateNames, sweptRates} from "./rates.js";

type Run = ClaimRun<typeof learningRate>;

const steps = 600;
const nothing = Math.log(10);

/** The losses in the end: at the slowest rate, at the best one, at the next two above it, and at the fastest. */
async function ends(run: Run) {
  await run.to(steps);
  const losses = rateNames.map((name) => lossAt(run.curves[name]!, steps));
  const best = leastOf(losses);
  return {
    best: sweptRates[rateNames[best]!],
    bestLoss: losses[best]!,
    slowest: losses[0]!,
    tenfold: losses[Math.min(best + 2, losses.length - 1)]!,
    fastest: losses.at(-1)!,
  };
}

export const fiveSeeds = claim({
  says: "The loss falls with the rate, to a best one, and ten times that rate is worse by far; momentum and Adam have theirs lower, and small batches lower than large ones.",
  seeds: [7, 1, 2, 3, 4],
  runs: {
    sgd: {},
    momentum: {optimiser: "momentum"},
    adam: {optimiser: "adam"},
    few: {batchSize: 4},
    many: {batchSize: 128},
  },
  measure: (run: Run) => ends(run),
  rule: "with SGD the best rate is 0.03 to 0.3, the slowest ends at three times its loss or more, ten times the best rate at twice or more, and the fastest knows nothing; the best rate of momentum and of Adam is lower, and that of batches of 4 at most that of 128",
  holds: everySeed(
    ({sgd, momentum, adam, few, many}) =>
      sgd.best >= 0.03 &&
      sgd.best <= 0.3 &&
      sgd.slowest > 3 * sgd.bestLoss &&
      sgd.tenfold > 2 * sgd.bestLoss &&
      sgd.fastest > 0.95 * nothing &&
      momentum.best < sgd.best &&
      adam.best < sgd.best &&
      few.best <= many.best,
  ),
  tells: (trials) => ({
    ...rangesOf(trials, "sgd"),
    ...rangesOf(trials, "momentum"),
    ...rangesOf(trials, "adam"),
    ...rangesOf(trials, "few"),
    ...rangesOf(trials, "many"),
  }),
});

export const deeper = claim({
  says: "Six layers of sigmoids learn nothing at any rate, six of ReLU do, and not with first weights that are a twentieth of their size.",
  seeds: [7],
  runs: {
    sigmoid: {layers: 6, activation: "sigmoid"},
    relu: {layers: 6},
    tiny: {layers: 6, gain: 0.05},
  },
  async measure(run: Run) {
    const {best, bestLoss} = await ends(run);
    const {gradients} = await run.snapshot();
    const lengths = [...gradients.data];
    return {best, bestLoss, first: lengths[0]!, last: lengths.at(-1)!};
  },
  rule: "the best loss of sigmoids and of tiny weights is above 2.2, that of ReLU below 1",
  holds: everySeed(
    ({sigmoid, relu, tiny}) => sigmoid.bestLoss > 2.2 && tiny.bestLoss > 2.2 && relu.bestLoss < 1,
  ),
});
