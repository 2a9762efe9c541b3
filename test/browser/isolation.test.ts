import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import type {BrowserContext, Page} from "playwright";
import {describe} from "vitest";
import {serve} from "../../tools/serve.mjs";
import {ExercisePage, exerciseFile} from "./exercise-page.js";
import {ExperimentPage, pageOfExercise} from "./experiment-page.js";
import {browserTest, dist, expect} from "./harness.js";

const slug = "softmax-cross-entropy";
const trained = "gan-digits";

/** The course on a host that sends none of its headers, and a window with what went wrong in it. */
const bareTest = browserTest.extend<{course: string; context: BrowserContext}>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures' names from this pattern
  course: async ({}, use) => {
    const server = await serve({folder: dist, port: 0, isBare: true});
    await use(server.url);
    await server.close();
  },
  context: async ({browser, troubles}, use) => {
    const context = await browser.newContext({viewport: {width: 1440, height: 900}});
    context.on("console", (message) => {
      if (message.type() === "error") troubles.push(message.text());
    });
    context.on("weberror", (error) => troubles.push(error.error().message));
    await use(context);
    await context.close();
  },
});

const isIsolated = (page: Page) => page.evaluate(() => crossOriginIsolated);
const isAnsweredFor = (page: Page) => page.evaluate(() => !!navigator.serviceWorker.controller);

/** Waits until the service worker has come for the next page. */
const whenReady = (page: Page) =>
  page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** Takes three steps, and gives the picture that they lead to; the machine's panel is open then. */
async function train(page: Page): Promise<string> {
  const experiment = new ExperimentPage(page, trained);
  await experiment.root.scrollIntoViewIfNeeded();
  for (let step = 1; step <= 3; step++) {
    await experiment.press("Step");
    await experiment.untilStep(step);
    await experiment.until("paused");
  }
  // A step is told before its picture has come.
  const made = experiment.root.locator('[data-part="picture"] .how-made').first();
  await expect.poll(() => made.textContent()).toMatch(/\b3 steps/);
  const picture = await experiment.picture();
  await experiment.openTab("Code");
  return picture;
}

/** What the machine's panel says; it follows a little later. */
function machine(page: Page) {
  const {root} = new ExperimentPage(page, trained);
  return expect.poll(() => root.locator(".machine").textContent());
}

async function pass(page: Page): Promise<void> {
  const exercise = await new ExercisePage(page, slug).reach();
  await exercise.write(exerciseFile("02-machine-learning", slug, "solution.ts"));
  await exercise.button("Run tests").click();
  await exercise.until("correct");
}

describe("on a host that sends no headers", () => {
  bareTest(
    "the first page works as it is, and the second one has threads, by address or choice, and a place for readers' code",
    async ({context, course, expectTrouble}) => {
      expectTrouble(/status of 404/);
      const page = await context.newPage();
      let loads = 0;
      page.on("load", () => loads++);
      await page.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, "hardwareConcurrency", {get: () => 5}),
      );
      const plain = course + ExperimentPage.address(trained, {seed: 7});
      const asking = plain.replace("?", "?threads=2&");
      await page.goto(asking);
      expect([await isIsolated(page), await isAnsweredFor(page)]).toEqual([false, false]);
      const first = await train(page);
      await machine(page).toMatch(/^Back end wasm · [\d.]+ ms/);
      await whenReady(page);
      expect([await isIsolated(page), loads]).toEqual([false, 1]);

      const {root} = new ExperimentPage(page, trained);
      for (const [address, threads] of [
        [asking, 2],
        [plain, 4],
      ] as const) {
        await page.goto("about:blank");
        await page.goto(address);
        expect([await isIsolated(page), await isAnsweredFor(page)]).toEqual([true, true]);
        const picture = await train(page);
        await machine(page).toContain(`Back end wasm · ${threads} threads · `);
        expect(picture === first, "the same picture").toBe(true);
        await root.getByLabel("Threads on the processor").selectOption("4");
      }

      await page.goto(`${course}${pageOfExercise(slug)}`);
      expect(await isIsolated(page)).toBe(true);
      await pass(page);

      await page.goto(`${course}no-such-page`);
      expect(await page.title()).toContain("This page does not exist");
    },
  );

  bareTest(
    "a page in the frame of another site is isolated the second time",
    async ({context, course}) => {
      const server = createServer((_, response) => {
        response.setHeader("Content-Type", "text/html");
        response.end(
          `<!doctype html><title>Elsewhere</title><iframe src="${course}about"></iframe>`,
        );
      });
      await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
      const page = await context.newPage();
      const states: boolean[] = [];
      for (let visit = 0; visit < 2; visit++) {
        await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
        const frame = page.frames()[1]!;
        await frame.waitForLoadState();
        states.push(await frame.evaluate(() => crossOriginIsolated));
        await frame.evaluate(async () => void (await navigator.serviceWorker.ready));
      }
      expect(states).toEqual([false, true]);
      server.closeAllConnections();
      server.close();
    },
  );
});

browserTest("a host with headers needs no service worker", async ({open}) => {
  const page = await open("about");
  await page.waitForLoadState("networkidle");
  expect(await isIsolated(page)).toBe(true);
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
});
