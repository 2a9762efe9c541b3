import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {
    name: "the median face",
    replace: [
      [
        "return rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);",
        "return rows[0]!.map((_, j) => rows.map((row) => row[j]!).sort((x, y) => x - y)[rows.length >> 1]!);",
      ],
    ],
  },
  {name: "one less to divide by", replace: [["/ rows.length", "/ Math.max(1, rows.length - 1)"]]},
  {
    name: "three numbers",
    replace: [["return rows[0]!.map((_, j)", "return rows[0]!.slice(0, 3).map((_, j)"]],
  },
  {
    name: "four faces",
    replace: [["return rows[0]!", "rows = rows.slice(0, 4);\n  return rows[0]!"]],
  },
  {
    name: "the first number everywhere",
    replace: [["sum + row[j]!, 0) / rows", "sum + row[0]!, 0) / rows"]],
  },
  {
    name: "the first face without it",
    replace: [
      [
        "const from = mean(codes.filter((_, i) => !has[i]))",
        "const from = codes[has.indexOf(false)]!",
      ],
    ],
  },
  {
    name: "all faces that have it but the first",
    replace: [
      [
        "const to = mean(codes.filter((_, i) => has[i]))",
        "const to = mean(codes.filter((_, i) => has[i] && (i !== has.indexOf(true) || has.filter(Boolean).length < 2)))",
      ],
    ],
  },
  {name: "sizes of the differences", replace: [["value - from[j]!", "Math.abs(value - from[j]!)"]]},
  {name: "half of the way", replace: [["value - from[j]!", "(value - from[j]!) / 2"]]},
  {
    name: "strength without a sign",
    replace: [["value + strength * vector[j]!", "value + Math.abs(strength) * vector[j]!"]],
  },
  {
    name: "no strength above 1",
    replace: [["value + strength * vector[j]!", "value + Math.min(1, strength) * vector[j]!"]],
  },
  {
    name: "codes cut to 3",
    replace: [
      ["value + strength * vector[j]!", "Math.max(-3, Math.min(3, value + strength * vector[j]!))"],
    ],
  },
  {
    name: "the vector's first number",
    replace: [["strength * vector[j]!", "strength * vector[0]!"]],
  },
  {
    name: "a vector of length 1",
    replace: [
      [
        "value + strength * vector[j]!",
        "value + (strength * vector[j]!) / Math.sqrt(dot(vector, vector))",
      ],
    ],
  },
  {
    name: "adds to the first number only",
    replace: [
      ["value + strength * vector[j]!", "(j === 0 ? value + strength * vector[j]! : value)"],
    ],
  },
  {
    name: "at most a step",
    replace: [
      [
        "return dot(vector, other) / dot(other, other)",
        "return Math.max(-1, Math.min(1, dot(vector, other) / dot(other, other)))",
      ],
    ],
  },
  {
    name: "whole steps",
    replace: [
      [
        "return dot(vector, other) / dot(other, other)",
        "return Math.round(dot(vector, other) / dot(other, other))",
      ],
    ],
  },
  {
    name: "no step backwards",
    replace: [
      [
        "return dot(vector, other) / dot(other, other)",
        "return Math.max(0, dot(vector, other) / dot(other, other))",
      ],
    ],
  },
  {
    name: "the squared cosine",
    replace: [
      [
        "return dot(vector, other) / dot(other, other)",
        "return dot(vector, other) ** 2 / dot(other, other) / dot(vector, vector)",
      ],
    ],
  },
  {name: "one more below", replace: [["/ dot(other, other)", "/ (1 + dot(other, other))"]]},
  {name: "only those with the other attribute", replace: [["of [true, false]", "of [true]"]]},
  {
    name: "the first group that says something",
    replace: [["return mean(vectors)", "return vectors[0]!"]],
  },
  {
    name: "the last group that says something",
    replace: [["return mean(vectors)", "return vectors.at(-1)!"]],
  },
  {
    name: "always two groups",
    replace: [
      ["return mean(vectors)", "return mean(vectors).map((v) => (v * vectors.length) / 2)"],
    ],
  },
  {
    name: "a group of one kind gives the plain vector",
    replace: [
      [
        "        ),\n      );",
        "        ),\n      );\n    else vectors.push(attributeVector(codes, has));",
      ],
    ],
  },
  {
    name: "one group left: the plain vector",
    replace: [
      [
        "return mean(vectors)",
        "return vectors.length < 2 ? attributeVector(codes, has) : mean(vectors)",
      ],
    ],
  },
  {name: "the truth values of all", replace: [["          inGroup,\n", "          has,\n"]]},
  {name: "the codes of all", replace: [["codes.filter((_, i) => other[i] === group),", "codes,"]]},
  {
    name: "less what the other attribute does",
    replace: [
      [
        "return mean(vectors)",
        "const o = attributeVector(codes, other);\n  const v = mean(vectors);\n  return v.map((x, j) => x - sideEffect(v, o) * o[j]!)",
      ],
    ],
  },
  {
    name: "the mean of four means",
    isRight: "the same: both groups have both kinds, or one counts alone",
    replace: [
      [
        "return mean(vectors)",
        "return vectors.length === 2 ? vectors[0]!.map((v, j) => v / 2 + vectors[1]![j]! / 2) : vectors[0]!",
      ],
    ],
  },
  {
    name: "into the code",
    isRight: "the arguments are copies",
    replace: [
      [
        "return code.map((value, j) => value + strength * vector[j]!);",
        "code.forEach((value, j) => { code[j] = value + strength * vector[j]!; });\n  return code;",
      ],
    ],
  },
  {
    name: "in single precision",
    isRight: "a reader's Float32Array does the same; it is off by less than the tolerance",
    replace: [["value - from[j]!", "Math.fround(value - from[j]!)"]],
  },
];
