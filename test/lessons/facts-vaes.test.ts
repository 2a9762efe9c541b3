import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {unpackRecording} from "../../lib/training/recording.js";
import {autoencoder} from "../../src/experiments/autoencoder/experiment.js";
import {heldOutCount, planeSide} from "../../src/experiments/shared/plane/plane-params.js";
import {vaeDigits} from "../../src/experiments/vae-digits/experiment.js";

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const text = file("lessons/04-vaes/index.md").toString().replaceAll(/\s+/g, " ");
const recordingOf = (id: string) => unpackRecording(dataFile(`recorded/${id}`));
const plain = recordingOf(autoencoder.id);
const clouds = recordingOf(vaeDigits.id);

describe("what the chapter says of the recorded planes", () => {
  test("is what was measured", () => {
    const [before, after] = [plain, clouds].map(({measurements}) => measurements.at(-1)!.scalars);
    expect(text).toContain(`there are ${before!.coverage} of the ten digits`);
    expect(text).toContain(`recognises no digit in ${before!.holes!.toFixed(0)} %`);
    expect(text).toContain(`*codes fitted*: ${before!.fittedHoles!.toFixed(0)} % are not`);
    expect(text).toContain(
      `${after!.coverage} digits are on the plane instead of ${before!.coverage}, and ${after!.holes!.toFixed(0)} % of the drawn codes are not recognised instead of ${before!.holes!.toFixed(0)} %`,
    );
    expect(text).toContain(
      `To ${before!.gaps} of its ${planeSide ** 2} places hardly any picture is coded`,
    );
    expect(text).toContain(
      `Places to which hardly any picture is coded: ${after!.gaps}, instead of ${before!.gaps}.`,
    );
    expect(text).toContain(`${planeSide} by ${planeSide} places`);
    expect(text).toContain(
      `of the ${(10_000 - heldOutCount).toLocaleString("en")} that it learned`,
    );
  });

  test("was recorded with the settings that the experiments start with", () => {
    for (const [{params}, spec] of [
      [plain, autoencoder],
      [clouds, vaeDigits],
    ] as const)
      for (const [name, {default: value}] of Object.entries(spec.params))
        expect(params[name], `${spec.id} ${name}`).toBe(value);
  });
});
