/** Numbers that the page about detectors says, computed again, as its figures do. */
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {type Tried, triedDetector} from "../../lib/provenance/detector-trial.js";
import {foundIn} from "../../lib/provenance/watermark-trial.js";
import {realId, unpackJudged} from "../../lib/questions/judged-pictures.js";
import {dotGroups, rateText} from "../../src/figures/provenance/base-rate.js";
import {calibrationOf} from "../../src/figures/provenance/made-detector.js";

const page = readFileSync(
  new URL("../../lessons/10-ethics/made-or-real.md", import.meta.url),
  "utf8",
);
const {images: real} = imageDataset(digits, dataFile("denoiser-digits"));
const judged = unpackJudged(dataFile("judged-digits")).makers.filter(({id}) => id !== realId);
const makers = Object.fromEntries(judged.map(({id, images}) => [id, images]));

/** Five draws of what is held out, made once for each maker that is learned from. */
const draws: Record<string, readonly Tried[]> = {};
function drawsOf(learned: string): readonly Tried[] {
  draws[learned] ??= [1, 2, 3, 4, 5].map((seed) =>
    triedDetector(real, makers, {learned, falseAlarms: 0.05, seed}),
  );
  return draws[learned];
}

/** Least and most over five draws of what is held out, in per cent. */
function rangeOf(learned: string, maker: string, of: "found" | "calibration" = "found"): string {
  const values = drawsOf(learned).map((tried) => {
    if (of === "calibration") return calibrationOf(tried, maker).toFixed(2);
    const made = tried.made[maker]!;
    return String(Math.round((100 * foundIn(made, tried.limit)) / made.length));
  });
  const sorted = [...new Set(values)].sort((a, b) => Number(a) - Number(b));
  return sorted.length === 1 ? sorted[0]! : `${sorted[0]} to ${sorted.at(-1)}`;
}

test.each([
  ["vae-digits", "vae-digits", "it found %s % of the VAE’s pictures every time"],
  ["vae-digits", "gan-digits", "Of the GAN’s it found %s %"],
  ["vae-digits", "picture-tokens", "Of the tokens’ pictures it found %s %"],
  ["vae-digits", "diffusion-digits", "of those of the diffusion model %s %"],
  ["gan-digits", "gan-digits", "It finds %s % of the GAN’s"],
  ["gan-digits", "vae-digits", "%s % of the VAE’s, which it never saw"],
])("learned from %s: of %s", (learned, maker, words) => {
  expect(page).toContain(words.replace("%s", rangeOf(learned, maker)));
});

test("it is calibrated where it knows the maker, and not where it doesn't", () => {
  expect(page).toContain(
    `it is ${rangeOf("vae-digits", "vae-digits", "calibration")} on the VAE’s`,
  );
  expect(page).toContain(`the GAN’s it is ${rangeOf("vae-digits", "gan-digits", "calibration")}`);
});

test("one in a hundred", () => {
  const rates = {found: 95, falseAlarms: 5, made: 1};
  expect(page).toContain("It is 16 %");
  expect(rateText(rates)).toMatch(/16 % of its alarms are right/);
  const groups = dotGroups(rates);
  expect(groups.map(({from, to}) => to - from)).toEqual([10, 0, 50, 940]);
  expect(rateText({...rates, made: 50})).toMatch(/95 % of its alarms are right/);
});
