import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const copy = "[...set]";
const line = "shown[i] = movedBy(shown[i]!, move);";
const source = "picture[place - move] ?? 0";

export const wrong: readonly WrongAnswer[] = [
  {name: "as-it-was", expect: "the next epoch gets is moved, too", replace: [[copy, "set"]]},
  {
    name: "copied-too-late",
    expect: "the next epoch gets is moved, too",
    replace: [
      [copy, "set"],
      ["return {shown, set};", "return {shown: [...shown], set};"],
    ],
  },
  {
    name: "moved-back",
    expect: "moved there and back",
    replace: [
      [
        "return {shown, set};",
        "return {shown, set: shown.map((picture, i) => movedBy(picture, -moves[i]!))};",
      ],
    ],
  },
  {
    name: "nothing-moved",
    expect: "nothing is moved",
    replace: [[line, "shown[i] = movedBy(shown[i]!, 0 * move);"]],
  },
  {
    name: "other-way",
    expect: "move the other way",
    replace: [[source, "picture[place + move] ?? 0"]],
  },
  {
    name: "round-the-edge",
    expect: "comes in on the other",
    replace: [
      [source, "picture[(((place - move) % picture.length) + picture.length) % picture.length]!"],
    ],
  },
  {
    name: "first-move-for-all",
    expect: "moved by the first number",
    replace: [[line, "shown[i] = movedBy(shown[i]!, move * 0 + moves[0]!);"]],
  },
  {
    name: "moved-twice",
    expect: "is moved twice",
    replace: [[line, "shown[i] = movedBy(movedBy(shown[i]!, move), move);"]],
  },
];
