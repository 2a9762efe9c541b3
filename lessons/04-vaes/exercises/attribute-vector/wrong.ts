import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "cosine",
    expect: "this is the cosine",
    replace: [["/ dot(other, other)", "/ Math.sqrt(dot(vector, vector) * dot(other, other))"]],
  },
  {
    name: "divided-by-all",
    expect: "divided by the number of all faces",
    replace: [
      [
        `const to = mean(codes.filter((_, i) => has[i]));
  const from = mean(codes.filter((_, i) => !has[i]));
  return to.map((value, j) => value - from[j]!);`,
        `return codes[0]!.map(
    (_, j) =>
      codes.reduce((sum, code, i) => sum + (has[i] ? code[j]! : -code[j]!), 0) / codes.length,
  );`,
      ],
    ],
  },
  {
    name: "empty-group",
    expect: "there is nothing to compare",
    replace: [
      ["((value, j) => value - from[j]!);", "((value, j) => value - (from[j] ?? Number.NaN));"],
      ["includes(true) && inGroup.includes(false)", "length > 0"],
      ["return rows[0]!.", "return (rows[0] ?? [])."],
    ],
  },
  {
    name: "groups-added",
    expect: "the two vectors are added",
    replace: [
      [
        "return mean(vectors)",
        "return vectors[0]!.map((_, j) => vectors.reduce((sum, vector) => sum + vector[j]!, 0))",
      ],
    ],
  },
  {
    name: "less-mean-of-all",
    expect: "you subtract the mean of all faces",
    replace: [[".filter((_, i) => !has[i])", ""]],
  },
  {
    name: "mean-of-having",
    expect: "this is the mean face that has it",
    replace: [
      [
        `const to = mean(codes.filter((_, i) => has[i]));
  const from = mean(codes.filter((_, i) => !has[i]));
  return to.map((value, j) => value - from[j]!)`,
        "return mean(codes.filter((_, i) => has[i]))",
      ],
    ],
  },
  {
    name: "not-balanced",
    expect: "this is not balanced",
    replace: [
      [
        "return mean(vectors)",
        "return vectors.length === 1 ? vectors[0]! : attributeVector(codes, has)",
      ],
    ],
  },
  {
    name: "other-subtracted",
    expect: "you subtract the other attribute's vector",
    replace: [
      [
        `const vectors: number[][] = [];
  for (const group of [true, false]) {
    const inGroup = has.filter((_, i) => other[i] === group);
    if (inGroup.includes(true) && inGroup.includes(false))
      vectors.push(
        attributeVector(
          codes.filter((_, i) => other[i] === group),
          inGroup,
        ),
      );
  }
  return mean(vectors);`,
        `const [mine, theirs] = [attributeVector(codes, has), attributeVector(codes, other)];
  return mine.map((value, j) => value - theirs[j]!);`,
      ],
    ],
  },
  {
    name: "other-way-round",
    expect: "this is the other way round",
    replace: [["other, other", "vector, vector"]],
  },
  {
    name: "shadow",
    expect: "the length of the shadow",
    replace: [["/ dot(other, other)", "/ Math.sqrt(dot(other, other))"]],
  },
  {
    name: "sign",
    expect: "this leads from those with it",
    replace: [["value - from[j]!", "from[j]! - value"]],
  },
  {
    name: "strength-missing",
    expect: "the strength is missing",
    replace: [["strength * vector[j]!", "vector[j]!"]],
  },
  {
    name: "sums",
    expect: "these are sums",
    replace: [
      [
        "((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);",
        "((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0));",
      ],
    ],
  },
  {
    name: "swapped",
    expect: "the two attributes are swapped",
    replace: [["has: boolean[], other", "other: boolean[], has"]],
  },
  {
    name: "towards-the-vector",
    expect: "as if it were a face",
    replace: [
      [
        "(value, j) => value + strength * vector",
        "(value, j) => (1 - strength) * value + strength * vector",
      ],
    ],
  },
  {
    name: "unit-length",
    expect: "you made its length 1",
    replace: [
      [
        "return to.map((value, j) => value - from[j]!)",
        `const vector = to.map((value, j) => value - from[j]!);
  return vector.map((value) => value / Math.sqrt(dot(vector, vector)))`,
      ],
    ],
  },
  {
    name: "weighted-by-size",
    expect: "you weigh each group by its size",
    replace: [
      [
        "return mean(vectors)",
        `const sizes = [true, false].map((group) => other.filter((one) => one === group).length);
  if (vectors.length < 2) return vectors[0]!;
  return vectors[0]!.map(
    (_, j) => (vectors[0]![j]! * sizes[0]! + vectors[1]![j]! * sizes[1]!) / codes.length,
  )`,
      ],
    ],
  },
  {
    name: "wrong-axis",
    expect: "wrong axis",
    replace: [
      [
        `const to = mean(codes.filter((_, i) => has[i]));
  const from = mean(codes.filter((_, i) => !has[i]));
  return to.map((value, j) => value - from[j]!)`,
        "return codes.map((code) => code.reduce((sum, value) => sum + value, 0) / code.length)",
      ],
    ],
  },
];
