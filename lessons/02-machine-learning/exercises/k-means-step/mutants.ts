import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "cubes", replace: [["(value - b[i]!) ** 2", "(value - b[i]!) ** 3"]]},
  {name: "sizes of cubes", replace: [["(value - b[i]!) ** 2", "Math.abs(value - b[i]!) ** 3"]]},
  {
    name: "the largest difference",
    replace: [
      [
        "sum(a.map((value, i) => (value - b[i]!) ** 2))",
        "Math.max(...a.map((value, i) => Math.abs(value - b[i]!)))",
      ],
    ],
  },
  {
    name: "the last number is left out",
    replace: [["sum(a.map((value, i)", "sum(a.slice(0, -1).map((value, i)"]],
  },
  {
    name: "the first number is left out",
    replace: [["(value - b[i]!) ** 2)", "i === 0 && a.length > 1 ? 0 : (value - b[i]!) ** 2)"]],
  },
  {
    name: "three numbers of a point",
    replace: [["sum(a.map((value, i)", "sum(a.slice(0, 3).map((value, i)"]],
  },
  {
    name: "rounded distances",
    replace: [["(value - b[i]!) ** 2))", "(value - b[i]!) ** 2)).toFixed(0) as unknown as number"]],
  },
  {
    name: "the first two means",
    replace: [["means.map((mean) => squared", "means.slice(0, 2).map((mean) => squared"]],
  },
  {
    name: "the first four means",
    replace: [["means.map((mean) => squared", "means.slice(0, 4).map((mean) => squared"]],
  },
  {name: "compared with the first number", replace: [["b[i]!) ** 2", "b[0]!) ** 2"]]},
  {name: "the largest product", replace: [["(value - b[i]!) ** 2", "-value * b[i]!"]]},
  {
    name: "nothing is farther than 20",
    replace: [["Math.min(...distances)", "Math.min(400, ...distances)"]],
  },
  {
    name: "weighed by the mean's size",
    replace: [["(value - b[i]!) ** 2", "(value - b[i]!) ** 2 / (1 + b[i]! ** 2)"]],
  },
  {
    name: "the mean itself",
    replace: [
      [
        "distances.indexOf(Math.min(...distances))",
        "means[distances.indexOf(Math.min(...distances))] as never",
      ],
    ],
  },
  {
    name: "as texts",
    replace: [
      [
        "distances.indexOf(Math.min(...distances))",
        "String(distances.indexOf(Math.min(...distances))) as never",
      ],
    ],
  },
  {name: "one less to divide by", replace: [["/ own.length", "/ Math.max(1, own.length - 1)"]]},
  {
    name: "the middle of the range",
    replace: [
      [
        "sum(own.map((point) => point[a]!)) / own.length",
        "(Math.min(...own.map((point) => point[a]!)) + Math.max(...own.map((point) => point[a]!))) / 2",
      ],
    ],
  },
  {name: "clusters counted from 1", replace: [["clusters[i] === j", "clusters[i] === j + 1"]]},
  {name: "one point is none", replace: [["own.length === 0", "own.length <= 1"]]},
  {
    name: "half of the way",
    replace: [
      [
        "return mean.map((_, a) => sum(own.map((point) => point[a]!)) / own.length)",
        "return mean.map((old, a) => (old + sum(own.map((point) => point[a]!)) / own.length) / 2)",
      ],
    ],
  },
  {name: "the first number everywhere", replace: [["point[a]!", "point[0]!"]]},
  {name: "the first point where there is none", replace: [["return mean;", "return points[0]!;"]]},
  {
    name: "up to the last cluster in use",
    replace: [
      [
        "return means.map((mean, j) =>",
        "return means.slice(0, Math.max(...clusters) + 1).map((mean, j) =>",
      ],
    ],
  },
  {name: "assigns anew", replace: [["clusters[i] === j", "assign(points, means)[i] === j"]]},
  {
    name: "rounded to two digits",
    replace: [
      [
        "sum(own.map((point) => point[a]!)) / own.length",
        "Number((sum(own.map((point) => point[a]!)) / own.length).toFixed(2))",
      ],
    ],
  },
  {
    name: "the last point wins",
    replace: [
      [
        "const own = points.filter((_, i) => clusters[i] === j);",
        "const own = points.filter((_, i) => clusters[i] === j).slice(-1);",
      ],
    ],
  },
  {
    name: "five points of a cluster",
    replace: [["=> clusters[i] === j);", "=> clusters[i] === j).slice(0, 5);"]],
  },
  {
    name: "the same point counts once",
    replace: [
      [
        "=> clusters[i] === j);",
        "=> clusters[i] === j).filter((p, i, all) => all.findIndex((q) => String(q) === String(p)) === i);",
      ],
    ],
  },
  {
    name: "with the root",
    isRight: "the root keeps the order",
    replace: [
      [
        "return sum(a.map((value, i) => (value - b[i]!) ** 2))",
        "return Math.sqrt(sum(a.map((value, i) => (value - b[i]!) ** 2)))",
      ],
    ],
  },
  {
    name: "mean of the squares",
    isRight: "all are divided by the same",
    replace: [["(value - b[i]!) ** 2)", "(value - b[i]!) ** 2 / a.length)"]],
  },
  {
    name: "into the means",
    isRight: "the arguments are copies, and each mean is read before it is written",
    replace: [
      [
        "return mean.map((_, a) => sum(own.map((point) => point[a]!)) / own.length);",
        "mean.forEach((_, a) => { mean[a] = sum(own.map((point) => point[a]!)) / own.length; });\n    return mean;",
      ],
    ],
  },
];
