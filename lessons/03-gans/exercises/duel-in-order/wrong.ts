import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "z = noise[0]!;",
  "fakes = generate(generator, z);",
  "blame = slopeOfJudge(judge, real, fakes);",
  "judge = moveJudge(judge, blame);",
  "z = noise[1]!;",
  "fakes = generate(generator, z);",
  'push = pushTowards("real", judge, fakes);',
  "generator = moveGenerator(generator, push, z);",
];
export const swapped = "blame = slopeOfJudge(judge, fakes, real);";
export const caught = 'push = pushTowards("fake", judge, fakes);';

const answer = wrongOrders(lines);

export const wrong = [
  answer(
    "fakes-too-late",
    "the judge is trained on the fakes before they exist",
    [0, 2, 1, 3, 4, 5, 6, 7],
  ),
  answer(
    "noise-too-late",
    "the generator is to draw before there is any noise",
    [1, 0, 2, 3, 4, 5, 6, 7],
  ),
  answer(
    "moved-before-blamed",
    "the judge is moved before it is known which way is down",
    [0, 1, 3, 2, 4, 5, 6, 7],
  ),
  answer(
    "pushed-too-late",
    "the generator is moved before the judge has said how",
    [0, 1, 2, 3, 4, 5, 7, 6],
  ),
  answer(
    "asked-too-early",
    "the judge is asked about fakes that do not exist yet",
    [6, 0, 1, 2, 3, 4, 5, 7],
  ),
  answer("judge-learns-the-swap", "real and fake are swapped", [0, 1, swapped, 3, 4, 5, 6, 7]),
  answer("generator-wants-to-be-caught", "so that its fakes are called fake", [
    0,
    1,
    2,
    3,
    4,
    5,
    caught,
    7,
  ]),
  answer("judge-stands-still", "the judge has not moved", [0, 1, 2, 4, 5, 6, 7]),
  answer("generator-stands-still", "the generator has not moved", [0, 1, 2, 3, 4, 5, 6]),
  answer("both-at-once", "asked the judge as it was before its move", [0, 1, 2, 4, 5, 6, 3, 7]),
  answer("generator-first", "The judge moves first", [4, 5, 6, 7, 0, 1, 2, 3]),
  answer("one-noise-for-both", "took the noise of the judge’s turn", [0, 1, 2, 3, 6, 7]),
  answer("old-fakes", "but the move puts it down to noise[1]", [0, 1, 2, 3, 4, 6, 7]),
  answer("other-noise-first", "Its turn has noise[0]", [4, 1, 2, 3, 0, 5, 6, 7]),
];
