import type {Page} from "playwright";
import {describe} from "vitest";
import {parseParams} from "../../lib/params.js";
import {ganPlane} from "../../src/experiments/gan-plane/experiment.js";
import {notebookOf} from "../../src/notebook/notebook.js";
import {writeLink} from "../../src/notebook/notebook-link.js";
import {takenApart} from "../../src/notebook/taken-apart.js";
import {exerciseFile} from "./exercise-page.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect, launch} from "./harness.js";

/** Shows a notebook of these cells of code, as a link brings it. */
async function show(page: Page, ...texts: string[]): Promise<void> {
  const notebook = notebookOf(
    "Test",
    texts.map((text) => ({kind: "code", text})),
  );
  const link = await writeLink(notebook);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `shared=${link}`);
  await expect.poll(() => page.locator(".notebook-title").inputValue()).toBe("Test");
  await expect.poll(() => status(page)).toContain("Nothing in it has run");
}

const status = (page: Page) => page.locator(".notebook-status").textContent();
const runAll = (page: Page) => page.getByRole("button", {name: "Run all"}).click();
const cell = (page: Page, number: number) => page.locator(".cells > li").nth(number - 1);
const shown = (page: Page, number: number) => cell(page, number).locator(".cell-shown");
/** By its content: of a cell that is far from the window nothing is rendered. */
const says = (page: Page, number: number) => expect.poll(() => shown(page, number).textContent());

const focusedCell = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.closest<HTMLElement>("[data-cell]")?.dataset.cell ?? "none",
  );

/** What is written in a cell, be its editor plain or CodeMirror. */
const textOf = `(index) => {
  const editor = document.querySelectorAll(".cell .code-editor")[index];
  const written = editor?.querySelector(".code-mirror")?.shadowRoot.querySelector(".cm-content");
  return written?.textContent ?? editor?.querySelector("textarea")?.value;
}`;

/** The cells whose part of the page changes meanwhile, by their ids, and "page" for what is outside of them. */
async function touched(page: Page, act: () => Promise<unknown>): Promise<string[]> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const cellOf = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-cell]");
    new MutationObserver((records) => {
      for (const {target} of records) seen.add(cellOf(target)?.dataset.cell ?? "page");
    }).observe(document.querySelector(".notebook")!, {
      ...{subtree: true, childList: true, attributes: true, characterData: true},
    });
    Object.assign(globalThis, {seen});
  });
  await act();
  return page.evaluate(() => [...(Reflect.get(globalThis, "seen") as Set<string>)]);
}

/** Among 200 cells few have an editor, a key touches nothing but its own, and a run those that need it. */
async function touchesFew(page: Page): Promise<void> {
  const texts = Array.from({length: 200}, (_, i) => `const x${i + 1} = ${i + 1}`);
  await show(page, ...texts.with(149, "x100 + 1"));
  await runAll(page);
  await expect.poll(() => page.locator('.cell[data-state="done"]').count()).toBe(200);
  await says(page, 150).toBe("101");
  expect(await page.locator(".cell-map li").count()).toBe(0); // nobody looks at it
  await cell(page, 100).locator("textarea, .code-mirror").click();
  await expect.poll(() => cell(page, 100).locator(".code-mirror").count()).toBe(1);
  for (const number of [1, 60, 140, 200, 100]) {
    await cell(page, number).scrollIntoViewIfNeeded();
    await expect.poll(() => cell(page, number).locator(".code-mirror").count()).toBe(1);
  }
  await cell(page, 100).locator(".cm-content").click();
  await expect.poll(() => cell(page, 1).locator(".code-mirror").count()).toBe(0);
  expect(await page.locator(".code-mirror").count()).toBeLessThan(40);
  await page.keyboard.press("End");
  await page.keyboard.type("0"); // with the first change it becomes the reader's own
  await expect.poll(() => page.url()).toContain("#open=mine-");
  const whileNothingHappens = () => touched(page, () => page.waitForTimeout(700));
  await expect.poll(whileNothingHappens).toEqual([]);
  await expect.poll(() => status(page)).toContain("Up to date");
  expect(await touched(page, () => page.keyboard.type("1"))).toEqual([]); // but within its editor
  const again = async () => {
    await page.keyboard.press("Shift+Enter");
    await says(page, 150).toBe("10002");
  };
  expect((await touched(page, again)).filter((each) => each !== "page").toSorted()).toEqual([
    "100",
    "150",
  ]);
}

