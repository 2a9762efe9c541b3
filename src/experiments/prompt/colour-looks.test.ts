import {expect, test} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {Random} from "../../lib/random.js";
import {recoloured} from "../../lib/recolour.js";
import {towardsColour} from "./colour-looks.js";
import {testedColours} from "./held-out-pairs.js";
import {inBalance} from "./in-balance.js";
import {promptPictures} from "./prompt-pictures.setup.js";

test("turned to colour words, pictures bear each of them, narrow ones too", () => {
  const pictures = promptPictures(dataFile("emoji-16"), dataFile("emoji-captions"));
  const random = new Random(1);
  const counts = new Map<string, number>();
  for (let i = 0; i < 400; i++) {
    const own = pictures.drawn(random.integer(pictures.images.shape[0]));
    const pixels = recoloured(own.pixels, towardsColour(own.pixels, random));
    const name = pictures.withPixels(own, pixels).captions.colour?.name ?? "none";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const colour of testedColours) expect(counts.get(colour) ?? 0, colour).toBeGreaterThan(12);
});

test("rare kinds are taken more often, up to a limit", () => {
  const kinds = [...Array<string>(20).fill("face"), ...Array<string>(5).fill("book"), "bird"];
  const taken = inBalance(kinds).map((i) => kinds[i]);
  const timesOf = (kind: string) => taken.filter((each) => each === kind).length;
  expect(["face", "book", "bird"].map(timesOf)).toEqual([20, 20, 8]);
});
