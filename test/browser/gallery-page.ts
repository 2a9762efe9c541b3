import type {BrowserContextOptions, Page} from "playwright";
import type {Look, LookAt} from "./harness.js";

type Open = (path: string, options?: BrowserContextOptions) => Promise<Page>;

/** What the tests call on a figure inside the page. */
export interface Driven extends HTMLElement {
  value: unknown;
  update(data: unknown): void;
}

/** Of all figures, in the gallery's order. */
export const figureNames = [
  "sampleGrid",
  "sampleGridColour",
  "denoisingSheet",
  "stepsSheet",
  "latentPlane",
  "picturePlates",
  "elboSplit",
  "lossCurves",
  "lossCurvesLog",
  "errorsByWidth",
  "metricBand",
  "metricCount",
  "metricRead",
  "guessPlot",
  "guessPlotCompared",
  "sheetChoices",
  "coverageBars",
  "coverageBarsNamed",
  "latentWalk",
  "agreementBars",
  "pictureRow",
  "confusionMatrix",
  "confusionMatrixNamed",
  "mistakesSheet",
  "toldPictures",
  "probabilityBars",
  "drawingPad",
  "paintingChoices",
  "paintReplay",
  "plane",
  "planePainting",
  "flowPlane",
  "codePlane",
  "stepStages",
  "clusterPlane",
  "clusterPlaneRevealed",
  "clusterSheet",
  "contingencyTable",
  "picturePairs",
  "pairChooser",
  "scaleBars",
  "shareBars",
  "oneNeuron",
  "optimiserRace",
  "estimatorRace",
  "timeline",
  "sideBySide",
  "tokenSheet",
  "codebookSheet",
  "tokenEraser",
  "noiseSchedule",
  "denoisingLanes",
  "firstPicture",
  "pictureChange",
  "recognition",
  "readingCurves",
  "cnnSees",
  "crossedSheet",
  "tradeOff",
  "similarityMatrix",
  "answerSheet",
  "featureClouds",
  "judgementTable",
  "biasPlot",
  "pairTrial",
];

/** The gallery with every figure as it comes. The page is the same for all tests; figures are made anew for each. */
export async function openGallery(
  look: LookAt,
  how: Look = {},
  renewed = figureNames,
): Promise<Page> {
  const page = await look("gallery", how);
  await page.mouse.move(0, 0);
  await allThere(page);
  await page.evaluate(renewing(renewed));
  await frames(page);
  return page;
}

/** Waits for all figures. */
function allThere(page: Page): Promise<unknown> {
  return page.waitForFunction(
    (names) => names.every((name) => document.querySelector(`#${name} .fig`)),
    figureNames,
  );
}

/** The gallery where these figures are as they come, and others as they were left. */
export function openFigures(look: LookAt, how: Look, ...renewed: string[]): Promise<Page> {
  return openGallery(look, how, renewed);
}

/** Goes to the top and puts new figures in the place of those of these names. A string, so that no tool rewrites its `import`. */
const renewing = (renewed: readonly string[]) => `(async () => {
  const {gallery} = await ${galleryModule};
  scrollTo({top: 0, behavior: "instant"});
  for (const name of ${JSON.stringify(renewed)}) {
    const [figure, ...more] = document.querySelectorAll("#" + name + " .observablehq--block > *");
    if (!figure || more.length > 0) throw new Error("not one element in the cell of " + name);
    figure.replaceWith(gallery[name]());
  }
})()`;

/** The gallery in a window of its own, for what a window is opened with. */
export async function openOwnGallery(open: Open, options: BrowserContextOptions): Promise<Page> {
  const page = await open("gallery", options);
  await allThere(page);
  await frames(page);
  return page;
}

/** Scrolls to a figure: one that nobody sees is not drawn. */
export async function see(page: Page, name: string): Promise<void> {
  await page.locator(`#${name}`).scrollIntoViewIfNeeded();
  await frames(page);
}

/** Two animation frames, in which figures may ask to be drawn, as many as it takes to draw them, and the one that shows it. */
export function frames(page: Page): Promise<void> {
  return page.evaluate(drawn);
}

const galleryModule = `import(document.querySelector("link[href*='figures/gallery/index.']").href)`;

const drawn = `(async () => {
  const {nearDrawn} = await ${galleryModule};
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  await nearDrawn();
  await new Promise(requestAnimationFrame);
})()`;

export function figureValue(page: Page, name: string): Promise<unknown> {
  return page.$eval(`#${name} .fig`, (figure) => {
    const shown = (figure as Driven).value;
    return shown instanceof Float32Array ? Array.from(shown) : shown;
  });
}

/** Counts the "input" events of a figure from now on; returns how to read the count. */
export async function countInputs(page: Page, name: string): Promise<() => Promise<number>> {
  await page.$eval(`#${name} .fig`, (figure) => {
    figure.setAttribute("data-inputs", "0");
    figure.addEventListener("input", () =>
      figure.setAttribute("data-inputs", String(Number(figure.getAttribute("data-inputs")) + 1)),
    );
  });
  return async () => Number(await page.getAttribute(`#${name} .fig`, "data-inputs"));
}

/** RGB of the canvas pixel at (x, y), in device pixels. Read off a copy: reading slows a canvas down. */
export function pixel(page: Page, canvas: string, x: number, y: number): Promise<number[]> {
  return page.$eval(
    canvas,
    (element, at) => {
      const copy = document.createElement("canvas").getContext("2d")!;
      copy.drawImage(element as HTMLCanvasElement, -at[0]!, -at[1]!);
      return Array.from(copy.getImageData(0, 0, 1, 1).data.slice(0, 3));
    },
    [x, y],
  );
}

/** A theme colour as RGB. */
export function themeRgb(page: Page, name: string): Promise<number[]> {
  return page.evaluate((property) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = `var(${property})`;
    const numbers = getComputedStyle(probe).color.match(/\d+/g)!.slice(0, 3).map(Number);
    probe.remove();
    return numbers;
  }, name);
}
