import {type Evidence, paramAt, type RunEvidence} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";

const mostPictures = 300;
/** The seed decides which pictures these are, and that is worth more than any setting: with others the same run ended between
 * 90.5 and 92.7 %. */
const givenSeed = 7;
const leastFirst = 88;
const leastInTheEnd = 92;
/** Of its own pictures; below it, the network has not learned them yet. */
const leastOfOwn = 95;
/** Steps over which the accuracy on the batch is taken. */
const latest = 50;

/** Only the run that is shown counts, at its latest measurement, so that nobody picks the luckiest of many. */
export function gradeRun({now}: Evidence): readonly Finding[] {
  return [
    finding(now, "few", 2, leastFirst, "learns from few pictures"),
    finding(now, "accuracy", 3, leastInTheEnd, "is right about nearly all of the test"),
  ];
}

function finding(
  run: RunEvidence,
  task: string,
  points: number,
  least: number,
  name: string,
): Finding {
  const accuracy = testAccuracy(run);
  const isFair = isFew(run) && isGiven(run) && isOfDigits(run);
  const holds = isFair && accuracy !== undefined && accuracy >= least;
  return {
    task,
    name,
    points,
    holds,
    expected: `at least ${least} % of the test, from at most ${mostPictures} pictures`,
    yours: inWords(run),
    advice: holds ? whatItTook(run) : whatToTry(run, least),
  };
}

const isFew = ({params}: RunEvidence) => Number(params.trainingCount) <= mostPictures;
const isGiven = ({params}: RunEvidence) => Number(params.seed) === givenSeed;
const isOfDigits = ({params}: RunEvidence) => params.dataset === "digits";

function testAccuracy({measurements}: RunEvidence): number | undefined {
  return measurements.findLast(({step}) => step > 0)?.scalars.testAccuracy;
}

/** Of the batches of the latest steps, in per cent. */
function batchAccuracy({curves}: RunEvidence): number {
  const values = Array.from(curves.accuracy ?? [])
    .filter(Number.isFinite)
    .slice(-latest);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function inWords(run: RunEvidence): string {
  const measured = run.measurements.findLast(({step}) => step > 0);
  if (!measured) return "no measurement: the run is shorter than 50 steps";
  const {testAccuracy: accuracy = 0, right = 0, count = 0} = measured.scalars;
  return `${run.params.trainingCount} pictures, step ${measured.step}: ${percent(accuracy)} of the test (${right} of ${count}), ${percent(batchAccuracy(run))} of the batch`;
}

function whatToTry(run: RunEvidence, least: number): string {
  const {trainingCount, labelNoise, shift} = run.params;
  if (!isFew(run))
    return `this network had ${trainingCount} pictures to learn from. Set “Training pictures” to ${mostPictures} or fewer.`;
  if (!isGiven(run))
    return `the seed decides which pictures these are, and some are easier than others. Set it to ${givenSeed}.`;
  if (!isOfDigits(run))
    return "other pictures are harder or easier than these digits: with so few clothes nobody gets there, and with some of your own anybody. Take the digits.";
  if (Number(labelNoise) > 0)
    return `${Math.round(100 * Number(labelNoise))} % of the labels are wrong. Few pictures with wrong labels are fewer still.`;
  const accuracy = testAccuracy(run);
  if (accuracy === undefined) return "train on: the test is classified every 50 steps.";
  if (batchAccuracy(run) < leastOfOwn)
    return `it has not even learned its own pictures: ${percent(batchAccuracy(run))} of the batch. Train longer, or change the learning rate.`;
  const gap = `it is right about ${percent(batchAccuracy(run))} of its own pictures and ${percent(accuracy)} of the test: it has learned them by heart.`;
  if (Number(shift) < 2) return `${gap} Show each in more places than now.`;
  if (least - accuracy < 1.5)
    return `${gap} Not much is missing. Train longer, with smaller batches or with more averaging, or make the network wider.`;
  return `${gap} How many pictures has it, and in how many places is each shown?`;
}

function whatItTook(run: RunEvidence): string {
  const {shift, width, batchSize, averaging, trainingCount} = run.params;
  const rate = paramAt(run, "learningRate", run.steps);
  return `what it took: ${trainingCount} pictures, moved by up to ${shift}, width ${width}, batches of ${batchSize}, a learning rate of ${rate}, averaging ${averaging}. Would fewer pictures do?`;
}

function percent(value: number): string {
  return `${Math.round(10 * value) / 10} %`;
}
