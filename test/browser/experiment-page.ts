import type {BrowserContextOptions, Download, Locator, Page} from "playwright";
import {paramError} from "../../lib/params.js";
import {findExperiment} from "../../src/experiments/index.js";
import {pageShowing, readCourse} from "../../tools/course.mjs";
import type {Look, LookAt} from "./harness.js";

const course = readCourse();

/** What a test opens pages with. */
export type Open = (path: string, options?: BrowserContextOptions) => Promise<Page>;

export type GivenParams = Readonly<Record<string, string | number | boolean>>;

export interface Opening extends BrowserContextOptions {
  /** A selector of what must be there of the experiment before the test goes on. */
  readonly ready?: string;
}

/** One experiment on a page, as a reader uses it: by the names of its controls and the attributes of its root. */
export class ExperimentPage {
  readonly root: Locator;

  constructor(
    readonly page: Page,
    readonly id: string,
  ) {
    this.root = page.locator(`[data-experiment="${id}"]`);
  }

  /** The address of its page with `params` of it, on back end `backend`. */
  static address(id: string, params: GivenParams = {}, backend = "wasm"): string {
    return ExperimentPage.addressOf(pageOf(id), {[id]: params}, backend);
  }

  /** The address of the page at `path` with params of its experiments, by id. Throws for one that the page would refuse: it would train its default run. */
  static addressOf(
    path: string,
    params: Readonly<Record<string, GivenParams>>,
    backend = "wasm",
  ): string {
    const hash = Object.entries(params).flatMap(([id, given]) => {
      refuseIllegal(id, given);
      return Object.entries(given).map(([name, value]) => `${id}.${name}=${value}`);
    });
    return `${path}?backend=${backend}#${hash.join("&")}`;
  }

  /** The page opened there in a wide window, unless `opening` says otherwise, and scrolled to the experiment. */
  static async open(
    open: Open,
    id: string,
    params: GivenParams = {},
    {ready, ...options}: Opening = {},
  ): Promise<ExperimentPage> {
    const wide = {viewport: {width: 1440, height: 900}};
    const page = await open(ExperimentPage.address(id, params), {...wide, ...options});
    const experiment = new ExperimentPage(page, id);
    await experiment.root.scrollIntoViewIfNeeded();
    if (ready) await experiment.root.locator(ready).first().waitFor();
    return experiment;
  }

  /** The same in the window that the tests of a file share. */
  static async look(
    look: LookAt,
    id: string,
    params: GivenParams,
    {ready, ...how}: Look & Pick<Opening, "ready"> = {},
  ): Promise<ExperimentPage> {
    const page = await look(ExperimentPage.address(id, params), {
      viewport: {width: 1440, height: 900},
      ...how,
    });
    const experiment = new ExperimentPage(page, id);
    await experiment.root.scrollIntoViewIfNeeded();
    if (ready) await experiment.root.locator(ready).first().waitFor();
    return experiment;
  }

  /** Trains to the end of the run, unless an earlier test has. */
  async train(): Promise<void> {
    if ((await this.status()) === "done") return;
    await this.press("Train");
    await this.until("done");
  }

  press(name: string): Promise<void> {
    return this.root.getByRole("button", {name, exact: true}).click();
  }

  /** Opens a tab below the stage: what another holds is not drawn. */
  openTab(name: string): Promise<void> {
    return this.tab(name).click();
  }

  tab(name: string): Locator {
    return this.root.getByRole("tab", {name, exact: true});
  }

  /** Asks for the recorded run, and waits until that is what is shown. */
  async showRecorded(): Promise<void> {
    await this.press("Show a recorded run");
    await this.root.locator(".recorded", {hasText: /^recorded/}).waitFor();
  }

  /** Waits until its picture has come. */
  picturesShown(): Promise<void> {
    return this.root
      .locator('[data-part="picture"] :is(canvas, table, svg :is([d], circle, rect)):visible')
      .first()
      .waitFor();
  }

  /** Unfolds the dials that are tried later. */
  moreDials(): Promise<void> {
    return this.root.getByText(/^More dials/).click();
  }

  async status(): Promise<string | null> {
    return this.root.getAttribute("data-status");
  }

  async step(): Promise<number> {
    return Number(await this.root.getAttribute("data-step"));
  }

  backend(): Promise<string | null> {
    return this.root.getAttribute("data-backend");
  }

  async until(status: string, timeoutMs = 120_000): Promise<void> {
    await this.#untilItIs(`be ${status}`, timeoutMs, (now) => now === status);
  }

