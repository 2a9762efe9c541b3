import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

browserTest(
  "a copied link opens with the settings that were seen, with dials locked and hidden, and names the seed only if it is to",
  async ({open}) => {
    const params = {learningRate: 0.02, loss: "hinge", seed: 3};
    const options = {permissions: ["clipboard-read", "clipboard-write"]};
    const digits = await ExperimentPage.open(open, "gan-digits", params, options);
    const {page, root} = digits;
    await digits.openTab("Save and share");
    await root.getByText("Lock or hide dials").click();
    await root.getByLabel("Lock Learning rate").check();
    await root.getByLabel("Hide Loss").check();
    const copied = async () => {
      await digits.press("Copy");
      await expect.poll(() => root.locator(".link-status").textContent()).toBe("Copied.");
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied()).not.toContain("seed");
    await root.getByLabel(/^with seed 3/).check();
    const link = await copied();
    expect(await root.getByLabel("The link", {exact: true}).inputValue()).toBe(link);

    await page.goto("about:blank");
    await page.goto(link);
    await root.scrollIntoViewIfNeeded();
    const rate = root.getByLabel("Learning rate, exact value");
    await rate.waitFor();
    expect([await rate.isDisabled(), await rate.inputValue()]).toEqual([true, "0.02"]);
    expect(await root.locator('[data-param="loss"]').count()).toBe(0);
    expect(await root.getAttribute("data-seed")).toBe("3");
    await digits.openTab("Save and share");
    expect(await root.getByLabel("The link", {exact: true}).inputValue()).toContain(
      "gan-digits.loss=hinge",
    );
    await root.getByText("Lock or hide dials").click();
    expect(await root.getByLabel("Lock Learning rate").isDisabled()).toBe(true);
    expect(await root.getByLabel("Hide Loss").count()).toBe(0);
  },
);
