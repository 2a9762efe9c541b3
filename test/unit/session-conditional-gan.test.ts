import {test} from "vitest";
import {expectToFreeAll, expectToResume, runOptions} from "./session-run.js";

const options = runOptions("conditional-gan", {baseWidth: 4, batchSize: 8, seed: 5});

test("a gan that is told classes resumes bit-equal, the labels of its batches too", () =>
  expectToResume(options));

test("a session frees all that a run made, asked in between", () =>
  expectToFreeAll(options, ["generator", "discriminator"], (client) => {
    const order = {data: Uint32Array.of(7), shape: [1]};
    const inputs = {classes: order, hands: order};
    return client.request({type: "ask", question: "draw", inputs});
  }));
