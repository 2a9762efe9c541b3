import {browserTest, expect} from "./harness.js";

browserTest("the course is searched while one types, by keys alone", async ({look}) => {
  const page = await look("find");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const field = page.getByRole("searchbox", {name: "What do you look for?"});
  await field.focus();
  await expect.poll(() => asked.some((url) => /vendor\/find\.\w+\.json$/.test(url))).toBe(true);
  await page.keyboard.type("softma");
  const found = page.locator(".found li");
  await expect.poll(() => found.first().innerText()).toMatch(/^softmax\s+Term\s+Turns any numbers/);
  expect(await page.getByRole("status").innerText()).toMatch(/^\d+ places\.$/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/find#term-softmax$/);
  await page.locator("#term-softmax + dd").getByRole("link", {name: "One neuron"}).click();
  await page.waitForURL(/lessons\/01-introduction\/one-neuron$/);
});

browserTest(
  "the words of a link are looked for at once, and nothing found is said",
  async ({open}) => {
    const page = await open("find?q=qwertz");
    await page.getByText("Nothing has “qwertz” in it.").waitFor();
  },
);
