import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {Random} from "../../../../lib/random.js";

type Vector = number[];

interface Faces {
  readonly codes: Vector[];
  readonly has: boolean[];
  readonly other: boolean[];
}

/** With and without the attribute, in both groups of the other one unless `lopsided`; the groups differ in size. */
function drawFaces(draw: Draw, lopsided = false): Faces {
  const kinds = [
    [true, true],
    [false, true],
    [true, false],
    ...(lopsided ? [[true, false]] : [[false, false]]),
  ];
  const more = draw.list(0, 20, () => draw.oneOf(kinds));
  const all = [...kinds, kinds[0]!, ...more];
  const size = draw.size(1, 3, 20);
  const codes = all.map(() => draw.numbers(size, -4, 4, 1));
  return {codes, has: all.map(([has]) => has!), other: all.map(([, other]) => other!)};
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const dot = (a: Vector, b: Vector) => sum(a.map((value, j) => value * b[j]!));
const scaled = (a: Vector, factor: number) => a.map((value) => factor * value);
const plus = (a: Vector, b: Vector) => a.map((value, j) => value + b[j]!);
const minus = (a: Vector, b: Vector) => plus(a, scaled(b, -1));
const total = (rows: readonly Vector[]) => rows.reduce((a, b) => plus(a, b));
const mean = (rows: readonly Vector[]) => scaled(total(rows), 1 / rows.length);
const unit = (a: Vector) => scaled(a, 1 / Math.sqrt(dot(a, a)));

/** The codes for which all of `wanted` hold. */
const where = (codes: readonly Vector[], wanted: (i: number) => boolean) =>
  codes.filter((_, i) => wanted(i));

function vectorOf(codes: readonly Vector[], has: readonly boolean[]): Vector {
  const having = where(codes, (i) => has[i]!);
  const lacking = where(codes, (i) => !has[i]);
  return minus(mean(having), mean(lacking));
}

/** The attribute's vector in each group of the other attribute that has faces with and without. */
function groupVectors({
  codes,
  has,
  other,
}: Faces): {readonly vector: Vector; readonly size: number}[] {
  return [true, false].flatMap((group) => {
    const inGroup = has.filter((_, i) => other[i] === group);
    if (!inGroup.includes(true) || !inGroup.includes(false)) return [];
    const codesOfGroup = where(codes, (i) => other[i] === group);
    return [{vector: vectorOf(codesOfGroup, inGroup), size: inGroup.length}];
  });
}

const balanced = (faces: Faces) => mean(groupVectors(faces).map(({vector}) => vector));

const vectorDemand = ({codes, has}: Faces) => {
  const [having, lacking] = [where(codes, (i) => has[i]!), where(codes, (i) => !has[i])];
  const right = vectorOf(codes, has);
  return {
    advice:
      "the mean of the codes with the attribute, number by number, less the mean of those without.",
    mistakes: [
      {
        value: scaled(right, -1),
        advice: "this leads from those with it to those without: it would take the attribute off.",
      },
      {
        value: mean(having),
        advice:
          "this is the mean face that has it, with all that faces have in common. Subtract the mean of those without.",
      },
      {
        value: minus(mean(having), mean(codes)),
        advice:
          "you subtract the mean of all faces, which contains those that have it. Subtract the mean of those without.",
      },
      {
        value: minus(total(having), total(lacking)),
        advice: "these are sums: the larger group wins. Take the mean of each group.",
      },
      {
        value: scaled(minus(total(having), total(lacking)), 1 / codes.length),
        advice:
          "both sums are divided by the number of all faces. Divide each by that of its own group.",
      },
      {
        value: unit(right),
        advice: "you made its length 1. Its length says how far apart the two groups are: keep it.",
      },
      {
        value: codes.map((code) => sum(code) / code.length),
        advice:
          "wrong axis: this averages the numbers within each code. Average over faces, one result for each number.",
      },
      {
        value: plus(mean(having), mean(lacking)),
        advice: "the two means are added. Subtract the mean of those without.",
      },
    ],
  };
};

const balancedDemand = (faces: Faces) => {
  const {codes, has, other} = faces;
  const groups = groupVectors(faces);
  const people = sum(groups.map(({size}) => size));
  return {
    advice:
      "the vector among those with the other attribute, the vector among those without it, and of the two the mean.",
    mistakes: [
      {
        value: vectorOf(codes, has),
        advice:
          "this is not balanced: it is the plain vector over all faces, and has the other attribute in it. Look at each group of the other attribute by itself.",
      },
      {
        value: total(groups.map(({vector, size}) => scaled(vector, size / people))),
        advice: "you weigh each group by its size. Let each count once, whatever its size.",
      },
      {
        value: total(groups.map(({vector}) => vector)),
        advice: "the two vectors are added. Take their mean, or the step is twice as long.",
      },
      {
        value: groups[0]!.vector,
        advice: "only the faces with the other attribute are used. Ask those without it as well.",
      },
      {
        value: groups.at(-1)!.vector,
        advice: "only the faces without the other attribute are used. Ask those with it as well.",
      },
      {
        value: balanced({codes, has: other, other: has}),
        advice:
          "the two attributes are swapped: this is the other one's vector, balanced against yours.",
      },
      {
        value: minus(vectorOf(codes, has), vectorOf(codes, other)),
        advice:
          "you subtract the other attribute's vector, which has yours in it as well. Compare within the groups.",
      },
      {
        value: scaled(balanced(faces), -1),
        advice: "the sign is wrong: this would take the attribute off.",
      },
    ],
  };
};

const width = 9;

/** A face of 9 by 9 pixels as a code of 81 numbers. Glasses and beard change pixels of their own. */
function face(has: {readonly glasses: boolean; readonly beard: boolean}, random: Random): Vector {
  return Array.from({length: width * width}, (_, i) => {
    const [y, x] = [Math.floor(i / width), i % width];
    const inside = (x - 4) ** 2 + (y - 4) ** 2 <= 17;
    const frame = y === 3 && x !== 0 && x !== 8;
    const chin = y >= 6 && inside;
    const skin = inside ? 0.2 : -0.6;
    const worn = (has.glasses && frame ? 0.7 : 0) + (has.beard && chin ? 0.5 : 0);
    return skin + worn + 0.05 * random.normal();
  });
}

/** Most who have the one have the other. */
function together(random: Random): Faces {
  const counts = [
    {glasses: true, beard: true, count: 8 + random.integer(4)},
    {glasses: true, beard: false, count: 2},
    {glasses: false, beard: true, count: 2},
    {glasses: false, beard: false, count: 6 + random.integer(4)},
  ];
  const people = counts.flatMap(({count, ...has}) => Array.from({length: count}, () => has));
  return {
    codes: people.map((has) => face(has, random)),
    has: people.map(({glasses}) => glasses),
    other: people.map(({beard}) => beard),
  };
}

export const tests = [
  property(
    "vector",
    "one mean less another",
    2,
    (draw) => drawFaces(draw),
    async (faces, {call, check}) => {
      const {codes, has} = faces;
      check.close(
        await call("attributeVector", codes, has),
        vectorOf(codes, has),
        vectorDemand(faces),
      );
    },
  ),
  test("vector", "one face of a kind", 1, async ({call, check, random}) => {
    const codes = [0, 1].map(() => Array.from(random.normals(4)));
    const has = [false, true];
    check.close(await call("attributeVector", codes, has), minus(codes[1]!, codes[0]!), {
      advice:
        "with one face of each kind it leads from the one that lacks it to the one that has it.",
      mistakes: [
        {
          value: minus(codes[0]!, codes[1]!),
          advice: "this leads from the one that has it to the one that lacks it.",
        },
      ],
    });
  }),
  property(
    "add",
    "at any strength",
    1,
    (draw) => {
      const size = draw.size(1, 4, 20);
      const some = () => draw.numbers(size, -4, 4, 1);
      return {code: some(), vector: some(), strength: draw.number(-2, 2, 1)};
    },
    async ({code, vector, strength}, {call, check}) => {
      const yours = await call("withAttribute", code, vector, strength);
      check.close(yours, plus(code, scaled(vector, strength)), {
        advice: "code[j] + strength * vector[j], for every number.",
        mistakes: [
          {
            value: plus(code, vector),
            advice: "the strength is missing: multiply the vector by it.",
          },
          {
            value: minus(code, scaled(vector, strength)),
            advice: "the vector is subtracted: a positive strength must add.",
          },
          {
            value: plus(scaled(code, 1 - strength), scaled(vector, strength)),
            advice:
              "this goes towards the vector as if it were a face. It is a direction: keep the code whole, and add.",
          },
          {
            value: code.map((value, j) => value * strength * vector[j]!),
            advice: "you multiply where you should add.",
          },
          {value: scaled(plus(code, vector), strength), advice: "the code is multiplied as well."},
        ],
      });
    },
  ),
  property(
    "side-effect",
    "steps along the other",
    2,
    (draw) => {
      const size = draw.size(2, 4, 20);
      const some = () => {
        const values = draw.numbers(size, -4, 4, 1);
        return values.some((value) => value !== 0) ? values : values.map((_, j) => j + 1);
      };
      return {vector: some(), other: some()};
    },
    async ({vector, other}, {call, check}) => {
      const inner = dot(vector, other);
      check.close(await call("sideEffect", vector, other), inner / dot(other, other), {
        advice: "the product of the two, divided by that of `other` with itself.",
        mistakes: [
          {
            value: inner / dot(vector, vector),
            advice: "this is the other way round: steps along `vector` in one step along `other`.",
          },
          {
            value: inner / Math.sqrt(dot(vector, vector) * dot(other, other)),
            advice:
              "this is the cosine. It says how alike the directions are, not how many steps come along: divide by o · o.",
          },
          {
            value: inner,
            advice: "the product alone grows with the square of the units. Divide by o · o.",
          },
          {
            value: inner / Math.sqrt(dot(other, other)),
            advice:
              "this is the length of the shadow, in the code's units. In steps of `other` it is that divided by its length once more.",
          },
          {
            value: Math.abs(inner) / dot(other, other),
            advice: "the sign is lost: a negative answer says that the other attribute goes away.",
          },
        ],
      });
    },
  ),
  property(
    "balanced",
    "the mean of two comparisons",
    2,
    (draw) => drawFaces(draw),
    async (faces, {call, check}) => {
      const yours = await call("balancedVector", faces.codes, faces.has, faces.other);
      check.close(yours, balanced(faces), balancedDemand(faces));
    },
  ),
  property(
    "balanced",
    "a group of one kind says nothing",
    1,
    (draw) => drawFaces(draw, true),
    async (faces, {call, check}) => {
      const yours = await call("balancedVector", faces.codes, faces.has, faces.other);
      const nothing = {
        advice:
          "among the faces without the other attribute, all have yours: there is nothing to compare. Leave that group out, and do not divide by it.",
      };
      check.close(yours, balanced(faces), {
        ...nothing,
        mistakes: [
          {
            value: vectorOf(faces.codes, faces.has),
            advice: balancedDemand(faces).mistakes[0]!.advice,
          },
          {value: scaled(balanced(faces), 0.5), ...nothing},
          {value: faces.codes[0]!.map(() => Number.NaN), ...nothing},
        ],
      });
    },
    20,
  ),
  test("balanced", "glasses, from people with beards", 1, async ({call, check, random}) => {
    const faces = together(random);
    const yours = await call("balancedVector", faces.codes, faces.has, faces.other);
    const {advice, mistakes} = balancedDemand(faces);
    const rows = (code: unknown) => check.rows(code, width);
    check.picture(rows(yours), rows(balanced(faces)) as number[][], {
      advice: `${advice} Only the row of the glasses should be light.`,
      mistakes: mistakes.map(({value, advice}) => ({value: rows(value), advice})),
    });
  }),
];
