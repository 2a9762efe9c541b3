import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {
    name: "a loop over t with a bit more",
    replace: [
      [
        "return Array.from({length: count}, (_, i) => slerp(a, b, i / (count - 1)));",
        "const all: number[][] = [];\n  for (let t = 0; t < 1 + 0.1; t += 1 / (count - 1)) all.push(slerp(a, b, t));\n  return all;",
      ],
    ],
  },
  {
    name: "the last is left out",
    replace: [["slerp(a, b, i / (count - 1)));", "slerp(a, b, i / (count - 1))).slice(0, -1);"]],
  },
  {
    name: "steps rounded to two digits",
    replace: [
      ["slerp(a, b, i / (count - 1))", "slerp(a, b, Number((i / (count - 1)).toFixed(2)))"],
    ],
  },
  {name: "at most ten vectors", replace: [["{length: count}", "{length: Math.min(count, 10)}"]]},
  {
    name: "a straight walk",
    replace: [["slerp(a, b, i / (count - 1))", "mix(a, 1 - i / (count - 1), b, i / (count - 1))"]],
  },
  {
    name: "each from the last",
    replace: [
      [
        "(_, i) => slerp(a, b, i / (count - 1)))",
        "(_, i) => i).reduce<number[][]>((all, i) => [...all, i === 0 ? a : slerp(all[i - 1]!, b, 1 / (count - 1))], [])",
      ],
    ],
  },
  {name: "two are too few to divide", replace: [["i / (count - 1)", "i / Math.max(2, count - 1)"]]},
  {
    name: "all angles are sharp",
    replace: [
      ["Math.acos(Math.max(-1, Math.min(1, cosine)))", "Math.acos(Math.min(1, Math.abs(cosine)))"],
    ],
  },
  {
    name: "not limited",
    replace: [["Math.acos(Math.max(-1, Math.min(1, cosine)))", "Math.acos(cosine)"]],
  },
  {
    name: "limited above only",
    replace: [["Math.acos(Math.max(-1, Math.min(1, cosine)))", "Math.acos(Math.min(1, cosine))"]],
  },
  {name: "of equal lengths", replace: [["Math.sqrt(dot(a, a) * dot(b, b))", "dot(a, a)"]]},
  {
    name: "sine",
    replace: [
      [
        "Math.acos(Math.max(-1, Math.min(1, cosine)))",
        "Math.asin(Math.max(-1, Math.min(1, cosine)))",
      ],
    ],
  },
  {
    name: "chord",
    replace: [
      [
        "return Math.acos(Math.max(-1, Math.min(1, cosine)))",
        "return Math.sqrt(Math.max(0, 2 - 2 * cosine))",
      ],
    ],
  },
  {
    name: "in turns",
    replace: [
      [
        "return Math.acos(Math.max(-1, Math.min(1, cosine)))",
        "return Math.acos(Math.max(-1, Math.min(1, cosine))) / Math.PI",
      ],
    ],
  },
  {
    name: "three numbers",
    replace: [
      [
        "return a.reduce((sum, value, i) => sum + value * b[i]!, 0);",
        "return a.slice(0, 3).reduce((sum, value, i) => sum + value * b[i]!, 0);",
      ],
    ],
  },
  {name: "straight below a tenth", replace: [["const tiny = 1e-6", "const tiny = 0.1"]]},
  {
    name: "straight below a thousandth of the cosine",
    replace: [["if (angle < tiny)", "if (Math.cos(angle) > 0.999)"]],
  },
  {name: "straight below 0.01", replace: [["if (angle < tiny)", "if (angle < 0.01)"]]},
  {name: "only equal is equal", replace: [["const tiny = 1e-6", "const tiny = 0"]]},
  {
    name: "half circle from a tenth off",
    replace: [["if (Math.PI - angle < tiny)", "if (Math.PI - angle < 0.1)"]],
  },
  {
    name: "smooth steps",
    replace: [
      [
        "const angle = angleBetween(a, b);",
        "t = t * t * (3 - 2 * t);\n  const angle = angleBetween(a, b);",
      ],
    ],
  },
  {
    name: "a stays whole",
    replace: [["return mix(a, Math.sin((1 - t) * angle) / sine,", "return mix(a, 1,"]],
  },
  {
    name: "equal ones do not move",
    replace: [["if (angle < tiny) return mix(a, 1 - t, b, t)", "if (angle < tiny) return a"]],
  },
  {
    name: "a quarter circle",
    replace: [
      [
        "mix(a, Math.cos(t * Math.PI), c, Math.sin(t * Math.PI))",
        "mix(a, Math.cos(t * Math.PI / 2), c, Math.sin(t * Math.PI / 2))",
      ],
    ],
  },
  {
    name: "past a vector that is not perpendicular",
    replace: [["const across = mix(unit, 1, a, -dot(a, unit) / dot(a, a))", "const across = unit"]],
  },
  {
    name: "past a vector of length 1",
    replace: [
      [
        "value * Math.sqrt(dot(a, a) / dot(across, across))",
        "value / Math.sqrt(dot(across, across))",
      ],
    ],
  },
  {name: "past the largest number's axis", replace: [["Math.min(...sizes)", "Math.max(...sizes)"]]},
  {
    name: "past the first axis",
    replace: [
      ["i === axis ? 1 : 0", "i === 0 ? 1 : 0"],
      ["const axis = sizes.indexOf(Math.min(...sizes));", ""],
      ["const sizes = a.map(Math.abs);", ""],
    ],
  },
  {
    name: "turned in the first plane",
    replace: [
      [
        "mix(a, Math.cos(t * Math.PI), c, Math.sin(t * Math.PI))",
        "mix(a, Math.cos(t * Math.PI), [-a[1]!, a[0]!, ...a.slice(2).map((v) => 0 * v * c[0]!)], Math.sin(t * Math.PI))",
      ],
    ],
  },
  {
    name: "at an uneven pace through a half circle",
    replace: [
      [
        "Math.cos(t * Math.PI), c, Math.sin(t * Math.PI)",
        "Math.cos(t * t * Math.PI), c, Math.sin(t * t * Math.PI)",
      ],
    ],
  },
  {
    name: "the end is b itself",
    isRight: "slerp gives b at t = 1",
    replace: [
      [
        "(_, i) => slerp(a, b, i / (count - 1))",
        "(_, i) => (i === count - 1 ? b : slerp(a, b, i / (count - 1)))",
      ],
    ],
  },
  {
    name: "the other half circle",
    isRight: "any half circle will do",
    replace: [["c, Math.sin(t * Math.PI)", "c, -Math.sin(t * Math.PI)"]],
  },
  {
    name: "straight below 1e-5",
    isRight: "the arc is the line there to eleven digits",
    replace: [["const tiny = 1e-6", "const tiny = 1e-5"]],
  },
];
