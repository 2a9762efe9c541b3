import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import type {BrowserContext, Frame, Page} from "playwright";
import {describe} from "vitest";
import {serve} from "../../tools/serve.mjs";
import {siteFiles} from "../../tools/site-files.mjs";
import {browserTest, dist, expect} from "./harness.js";

const sandbox = siteFiles(dist).find((file) => /^_file\/exercise\/sandbox\./.test(file));

/** Another site with one empty page, beside the course on a host that sends none of its headers. */
const sitesTest = browserTest.extend<{course: string; elsewhere: string; context: BrowserContext}>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures' names from this pattern
  course: async ({}, use) => {
    const server = await serve({folder: dist, port: 0, isBare: true});
    await use(server.url);
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  elsewhere: async ({}, use) => {
    const server = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end("<!doctype html><title>Elsewhere</title><p>Another site");
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    await use(`http://localhost:${(server.address() as AddressInfo).port}/`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
  context: async ({browser}, use) => {
    // With it, a window that the course opens would be out of its reach, and hear nothing at all.
    const context = await browser.newContext({serviceWorkers: "block"});
    await use(context);
    await context.close();
  },
});

interface Watched {
  heard: number;
  started: number;
}

/** Counts what `place` hears and the workers it starts. Its own listener is older, so that it is served first. */
function watch(place: Frame): Promise<void> {
  return place.evaluate(() => {
    const watched = {heard: 0, started: 0};
    const construct = (Started: typeof Worker, [url]: [string]) => {
      watched.started++;
      return new Started(url);
    };
    Object.assign(globalThis, {watched, Worker: new Proxy(Worker, {construct})});
    addEventListener("message", () => void watched.heard++);
  });
}

const watched = (place: Frame) =>
  place.evaluate(() => (globalThis as unknown as {watched: Watched}).watched);

/** Opens `url` in `page`, as a window or as a frame with the attributes `frame`. */
async function openIn(page: Page, url: string, as: "window" | "frame" | "sandboxed frame") {
  const opened = as === "window" ? page.waitForEvent("popup") : page.waitForEvent("framenavigated");
  await page.evaluate(
    ([url, as]) => {
      if (as === "window") return void Object.assign(globalThis, {place: open(url)});
      const frame = document.createElement("iframe");
      if (as === "sandboxed frame") frame.setAttribute("sandbox", "allow-scripts");
      frame.src = url;
      document.body.append(frame);
      Object.assign(globalThis, {place: frame.contentWindow});
    },
    [url, as] as const,
  );
  const place = await opened;
  const frame = "mainFrame" in place ? place.mainFrame() : place;
  await frame.waitForLoadState();
  await watch(frame);
  return frame;
}

/** Posts what the course posts: a script with its engine, a way out for it, and one for the frame. */
function post(page: Page, to: "place" | "its first frame" = "place"): Promise<void> {
  return page.evaluate((to) => {
    const [learner, frame] = [new MessageChannel(), new MessageChannel()];
    const {place} = globalThis as unknown as {place: Window};
    const target = to === "place" ? place : place.frames[0]!;
    const program = {script: "0", quickJs: new ArrayBuffer(8)};
    target.postMessage(program, "*", [learner.port1, frame.port1]);
  }, to);
}

describe("the frame for a reader's code", () => {
  const places = ["window", "frame"] as const;
  const openers = ["the course", "another site"] as const;
  const cases = places.flatMap((as) => openers.map((opener) => [as, opener] as const));
  sitesTest.for(cases)(
    "is deaf as a %s of %s",
    async ([as, opener], {context, course, elsewhere}) => {
      const page = await context.newPage();
      await page.goto(opener === "the course" ? `${course}about` : elsewhere);
      const place = await openIn(page, course + sandbox, as);
      expect(await place.evaluate(() => origin)).toBe(new URL(course).origin);
      await post(page);
      await expect.poll(() => watched(place)).toEqual({heard: 1, started: 0});
    },
  );

  sitesTest("takes one script, from its parent alone", async ({context, course, elsewhere}) => {
    const stranger = await context.newPage();
    await stranger.goto(elsewhere);
    const page = (await openIn(stranger, `${course}about`, "window")).page();
    const place = await openIn(page, course + sandbox, "sandboxed frame");
    await post(stranger, "its first frame");
    await expect.poll(() => watched(place)).toEqual({heard: 1, started: 0});
    await post(page);
    await expect.poll(() => watched(place)).toEqual({heard: 2, started: 1});
    await post(page);
    await expect.poll(() => watched(place)).toEqual({heard: 3, started: 1});
  });

  browserTest("has an origin of its own as a window too, by its header", async ({open}) => {
    expect(readFileSync(`${dist}_headers`, "utf8")).toContain(`/${sandbox}\n`);
    const page = await open(sandbox!);
    expect(await page.evaluate(() => origin)).toBe("null");
  });
});
