import type {Page, Worker} from "playwright";
import {describe} from "vitest";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect, webGpuTest} from "./harness.js";

const endless = {maxSteps: 20000};

/** Opens an experiment, presses Train and gives its worker. */
async function training(
  page: Page,
  id: string,
): Promise<{experiment: ExperimentPage; worker: Worker}> {
  const experiment = new ExperimentPage(page, id);
  const opened = page.waitForEvent("worker");
  await experiment.press("Train");
  return {experiment, worker: await opened};
}

const notice = ({root}: ExperimentPage) => root.locator(".notices").innerText();

describe("what can go wrong", () => {
  browserTest(
    "a worker that dies silently mid-run costs no more than the last steps",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-plane", endless));
      const {experiment, worker} = await training(page, "gan-plane");
      await experiment.untilStep(250);
      const again = page.waitForEvent("worker");
      await worker.evaluate(() => self.close());
      await again;
      await expect.poll(() => notice(experiment)).toMatch(/At step \d+ training was interrupted/);
      await expect
        .poll(() => notice(experiment))
        .toMatch(/It went on from the checkpoint at step \d+00/);
      const step = await experiment.step();
      expect(step).toBeGreaterThanOrEqual(200);
      await experiment.untilStep(step + 50);
      expect(await experiment.status()).toBe("running");
    },
  );

  webGpuTest(
    "a lost GPU device is replaced, and the run goes on from the checkpoint",
    async ({open}) => {
      const page = await open(
        ExperimentPage.address("gan-plane", {...endless, batchSize: 16, hiddenWidth: 4}, "webgpu"),
      );
      const {experiment, worker} = await training(page, "gan-plane");
      await experiment.untilStep(2);
      expect(await experiment.backend()).toBe("webgpu");
      await worker.evaluate(() => {
        const {createBuffer} = GPUDevice.prototype;
        GPUDevice.prototype.createBuffer = function (...description) {
          const buffer = createBuffer.apply(this, description);
          this.destroy();
          return buffer;
        };
      });
      await expect.poll(() => notice(experiment)).toContain("training was interrupted");
      await experiment.untilStep(2);
      expect(await experiment.status()).toBe("running");
    },
  );

  browserTest(
    "a loss that is no number stops the run, explains it, and leads back",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-plane", {maxSteps: 100}));
      const plane = new ExperimentPage(page, "gan-plane");
      await plane.press("Train");
      await plane.until("done");
      await page.evaluate(blowUpKeptWeights);
      await page.reload();
      await plane.root.scrollIntoViewIfNeeded();
      await plane.press("Go on from there");
      await plane.moreDials();
      await plane.root.getByLabel("Stop after, exact value").fill("200");
      await page.keyboard.press("Enter");
      await plane.press("Train");
      await plane.until("failed");
      await expect
        .poll(() => notice(plane))
        .toMatch(/became (NaN|-?Infinity) at step 101.*lower the learning rate/s);
      await plane.press("Go back to step 100");
      await plane.until("paused");
      await expect.poll(() => plane.step()).toBe(100);
      await expect.poll(() => notice(plane)).toBe("");
    },
  );

  browserTest(
    "a broken data file is told with a retry that works",
    async ({open, expectTrouble}) => {
      expectTrouble(/status 404|404 \(Not Found\)/);
      const page = await open(
        ExperimentPage.address("gan-digits", {maxSteps: 10, baseWidth: 4, batchSize: 8}),
      );
      await page.route(/digits-train/, (route) => route.fulfill({status: 404, body: ""}));
      const digits = new ExperimentPage(page, "gan-digits");
      await digits.press("Train");
      await digits.until("failed");
      await expect.poll(() => notice(digits)).toMatch(/missing file: .*digits-train.*404/);
      await page.unroute(/digits-train/);
      await digits.press("Retry");
      await digits.until("done");
    },
  );

  browserTest("a damaged data file is refused by its hash", async ({open}) => {
    const page = await open(ExperimentPage.address("gan-digits"));
    await page.route(/digits-train/, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[1000] = body[1000]! ^ 1;
      await route.fulfill({response, body});
    });
    const digits = new ExperimentPage(page, "gan-digits");
    await digits.press("Train");
    await digits.until("failed");
    await expect.poll(() => notice(digits)).toContain("sha256");
  });

  browserTest(
    "an unknown back end or param in the address is told with the legal set",
    async ({open}) => {
      const page = await open(
        "lessons/03-gans/the-duel?backend=cuda#gan-plane.points=square&gan-plane.maxSteps=10",
      );
      const plane = new ExperimentPage(page, "gan-plane");
      await expect
        .poll(() => notice(plane))
        .toContain('unknown points: "square" (one of line, ring,');
      await plane.press("Train");
      await plane.until("done");
      await expect
        .poll(() => notice(plane))
        .toContain("“cuda”, which doesn't exist (one of webgpu, webgl, wasm, cpu)");
    },
  );

  browserTest("a back end that isn't there is told, and the next best is used", async ({open}) => {
    const page = await open(ExperimentPage.address("gan-plane", {maxSteps: 10}, "webgpu"));
    const plane = new ExperimentPage(page, "gan-plane");
    await plane.press("Train");
    await plane.until("done", 60_000);
    await expect.poll(() => notice(plane)).toContain("The back end webgpu can't be used");
    expect(await plane.backend()).not.toBe("webgpu");
  });

  browserTest(
    "a closed tab's run is offered again and goes on from its checkpoint",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-plane", {maxSteps: 300}));
      const plane = new ExperimentPage(page, "gan-plane");
      await plane.press("Train");
      await plane.until("done");
      await expect.poll(() => page.evaluate(countKept)).toBeGreaterThan(1);
      await page.goto("about:blank");
      await page.goBack();
      await plane.root.scrollIntoViewIfNeeded();
      await plane.press("Go on from there");
      await plane.until("done");
      expect(await plane.step()).toBe(300);
      await plane.moreDials();
      await plane.root.getByLabel("Stop after, exact value").fill("310");
      await page.keyboard.press("Enter");
      await plane.press("Train");
      await plane.until("done");
      await expect.poll(() => plane.step()).toBe(310);
      expect(await page.evaluate(countKept)).toBeGreaterThan(1);
      await page.reload();
      await plane.root.scrollIntoViewIfNeeded();
      await plane.press("Forget it");
      await expect.poll(() => page.evaluate(countKept)).toBe(0);
    },
  );

  browserTest("an experiment that leaves the page takes its worker along", async ({open}) => {
    const page = await open(ExperimentPage.address("gan-plane", endless));
    const {experiment, worker} = await training(page, "gan-plane");
    await experiment.untilStep(2);
    await experiment.press("Pause");
    await experiment.until("paused");
    const closed = worker.waitForEvent("close");
    await experiment.root.evaluate((section) => section.remove());
    await closed;
    await page.evaluate(() => {
      location.hash = "#gan-plane.seed=3";
    });
    await page.waitForTimeout(500);
    expect(page.workers()).toHaveLength(0);
  });

  browserTest(
    "where storage and locks are forbidden the experiment trains all the same",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-plane", {maxSteps: 10}));
      await page.addInitScript(forbidStorage);
      await page.route(/worker\.[0-9a-f]+\.js$/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({response, body: `(${forbidStorage})();${await response.text()}`});
      });
      await page.reload();
      const plane = new ExperimentPage(page, "gan-plane");
      await plane.press("Train");
      await plane.until("done");
    },
  );
});

