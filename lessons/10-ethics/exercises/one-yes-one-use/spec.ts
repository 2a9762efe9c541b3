import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Kind = "asked" | "granted" | "refused" | "used" | "revoked";

interface Terms {
  readonly face: number;
  readonly wearer: number;
  readonly purpose: string;
  readonly until: number;
}

type Entry = {readonly kind: Kind; readonly at: number} & Partial<Terms> & {
    readonly request?: number;
    readonly picture?: number;
  };

/** All that may become of a request. */
const paths: readonly (readonly Kind[])[] = [
  ["asked"],
  ["asked", "granted"],
  ["asked", "granted", "used"],
  ["asked", "granted", "used", "revoked"],
  ["asked", "granted", "revoked"],
  ["asked", "refused"],
];

const purposes = ["a lesson", "a card", "a joke"] as const;
const avatars = [1, 2, 3] as const;
/** Longer than any drawn log takes, so that nothing in it comes too late. */
const leastMinutes = 30;

/** A log of some requests, in any order that is legal. */
function drawLog(draw: Draw, least = 1): Entry[] {
  const left = draw.list(least, 5, () => [...draw.oneOf(paths)]);
  const numbers = left.map(() => 0);
  const log: Entry[] = [];
  let requests = 0;
  let at = 0;
  const pictures = [...Array(9).keys()].map((i) => 10 * (9 - i));
  while (left.some((path) => path.length > 0)) {
    const open = left.flatMap((path, i) => (path.length > 0 ? [i] : []));
    const i = draw.oneOf(open);
    const kind = left[i]!.shift()!;
    at++;
    if (kind === "asked") {
      numbers[i] = ++requests;
      log.push({kind, at, ...drawTerms(draw, at)});
    } else {
      const picture = {picture: pictures[i]! + draw.integer(0, 9)};
      log.push({kind, at, request: numbers[i]!, ...(kind === "used" && picture)});
    }
  }
  return log;
}

function drawTerms(draw: Draw, at: number): Terms {
  const face = draw.integer(1, 3);
  return {
    face,
    wearer: draw.oneOf(avatars.filter((each) => each !== face)),
    purpose: draw.oneOf(purposes),
    until: at + leastMinutes + draw.integer(0, 9),
  };
}

interface Question {
  readonly log: Entry[];
  readonly face: number;
  readonly wearer: number;
  readonly purpose: string;
  readonly now: number;
}

/** Mostly about one of the requests, or nearly; at its end, just after it, or before. */
function drawQuestion(draw: Draw): Question {
  const log = drawLog(draw);
  const asked = requestsOf(log);
  const states = statesOf(log);
  const granted = asked.filter((_, i) => states[i] === "granted");
  const about = draw.oneOf(granted.length > 0 && draw.integer(0, 3) > 0 ? granted : asked);
  const last = log.at(-1)!.at;
  const {face, wearer, purpose, until} = {...about, ...changed(draw, about)};
  return {log, face, wearer, purpose, now: draw.oneOf([last, until - 1, until, until + 1])};
}

/** One thing about a request that is otherwise, in half of all cases. */
function changed(draw: Draw, {face, wearer, purpose}: Terms): Partial<Terms> {
  const third = avatars.find((each) => each !== face && each !== wearer)!;
  const changes: readonly Partial<Terms>[] = [
    {face: third},
    {wearer: third},
    {purpose: draw.oneOf(purposes.filter((each) => each !== purpose))},
    {face: wearer, wearer: face},
  ];
  return changes[draw.integer(0, 7)] ?? {};
}

function requestsOf(log: readonly Entry[]): Terms[] {
  return log.filter(({kind}) => kind === "asked") as unknown as Terms[];
}

function statesOf(log: readonly Entry[]): Kind[] {
  const numbered = log.filter(({kind}) => kind === "asked").map((_, i) => i + 1);
  return numbered.map((number) => log.findLast(({request}) => request === number)?.kind ?? "asked");
}

