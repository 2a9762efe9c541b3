import {expect, test} from "vitest";
import {SwapSession} from "../../../../src/figures/provenance/swap-session.js";
import {at, picture} from "../../../lib/provenance/consent-cases.js";

const minuteMs = 60_000;

/** A session with a clock that stands still until it is moved, and all that it has made and saved. */
function begun() {
  let minutes = 0;
  const saved: string[] = [];
  const made: string[] = [];
  const session = new SwapSession({
    numbers: numbers(),
    stays: ["mouth"],
    now: () => at(minutes),
    swapped(face, wearer, stays) {
      made.push(`${face} on ${wearer}, keeping ${stays.join()}`);
      return {picture: {data: new Uint8Array(3), shape: [1, 1, 1, 3]}, seen: []};
    },
    fileOf: async () => ({png: new Uint8Array(), hash: picture}),
    async save({hash}, {id}) {
      saved.push(`${hash.slice(0, 4)} by ${id}`);
      return "a.png";
    },
  });
  return {
    ...{session, saved, made},
    later: (by: number) => {
      minutes += by;
    },
  };
}

function* numbers(): Generator<number, never> {
  for (let number = 4711; ; number++) yield number;
}

test("without consent nothing is made, saved or written", async () => {
  const {session, made, saved} = begun();
  expect(await session.wear("lesson")).toContain("No consent: nobody has asked 4711");
  expect(await session.save()).toBe("There is no picture yet. Make one first.");
  expect(session.answer("granted")).toBe("Nobody has asked for the face of 4711. Ask first.");
  expect(session.takeBack()).toBe("There is no consent of 4711 to take back.");
  session.ask("lesson", 10 * minuteMs);
  expect(await session.wear("lesson")).toContain("request 1 has no answer, and no answer is no");
  session.answer("refused");
  expect(await session.wear("lesson")).toContain("the answer to request 1 was no");
  expect([made, saved]).toEqual([[], []]);
  expect(session.ledger.map(({kind}) => kind)).toEqual(["asked", "refused"]);
});

test("a yes allows one use, for its purpose, and saving until its end", async () => {
  const {session, made, saved, later} = begun();
  session.ask("lesson", 10 * minuteMs);
  expect(session.answer("granted")).toBe("Yes, for this once.");
  expect(await session.wear("card")).toContain("granted for a lesson, not for a birthday card");
  expect(await session.wear("lesson")).toContain("4712 wears the face of 4711");
  expect(await session.wear("lesson")).toContain("was for one use, and that was made");
  expect(made).toEqual(["4711 on 4712, keeping mouth"]);
  expect(session.last()).toMatchObject({standing: "standing", request: {id: 1}});
  expect(await session.save()).toContain("a.png is saved, and says in the file that its face");
  later(11);
  expect(await session.save()).toContain("was allowed until");
  expect(session.last()!.standing).toBe("over");
  expect(saved).toEqual(["3fa9 by 1"]);
});

test("what was made is withdrawn with its consent, and the log keeps it", async () => {
  const {session, saved} = begun();
  session.ask("lesson", 10 * minuteMs);
  session.answer("granted");
  await session.wear("lesson");
  expect(session.takeBack()).toContain("Taken back. What was made is withdrawn");
  expect(session.last()!.standing).toBe("withdrawn");
  expect(await session.save()).toContain("The picture of request 1 is withdrawn");
  expect(saved).toEqual([]);
  expect(session.ledger.map(({kind}) => kind)).toEqual(["asked", "granted", "used", "revoked"]);
  expect(session.takeBack()).toContain("There is no consent of 4711");
});

test("all consent to a face is taken back, and none to another", async () => {
  const {session} = begun();
  for (const purpose of ["lesson", "card"] as const) {
    session.ask(purpose, 10 * minuteMs);
    session.answer("granted");
  }
  session.another("face"); // 4713
  session.ask("lesson", 10 * minuteMs);
  session.answer("granted");
  expect(session.takeBack()).toBe("Taken back, before anything was made.");
  expect(await session.wear("lesson")).toContain("No consent of 4713");
  expect(session.ledger.filter(({kind}) => kind === "revoked")).toHaveLength(1);
});

test("consent that is taken back while the picture is made, or that two presses use, makes none more", async () => {
  const {session} = begun();
  session.ask("lesson", 10 * minuteMs);
  session.answer("granted");
  const making = session.wear("lesson");
  session.takeBack();
  expect(await making).toContain("request 1 cannot be used: it is revoked");
  expect(session.last()).toBeUndefined();
  session.ask("lesson", 10 * minuteMs);
  session.answer("granted");
  const [first, second] = await Promise.all([session.wear("lesson"), session.wear("lesson")]);
  expect(first).toContain("wears the face");
  expect(second).toContain("request 2 cannot be used: it is used");
  expect(session.ledger.filter(({kind}) => kind === "used")).toHaveLength(1);
});

test("an avatar does not ask for its own face", () => {
  const {session} = begun();
  session.wearer = session.face;
  expect(session.ask("lesson", minuteMs)).toContain("invalid wearer: 4711 (another avatar");
  expect(session.ledger).toEqual([]);
});
