import {expect, test} from "vitest";
import {requestsOf} from "../../../lib/provenance/consent-requests.js";
import {entryText, standingText} from "../../../lib/provenance/consent-words.js";
import {asked, at, picture, written} from "./consent-cases.js";

const all = written(
  asked(),
  {kind: "granted", at: at(2), request: 1},
  {kind: "used", at: at(3), request: 1, picture},
  {kind: "revoked", at: at(4), request: 1},
  asked({at: at(5), purpose: "card"}),
  {kind: "refused", at: at(6), request: 2},
  asked({at: at(7)}),
  {kind: "granted", at: at(8), request: 3},
  {kind: "revoked", at: at(9), request: 3},
);

test("the log tells who, whose face, what for, until when, and which picture", () => {
  const said = all.map((entry) => entryText(all, entry));
  expect(said[0]).toBe(
    "1208 asks to wear the face of 4711 once, for a lesson, until 2026-11-29, 19:00:00 UTC.",
  );
  expect(said[1]).toBe("The guardian of 4711 says yes to request 1.");
  expect(said[2]).toBe(
    "By request 1 1208 wore the face of 4711, for a lesson, until 2026-11-29, 19:00:00 UTC. Picture 3fa9 12bc.",
  );
  expect(said[3]).toBe(
    "The guardian of 4711 takes the consent to request 1 back. Picture 3fa9 12bc is withdrawn.",
  );
  expect(said[5]).toBe("The guardian of 4711 says no to request 2.");
  expect(said[8]).toContain("Nothing had been made of it.");
});

test("what may be done with a picture", () => {
  const [request] = requestsOf(all);
  expect(standingText(request!, "standing")).toContain("may be saved until 2026-11-29, 19:00:00");
  expect(standingText(request!, "over")).toContain("cannot be saved any more. Ask again");
  expect(standingText(request!, "withdrawn")).toContain("A copy that was saved before is out of");
});
