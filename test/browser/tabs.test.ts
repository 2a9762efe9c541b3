import type {Locator} from "playwright";
import {describe} from "vitest";
import {axeViolations} from "./axe.js";
import {ExperimentPage} from "./experiment-page.js";
import type {LookAt} from "./harness.js";
import {browserTest, expect} from "./harness.js";

/** Small enough for seconds. */
const small = {baseWidth: 4, batchSize: 8, maxSteps: 12};

/** The page that all share. */
async function lookAtDigits(look: LookAt, width = 1440) {
  const how = {viewport: {width, height: 900}};
  const digits = await ExperimentPage.look(look, "gan-digits", small, how);
  await digits.picturesShown();
  await digits.tab("Curves").waitFor();
  return digits;
}

/** Titles of the tabs that are open, and of the panels that are seen. */
function open({root}: ExperimentPage): Promise<string[][]> {
  return root.evaluate((section) => {
    const chosen = [...section.querySelectorAll('[role="tab"][aria-selected="true"]')];
    const panels = [...section.querySelectorAll<HTMLElement>('[role="tabpanel"]')].filter((panel) =>
      panel.checkVisibility(),
    );
    const titleOf = (panel: Element) =>
      document.getElementById(panel.getAttribute("aria-labelledby")!)!.textContent!;
    return [chosen.map((tab) => tab.textContent!), panels.map(titleOf)];
  });
}

/** Begins to note what the page asks its workers; the answer gives it all. */
async function questions({page}: ExperimentPage): Promise<() => Promise<string[]>> {
  const noted = await page.evaluateHandle(() => {
    const asked: string[] = [];
    const {postMessage} = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, message: {question?: string}, ...rest) {
      if (message.question) asked.push(message.question);
      return Reflect.apply(postMessage, this, [message, ...rest]);
    };
    return asked;
  });
  return () => noted.jsonValue();
}

/** Tabs with more than figures, which are tested elsewhere. */
const ownMarkup = new Set(["Look inside", "Save and share"]);

const isDrawn = (figure: Locator) =>
  figure.evaluate((root) => root.querySelectorAll("svg path, svg circle, svg line").length > 0);

describe("the tabs of an experiment", () => {
  // The first, since it tells what has not been opened yet.
  browserTest(
    "draw nothing that is closed, all that is opened at once, and stay open while it trains",
    async ({look}) => {
      const digits = await lookAtDigits(look);
      const distance = digits.root.locator(".fig-metric").first();
      expect(await isDrawn(distance)).toBe(false);
      await digits.openTab("Measures");
      await expect.poll(() => isDrawn(distance)).toBe(true);
      await digits.openTab("Runs");
      const asked = await questions(digits);
      await digits.train();
      expect(await open(digits)).toEqual([["Runs"], ["Runs"]]);
      expect(await asked(), "what is closed asks the worker nothing").not.toContain("walk");
      await digits.openTab("Walk");
      await expect.poll(asked).toContain("walk");
      await digits.openTab("Measures");
      expect(await distance.locator(".fig-where").textContent()).toContain("step 12");
    },
  );

  browserTest("are moved along by the keys, one open", async ({look}) => {
    const digits = await lookAtDigits(look);
    const {page} = digits;
    await digits.openTab("Curves");
    expect(await open(digits)).toEqual([["Curves"], ["Curves"]]);
    await digits.tab("Curves").focus();
    await page.keyboard.press("ArrowRight");
    expect(await open(digits)).toEqual([["Measures"], ["Measures"]]);
    expect(await digits.tab("Measures").evaluate((tab) => tab.matches(":focus"))).toBe(true);
    await page.keyboard.press("End");
    expect(await open(digits)).toEqual([["Code"], ["Code"]]);
    await page.keyboard.press("ArrowRight");
    expect(await open(digits)).toEqual([["Curves"], ["Curves"]]);
    const stops = await digits.root.locator('[role="tab"][tabindex="0"]').count();
    expect(stops, "one stop of the Tab key").toBe(1);
  });

  browserTest("are opened by an address that leads to one", async ({look}) => {
    const digits = await lookAtDigits(look);
    await digits.openTab("Curves");
    await digits.page.evaluate(() => {
      location.hash += "&gan-digits-walk";
    });
    await expect.poll(() => open(digits)).toEqual([["Walk"], ["Walk"]]);
  });

  browserTest("are all on paper", async ({look}) => {
    const digits = await lookAtDigits(look);
    await digits.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const [, seen] = await open(digits);
    expect(seen).toEqual(["Curves", "Measures", "Walk"]);
    for (const figure of await digits.root.locator(".fig-metric, .fig-curves").all())
      expect(await isDrawn(figure)).toBe(true);
    await digits.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect((await open(digits))[1]).toHaveLength(1);
  });

  browserTest("show one figure on a phone, which is chosen by its name", async ({look}) => {
    const digits = await lookAtDigits(look, 360);
    await digits.openTab("Curves");
    const figures = digits.root.locator(".tabs-panel:not([hidden]) .figures > figure");
    const seen = () =>
      figures.evaluateAll((all) => all.map((figure) => (figure as HTMLElement).checkVisibility()));
    expect(await seen()).toEqual([true, false]);
    await digits.root.getByLabel("Figure", {exact: true}).first().selectOption({index: 1});
    expect(await seen()).toEqual([false, true]);
    await expect.poll(() => isDrawn(figures.nth(1))).toBe(true);
  });

  for (const [width, colorScheme] of [
    [320, "dark"],
    [360, "light"],
    [1440, "light"],
  ] as const)
    browserTest(`fit, at ${width} px`, async ({look}) => {
      const digits = await lookAtDigits(look, width);
      await digits.page.emulateMedia({colorScheme});
      for (const name of await digits.root.getByRole("tab").allTextContents()) {
        await digits.openTab(name);
        const wide = await digits.page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect(wide, `${name} at ${width} px`).toBeLessThanOrEqual(0);
        if (width === 360 && ownMarkup.has(name))
          expect(await axeViolations(digits.page), name).toEqual([]);
      }
    });
});
