import type {Page} from "playwright";
import {describe} from "vitest";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

/** So many keys are few enough to find the way by. */
const fewKeys = 80;
const trained = "gan-digits";

/** Presses Tab until what has the focus is called `name`, and each thing on the way has been in the window with its focus to be seen. */
async function tabTo(page: Page, name: string): Promise<number> {
  const passed: string[] = [];
  for (let keys = 1; keys <= fewKeys; keys++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    passed.push(stop.name);
    expect(stop.isInWindow && stop.isMarked, `the focus can be seen on ${stop.name}`).toBe(true);
    if (stop.name === name) return keys;
  }
  return expect.fail(`${name} was not met by ${fewKeys} keys, but ${passed.join(" | ")}`);
}

function focused() {
  const element = document.activeElement as HTMLElement;
  const {top, bottom} = element.getBoundingClientRect();
  const {outlineStyle, boxShadow} = getComputedStyle(element);
  const named = element.getAttribute("aria-label") ?? element.textContent ?? "";
  return {
    name: named.trim().slice(0, 60) || element.outerHTML.slice(0, 60),
    isInWindow: top < innerHeight && bottom > 0,
    isMarked: outlineStyle !== "none" || boxShadow !== "none",
  };
}

describe("from home to the first trained model", () => {
  browserTest("by keys alone, at a desk", async ({open}) => {
    const page = await open("", {viewport: {width: 1440, height: 900}});
    expect(await tabTo(page, "Train your first generator")).toBeLessThan(fewKeys / 2);
    await page.keyboard.press("Enter");
    const digits = new ExperimentPage(page, trained);
    await digits.picturesShown();
    await tabTo(page, "Train");
    await page.keyboard.press("Enter");
    await digits.untilStep(10);
    await page.keyboard.press("Enter");
    await digits.until("paused");
    expect(await digits.backend()).toBeTruthy();
    expect((await page.evaluate(focused)).isInWindow).toBe(true);
  });

  browserTest("by touch, on a phone", async ({open}) => {
    const page = await open("", {
      viewport: {width: 360, height: 740},
      hasTouch: true,
      isMobile: true,
    });
    const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await widthOf()).toBe(360);
    await page.getByRole("link", {name: "Train your first generator"}).tap();
    const digits = new ExperimentPage(page, trained);
    await digits.picturesShown();
    const primary = digits.root.locator(".run-buttons .primary");
    await primary.tap();
    await digits.untilStep(10);
    await primary.tap();
    await digits.until("paused");
    expect(await widthOf()).toBe(360);
    const places = await Promise.all(
      [digits.root.locator('[data-part="picture"] canvas').first(), primary].map((each) =>
        each.boundingBox(),
      ),
    );
    const [top, bottom] = [
      Math.min(...places.map((place) => place!.y)),
      Math.max(...places.map((place) => place!.y + place!.height)),
    ];
    expect(bottom - top, "picture and button fit into one window").toBeLessThan(740);
  });
});
