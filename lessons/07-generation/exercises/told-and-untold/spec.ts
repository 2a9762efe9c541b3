import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Row = readonly number[];

const combined = (a: Row, x: number, b: Row, y: number) =>
  a.map((value, j) => x * value + y * b[j]!);

const dictionary = ["fruit", "car", "red", "blue", "bird", "green", "clock", "tree", "house"];

interface Said {
  readonly words: string[];
  readonly known: string[];
}

function drawSaid(draw: Draw): Said {
  const size = draw.size(1, 4, 9);
  const first = dictionary.indexOf(draw.oneOf(dictionary));
  const known = Array.from({length: size}, (_, i) => dictionary[(first + 2 * i) % 9]!);
  const words = draw.list(1, 5, () => draw.oneOf(dictionary));
  return {words, known};
}

const rowOf = ({words, known}: Said) => known.map((word) => (words.includes(word) ? 1 : 0));

const conditionDemand = ({words, known}: Said) => ({
  advice: "one number for each known word: 1 if it is among the words, else 0.",
  mistakes: [
    {
      value: words.map((word) => (known.includes(word) ? 1 : 0)),
      advice: "this has a number for each word of the prompt. The row has one for each known word.",
    },
    {
      value: known.map((word) => words.filter((each) => each === word).length),
      advice: "a word that is said twice counts once: the row says whether, not how often.",
    },
    {
      value: known.map((word) => (words.includes(word) ? 0 : 1)),
      advice: "0 and 1 are swapped.",
    },
    {
      value: words.flatMap((word) => (known.includes(word) ? [known.indexOf(word)] : [])),
      advice:
        "these are the places of the words. Put a 1 at each of these places in a row of zeros.",
    },
    {
      value: known.map((word) => words.indexOf(word) + 1),
      advice: "these are places among the words. The row has only 0 and 1.",
    },
  ],
});

interface Told {
  readonly row: number[];
  readonly chance: number;
  readonly share: number;
}

function drawTold(draw: Draw): Told {
  const size = draw.size(1, 4, 20);
  return {
    row: draw.numbers(size, 0.2, 1),
    chance: draw.number(0, 0.95),
    share: draw.number(0.05, 0.95),
  };
}

const kept = ({row, chance, share}: Told) => row.map((value) => (chance < share ? 0 : value));

const withheldDemand = ({row, chance, share}: Told) => ({
  advice: "zeros if chance is below share, the row as it is otherwise.",
  mistakes: [
    {
      value: row.map((value) => (chance < share ? value : 0)),
      advice: "the two cases are swapped: share is the share from which the words are withheld.",
    },
    {
      value: row.map((value) => value * (1 - share)),
      advice: "the row is made fainter. It is there or not: chance decides.",
    },
    {
      value: chance < share ? [] : [...row],
      advice: "zeros, not nothing: the row keeps its length.",
    },
    {
      value: row.map((value, j) => (j === 0 && chance < share ? 0 : value)),
      advice: "only the first number is withheld. All of the row becomes zeros.",
    },
  ],
});

interface Answers {
  readonly untold: number[];
  readonly told: number[];
  readonly weight: number;
}

function drawAnswers(draw: Draw): Answers {
  const size = draw.size(1, 3, 20);
  return {
    untold: draw.numbers(size, -3, 3),
    told: draw.numbers(size, -3, 3),
    weight: draw.number(1.5, 8),
  };
}

const guidedDemand = ({untold, told, weight}: Answers) => ({
  advice: "untold plus weight times the difference told - untold, number by number.",
  mistakes: [
    {
      value: combined(told, 1 + weight, untold, -weight),
      advice:
        "this starts from told, so that weight 0 is told already. Here weight 0 is untold and 1 is told.",
    },
    {
      value: combined(told, 1 - weight, untold, weight),
      advice: "the two are swapped: this goes from told to untold.",
    },
    {
      value: combined(untold, 1 + weight, told, -weight),
      advice: "the sign is turned: this goes away from what is asked for.",
    },
    {
      value: combined(untold, 1, told, weight),
      advice: "untold is missing in the difference. Go weight times the way from untold to told.",
    },
    {
      value: combined(untold, -weight, told, weight),
      advice: "this is the way. Start it at untold.",
    },
    {
      value: combined(told, weight, untold, 0),
      advice: "this makes the whole answer larger, not what the words change in it.",
    },
    {
      value: combined(untold, 1 / (1 + weight), told, weight / (1 + weight)),
      advice:
        "this is a mean of the two and never gets beyond told. With weight 3 it must go beyond.",
    },
    {
      value: combined(told, 1, untold, 0),
      advice: "this is told, whatever the weight.",
    },
  ],
});

export const tests = [
  property(
    "condition",
    "a number for each known word",
    3,
    drawSaid,
    async (said, {call, check}) => {
      const yours = await call("conditionOf", said.words, said.known);
      check.close(yours, rowOf(said), conditionDemand(said));
    },
  ),
  property("withheld", "chance decides", 2, drawTold, async (told, {call, check}) => {
    const {row, chance, share} = told;
    check.close(await call("withheld", row, chance, share), kept(told), withheldDemand(told));
  }),
  test("withheld", "as often as the share says", 1, async ({call, check, random}) => {
    const row = [1, 0, 1];
    for (const [chance, share] of [
      [0, 0],
      [0.3, 0.3],
      [0, 0.1],
      [0.999, 1],
      [random.uniform(), 1],
    ] as const)
      check.close(await call("withheld", row, chance, share), kept({row, chance, share}), {
        advice:
          "a share of 0 withholds nothing, a share of 1 everything: zeros only where chance is below share.",
      });
  }),
  property("guided", "from untold towards told", 3, drawAnswers, async (answers, {call, check}) => {
    const {untold, told, weight} = answers;
    const right = untold.map((value, j) => value + weight * (told[j]! - value));
    check.close(await call("guided", untold, told, weight), right, guidedDemand(answers));
  }),
  test("guided", "untold at 0, told at 1", 1, async ({call, check, random}) => {
    const [untold, told] = [Array.from(random.normals(6)), Array.from(random.normals(6))];
    const demand = {advice: "with weight 0 it is untold, with weight 1 told, with 0.5 halfway."};
    check.close(await call("guided", untold, told, 0), untold, demand);
    check.close(await call("guided", untold, told, 1), told, demand);
    check.close(await call("guided", untold, told, 0.5), combined(untold, 0.5, told, 0.5), demand);
  }),
];
