import type {Draw} from "../../../../lib/grading/draw.js";
import {property} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";

interface Layers {
  readonly first: number[][];
  readonly second: number[];
}

interface Lesson extends Layers {
  readonly pixels: number[];
  readonly target: number;
}

const rate = 0.5;

function drawLesson(draw: Draw): Lesson {
  const [hidden, pixels] = [draw.size(1, 3, 6), draw.size(1, 3, 6)];
  return {
    first: draw.matrix(hidden, pixels, -1, 2),
    second: draw.numbers(hidden, -2, 2),
    pixels: draw.numbers(pixels, 0, 1),
    target: draw.integer(0, 1),
  };
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((all, each, i) => all + each * b[i]!, 0);
const hiddenOf = ({first, pixels}: Lesson) => first.map((row) => Math.max(0, dot(row, pixels)));
const answerOf = (lesson: Lesson) => 1 / (1 + Math.exp(-dot(lesson.second, hiddenOf(lesson))));
const errorOf = (lesson: Lesson) => answerOf(lesson) - lesson.target;

function movedSecond(lesson: Lesson, error = errorOf(lesson)): number[] {
  const hidden = hiddenOf(lesson);
  return lesson.second.map((weight, i) => weight - rate * error * hidden[i]!);
}

/** The first layer after a step, with the error gone back through `through`. */
function movedFirst(
  lesson: Lesson,
  through: readonly number[] = lesson.second,
  error = errorOf(lesson),
): number[][] {
  const blame = hiddenOf(lesson).map((value, k) => (value > 0 ? through[k]! * error : 0));
  return movedBy(lesson, blame);
}

function movedBy({first, pixels}: Lesson, blame: readonly number[]): number[][] {
  return first.map((row, k) => row.map((weight, i) => weight - rate * blame[k]! * pixels[i]!));
}

function callStep(call: Trial["call"], {first, second, pixels, target}: Lesson) {
  return call("step", first, second, pixels, target);
}

const turned =
  "this goes the wrong way: the right answer has become less likely. One of the two lines with an error does not belong.";

export const tests = [
  property("answer", "before the step", 1, drawLesson, async (lesson, {call, check}) => {
    const yours = check.field(await callStep(call, lesson), "answer");
    const after = {...lesson, first: movedFirst(lesson), second: movedSecond(lesson)};
    check.close(yours, answerOf(lesson), {
      advice: "first the hidden numbers, then the answer.",
      overflow: "there is no answer: its line is missing.",
      mistakes: [
        {value: answerOf(after), advice: "this is the answer after the step. Give that before it."},
      ],
    });
  }),
  property("second", "moved by the error", 2, drawLesson, async (lesson, {call, check}) => {
    const yours = check.field(await callStep(call, lesson), "second");
    check.close(yours, movedSecond(lesson), {
      advice: "the error times what the hidden neurons gave, half of that down.",
      mistakes: [
        {value: lesson.second, advice: "the second layer has not moved."},
        {value: movedSecond(lesson, -errorOf(lesson)), advice: turned},
      ],
    });
  }),
  property("first", "moved by its part of it", 2, drawLesson, async (lesson, {call, check}) => {
    const yours = check.field(await callStep(call, lesson), "first");
    const error = errorOf(lesson);
    const whole = (each: number) => lesson.first.map(() => each);
    check.close(yours, movedFirst(lesson), {
      advice: "the error goes back through the second layer’s weights, then the first layer moves.",
      mistakes: [
        {value: lesson.first, advice: "the first layer has not moved."},
        {value: movedFirst(lesson, lesson.second, -error), advice: turned},
        {
          value: movedBy(lesson, whole(error)),
          advice:
            "each hidden neuron has got the whole error. It should get it through the weight by which it spoke: one of the two lines with blame does not belong.",
        },
        {
          value: movedBy(lesson, whole(-error)),
          advice: "the whole error, and the wrong way round: two lines do not belong.",
        },
        {
          value: movedFirst(lesson, movedSecond(lesson)),
          advice:
            "the error went back through weights that had already moved. It belongs to the answer of the old ones.",
        },
      ],
    });
  }),
];
