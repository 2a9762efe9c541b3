import {readFileSync} from "node:fs";
import type {Locator, Page} from "playwright";
import {expect} from "./harness.js";

/** One exercise on a page, as a reader uses it. */
export class ExercisePage {
  readonly root: Locator;
  /** CodeMirror's editable element. */
  readonly code: Locator;
  readonly outcome: Locator;

  constructor(
    readonly page: Page,
    readonly slug: string,
  ) {
    this.root = page.locator(`[data-exercise="${slug}"]`);
    this.code = this.root.locator(".cm-content");
    this.outcome = this.root.locator(".exercise-outcome");
  }

  /** Scrolls to it and waits for CodeMirror. */
  async reach(): Promise<this> {
    await this.root.scrollIntoViewIfNeeded();
    const opener = this.root.locator(".desk-opener");
    await opener.waitFor({state: "attached"});
    if ((await opener.isVisible()) && (await opener.getAttribute("aria-expanded")) === "false")
      await opener.click();
    await this.code.waitFor();
    return this;
  }

  /** The editor's text. */
  text(): Promise<string> {
    return this.code.evaluate((content) =>
      [...content.querySelectorAll(".cm-line")].map((line) => line.textContent ?? "").join("\n"),
    );
  }

  async write(text: string): Promise<void> {
    await this.code.focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(text);
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole("button", {name, exact: typeof name === "string"});
  }

  async until(...states: string[]): Promise<void> {
    await expect
      .poll(() => this.root.getAttribute("data-status"))
      .toMatch(new RegExp(`^(${states.join("|")})$`));
  }

  /** Waits until the draft is in the database. */
  async untilKept(text: string): Promise<void> {
    await expect.poll(() => this.page.evaluate(keptDraft, this.slug)).toBe(text);
  }
}

/** The text of the exercise's draft in this site's database. */
async function keptDraft(slug: string): Promise<string | undefined> {
  const name = (await indexedDB.databases()).find((each) => each.name?.startsWith("from-noise /"));
  if (!name?.name) return undefined;
  const request = indexedDB.open(name.name);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const entry = db.transaction("work").objectStore("work").get(slug);
  const work = await new Promise<{draft?: {text?: string}} | undefined>((resolve, reject) => {
    entry.onsuccess = () => resolve(entry.result);
    entry.onerror = () => reject(entry.error);
  });
  db.close();
  return work?.draft?.text;
}

/** A file of an exercise's folder. */
export function exerciseFile(chapter: string, slug: string, file: string): string {
  return readFileSync(`lessons/${chapter}/exercises/${slug}/${file}`, "utf8");
}