/** Which kinds of entries there are about a request. */
function kindsOf(log: readonly Entry[], number: number): readonly Kind[] {
  return log.flatMap(({kind, request}) => (request === number ? [kind] : []));
}

interface Asked extends Terms {
  readonly number: number;
  readonly state: Kind;
  readonly kinds: readonly Kind[];
}

const all = {
  state: ({state}: Asked) => state === "granted",
  face: (request: Asked, {face}: Question) => request.face === face,
  wearer: (request: Asked, {wearer}: Question) => request.wearer === wearer,
  purpose: (request: Asked, {purpose}: Question) => request.purpose === purpose,
  end: ({until}: Asked, {now}: Question) => now <= until,
};

type Rules = Readonly<Record<keyof typeof all, (request: Asked, question: Question) => boolean>>;

/** Requests that allow it, by these rules. */
function allowing(question: Question, other: Partial<Rules> = {}): number[] {
  const {log} = question;
  const states = statesOf(log);
  const rules = Object.values({...all, ...other});
  return requestsOf(log).flatMap((terms, i) => {
    const request = {...terms, number: i + 1, state: states[i]!, kinds: kindsOf(log, i + 1)};
    return rules.every((rule) => rule(request, question)) ? [i + 1] : [];
  });
}

const first = (question: Question, other: Partial<Rules> = {}) => allowing(question, other)[0] ?? 0;
const any = () => true;

const allowedDemand = (question: Question) => {
  const {log, face, wearer} = question;
  const place = (number: number) =>
    log.indexOf(log.filter(({kind}) => kind === "asked")[number - 1]!);
  return {
    advice:
      "of the requests whose state is “granted” the first whose face, wearer and purpose are these, and whose end has not passed.",
    mistakes: [
      {
        value: first(question, {state: any}),
        advice: "here a request counts whatever became of it. Only one that is granted now counts.",
      },
      {
        value: first(question, {state: ({state}) => state === "granted" || state === "asked"}),
        advice: "no answer is taken for a yes. It is a no.",
      },
      {
        value: first(question, {state: ({state}) => state === "granted" || state === "used"}),
        advice: "a consent is for one use. One that was used allows no other.",
      },
      {
        value: first(question, {
          state: ({kinds}) => kinds.includes("granted") && !kinds.includes("used"),
        }),
        advice: "a consent that was taken back allows nothing, though it was once granted.",
      },
      {
        value: first(question, {state: ({kinds}) => kinds.includes("granted")}),
        advice: "it was granted once, but look at what came after.",
      },
      {
        value: first(question, {state: ({state}) => state !== "refused"}),
        advice: "that nobody refused is not a yes: the state must be “granted”.",
      },
      {
        value: first(question, {purpose: any}),
        advice: "the purpose is not looked at. A yes for one is none for another.",
      },
      {
        value: first(question, {wearer: any}),
        advice: "the wearer is not looked at. A yes for one is none for another.",
      },
      {
        value: first(question, {face: any}),
        advice: "the face is not looked at: this is somebody else’s yes.",
      },
      {
        value: first({...question, face: wearer, wearer: face}),
        advice: "face and wearer have changed places. Who lends, and who borrows?",
      },
      {
        value: first(question, {end: any}),
        advice: "the end is not looked at. What is over allows nothing.",
      },
      {
        value: first(question, {end: ({until}, {now}) => now < until}),
        advice: "at the minute of its end it still holds.",
      },
      {
        value: first(question, {end: ({until}, {now}) => now >= until}),
        advice: "the end is looked at the wrong way round: `now` must not be after it.",
      },
      {
        value: first(question) - 1,
        advice:
          "this is a place in the list, from 0, and -1 for none. Requests are numbered from 1.",
      },
      {
        value: allowing(question).at(-1) ?? 0,
        advice: "this is the last request that allows it. Give the first.",
      },
      {value: first(question) > 0, advice: "give the number of the request, or 0."},
      {
        value: allowing(question).length,
        advice: "this is how many allow it. Give the number of the first.",
      },
      {value: allowing(question), advice: "these are all that allow it. Give the first, or 0."},
      {
        value: first(question) ? place(first(question)) + 1 : 0,
        advice: "this is the place of the entry in the log. Number the requests alone.",
      },
    ],
  };
};

