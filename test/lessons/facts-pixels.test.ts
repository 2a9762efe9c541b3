import {expect, it} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {readIdx} from "../../lib/datasets/idx.js";
import {bytesOf, type Raster, rasterOf} from "../../lib/pipeline/raster.js";
import {type Resizing, resized} from "../../lib/pipeline/resize.js";
import {type Cure, cured, type Harm, harmed, harmWords} from "../../src/experiment/cures.js";
import {closeness} from "../../src/figures/pixels/pixel-text.js";
import {Random} from "../../src/lib/random.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("05-data");
const {data, shape} = readIdx(dataFile("photographs"));
const cat = rasterOf({data, shape: shape as [number, number, number, number]}, 0);
const psnr = (made: Raster) => closeness(bytesOf(cat), bytesOf(made)).psnr!;

const spoilt = (harm: Harm) => rasterOf(bytesOf(harmed(cat, harm, 4, new Random(1))));
/** Over the whole dial. */
const best = (harm: Harm, cure: Cure) =>
  Math.max(...Array.from({length: 10}, (_, i) => psnr(cured(spoilt(harm), cure, i + 1))));

it("says what comes back of a cat of 24 by 24 pixels", () => {
  const back = (by: Resizing) =>
    psnr(resized(resized(cat, 24, 24, by), 64, 64, "bicubic")).toFixed(1);
  expect(text).toContain(`a PSNR of ${back("area")} dB by area and ${back("nearest")} by nearest`);
});

it("says what each filter makes of normal noise", () => {
  expect(harmWords("noise", 4)).toBe("σ 0.12");
  expect(text).toContain(`of σ 0.12 has ${psnr(spoilt("noise")).toFixed(1)} dB`);
  const [median, gaussian, nonLocal, bilateral] = (
    ["median", "gaussian", "nonLocal", "bilateral"] as const
  ).map((cure) => best("noise", cure).toFixed(1));
  expect(text).toContain(
    `median ${median}, Gaussian blur ${gaussian}, non-local means ${nonLocal}, bilateral filter ${bilateral} dB`,
  );
  const strongest = psnr(cured(spoilt("noise"), "gaussian", 10)).toFixed(1);
  expect(text).toContain(`a Gaussian blur of σ 2.5 pixels gives ${strongest} dB`);
});

it("says that the median wins against salt and pepper, and the bilateral filter loses", () => {
  expect(text).toContain(`salt and pepper on ${harmWords("pepper", 4).slice(0, 4)}`);
  const [median, gaussian] = [best("pepper", "median"), best("pepper", "gaussian")];
  expect(text).toContain(
    `median ${median.toFixed(1)} dB, Gaussian blur ${gaussian.toFixed(1)} dB at its best`,
  );
  expect(best("pepper", "bilateral")).toBeLessThan(gaussian);
});

it("says that no filter takes a blur away", () => {
  const left = psnr(spoilt("blur"));
  expect(text).toContain(`a blur of σ 1 pixel leaves ${left.toFixed(1)} dB`);
  // A Gaussian blur of level 1 is so narrow that it does nothing.
  for (const cure of ["median", "gaussian", "bilateral", "nonLocal"] as const)
    for (const level of [2, 6]) expect(psnr(cured(spoilt("blur"), cure, level))).toBeLessThan(left);
});
