import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {heldOutCount, planeSide} from "../../src/experiments/shared/plane/plane-params.js";
import {collapse, cures} from "../../src/experiments/vae-digits/claims.js";
import {testedFaces} from "../../src/experiments/vae-faces/experiment.js";

const file = new URL("../../lessons/04-vaes/index.md", import.meta.url);
const text = readFileSync(file, "utf8").replaceAll(/\s+/g, " ");

test("the chapter says the sizes of plane and tests as they are", () => {
  expect(text).toContain(`${planeSide} by ${planeSide} places`);
  expect(text).toContain(`of its ${planeSide ** 2} places hardly any picture is coded`);
  expect(text).toContain(`of the ${(10_000 - heldOutCount).toLocaleString("en")} that it learned`);
  expect(text).toContain(`right on all ${testedFaces} of the test faces`);
});

test("its links to collapse and cures set what was measured", () => {
  const measured = [collapse, cures].flatMap(({runs}) => Object.values(runs));
  expect(measured.length).toBe(3);
  for (const params of measured) {
    const set = Object.entries(params).map(([name, value]) => `vae-digits.${name}=${value}`);
    expect(text).toContain(`(#${set.join("&")})`);
  }
});
