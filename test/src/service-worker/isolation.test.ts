import {expect, test} from "vitest";
import {isPlaceOfCode, withHeaders} from "../../../src/service-worker/isolation.js";

const headers = {"Cross-Origin-Opener-Policy": "same-origin"};

test.each([
  ["a page", {mode: "navigate", destination: "document"}, true],
  ["a frame", {mode: "navigate", destination: "iframe"}, true],
  ["a worker", {mode: "same-origin", destination: "worker"}, true],
  ["a module", {mode: "cors", destination: "script"}, false],
  ["a file that code asks for", {mode: "cors", destination: ""}, false],
] as const)("of %s, whether it is answered for", (_, request, is) => {
  expect(isPlaceOfCode(request)).toBe(is);
});

test("an answer keeps its words, its status and its other headers", async () => {
  const answer = new Response("gone", {
    status: 404,
    statusText: "Not Found",
    headers: {"Content-Type": "text/html", "cross-origin-opener-policy": "unsafe-none"},
  });
  const isolated = withHeaders(answer, headers);
  expect([isolated.status, isolated.statusText, await isolated.text()]).toEqual([
    404,
    "Not Found",
    "gone",
  ]);
  expect([...isolated.headers]).toEqual([
    ["content-type", "text/html"],
    ["cross-origin-opener-policy", "same-origin"],
  ]);
});

test("one without a body is answered too, and a redirect is the browser's own matter", () => {
  expect(withHeaders(new Response(null, {status: 304}), headers).status).toBe(304);
  const redirect = Response.error(); // the one response with status 0 that Node has
  expect(withHeaders(redirect, headers)).toBe(redirect);
});
