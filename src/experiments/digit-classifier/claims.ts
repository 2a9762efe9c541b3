import {clothes} from "../../lib/datasets/clothes.js";
import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
} from "../../lib/training/claim.js";
import type {digitClassifier} from "./experiment.js";

type Run = ClaimRun<typeof digitClassifier>;

const steps = 600;

export const recorded: RecordedClaim = {
  says: "The loss begins above that of knowing nothing, and most is learned before half of the pictures have been seen.",
  tells({curves, measurements}) {
    const accuracyAt = (step: number) =>
      numbersOf(measurements.find((each) => each.step === step)!, "testAccuracy").testAccuracy;
    return {
      after50: accuracyAt(50),
      testAccuracy: accuracyAt(steps),
      firstLoss: curves.loss![0]!,
    };
  },
  rule: "above 85 % after 50 steps, above 97 % in the end; a first loss above ln 10",
  holds: ({after50, testAccuracy, firstLoss}) =>
    Number(after50) > 85 && Number(testAccuracy) > 97 && Number(firstLoss) > Math.log(10),
};

export const settings = claim({
  says: "A hundred pictures are learned by heart, wrong labels are mostly seen through, a rate can be too fast or too slow, and shirts are taken for T-shirts.",
  seeds: [7],
  runs: {
    hundred: {trainingCount: 100},
    wrongLabels: {labelNoise: 0.4},
    fast: {learningRate: 0.05},
    slow: {learningRate: 0.0001},
    clothes: {dataset: "clothes"},
  },
  async measure(run: Run) {
    await run.to(steps);
    const {testAccuracy} = numbersOf(await run.measure(), "testAccuracy");
    const {confusion} = await run.snapshot();
    const late = run.curves.loss!.slice(-50);
    const loss = late.reduce((sum, value) => sum + value, 0) / late.length;
    return {testAccuracy, loss, mistakenMost: mostFrequentMistake(confusion.data)};
  },
  rule: "a loss below 0.1 and less than 90 % of the test; more than 90 % with wrong labels and a loss above 1; a loss of 2.2 to 2.4 and at most 12 %; at least 85 % and below 95 %; shirts for T-shirts",
  holds: everySeed(
    ({hundred, wrongLabels, fast, slow, clothes: dressed}) =>
      hundred.loss < 0.1 &&
      hundred.testAccuracy < 90 &&
      wrongLabels.testAccuracy > 90 &&
      wrongLabels.loss > 1 &&
      Math.abs(fast.loss - 2.3) < 0.1 &&
      fast.testAccuracy <= 12 &&
      slow.testAccuracy > 85 &&
      slow.testAccuracy < 95 &&
      dressed.mistakenMost === "shirt for T-shirt",
  ),
});

/** "shirt for T-shirt", in the names of clothes, of a confusion matrix [10, 10]. */
function mostFrequentMistake(confusion: Uint32Array): string {
  const wrong = confusion.map((count, i) => (i % 11 === 0 ? 0 : count));
  const most = wrong.indexOf(Math.max(...wrong));
  const {classNames} = clothes;
  return `${classNames[Math.floor(most / 10)]} for ${classNames[most % 10]}`;
}

/** What the exercise `few-pictures` asks for. */
const few = {trainingCount: 300};
const leastInTheEnd = 92;

export const fewPictures = claim({
  says: "From 300 pictures the default settings do not reach 92 %, and moved pictures do.",
  seeds: [7],
  runs: {
    shift1: few,
    shift2: {...few, shift: 2},
    shift3: {...few, shift: 3},
    longer: {...few, shift: 3, batchSize: 32, averaging: 0.99, maxSteps: 1200},
  },
  async measure(run: Run, name: string) {
    await run.to(name === "longer" ? 1200 : steps);
    return numbersOf(await run.measure(), "testAccuracy");
  },
  rule: "below 92 % with a shift of 1, at least 92 % with more",
  holds: everySeed(
    ({shift1, shift2, shift3, longer}) =>
      shift1.testAccuracy < leastInTheEnd &&
      [shift2, shift3, longer].every(({testAccuracy}) => testAccuracy >= leastInTheEnd),
  ),
});

export const otherPictures = claim({
  says: "Which 300 pictures there are is worth as much as the settings.",
  seeds: [1, 2],
  runs: {same: few},
  async measure(run: Run) {
    await run.to(steps);
    return numbersOf(await run.measure(), "testAccuracy");
  },
  rule: "two seeds are more than a point apart",
  holds: (trials) => {
    const {least, most} = ends(trials.map(({runs}) => runs.same.testAccuracy));
    return most - least > 1;
  },
  tells: (trials) => ends(trials.map(({runs}) => runs.same.testAccuracy)),
});

function ends(values: readonly number[]) {
  return {least: Math.min(...values), most: Math.max(...values)};
}