/** Every text is told, no cell has failed, and something is drawn. */
async function done(page: Page): Promise<void> {
  const told = page.locator('.cell[data-kind="text"]:not([data-state="done"])');
  await expect.poll(() => told.count()).toBe(0);
  expect(await page.locator('.cell[data-state="failed"]').count()).toBe(0);
  await expect.poll(() => page.locator(".cell-pictures, .cell-drawing").count()).not.toBe(0);
}

/** Presses a button of those that are folded away. */
async function saveOrShare(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", {name});
  if (!(await button.isVisible())) await page.locator(".notebook-share > summary").click();
  await button.click();
}

/** The path of the file that a button saves. */
async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), saveOrShare(page, name)]);
  const path = await file.path();
  const html = `${path}.html`;
  await file.saveAs(html);
  return html;
}

/** The page of a neuron is there without the course: its drawing, its curve, its formulas, its words, its style; and no script. */
async function readsStill(page: Page, path: string): Promise<void> {
  const context = await page.context().browser()!.newContext();
  const still = await context.newPage();
  const said: string[] = [];
  still.on("console", (message) => said.push(message.text()));
  still.on("request", (request) => said.push(request.url()));
  await still.goto(`file://${path}`);
  expect(await still.locator("main").innerText()).toContain("Nothing in this file runs");
  expect(await still.locator("main").innerText()).toContain(
    "The points were made with 0.8 and -0.5",
  );
  expect(await still.locator("script, iframe, link, canvas").count()).toBe(0);
  expect(await still.locator("math").count()).toBeGreaterThan(3);
  const drawing = still.locator("img.cell-drawing");
  expect(await drawing.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    0,
  );
  const curve = still.locator("path.cell-curve");
  expect(await curve.evaluate((path) => getComputedStyle(path).fill)).toBe("none");
  expect(said.filter((each) => !each.startsWith("file:") && !each.startsWith("data:"))).toEqual([]);
  await context.close();
}

/**
 * Each is an expression that a cell tries; what it gives, or why it fails, is shown. None may get what it wants: a request of the worker
 * would be a trouble of the page besides.
 */
const attacks: readonly (readonly [what: string, code: string, said: RegExp])[] = [
  ["cookies", "document.cookie", /document is not defined/],
  ["the parent", "parent.document", /parent is not defined/],
  ["the window above", "top.location.href", /top is not defined/],
  ["local storage", "localStorage.length", /localStorage is not defined/],
  ["databases", "indexedDB.databases()", /SecurityError|denied|not allowed|undefined/i],
  ["caches", "caches.keys()", /SecurityError|denied|not defined|insecure|undefined/i],
  ["files of the origin", "navigator.storage.getDirectory()", /Error/i],
  ["fetch", "fetch(site)", /Failed to fetch|NetworkError|Content Security/i],
  [
    "fetch of another site",
    "fetch('https://x.test/')",
    /Failed to fetch|NetworkError|Content Security/i,
  ],
  [
    "XMLHttpRequest",
    "(() => { const x = new XMLHttpRequest(); x.open('GET', site, false); x.send(); return x.responseText; })()",
    /NetworkError|Failed to execute/i,
  ],
  [
    "a socket",
    "new Promise((done) => { const s = new WebSocket('wss://x.test'); s.onerror = () => done('refused'); s.onopen = () => done('open'); })",
    /refused|Content Security|SecurityError/i,
  ],
  [
    "events",
    "new Promise((done) => { const s = new EventSource(site); s.onerror = () => done('refused'); s.onopen = () => done('open'); })",
    /refused/,
  ],
  ["a script", "importScripts(site)", /NetworkError|Content Security|failed/i],
  ["a module", "eval('import(site)')", /Failed to fetch|error|not/i],
  ["a worker of the site", "new Worker(site)", /Worker is not defined/],
  [
    "a worker that nobody watches",
    "new Worker(URL.createObjectURL(new Blob(['for (;;);'])))",
    /Worker is not defined/,
  ],
  ["peers", "new RTCPeerConnection()", /not defined/],
  [
    "other tabs",
    "new Promise((done) => { const c = new BroadcastChannel('from-noise /from-noise/'); c.onmessage = () => done('heard'); c.postMessage(1); setTimeout(done, 50, 'alone'); })",
    /alone|SecurityError/,
  ],
  ["its origin", "self.origin", /^null$/],
  [
    "more memory than there is",
    "(() => { const all = []; for (;;) all.push(new ArrayBuffer(2 ** 30)); })()",
    /RangeError: Array buffer allocation failed/,
  ],
  ["a font", "new FontFace('x', 'url(' + site + ')').load()", /Error|Network/i],
];

