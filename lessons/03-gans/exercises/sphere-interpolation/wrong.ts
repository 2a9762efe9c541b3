import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "beyond-one",
    expect: "limit what rounding may leave above 1",
    replace: [["Math.max(-1, Math.min(1, cosine))", "cosine"]],
  },
  {
    name: "cosine",
    expect: "this is the cosine",
    replace: [["Math.acos(Math.max(-1, Math.min(1, cosine)))", "cosine"]],
  },
  {
    name: "degrees",
    expect: "this is in degrees",
    replace: [
      [
        "Math.acos(Math.max(-1, Math.min(1, cosine)))",
        "(Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI",
      ],
    ],
  },
  {
    name: "ends-swapped",
    expect: "the ends are swapped",
    replace: [
      [
        ", Math.sin((1 - t) * angle) / sine, b, Math.sin(t * angle)",
        ", Math.sin(t * angle) / sine, b, Math.sin((1 - t) * angle)",
      ],
    ],
  },
  {
    name: "equal-divided-by-zero",
    expect: "0 / 0 is NaN",
    replace: [
      [
        `if (angle < tiny) return mix(a, 1 - t, b, t);
  if (Math.PI - angle < tiny)`,
        "if (Math.PI - angle < tiny)",
      ],
    ],
  },
  {
    name: "lengths-forgotten",
    expect: "the lengths are missing",
    replace: [
      [
        `(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  return Math.acos(Math.max(-1, Math.min(1, cosine)));`,
        `(a, b);
  return Math.acos(cosine);`,
      ],
    ],
  },
  {
    name: "line-made-long",
    expect: "not at an even pace",
    replace: [
      [
        `const sine = Math.sin(angle);
  return mix(a, Math.sin((1 - t) * angle) / sine, b, Math.sin(t * angle) / sine)`,
        `const line = mix(a, 1 - t, b, t);
  const [from, to, now] = [a, b, line].map((v) => Math.sqrt(dot(v, v)));
  return line.map((value) => (value * ((1 - t) * from! + t * to!)) / now!)`,
      ],
    ],
  },
  {
    name: "no-division",
    expect: "the division by sin w is missing",
    replace: [
      [
        `const sine = Math.sin(angle);
  return mix(a, Math.sin((1 - t) * angle) / sine, b, Math.sin(t * angle) / sine)`,
        "return mix(a, Math.sin((1 - t) * angle), b, Math.sin(t * angle))",
      ],
    ],
  },
  {
    name: "one-too-many",
    expect: "one vector too many",
    replace: [
      [
        "({length: count}, (_, i) => slerp(a, b, i / (count - 1)));",
        "({length: count + 1}, (_, i) => slerp(a, b, i / count));",
      ],
    ],
  },
  {
    name: "opposite-divided-by-zero",
    expect: "perpendicular to a",
    replace: [
      [
        `if (Math.PI - angle < tiny) return halfCircle(a, t);
  const`,
        "const",
      ],
    ],
  },
  {
    name: "right-angle-only",
    expect: "right only for a right angle",
    replace: [
      [
        `const sine = Math.sin(angle);
  return mix(a, Math.sin((1 - t) * angle) / sine, b, Math.sin(t * angle) / sine)`,
        "return mix(a, Math.cos(t * angle), b, Math.sin(t * angle))",
      ],
    ],
  },
  {
    name: "squared-lengths",
    expect: "you divide by the squared lengths",
    replace: [
      [
        "const cosine = dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))",
        "const cosine = dot(a, b) / (dot(a, a) * dot(b, b))",
      ],
    ],
  },
  {
    name: "step-too-short",
    expect: "between count vectors there are count - 1 steps",
    replace: [
      [
        "({length: count}, (_, i) => slerp(a, b, i / (count - 1)));",
        "({length: count}, (_, i) => slerp(a, b, i / count));",
      ],
    ],
  },
  {
    name: "straight-line",
    expect: "halfway it is too near to 0",
    replace: [
      [
        `const sine = Math.sin(angle);
  return mix(a, Math.sin((1 - t) * angle) / sine, b, Math.sin(t * angle) / sine)`,
        "return mix(a, 1 - t, b, t)",
      ],
    ],
  },
  {
    name: "straight-through-zero",
    expect: "the path leaves the sphere",
    replace: [
      [
        "(Math.PI - angle < tiny) return halfCircle(a, t);",
        "(Math.PI - angle < tiny) return mix(a, 1 - t, b, t);",
      ],
    ],
  },
  {
    name: "unit-vectors",
    expect: "the lengths are lost",
    replace: [
      [
        "(a, Math.sin((1 - t) * angle) / sine, b, Math.sin(t * angle) / sine)",
        `(
    a.map((value) => value / Math.sqrt(dot(a, a))),
    Math.sin((1 - t) * angle) / sine,
    b.map((value) => value / Math.sqrt(dot(b, b))),
    Math.sin(t * angle) / sine,
  )`,
      ],
    ],
  },
  {
    name: "steps-added-up",
    expect: "Steps that are added up",
    replace: [
      [
        "return Array.from({length: count}, (_, i) => slerp(a, b, i / (count - 1)));",
        "const all: number[][] = [];\n  for (let t = 0; t <= 1; t += 1 / (count - 1)) all.push(slerp(a, b, t));\n  return all;",
      ],
    ],
  },
];
