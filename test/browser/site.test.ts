import {basePath} from "../../tools/project.mjs";
import {serve} from "../../tools/serve.mjs";
import {browserTest, dist, expect} from "./harness.js";

browserTest("a wrong address gets the 404 page, in style, at any depth", async ({browser}) => {
  const server = await serve({folder: dist, base: basePath, port: 0});
  const page = await browser.newPage();
  const answer = await page.goto(`${server.url}lessons/nowhere/at/all`);
  expect(answer?.status()).toBe(404);
  expect(await page.locator("h1").innerText()).toBe("This page does not exist");
  const sheets = await page.evaluate(() => [...document.styleSheets].map((s) => s.cssRules.length));
  expect(Math.min(...sheets)).toBeGreaterThan(0);
  await page.click("main p a");
  expect(page.url()).toBe(server.url);
  await page.close();
  await server.close();
});

browserTest(
  "the policy refuses foreign addresses, inline scripts and eval",
  async ({open, expectTrouble}) => {
    expectTrouble(/Content Security Policy/);
    const page = await open("");
    const done = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'changed by an inline script'";
      document.head.append(script);
      const button = document.createElement("button");
      button.setAttribute("onclick", "document.title = 'changed by an attribute'");
      document.body.append(button);
      button.click();
      const fetched = await fetch("https://example.org/").then(
        () => true,
        () => false,
      );
      return {title: document.title, fetched};
    });
    expect(done.title).not.toMatch(/changed/);
    expect(done.fetched).toBe(false);
  },
);
