/**
 * Tests in a real Chromium against the built site. A test asks for what it needs:
 *
 *     browserTest("the slider moves", async ({open}) => {
 *       const page = await open("lessons/03-gans/");
 *       …
 *     });
 *
 * A page fails its test on a console error or warning, an uncaught error, a failed request or one to another origin,
 * unless the test has announced it with `expectTrouble(/pattern/)`.
 */
import {fileURLToPath} from "node:url";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright";
import {test as base, expect} from "vitest";
import {findBrowser} from "../../tools/browser.mjs";
import {serve} from "../../tools/serve.mjs";

export {expect};

/** The built site's folder, with a trailing slash. */
export const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** Under a folder, as on GitHub Pages, so that no link may start at the root. */
const folder = "/from-noise/";

interface FileFixtures {
  /** The site's address, with a trailing slash. */
  readonly site: string;
  readonly browser: Browser;
  /** What `look` shows. */
  readonly sharedWindow: SharedWindow;
}

interface SharedWindow {
  page?: Page;
  path?: string;
  /** What the page did wrong since a test last asked. */
  readonly troubles: string[];
}

/** In ms, for what a page does sooner or later: on two processors with twenty programs beside, two minutes have been too short for a run. */
export const patience = 480_000;

/** How a page is looked at. */
export interface Look {
  readonly viewport?: {readonly width: number; readonly height: number};
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
}

/** Shows a path of the site in the window that the tests of a file share. */
export type LookAt = (path: string, how?: Look) => Promise<Page>;

interface TestFixtures {
  /** Opens `path` of the site in a new window of its own storage. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /**
   * The same page for all tests of a file that ask for `path` one after the other; opening one takes seconds. For tests that
   * change nothing, or nothing that another one needs. It is opened 1280 by 720, light, with motion, and loaded until the
   * network is idle.
   */
  readonly look: LookAt;
  /** What the pages did wrong so far; checked when the test ends. */
  readonly troubles: string[];
  /** Trouble that matches is part of the test. */
  readonly expectTrouble: (pattern: RegExp) => void;
}

/**
 * What Chromium shall do without. The first two are pages of its own behind the address bar of each window, which took a third of
 * the time of a test that opens a page. The others are Playwright's, whose list this one replaces.
 */
const withoutFeatures = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

const quiet = [
  // Letters as far apart as on most screens; the headless shell would put each on a whole pixel.
  "--font-render-hinting=none",
  "--disable-gpu-watchdog",
  "--disable-background-networking",
  "--mute-audio",
  `--disable-features=${withoutFeatures.join()}`,
];

/** A GPU in software: slow, the same everywhere. Use it for correctness on tiny shapes, never for speed. */
const softwareWebGpu = [
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-features=Vulkan",
];

/** Starts Chromium. Close it when done. */
export function launch(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("missing browser: run `node tools/browser.mjs` once");
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({executablePath, args: [...quiet, ...sandbox, ...args]});
}

function siteTest(args: readonly string[]) {
  return base.extend<FileFixtures & TestFixtures>({
    site: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures' names from this pattern
      async ({}, use) => {
        const server = await serve({folder: dist, base: folder, port: 0});
        await use(server.url);
        await server.close();
      },
      {scope: "file"},
    ],
    browser: [
      // biome-ignore lint/correctness/noEmptyPattern: as above
      async ({}, use) => {
        const browser = await launch(args);
        await use(browser);
        await browser.close();
      },
      {scope: "file"},
    ],
    // biome-ignore lint/correctness/noEmptyPattern: as above
    troubles: async ({}, use) => use([]),
    expectTrouble: async ({troubles}, use) => {
      const expected: RegExp[] = [];
      await use((pattern) => expected.push(pattern));
      const rest = troubles.filter((trouble) => !expected.some((e) => e.test(trouble)));
      expect(rest, "trouble in the browser").toEqual([]);
    },
    open: async ({site, browser, troubles, expectTrouble: _}, use) => {
      const contexts: {close(): Promise<void>}[] = [];
      await use(async (path, options = {}) => {
        const context = await browser.newContext({...reader(site), ...options});
        contexts.push(context);
        return openPage(context, site, path, troubles);
      });
      await Promise.all(contexts.map((context) => context.close()));
    },
    sharedWindow: [
      async ({browser: _}, use) => {
        const shared: SharedWindow = {troubles: []};
        await use(shared);
        await shared.page?.context().close();
        expect(shared.troubles, "trouble after the last test").toEqual([]);
      },
      {scope: "file"},
    ],
    look: async ({site, browser, sharedWindow, troubles, expectTrouble: _}, use) => {
      await use(async (path, how = {}) => {
        const {viewport = {width: 1280, height: 720}, colorScheme = "light"} = how;
        const {reducedMotion = "no-preference"} = how;
        const page = await lookAt(sharedWindow, browser, site, path);
        await page.setViewportSize(viewport);
        await page.emulateMedia({colorScheme, reducedMotion});
        return page;
      });
      troubles.push(...sharedWindow.troubles.splice(0));
    },
  });
}

/** A reader whose own seed is that of the course, so that what tests see is the same every time. */
function reader(site: string): BrowserContextOptions {
  const localStorage = [{name: `from-noise.seed ${folder}`, value: "7"}];
  return {storageState: {cookies: [], origins: [{origin: new URL(site).origin, localStorage}]}};
}

/** `path` of the site in a new window of `context`, which writes what it does wrong into `troubles`. */
export async function openPage(
  context: BrowserContext,
  site: string,
  path: string,
  troubles: string[],
): Promise<Page> {
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  watch(page, new URL(site).origin, troubles);
  await page.goto(site + path);
  return page;
}

/** Opens `path`, unless it is what is there and still draws: on a machine with far more to do than it can, Chromium has been seen to give a
 * window no more frames, for good. */
async function lookAt(
  shared: SharedWindow,
  browser: Browser,
  site: string,
  path: string,
): Promise<Page> {
  if (shared.page && shared.path === path && (await stillDraws(shared.page))) return shared.page;
  await shared.page?.context().close();
  shared.page = await openPage(await browser.newContext(reader(site)), site, path, shared.troubles);
  shared.path = path;
  await shared.page.waitForLoadState("networkidle");
  return shared.page;
}

/** Whether an animation frame comes before a timer of the same page that is long for one. */
function stillDraws(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const frame = new Promise<boolean>((done) => requestAnimationFrame(() => done(true)));
    const timer = new Promise<boolean>((done) => setTimeout(done, 10_000, false));
    return Promise.race([frame, timer]);
  });
}

/** A test in Chromium without a GPU. */
export const browserTest = siteTest([]);

/** A test in Chromium with WebGPU in software. */
export const webGpuTest = siteTest(softwareWebGpu);

/** Chromium's own words when a page asks for WebGPU on a machine that has none. */
const noGpu = "No available adapters.";

function watch(page: Page, origin: string, troubles: string[]): void {
  page.on("pageerror", (error) => troubles.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.text() === noGpu) return;
    if (message.type() === "error" || message.type() === "warning")
      troubles.push(`console.${message.type()}: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    if (why !== "net::ERR_ABORTED") troubles.push(`request failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.url()}`);
  });
  page.context().on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url))
      troubles.push(`request to another origin: ${url}`);
  });
}