const statesDemand = (log: readonly Entry[]) => {
  const right = statesOf(log);
  const firstKind = right.map((_, i) => kindsOf(log, i + 1)[0] ?? "asked");
  return {
    advice: "one state for each request, in their order: the kind of the last entry about it.",
    mistakes: [
      {
        value: firstKind,
        advice: "this is the first thing that became of each. The last entry counts.",
      },
      {value: right.map(() => "asked"), advice: "this is how each began. The last entry counts."},
      {
        value: log.map(({kind}) => kind),
        advice: "this is one for each entry. Give one for each request.",
      },
      {
        value: right.slice(0, -1),
        advice: "the last request is missing.",
      },
      {
        value: right.toReversed(),
        advice: "the order is the other way round: the oldest request comes first.",
      },
      {
        value: right.map((state) => state === "granted"),
        advice: "give the state in its word, not true or false.",
      },
    ],
  };
};

const usesOf = (log: readonly Entry[]) => log.filter(({kind}) => kind === "used");

function withdrawnOf(log: readonly Entry[]): number[] {
  const states = statesOf(log);
  return usesOf(log).flatMap(({request, picture}) =>
    states[request! - 1] === "revoked" ? [picture!] : [],
  );
}

const withdrawnDemand = (log: readonly Entry[]) => {
  const states = statesOf(log);
  const right = withdrawnOf(log);
  const pictures = usesOf(log).map(({picture}) => picture!);
  const revoked = log.flatMap(({kind, request}) => (kind === "revoked" ? [request!] : []));
  const pictureOf = (number: number) =>
    usesOf(log).find(({request}) => request === number)?.picture;
  return {
    advice: "of the pictures that were made, in their order, those whose request is revoked now.",
    mistakes: [
      {
        value: pictures,
        advice: "these are all that were made. Only those taken back are asked for.",
      },
      {
        value: pictures.filter((picture) => !right.includes(picture)),
        advice: "these are the ones that still stand.",
      },
      {
        value: revoked.flatMap((number) => pictureOf(number) ?? []),
        advice:
          "this is the order in which they were taken back. Give that in which they were made.",
      },
      {
        value: states.flatMap((state, i) =>
          state === "revoked" && pictureOf(i + 1) !== undefined ? [pictureOf(i + 1)!] : [],
        ),
        advice: "this is the order of the requests. Give that in which the pictures were made.",
      },
      {
        value: right.toSorted((a, b) => a - b),
        advice: "these are sorted by number. Give them in the order in which they were made.",
      },
      {
        value: revoked,
        advice: "these are the requests that were taken back. Give the pictures made by them.",
      },
      {
        value: right.length,
        advice: "this is how many there are. Give the pictures.",
      },
      {
        value: states.map((state, i) => (state === "revoked" ? (pictureOf(i + 1) ?? 0) : 0)),
        advice: "give nothing for a request of which no picture is withdrawn, not 0.",
      },
    ],
  };
};

/** Request 1 is asked, and so on: the entries about it, one a minute, and its end at minute 40. */
function ofOne(...kinds: readonly Kind[]): Entry[] {
  const terms = {face: 1, wearer: 3, purpose: "a card", until: 40};
  return kinds.map((kind, at) => {
    if (kind === "asked") return {kind, at, ...terms};
    return {kind, at, request: 1, ...(kind === "used" && {picture: 77})};
  });
}

/** Three requests, made in the order 2, 3, 1 and taken back in the order 1, 3, 2. */
const threeTakenBack: readonly Entry[] = [
  ...[1, 2, 3].map((face) => ({kind: "asked", face, wearer: 4, purpose: "a joke", until: 40})),
  ...[1, 2, 3].map((request) => ({kind: "granted", request})),
  ...[2, 3, 1].map((request) => ({kind: "used", request, picture: [50, 20, 80][request - 1]!})),
  ...[1, 3, 2].map((request) => ({kind: "revoked", request})),
].map((entry, at) => ({...entry, at}) as Entry);

