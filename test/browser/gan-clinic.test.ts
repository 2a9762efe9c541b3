import {describe} from "vitest";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect, type Look, type LookAt} from "./harness.js";

const id = "gan-clinic";

describe("the clinic on wasm", () => {
  browserTest(
    "calls a patient in by one click, says nothing before the reader does, and sets treated beside untreated",
    async ({open}) => {
      const page = await open(ExperimentPage.address(id, {maxSteps: 100}));
      const clinic = new ExperimentPage(page, id);
      const {root} = clinic;
      await root.scrollIntoViewIfNeeded();
      await root.locator(".clinic-desk").waitFor();
      await expect
        .poll(() => root.locator(".how-made").textContent())
        .toMatch(/^(Recorded|Live).* after 0 steps, seed 7/);
      await clinic.press("Call in patient E");
      await clinic.until("done");
      expect(await root.locator(".clinic-feedback").textContent()).toBe("");
      expect(await root.locator(".clinic-outcome").textContent()).toBe("");
      const feedback = root.locator(".clinic-feedback");
      const answer = async (name: string) => {
        await root.getByLabel(name, {exact: true}).check();
        await clinic.press("Diagnose");
        return (await feedback.textContent())!;
      };
      const wrong = await answer("an over-strong judge");
      expect(wrong).toMatch(/^No\. The judge's lead is (0\.99\d*|1\.00)/);
      expect(wrong).not.toContain("vanished");
      expect(await answer("a vanished gradient")).toMatch(
        /^Yes\. It is a vanished gradient: .* gradient 0\.00\d* \(the rule: below 0\.05\)/,
      );
      await root.getByRole("radio", {name: "the non-saturating loss"}).check();
      await clinic.press("Treat and train");
      await expect.poll(() => root.getAttribute("data-step")).not.toBe("100");
      await clinic.until("done");
      await expect
        .poll(() => root.locator(".clinic-outcome").textContent())
        .toMatch(/^By the rules this run is healthy\. Before: .* Now: .* gradient \d/);

      await clinic.openTab("Runs");
      const both = root.locator(".fig-compare");
      await expect.poll(() => both.locator("canvas").count()).toBe(2);
      await expect
        .poll(() => both.locator("figcaption").allTextContents())
        .toEqual(["run 1. Live: step 100, seed 7, wasm.", "run 2. Live: step 100, seed 7, wasm."]);
      await expect
        .poll(() => both.locator(".fig-compare-differs").textContent())
        .toBe(
          "Different: Treatment none → the non-saturating loss. The same: seed 7 and everything else.",
        );
      const pixels = () =>
        both
          .locator("canvas")
          .evaluateAll((all) => all.map((one) => (one as HTMLCanvasElement).toDataURL()));
      await expect.poll(async () => new Set(await pixels()).size).toBe(2);
      const row = both.locator("tr", {hasText: "Jensen–Shannon"});
      const [left, right, floor] = await row.locator("td").allTextContents();
      expect(Number(right)).toBeLessThan(Number(left));
      expect(floor).toMatch(/^\d\S* to \d/);
      const {name, bytes} = await clinic.saved("Save both (PNG)");
      expect(name).toBe("gan-clinic-runs-1-and-2.png");
      expect([...bytes.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe(
        "PNG",
      );
      await root.getByLabel("Left", {exact: true}).selectOption("run 2");
      await expect
        .poll(() => both.locator(".fig-compare-differs").textContent())
        .toContain("Nothing differs");
    },
  );
});

describe("slow motion on the plane", () => {
  const openStages = async (look: LookAt, how: Look = {}) => {
    const plane = await ExperimentPage.look(look, "gan-plane", {seed: 4}, how);
    await plane.openTab("One step");
    return plane;
  };

  browserTest("lights nothing by itself where motion is to be reduced", async ({look}) => {
    const plane = await openStages(look, {reducedMotion: "reduce"});
    const stages = plane.root.locator(".fig-stages");
    await stages.waitFor();
    await plane.press("Step");
    await plane.untilStep(1);
    await expect.poll(() => stages.locator(".fig-stage-step").textContent()).toBe("Step 1");
    expect(await stages.locator("[data-lit]").count()).toBe(0);
    await stages.getByRole("button", {name: /^update/}).click();
    expect(await stages.locator("[data-lit]").count()).toBe(1);
  });

  browserTest("lights the stages of a step in turn, with its numbers", async ({look}) => {
    const plane = await openStages(look);
    const {page} = plane;
    const stages = plane.root.locator(".fig-stages");
    await stages.waitFor();
    await stages.evaluate((figure) => {
      const lit: string[] = [];
      Object.assign(window, {lit});
      new MutationObserver((changes) => {
        for (const {target} of changes)
          if ((target as HTMLElement).hasAttribute("data-lit"))
            lit.push((target as HTMLElement).firstChild!.textContent!);
      }).observe(figure, {subtree: true, attributeFilter: ["data-lit"]});
    });
    await plane.press("Step");
    await plane.untilStep(2);
    const chain = ["noise", "generator", "samples", "judge", "losses", "gradients", "update"];
    await expect
      .poll(() => page.evaluate(() => (window as unknown as {lit: string[]}).lit))
      .toEqual(chain);
    await expect.poll(() => stages.locator(".fig-stage-step").textContent()).toBe("Step 2");
    expect(await stages.locator(".fig-stage-numbers").nth(4).textContent()).toMatch(
      /^judge \d\S*, generator \d/,
    );
    await stages.getByRole("button", {name: /^judge/}).focus();
    await page.keyboard.press("ArrowRight");
    expect(await stages.locator("[data-lit]").textContent()).toMatch(/^losses/);
    expect(await stages.locator(".fig-stage-words").textContent()).toMatch(/judge \d/);
  });
});
