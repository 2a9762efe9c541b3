import {readFileSync} from "node:fs";
import {readPng} from "../../data/read-png.js";
import {pngText, withPngText} from "../../lib/png-text.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

/** A run of a second. */
const given = {seed: 5, width: 64, batchSize: 16, maxSteps: 12};

browserTest(
  "Content Credentials of another program are read when they are asked for, and what was changed is named",
  async ({open}) => {
    const page = await open("verify");
    const given = (name: string) =>
      readFileSync(new URL(`../lib/provenance/content-credentials/${name}`, import.meta.url));
    const painted = given("signed.png");
    painted[painted.indexOf("IDAT") + 8]! ^= 1;
    await page.getByLabel(/^Choose a picture/).setInputFiles([
      {name: "signed.png", mimeType: "image/png", buffer: given("signed.png")},
      {name: "signed.jpg", mimeType: "image/jpeg", buffer: given("signed.jpg")},
      {name: "painted.png", mimeType: "image/png", buffer: painted},
    ]);
    const read = async (name: string) => {
      const card = page.locator("article", {has: page.getByRole("heading", {name})});
      await card.getByRole("button", {name: "Read the Content Credentials"}).click();
      const said = card.locator(".verdict-credentials");
      await expect.poll(() => said.innerText()).toContain("Signed by, in its own words");
      return said.innerText();
    };
    expect(await read("signed.png")).toMatch(/Signed, and unchanged.*created: by a trained model/s);
    expect(await read("signed.jpg")).toMatch(/Signed, and unchanged.*created: with a camera/s);
    expect(await read("painted.png")).toMatch(/Not as it was signed.*was changed/s);
    await expect.poll(() => page.workers().length).toBe(0);
  },
);

browserTest(
  "a saved picture's run is made again: the same, tampered with, and told wrongly",
  async ({open}) => {
    const made = await ExperimentPage.open(open, "memorisation", given);
    const {page} = made;
    await made.train();
    await made.openTab("Save and share");
    const {bytes} = await made.saved("Pictures (PNG)");
    const recipe = pngText(bytes, "Recipe")!;
    const {width, height} = readPng(bytes);

    /** The picture as a program that knows no recipes saves it again, with one pixel painted over or none. */
    const redrawn = async (isPainted: boolean) =>
      Buffer.from(
        await page.evaluate(
          async ([base64, paint]) => {
            const file = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([file], {type: "image/png"}));
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
            const context = canvas.getContext("2d")!;
            context.drawImage(bitmap, 0, 0);
            context.fillStyle = "#ff0000";
            if (paint) context.fillRect(2, 3, 1, 1);
            const blob = await canvas.convertToBlob();
            return [...new Uint8Array(await blob.arrayBuffer())];
          },
          [bytes.toString("base64"), isPainted] as const,
        ),
      );
    const named = (name: string, png: Uint8Array) => ({
      ...{name, mimeType: "image/png", buffer: Buffer.from(png)},
    });
    const files = [
      named("saved.png", bytes),
      named("painted.png", withPngText(await redrawn(true), "Recipe", recipe)),
      named(
        "told.png",
        withPngText(await redrawn(false), "Recipe", recipe.replace("seed = 5", "seed = 6")),
      ),
      named("illegal.png", withPngText(await redrawn(false), "Recipe", `${recipe}\nspeed = 3`)),
    ];
    await page.goto(new URL("../../verify", page.url()).href);
    await page.getByLabel(/^Choose a picture/).setInputFiles(files);
    const outcomeOf = async (name: string) => {
      const card = page.locator("article", {has: page.getByRole("heading", {name})});
      await card.getByRole("button", {name: "Make the run again"}).click();
      const said = card.locator(".again-said, [data-again]");
      await expect
        .poll(async () => (await said.allInnerTexts()).join(" "))
        .toMatch(/The run was made again|could not be made/);
      return (await said.allInnerTexts()).join(" ");
    };
    const all = `${(width * height).toLocaleString("en")} pixels`;
    expect(await outcomeOf("saved.png")).toContain(`All ${all} are the same, to the last bit`);
    const painted = await outcomeOf("painted.png");
    expect(painted).toContain(`1 of ${all} differs`);
    expect(painted).toContain("within 1 by 1 pixels");
    expect(painted).toContain("somebody has changed the picture");
    expect(await outcomeOf("told.png")).toContain("the recipe is of another run");
    expect(await outcomeOf("illegal.png")).toContain("unknown param: speed");
  },
);