/** Runs in page and worker: what Chrome does to a site whose data the reader has blocked. */
function forbidStorage(): void {
  const forbidden = () => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  };
  LockManager.prototype.request = async () => forbidden();
  IDBFactory.prototype.open = forbidden;
  Object.defineProperty(globalThis, "localStorage", {get: forbidden});
}

/** Runs in the page: how many entries the runs kept there have. */
async function countKept(): Promise<number> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open("from-noise-runs /from-noise/"));
  const counts = [...db.objectStoreNames].map((name) =>
    done(db.transaction(name).objectStore(name).count()),
  );
  const sum = (await Promise.all(counts)).reduce((total, count) => total + count, 0);
  db.close();
  return sum;
}

/** Runs in the page: makes the weights of the run that is kept there so large that the next step overflows. */
async function blowUpKeptWeights(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const names = (await indexedDB.databases()).map(({name}) => name ?? "");
  const name = names.find((each) => each === "from-noise-runs /from-noise/")!;
  const store = (await done(indexedDB.open(name)))
    .transaction("arrays", "readwrite")
    .objectStore("arrays");
  for (const key of await done(store.getAllKeys())) {
    const kept: {data: Float32Array} = await done(store.get(key));
    for (let i = 0; i < kept.data.length; i++) kept.data[i]! *= 1e30;
    await done(store.put(kept, key));
  }
}
