import {expect, it} from "vitest";
import {closeness, closenessText, cureText} from "../../../../src/figures/pixels/pixel-text.js";

const picture = (of: (i: number) => number) => ({
  data: Uint8Array.from({length: 144}, (_, i) => of(i)),
  shape: [1, 12, 12, 1] as const,
});
const real = picture((i) => (i * 37) % 200);

it("measures a picture against the one that it should be", () => {
  const off = closeness(
    real,
    picture((i) => ((i * 37) % 200) + 10),
  );
  expect(off.psnr).toBeCloseTo(20 * Math.log10(25.5), 10);
  expect(off.ssim).toBeLessThan(0.999);
  expect(closenessText({psnr: 17.28, ssim: -0.031})).toBe("PSNR 17.3 dB, SSIM −0.03");
  expect(closenessText(closeness(real, real))).toBe("PSNR infinite (equal), SSIM 1.00");
});

it("says whether a cure helped", () => {
  const at = (psnr: number | undefined, ssim: number) => ({psnr, ssim});
  expect(cureText(at(17, 0.4), at(24, 0.7))).toBe("It helps: +7.0 dB of PSNR, +0.30 of SSIM.");
  expect(cureText(at(30, 0.9), at(24, 0.905))).toBe(
    "It does harm: −6.0 dB of PSNR, +0.01 of SSIM.",
  );
  expect(cureText(at(20, 0.7), at(21, 0.6))).toMatch(/^The two numbers disagree: \+1.0 dB/);
  expect(cureText(at(20, 0.7), at(20.04, 0.7))).toBe("It changes next to nothing.");
  expect(cureText(at(undefined, 1), at(24, 0.8))).toBe(
    "It does harm: from or to an equal picture of PSNR, −0.20 of SSIM.",
  );
});
