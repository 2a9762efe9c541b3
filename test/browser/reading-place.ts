import type {Page} from "playwright";

/** Words in the window, each with its distance from the window's top: what a reader would look for. */
export type WordsInView = readonly (readonly [text: string, top: number])[];

/** The texts in view that stand but once on the page. */
export function wordsInView(page: Page): Promise<WordsInView> {
  return page.evaluate(textsByPlace).then((all) => all.filter(([, top]) => top >= 0 && top < 700));
}

/** How far, in px, the reader is from where these words were seen: the median of those that are there again. */
export async function distanceFrom(page: Page, before: WordsInView): Promise<number> {
  const now = new Map(await page.evaluate(textsByPlace));
  const moved = before.flatMap(([text, top]) => {
    const found = now.get(text);
    return found === undefined ? [] : [Math.abs(found - top)];
  });
  if (moved.length === 0) throw new Error("nothing of what was seen is there again");
  return moved.sort((a, b) => a - b)[Math.floor(moved.length / 2)]!;
}

function textsByPlace(): [text: string, top: number][] {
  const walker = document.createTreeWalker(
    document.querySelector("#observablehq-main")!,
    NodeFilter.SHOW_TEXT,
  );
  const found = new Map<string, number>();
  const repeated = new Set<string>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent!.trim();
    if (text.length < 8) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const [rect] = range.getClientRects();
    if (!rect || rect.height === 0) continue;
    if (found.has(text)) repeated.add(text);
    found.set(text, rect.top);
  }
  return [...found].filter(([text]) => !repeated.has(text));
}

/** Scrolls to a share of the page as a reader does, so that what comes near is loaded. */
export async function readTo(page: Page, share: number): Promise<void> {
  await page.mouse.move(150, 300);
  for (let i = 0; i < 40; i++) {
    const left = await page.evaluate(
      (part) => part * (document.documentElement.scrollHeight - innerHeight) - scrollY,
      share,
    );
    if (Math.abs(left) < 200) break;
    await page.mouse.wheel(0, Math.max(-1500, Math.min(1500, left)));
    await page.waitForTimeout(100);
  }
  await settled(page);
}

/** Waits until nothing has changed the page's height for a while. */
export async function settled(page: Page): Promise<void> {
  let [height, still] = [-1, 0];
  while (still < 5) {
    const now = await page.evaluate(() => document.documentElement.scrollHeight);
    still = now === height ? still + 1 : 0;
    height = now;
    await page.waitForTimeout(200);
  }
}