export const tests = [
  property(
    "states",
    "what became of any request",
    1,
    (draw) => drawLog(draw),
    async (log, {call, check}) => {
      check.same(await call("states", log), statesOf(log), statesDemand(log));
    },
    30,
  ),
  test("states", "of nothing, and of each way", 1, async ({call, check}) => {
    check.same(await call("states", []), [], {advice: "an empty log has no request."});
    for (const path of paths)
      check.same(await call("states", ofOne(...path)), [path.at(-1)], {
        advice: `here the entries are ${path.join(", ")}: the last one counts.`,
      });
  }),
  property(
    "allows",
    "any question about any log",
    2,
    drawQuestion,
    async (question, {call, check}) => {
      const {log, face, wearer, purpose, now} = question;
      check.same(
        await call("allowedBy", log, face, wearer, purpose, now),
        first(question),
        allowedDemand(question),
      );
    },
    50,
  ),
  test("allows", "what became of it, and when", 2, async ({call, check}) => {
    const at = (log: Entry[], now: number) => call("allowedBy", log, 1, 3, "a card", now);
    for (const path of paths) {
      const isGranted = path.at(-1) === "granted";
      check.same(await at(ofOne(...path), 20), isGranted ? 1 : 0, {
        advice: `here the entries are ${path.join(", ")}. ${isGranted ? "It is granted" : "Only “granted” as the last of them allows it"}.`,
      });
    }
    check.same(await at(ofOne("asked", "granted"), 40), 1, {
      advice: "at the minute of its end it still holds.",
    });
    check.same(await at(ofOne("asked", "granted"), 41), 0, {
      advice: "the end is not looked at. What is over allows nothing.",
    });
    const twice: Entry[] = [
      ...ofOne("asked", "granted"),
      {...ofOne("asked")[0]!, at: 2},
      {kind: "granted", at: 3, request: 2},
    ];
    check.same(await at(twice, 20), 1, {
      advice: "here two requests allow it. Give the first.",
      mistakes: [{value: 2, advice: "this is the last request that allows it. Give the first."}],
    });
    check.same(await at([], 0), 0, {advice: "an empty log allows nothing: 0."});
  }),
  test("allows", "a yes for one is none for another", 1, async ({call, check}) => {
    for (const granted of purposes)
      for (const wanted of purposes) {
        const log = ofOne("asked", "granted").map((entry) =>
          entry.kind === "asked" ? {...entry, purpose: granted} : entry,
        );
        check.same(await call("allowedBy", log, 1, 3, wanted, 20), granted === wanted ? 1 : 0, {
          advice:
            granted === wanted
              ? "all of it fits: request 1 allows this."
              : "the purpose is not looked at. A yes for one is none for another.",
        });
      }
    for (const [face, wearer] of [
      [1, 2],
      [2, 3],
      [2, 2],
      [3, 1],
    ] as const)
      check.same(
        await call("allowedBy", ofOne("asked", "granted"), face, wearer, "a card", 20),
        0,
        {advice: "3 was allowed to wear the face of 1. Both of them must be the same."},
      );
  }),
  property(
    "withdrawn",
    "pictures of any log",
    2,
    (draw) => drawLog(draw, 2),
    async (log, {call, check}) => {
      check.same(await call("withdrawn", log), withdrawnOf(log), withdrawnDemand(log));
    },
    30,
  ),
  test("withdrawn", "of each way, and in their order", 1, async ({call, check}) => {
    check.same(
      await call("withdrawn", threeTakenBack),
      withdrawnOf(threeTakenBack),
      withdrawnDemand(threeTakenBack),
    );
    for (const path of paths) {
      const isGone = path.length === 4;
      check.same(await call("withdrawn", ofOne(...path)), isGone ? [77] : [], {
        advice: `here the entries are ${path.join(", ")}. ${isGone ? "The picture is withdrawn" : "No picture is withdrawn"}.`,
      });
    }
  }),
];