  async untilStep(step: number, timeoutMs = 120_000): Promise<void> {
    await this.#untilItIs(`reach step ${step}`, timeoutMs, (_, now) => now >= step);
  }

  /** Throws, with what the page says, when the time is over or the run fails; one that had failed before may be left behind. */
  async #untilItIs(
    what: string,
    timeoutMs: number,
    isSo: (status: string, step: number) => boolean,
  ): Promise<void> {
    const end = performance.now() + timeoutMs;
    let wasSound = false;
    while (true) {
      const [status, step] = await this.root.evaluate(standing);
      if (isSo(status, step)) return;
      if (status === "failed" && wasSound) throw await this.#trouble(what);
      if (performance.now() > end) throw await this.#trouble(`${what} within ${timeoutMs} ms`);
      wasSound ||= status !== "failed";
      await this.page.waitForTimeout(50);
    }
  }

  async #trouble(what: string): Promise<Error> {
    const [status, step] = await this.root.evaluate(standing);
    const [notices, line] = await this.root.evaluate(said);
    return new Error(
      `${this.id} was to ${what}: it is ${status} at step ${step}, its notices say “${notices}” and its run line “${line}”`,
    );
  }

  /**
   * The pixels of the first canvas that is open, as a data URL, or else what its first drawing is made of: equal exactly when the picture is. It is looked at, since what
   * nobody sees is not drawn, and given as many frames as there are figures, of which each frame draws at least one.
   */
  async picture(): Promise<string> {
    const canvases = this.root.locator("canvas:visible");
    const drawings = this.root.locator('[data-part="picture"] svg');
    const drawn = ((await canvases.count()) > 0 ? canvases : drawings).first();
    await drawn.scrollIntoViewIfNeeded();
    return drawn.evaluate(async (element) => {
      const count = document.querySelectorAll(".fig").length + 2;
      for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
      return element instanceof HTMLCanvasElement ? element.toDataURL() : element.outerHTML;
    });
  }

  /** Begins to note how tall the experiment is; the answer gives all its heights since, in CSS pixels. */
  async heights(): Promise<() => Promise<number[]>> {
    const noted = await this.root.evaluateHandle((root) => {
      const heights: number[] = [];
      new ResizeObserver(([entry]) => heights.push(entry!.contentRect.height)).observe(root);
      return heights;
    });
    return () => noted.jsonValue();
  }

  /** The file a button saves, as bytes: the first of the kind that its name tells, since a button may save several. */
  async saved(
    name: string,
    press = () => this.press(name),
  ): Promise<{readonly name: string; readonly bytes: Buffer}> {
    const ending = endings[/\((.*)\)$/.exec(name)![1]!]!;
    const isOfKind = (download: Download) => download.suggestedFilename().endsWith(ending);
    const [download] = await Promise.all([this.page.waitForEvent("download", isOfKind), press()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return {name: download.suggestedFilename(), bytes: Buffer.concat(chunks)};
  }
}

function refuseIllegal(id: string, given: GivenParams): void {
  for (const [name, param] of Object.entries(findExperiment(id).params)) {
    const error = name in given ? paramError(name, param, given[name]) : undefined;
    if (error) throw new RangeError(`${id}: ${error}`);
  }
}

/** Runs in the page, often: how an experiment stands. */
function standing(root: Element): readonly [status: string, step: number] {
  const {status = "", step = ""} = (root as HTMLElement).dataset;
  return [status, Number(step)];
}

/** Runs in the page: what an experiment tells of how it stands. */
function said(root: Element): string[] {
  return [".notices", ".run-line"].map(
    (place) => root.querySelector<HTMLElement>(place)?.innerText ?? "",
  );
}

const endings: Readonly<Record<string, string>> = {
  PNG: ".png",
  GIF: ".gif",
  CSV: ".csv",
  JSON: ".json",
  "TF.js": ".zip",
};

/** The path of the first page that shows the experiment `id`: "lessons/03-gans/the-duel". */
export function pageOf(id: string): string {
  const page = pageShowing("experiments", id, course);
  if (!page) throw new RangeError(`unknown experiment: ${id} (one that a lesson shows)`);
  return page.path;
}

/** The path of the page with the exercise `slug`. */
export function pageOfExercise(slug: string): string {
  const page = pageShowing("exercises", slug, course);
  if (!page) throw new RangeError(`unknown exercise: ${slug} (one that a lesson sets)`);
  return page.path;
}