describe("the notebook", () => {
  browserTest(
    "runs what depends on a change, by slider and by hand, and keeps it",
    async ({open}) => {
      const page = await open("notebook");
      await expect.poll(() => status(page)).toContain("Nothing has run yet");
      await runAll(page);
      await says(page, 5).toContain("");
      await expect
        .poll(() => page.locator(".cell-pictures").getAttribute("aria-label"))
        .toBe("4 pictures of 32 × 32");
      const mean = page.locator(".cell-text").filter({hasText: "the same 4096 numbers"});
      const before = await mean.textContent();
      await page.getByLabel("Seed").fill("8");
      await expect.poll(() => mean.textContent()).not.toBe(before);
      await page.getByRole("button", {name: "Add below cell 9"}).click();
      await page.keyboard.type("noise.slice(0, 2).length + seed");
      await page.keyboard.press("Shift+Enter");
      await says(page, 10).toContain("10");
      await page.waitForTimeout(500); // the draft is kept a little later
      await page.goto(`${page.url().split("#")[0]}?run=off#open=hello-noise`);
      await expect.poll(() => status(page)).toContain("Nothing has run yet");
      await expect.poll(() => page.locator(".cells > li").count()).toBe(12);
      await expect
        .poll(() =>
          cell(page, 10)
            .locator(".cm-content, textarea")
            .first()
            .evaluate((field) => (field as HTMLTextAreaElement).value ?? field.textContent),
        )
        .toContain("noise.slice");
    },
  );

  browserTest("runs each example, and saves one as a page", async ({open}) => {
    const page = await open("notebook#open=a-neuron");
    await done(page);
    await readsStill(page, await download(page, "Export a page"));
    const example = page.locator('optgroup[label="Examples"] option');
    const slugs = await example.evaluateAll((all) => all.map((each) => each.getAttribute("value")));
    expect(slugs).toHaveLength(8);
    for (const slug of slugs) {
      const title = page.locator(`option[value="${slug}"]`);
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `open=${slug}`);
      await expect
        .poll(() => page.locator(".notebook-title").inputValue(), {message: slug!})
        .toContain((await title.textContent())!.slice(0, 8));
      await done(page);
    }
  });

  browserTest("is edited by keys, and keeps how to undo", async ({open}) => {
    const page = await open("notebook");
    await show(
      page,
      "const noise = [\n1, 2\n];",
      "{ const noise = 3; noise }",
      "noise.length + 40",
    );
    await cell(page, 3).locator("textarea, .code-mirror").first().click();
    await expect.poll(() => page.locator(".code-mirror").count()).toBe(3);
    const written = (number: number) => cell(page, number).locator(".cm-content").innerText();
    await page.keyboard.press("ControlOrMeta+Shift+F");
    await page.keyboard.type("noise");
    const bar = page.locator('form[role="search"]');
    await expect.poll(() => bar.locator("output").textContent()).toBe("4 places in 3 cells");
    await page.keyboard.press("Enter");
    await expect.poll(() => focusedCell(page)).toBe("1");
    await page.keyboard.press("F2");
    await expect.poll(() => page.getByLabel("Name to change").inputValue()).toBe("noise");
    await page.keyboard.type("grain");
    await page.keyboard.press("Enter");
    await expect.poll(() => status(page)).toContain("noise is now called grain, in 2 cells.");
    expect(await written(1)).toBe("const grain = [\n1, 2\n];");
    expect(await written(2)).toBe("{ const noise = 3; noise }");
    expect(await written(3)).toBe("grain.length + 40");
    await cell(page, 1).locator(".cm-content").click();
    await page.keyboard.press("Alt+Shift+F");
    await expect.poll(() => written(1)).toBe("const grain = [\n  1, 2\n];");
    await page.keyboard.press("Alt+End");
    await expect.poll(() => cell(page, 1).locator(".cell-write").isHidden()).toBe(true);
    expect(await cell(page, 1).locator(".cell-folded").innerText()).toBe(
      "const grain = [ … 3 lines",
    );
    await runAll(page);
    await says(page, 3).toBe("42");
    await page.waitForTimeout(500); // the draft is kept a little later
    await page.reload();
    await expect.poll(() => page.locator(".cells > li").count()).toBe(3);
    expect(await cell(page, 1).locator(".cell-write").isHidden()).toBe(true);
    await page.getByRole("button", {name: "Unfold cell 1"}).click();
    await cell(page, 1).locator("textarea, .code-mirror").first().click();
    await expect.poll(() => cell(page, 1).locator(".code-mirror").count()).toBe(1);
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => written(1)).toBe("const grain = [\n1, 2\n];");
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => written(1)).toBe("const noise = [\n1, 2\n];");
    await touchesFew(page);
  });

  browserTest("trains a VAE from scratch and draws it as it learns", async ({open}) => {
    const page = await open("notebook#open=vae-from-scratch");
    const told = page.locator(".cell-text").filter({hasText: "nats a digit, with"});
    const nats = async () => Number(/: ([\d.]+) nats/.exec((await told.textContent()) ?? "")?.[1]);
    const step = async () => Number(/Step (\d+)/.exec((await told.textContent()) ?? "")?.[1]);
    await expect.poll(step).toBeGreaterThanOrEqual(1);
    const first = await page
      .locator(".cell-pictures")
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    await expect.poll(step).toBeGreaterThan(100);
    expect(await nats()).toBeLessThan(190);
    expect(
      await page
        .locator(".cell-pictures")
        .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL()),
    ).not.toBe(first);
    await page.getByRole("button", {name: "Stop"}).click();
    await expect.poll(() => status(page)).toBe("Stopped.");
    await expect.poll(() => page.frames().length).toBe(1);
  });

  browserTest("takes an experiment apart, and trains it in cells", async ({open}) => {
    const params = {maxSteps: 20, batchSize: 16, seed: 3};
    const digits = await ExperimentPage.open(open, "vae-digits", params);
    const {page} = digits;
    await digits.openTab("Save and share");
    await digits.press("Take this apart");
    await expect
      .poll(() => page.locator(".notebook-title").inputValue())
      .toBe("A plane of digits, taken apart");
    await runAll(page);
    await page.locator(".cell-text").filter({hasText: "Step 20 of 20."}).waitFor();
    await page.locator(".cell-text").filter({hasText: "Measured at the end"}).waitFor();
    await expect.poll(() => page.locator(".cell-pictures").count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator('.cell[data-state="failed"]').count()).toBe(0);
    await says(page, 16).toMatch(/heldOutElbo: -\d/);
    await page.getByText("Map: which cell needs which").click();
    await expect
      .poll(() => page.locator(".cell-map li").nth(9).innerText())
      .toMatch(/Cell 10\s+training\s+needs 2, 4, 6/);
  });

  browserTest(
    "sends a function back to its experiment, which runs it when the reader says so, beside the built-in one",
    async ({open}) => {
      const params = parseParams(ganPlane.params, {maxSteps: 20, seed: 3});
      const solution = exerciseFile("03-gans", "gan-losses", "solution.ts").replaceAll(
        "export ",
        "",
      );
      const {cells} = takenApart(ganPlane, params);
      const text = `display(generatorLoss([0]));\n${solution}`;
      const notebook = notebookOf("Mine", [...cells, {kind: "code", text}]);
      const page = await open(`notebook#shared=${await writeLink(notebook)}`);
      const notebookUrl = page.url();
      const send = async () => {
        await expect.poll(() => page.locator(".notebook-title").inputValue()).toBe("Mine");
        await saveOrShare(page, "Use in the experiment");
        await page.waitForURL(/lessons/);
      };
      const plane = new ExperimentPage(page, "gan-plane");
      const question = plane.root.locator(".code-question", {hasText: "The notebook “Mine”"});
      const places = () => page.locator("iframe[title='Your code']").count();
      await send();
      await expect.poll(() => question.innerText()).toContain("Math.log1p(Math.exp");
      expect(await question.innerText()).not.toContain("display");
      await question.getByRole("button", {name: "Leave it"}).click();
      await expect
        .poll(() => plane.root.innerText())
        .toContain("None of the notebook’s code has run");
      await page.goBack();
      await send();
      await question.waitFor();
      expect([
        await plane.root.getAttribute("data-seed"),
        await plane.step(),
        await places(),
      ]).toEqual(["3", 0, 0]);
      await question.getByRole("button", {name: "Train the built-in one, then this"}).click();
      await expect
        .poll(() => plane.root.locator(".driver-line").innerText())
        .toMatch(/^Trained with the generatorLoss of a notebook as the generator's loss\./);
      await plane.until("done");
      expect([await plane.step(), await places()]).toEqual([20, 1]);
      const runs = plane.root.locator(".history tbody tr");
      await expect
        .poll(() => runs.nth(1).innerText())
        .toContain("generatorLoss built in → a notebook’s");
      expect(await runs.count()).toBe(2);
      await plane.root.getByText("Two runs side by side").waitFor();

      const layers = "const layers = () => [{width: 5, activation: 'relu'}];";
      const network = notebookOf("Mine", [...cells, {kind: "code", text: layers}]);
      await page.goto(notebookUrl.replace(/#.*/, `#shared=${await writeLink(network)}`));
      await send();
      await expect.poll(() => question.innerText()).toContain("activation: 'relu'");
      await question.getByRole("button", {name: "Train the built-in one, then this"}).click();
      await expect
        .poll(() => plane.root.locator(".driver-line").innerText())
        .toMatch(/^Trained with the layers of a notebook as the generator's hidden layers\./);
      await plane.until("done");
      await expect.poll(() => runs.nth(1).innerText()).toContain("layers built in → a notebook’s");
      await plane.openTab("One step");
      await expect
        .poll(() => plane.root.locator(".stages").innerText())
        .toContain("2 → the layers of a notebook → 2");
    },
  );

  browserTest("lets no cell reach anything", async ({open, expectTrouble}) => {
    // What the policy refuses is told in the console; a refused worker is an error without words.
    expectTrouble(
      /Content Security Policy|violates|Failed to load|net::ERR|Refused|\bcsp$|^uncaught: undefined$/i,
    );
    const page = await open("notebook");
    const answered: string[] = [];
    page.on("response", (response) => answered.push(response.url()));
    const site = `const site = ${JSON.stringify(page.url().replace("notebook", "about"))}`;
    await show(page, site, ...attacks.map(([, code]) => code));
    expect(page.frames().length).toBe(1);
    await runAll(page);
    for (const [i, [what, , said]] of attacks.entries())
      await expect.poll(() => shown(page, i + 2).textContent(), {message: what}).toMatch(said);
    expect(answered.filter((url) => /about|x\.test/.test(url))).toEqual([]);
    expect(await page.evaluate(() => document.title)).toContain("Notebook");
  });

  browserTest(
    "a cell that eats all memory ends, be it with the page, and runs again only when it is asked to",
    async ({site}) => {
      const browser = await launch(["--js-flags=--max-old-space-size=64"]);
      const page = await browser.newPage();
      const client = await page.context().newCDPSession(page);
      await page.goto(`${site}notebook`);
      await show(page, "const first = 1", "first");
      await page.locator(".notebook-title").fill("Mine");
      await page.locator(".notebook-title").blur();
      await expect.poll(() => page.url()).toContain("#open=mine-1");
      await cell(page, 2).locator("textarea, .code-mirror").first().click();
      await expect.poll(() => cell(page, 2).locator(".code-mirror").count()).toBe(1);
      await page.keyboard.press("ControlOrMeta+a");
      const bomb = "const all = []; for (;;) all.push([all.length]);";
      await page.keyboard.insertText(bomb);
      const crashed = new Promise((resolve) => page.on("crash", resolve));
      const told = page.locator(".notebook-status", {hasText: /^Stopped: /}).waitFor();
      await page.keyboard.press("Shift+Enter"); // at once: what was written last is not in the database yet
      await Promise.race([crashed, told.catch(() => crashed)]);
      // Playwright itself has given up on a page that has crashed.
      const read = async (expression: string) =>
        (await client.send("Runtime.evaluate", {expression})).result.value as unknown;
      const said = () => read("document.querySelector('.notebook-status')?.textContent");
      for (const _ of ["once", "again"]) {
        await client.send("Page.reload");
        await expect
          .poll(said)
          .toMatch(
            /^Nothing has run yet: the last run was (cut off with the page|stopped because).+ Cell 2 was the last to begin\. /,
          );
        await expect.poll(() => read(`(${textOf})(1)`)).toBe(bomb);
      }
      await browser.close();
    },
  );

  browserTest("ends loops and floods, and the page lives", async ({open, expectTrouble}) => {
    expectTrouble(/./);
    const page = await open("notebook");
    await show(page, "const one = 1; display(one)", "for (; one > 0; );");
    await runAll(page);
    await says(page, 1).toBe("1");
    await expect.poll(() => status(page)).toContain("has computed for 5 seconds");
    await says(page, 2).toContain("has computed for 5 seconds");
    await expect.poll(() => page.frames().length).toBe(1);
    await show(
      page,
      'for (;;) self.postMessage({key: \'cell 1\', text: \'{"kind":"begins","id":1}\', buffers: []})',
    );
    await runAll(page);
    await expect.poll(() => status(page)).toMatch(/^Stopped/);
    await show(
      page,
      'self.postMessage({key: \'x\', text: \'{"kind":"report","report":{"id":1,"state":"done","shown":[{"kind":"html","text":"<b>"}]}}\', buffers: []})',
    );
    await runAll(page);
    await expect.poll(() => status(page)).toContain('invalid report.shown[0].kind: "html"');
    await show(
      page,
      'svg`<svg viewBox="0 0 9 9"><script>parent.document.title = "taken"</script><image href="https://x.test/y.png"/></svg>`',
      '"<img src=x onerror=alert(1)>"',
    );
    await runAll(page);
    await says(page, 2).toBe("<img src=x onerror=alert(1)>");
    await says(page, 1).toContain("invalid drawing: <script>");
    await show(
      page,
      "for (let i = 0; i < 60; i++) display(pictures(new Uint8Array(62300), {width: 70, height: 890}))",
    );
    await runAll(page);
    await expect.poll(() => status(page)).toContain("more than the page has memory for");
    expect(await page.evaluate(() => document.title)).toContain("Notebook");
  });
});
