import {type ClaimRun, claim, everySeed, numbersOf, rangesOf} from "../../lib/training/claim.js";
import {type epochs, lookSteps} from "./experiment.js";
import {stoppingOf} from "./stopping.js";

type Run = ClaimRun<typeof epochs>;

const steps = 1500;
/** Looks from one to the next here: every fifth, to save time. */
const stride = 5 * lookSteps;
const patience = 4;
/** What lessons are told of each run. */
const told = [
  "least",
  "leastStep",
  "stopped",
  "end",
  "leastAccuracy",
  "endAccuracy",
  "known",
] as const;

/** The validation loss where it is least, where early stopping would have ended, and in the end; accuracies in per cent. */
async function course(run: Run) {
  const looks: {readonly loss: number; readonly accuracy: number}[] = [];
  for (let step = stride; step <= steps; step += stride) {
    await run.to(step);
    const {validationLoss, validationAccuracy} = numbersOf(
      await run.measure(),
      "validationLoss",
      "validationAccuracy",
    );
    looks.push({loss: validationLoss, accuracy: validationAccuracy});
  }
  const losses = looks.map(({loss}) => loss);
  const {best} = stoppingOf(losses, losses.length);
  const early = stoppingOf(losses, patience);
  const {fit} = await run.snapshot();
  return {
    least: losses[best]!,
    leastStep: stride * (best + 1),
    leastAccuracy: looks[best]!.accuracy,
    stopped: losses[early.best]!,
    end: losses.at(-1)!,
    endAccuracy: looks.at(-1)!.accuracy,
    known: fit.data[1]!,
  };
}

export const fiveSeeds = claim({
  says: "Two hundred pictures are learned by heart while the validation loss falls and then rises; weight decay and moved pictures each keep it from rising as far, dropout at least puts it off.",
  seeds: [7, 1, 2, 3, 4],
  runs: {
    plain: {},
    dropout: {dropout: 0.5},
    decay: {weightDecay: 1},
    moved: {shift: 1},
    many: {pictures: 1000},
  },
  measure: (run: Run) => course(run),
  rule: "plain: the least loss comes before step 500, all pictures are known in the end, and the loss is then at least 1.2 times the least; early stopping keeps a loss within 1.1 of the least; decay and moved pictures end lower than plain, more pictures lower than all; the least loss of dropout comes later; the accuracy falls by at most 2 points",
  holds: everySeed(
    ({plain, dropout, decay, moved, many}) =>
      plain.leastStep < 500 &&
      plain.known > 99.9 &&
      plain.end > 1.2 * plain.least &&
      plain.stopped < 1.1 * plain.least &&
      decay.end < plain.end &&
      moved.end < plain.end &&
      many.end < Math.min(plain.end, dropout.end, decay.end, moved.end) &&
      plain.endAccuracy > plain.leastAccuracy - 2 &&
      dropout.leastStep > plain.leastStep,
  ),
  tells: (trials) => ({
    ...rangesOf(trials, "plain", told),
    ...rangesOf(trials, "dropout", told),
    ...rangesOf(trials, "decay", told),
    ...rangesOf(trials, "moved", told),
    ...rangesOf(trials, "many", told),
  }),
});

export const sixHundred = claim({
  says: "In 600 steps moved pictures, a wider network and a little weight decay together bring more than either cure alone.",
  seeds: [7],
  runs: {
    plain: {},
    moved: {shift: 1},
    far: {shift: 2},
    slower: {shift: 1, width: 256, weightDecay: 0.1},
    both: {shift: 1, width: 256, weightDecay: 0.2, learningRate: 0.005},
  },
  async measure(run: Run) {
    await run.to(600);
    const found = numbersOf(await run.measure(), "validationLoss", "validationAccuracy");
    return {loss: found.validationLoss, accuracy: found.validationAccuracy};
  },
  rule: "plain stays below 80 % right; moved has more, far less; slower and both have at least 81 % and a loss of at most 0.63",
  holds: everySeed(
    ({plain, moved, far, slower, both}) =>
      plain.accuracy < 80 &&
      moved.accuracy > plain.accuracy &&
      far.accuracy < plain.accuracy &&
      [slower, both].every(({loss, accuracy}) => loss <= 0.63 && accuracy >= 81),
  ),
});
