import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";
import {
  type Batch,
  batches,
  comparedRun,
  drawRound,
  follow,
  lossOf,
  moved,
  type Round,
  rate,
  rightShare,
  rightStep,
  scoresOf,
  signs,
  softmax,
  steppedOf,
  steps,
} from "../../sign-classifier.js";

const heldCount = 60;

interface Lesson extends Round {
  readonly test: Batch;
}

function drawLesson(draw: Draw): Lesson {
  const round = drawRound(draw);
  const size = draw.size(1, 4, 12);
  const pixels = round.weights[0]!.length;
  return {
    ...round,
    test: {
      pictures: draw.matrix(size, pixels, -1, 1),
      labels: Array.from({length: size}, () => draw.integer(0, 2)),
    },
  };
}

function callStep(call: Trial["call"], {weights, pictures, labels, test}: Lesson) {
  return call("step", weights, {pictures, labels}, test);
}

const sharesOf = ({weights, pictures}: Round) => softmax(scoresOf(weights, pictures));

export const tests = [
  property("loss", "what the batch costs", 1, drawLesson, async (lesson, {call, check}) => {
    const yours = check.field(await callStep(call, lesson), "loss");
    check.close(yours, rightStep(lesson).loss, {
      advice: "scores, then shares, then the loss.",
      mistakes: [
        {value: 0, advice: "the loss has not been taken."},
        {
          value: lossOf(sharesOf({...lesson, weights: rightStep(lesson).weights}), lesson.labels),
          advice: "this is the loss after the move. Make shares and loss before it.",
        },
      ],
    });
  }),
  property("weights", "the weights after a step", 2, drawLesson, async (lesson, {call, check}) => {
    const {weights, test} = lesson;
    const yours = check.field(await callStep(call, lesson), "weights");
    const shares = sharesOf(lesson);
    check.close(yours, rightStep(lesson).weights, {
      advice: "shares minus labels are the errors, errors times pixels the slopes; then the move.",
      mistakes: [
        {value: weights, advice: "the weights have not moved in this step."},
        {
          value: moved(lesson, shares, -rate),
          advice:
            "the weights went in the wrong direction: the right class has become less likely. One of the two lines with errors does not belong.",
        },
        {
          value: withPictures(lesson, test.pictures),
          advice:
            "the weights learned from the test pictures. One of the two lines with slopes does not belong.",
        },
        {
          value: withPictures(lesson, test.pictures, -rate),
          advice:
            "the weights learned from the test pictures, and in the wrong direction. Two lines do not belong: one with slopes, one with errors.",
        },
      ],
    });
  }),
  property("accuracy", "what it can do then", 1, drawLesson, async (lesson, {call, check}) => {
    const yours = check.field(await callStep(call, lesson), "accuracy");
    check.close(yours, rightShare(rightStep(lesson).weights, lesson.test), {
      advice: "the share of the test pictures that the moved weights get right.",
      mistakes: [
        {
          value: rightShare(lesson.weights, lesson.test),
          advice: "this is what the weights could do before they moved. Measure after the move.",
        },
        {value: 0, advice: "the accuracy has not been measured."},
      ],
    });
  }),
  test("training", "it learns the three signs", 1, async ({call, check, random, show}) => {
    const data = batches(random);
    const held = signs(random, heldCount);
    const right = await follow(data, async (round) => rightStep(round));
    const few = signs(random, 2);
    const yours = await follow(data, async (round) =>
      steppedOf(await callStep(call, {...round, test: few}), round, check),
    );
    show(comparedRun("Your step, trained", yours, right, held));
    const [end, goal] = [yours, right].map((run) => rightShare(run.at(-1)!.weights, held));
    const percent = (share: number) => `${Math.round(100 * share)} %`;
    check.that(end! >= goal! - 0.03, {
      expected: `after ${steps} steps about ${percent(goal!)} of ${heldCount} new pictures right`,
      yours: percent(end!),
      advice:
        "look at the first test that fails: each step goes astray a little, and here is the sum.",
    });
  }),
];

/** The weights after a step whose slopes are made with other pictures; where there are too few, with nothing. */
function withPictures(lesson: Lesson, others: Batch["pictures"], by = rate) {
  const nothing = lesson.weights[0]!.map(() => 0);
  const pictures = lesson.pictures.map((_, i) => others[i] ?? nothing);
  return moved({...lesson, pictures}, sharesOf(lesson), by);
}
