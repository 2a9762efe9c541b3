import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const step = "else found[entry.request! - 1] = entry.kind;";
const found = "return found;";
const granted = 'state[i] === "granted" &&';
const wasGranted = 'log.some((entry) => entry.kind === "granted" && entry.request === i + 1) &&';
const wasUsed = 'log.some((entry) => entry.kind === "used" && entry.request === i + 1)';
const first = "requests.findIndex(";
const number = "return place + 1;";
const end = "now <= request.until!";
const uses = 'log.filter((entry) => entry.kind === "used")';
const revoked = 'state[use.request! - 1] === "revoked"';
const pictures = "return taken.map((use) => use.picture!);";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "first-thing",
    expect: "the first thing that became of each",
    replace: [
      [
        step,
        'else if (found[entry.request! - 1] === "asked") found[entry.request! - 1] = entry.kind;',
      ],
    ],
  },
  {name: "as-it-began", expect: "this is how each began", replace: [[step, ""]]},
  {
    name: "each-entry",
    expect: "this is one for each entry",
    replace: [[found, "return log.map(({kind}) => kind);"]],
  },
  {
    name: "without-the-last",
    expect: "the last request is missing",
    replace: [[found, "return found.slice(0, -1);"]],
  },
  {
    name: "newest-first",
    expect: "the order is the other way round",
    replace: [[found, "return found.reverse();"]],
  },
  {
    name: "granted-or-not",
    expect: "give the state in its word",
    replace: [[found, 'return found.map((state) => state === "granted") as never;']],
  },
  {
    name: "whatever-became",
    expect: "whatever became of it",
    replace: [[granted, "state.length > i &&"]],
  },
  {
    name: "silence-is-yes",
    expect: "no answer is taken for a yes",
    replace: [[granted, '(state[i] === "granted" || state[i] === "asked") &&']],
  },
  {
    name: "again-and-again",
    expect: "a consent is for one use",
    replace: [[granted, '(state[i] === "granted" || state[i] === "used") &&']],
  },
  {
    name: "once-granted",
    expect: "look at what came after",
    replace: [[granted, wasGranted]],
  },
  {
    name: "never-taken-back",
    expect: "though it was once granted",
    replace: [[granted, `${wasGranted} !${wasUsed} &&`]],
  },
  {
    name: "not-refused",
    expect: "that nobody refused is not a yes",
    replace: [[granted, 'state[i] !== "refused" &&']],
  },
  {
    name: "any-purpose",
    expect: "the purpose is not looked at",
    replace: [["request.purpose === purpose &&", 'purpose !== "" &&']],
  },
  {
    name: "any-wearer",
    expect: "the wearer is not looked at",
    replace: [["request.wearer === wearer &&", "wearer > 0 &&"]],
  },
  {
    name: "any-face",
    expect: "the face is not looked at",
    replace: [["request.face === face &&", "face > 0 &&"]],
  },
  {
    name: "changed-places",
    expect: "face and wearer have changed places",
    replace: [
      ["request.face === face &&", "request.face === wearer &&"],
      ["request.wearer === wearer &&", "request.wearer === face &&"],
    ],
  },
  {name: "no-end", expect: "the end is not looked at", replace: [[end, "now >= 0"]]},
  {
    name: "over-at-its-end",
    expect: "at the minute of its end it still holds",
    replace: [[end, "now < request.until!"]],
  },
  {
    name: "end-turned-round",
    expect: "the end is looked at the wrong way round",
    replace: [[end, "now >= request.until!"]],
  },
  {name: "from-0", expect: "this is a place in the list", replace: [[number, "return place;"]]},
  {
    name: "last-one",
    expect: "this is the last request that allows it",
    replace: [[first, "requests.findLastIndex("]],
  },
  {
    name: "true-or-false",
    expect: "give the number of the request, or 0",
    replace: [[number, "return (place >= 0) as never;"]],
  },
  {
    name: "how-many",
    expect: "this is how many allow it",
    replace: [
      [first, "requests.filter("],
      [number, "return place.length;"],
    ],
  },
  {
    name: "all-of-them",
    expect: "these are all that allow it",
    replace: [
      [first, "requests.map((request, place) => ({...request, place})).filter("],
      [number, "return place.map((each) => each.place + 1) as never;"],
    ],
  },
  {
    name: "place-in-the-log",
    expect: "this is the place of the entry in the log",
    replace: [[number, "return log.indexOf(requests[place]!) + 1;"]],
  },
  {
    name: "all-that-was-made",
    expect: "these are all that were made",
    replace: [[revoked, "state.length > 0"]],
  },
  {
    name: "what-stands",
    expect: "these are the ones that still stand",
    replace: [[revoked, 'state[use.request! - 1] !== "revoked"']],
  },
  {
    name: "as-taken-back",
    expect: "the order in which they were taken back",
    replace: [
      [
        uses,
        'log.filter(({kind}) => kind === "revoked").flatMap((last) => log.filter((entry) => entry.kind === "used" && entry.request === last.request))',
      ],
    ],
  },
  {
    name: "as-asked",
    expect: "this is the order of the requests",
    replace: [[uses, `${uses}.sort((a, b) => a.request! - b.request!)`]],
  },
  {
    name: "sorted",
    expect: "these are sorted by number",
    replace: [[pictures, "return taken.map((use) => use.picture!).sort((a, b) => a - b);"]],
  },
  {
    name: "requests",
    expect: "these are the requests that were taken back",
    replace: [
      [pictures, 'return log.filter(({kind}) => kind === "revoked").map(({request}) => request!);'],
    ],
  },
  {
    name: "how-many-pictures",
    expect: "this is how many there are",
    replace: [[pictures, "return taken.length as never;"]],
  },
  {
    name: "zeros",
    expect: "give nothing for a request of which",
    replace: [
      [
        pictures,
        "return state.map((_, i) => taken.find((use) => use.request === i + 1)?.picture ?? 0);",
      ],
    ],
  },
];
