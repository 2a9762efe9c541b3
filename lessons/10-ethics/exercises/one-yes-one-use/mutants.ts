import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

const step = "else found[entry.request! - 1] = entry.kind;";
const found = "return found;";
const granted = 'state[i] === "granted" &&';
const first = "requests.findIndex(";
const number = "return place + 1;";
const end = "now <= request.until!";
const purpose = "request.purpose === purpose &&";
const uses = 'log.filter((entry) => entry.kind === "used")';
const revoked = 'state[use.request! - 1] === "revoked"';
const pictures = "return taken.map((use) => use.picture!);";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {
    name: "states: about the next request",
    replace: [[step, "else found[entry.request!] = entry.kind;"]],
  },
  {
    name: "states: a no is forgotten",
    replace: [[step, `else if (entry.kind !== "refused") ${step.slice(5)}`]],
  },
  {
    name: "states: what was used stays used",
    replace: [[step, `else if (found[entry.request! - 1] !== "used") ${step.slice(5)}`]],
  },
  {
    name: "states: only what was used can be revoked",
    replace: [
      [
        step,
        `else if (entry.kind !== "revoked" || found[entry.request! - 1] === "used") ${step.slice(5)}`,
      ],
    ],
  },
  {name: "states: four requests at most", replace: [[found, "return found.slice(0, 4);"]]},
  {
    name: "states: the last entry is left out",
    replace: [["of log) {", "of log.slice(0, -1)) {"]],
  },
  {name: "states: twelve entries at most", replace: [["of log) {", "of log.slice(0, 12)) {"]]},
  {
    name: "states: about the request that was asked last",
    replace: [[step, "else found[found.length - 1] = entry.kind;"]],
  },
  {name: "allows: a minute longer", replace: [[end, "now <= request.until! + 1"]]},
  {name: "allows: a minute less", replace: [[end, "now <= request.until! - 1"]]},
  {name: "allows: an hour from the question", replace: [[end, "now <= request.at + 60"]]},
  {name: "allows: at its end alone", replace: [[end, "now === request.until!"]]},
  {
    name: "allows: purposes of the same length",
    replace: [[purpose, "request.purpose!.length === purpose.length &&"]],
  },
  {
    name: "allows: purposes that begin alike",
    replace: [[purpose, "request.purpose!.slice(0, 2) === purpose.slice(0, 2) &&"]],
  },
  {
    name: "allows: a lesson is always allowed",
    replace: [[purpose, '(request.purpose === purpose || purpose === "a lesson") &&']],
  },
  {
    name: "allows: the two, in any order",
    replace: [
      ["request.face === face &&", "request.face! + request.wearer! === face + wearer &&"],
      ["request.wearer === wearer &&", ""],
    ],
  },
  {name: "allows: three requests at most", replace: [[first, "requests.slice(0, 3).findIndex("]]},
  {name: "allows: the first request alone", replace: [[granted, `${granted} i === 0 &&`]]},
  {
    name: "allows: one no ends all",
    replace: [[granted, `${granted} !state.includes("refused") &&`]],
  },
  {
    name: "allows: one that is taken back ends all",
    replace: [[granted, `${granted} !state.includes("revoked") &&`]],
  },
  {
    name: "allows: only just after the yes",
    replace: [[granted, `${granted} log.at(-1)!.request === i + 1 &&`]],
  },
  {name: "allows: 1 if none does", replace: [[number, "return place < 0 ? 1 : place + 1;"]]},
  {name: "allows: -1 if none does", replace: [[number, "return place < 0 ? -1 : place + 1;"]]},
  {
    name: "allows: undefined if none does",
    replace: [[number, "return place < 0 ? (undefined as never) : place + 1;"]],
  },
  {
    name: "withdrawn: the first alone",
    replace: [[pictures, `${pictures.slice(0, -1)}.slice(0, 1);`]],
  },
  {
    name: "withdrawn: not the last",
    replace: [[pictures, `${pictures.slice(0, -1)}.slice(0, -1);`]],
  },
  {
    name: "withdrawn: the newest first",
    replace: [[pictures, `${pictures.slice(0, -1)}.reverse();`]],
  },
  {name: "withdrawn: two uses at most", replace: [[uses, `${uses}.slice(0, 2)`]]},
  {
    name: "withdrawn: about the next request",
    replace: [[revoked, 'state[use.request!] === "revoked"']],
  },
  {
    name: "withdrawn: all, if one was taken back",
    replace: [[revoked, 'state.includes("revoked")']],
  },
  {
    name: "withdrawn: numbers sorted downwards",
    replace: [[pictures, "return taken.map((use) => use.picture!).sort((a, b) => b - a);"]],
  },
  {
    name: "withdrawn: what is not used any more",
    isRight: "of what was used, a request is in the state used or revoked",
    replace: [[revoked, 'state[use.request! - 1] !== "used"']],
  },
  {
    name: "allows: nothing that was asked later",
    isRight: "nobody asks after now",
    replace: [[granted, `${granted} request.at <= now &&`]],
  },
  {
    name: "states: from a map",
    isRight: "a map keeps its keys in the order in which they came",
    replace: [
      ["const found: string[] = [];", "const found = new Map<number, string>();"],
      ['found.push("asked")', 'found.set(found.size + 1, "asked")'],
      [step, "else found.set(entry.request!, entry.kind);"],
      [found, "return [...found.values()];"],
    ],
  },
];
