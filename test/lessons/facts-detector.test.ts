/** Numbers that the page about detectors says of its first figure, computed again, as it does; those of five seeds are evidence. */
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {triedDetector} from "../../lib/provenance/detector-trial.js";
import {foundIn} from "../../lib/provenance/watermark-trial.js";
import {realId, unpackJudged} from "../../lib/questions/judged-pictures.js";
import {dotGroups, rateText} from "../../src/figures/provenance/base-rate.js";

const page = readFileSync(
  new URL("../../lessons/10-ethics/made-or-real.md", import.meta.url),
  "utf8",
);

test("what it finds at first", () => {
  const {images: real} = imageDataset(digits, dataFile("denoiser-digits"));
  const judged = unpackJudged(dataFile("judged-digits")).makers.filter(({id}) => id !== realId);
  const makers = Object.fromEntries(judged.map(({id, images}) => [id, images]));
  const tried = triedDetector(real, makers, {learned: "vae-digits", falseAlarms: 0.05, seed: 1});
  const found = (maker: string) => {
    const made = tried.made[maker]!;
    return Math.round((100 * foundIn(made, tried.limit)) / made.length);
  };
  const [known, late] = [found("vae-digits"), found("gan-digits")];
  expect(page).toContain(`it finds ${known} % of the VAE’s pictures, and ${late} % of the GAN’s`);
});

test("one in a hundred", () => {
  const rates = {found: 95, falseAlarms: 5, made: 1};
  expect(page).toContain("It is 16 %");
  expect(rateText(rates)).toMatch(/16 % of its alarms are right/);
  const groups = dotGroups(rates);
  expect(groups.map(({from, to}) => to - from)).toEqual([10, 0, 50, 940]);
  expect(rateText({...rates, made: 50})).toMatch(/95 % of its alarms are right/);
});
