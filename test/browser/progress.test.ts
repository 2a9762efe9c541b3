import {readFileSync} from "node:fs";
import type {Page} from "playwright";
import {describe} from "vitest";
import {parseLogbook} from "../../src/storage/logbook-file.js";
import {pageShowing} from "../../tools/course.mjs";
import {axeViolations} from "./axe.js";
import {browserTest, expect} from "./harness.js";

const {questions} = JSON.parse(readFileSync("lessons/03-gans/recall.json", "utf8")) as {
  questions: {
    id: string;
    question: string;
    answers: {text: string; right: boolean; why: string}[];
  }[];
};
/** Both are on one page. */
const [first, second] = ["what-collapse-is", "when-a-judge-is-too-strong"].map(
  (name) => questions.find(({id}) => id === name)!,
) as [Question, Question];
const lesson = pageShowing("questions", first.id)!.path;
const lastPage = "lessons/03-gans/the-clinic";
const day = 86_400_000;

type Question = (typeof questions)[number];

/** Answers a question that is on the page, with its right or its first wrong answer, and waits until it is kept. */
async function answer(page: Page, {id, answers}: Question, right: boolean): Promise<void> {
  const chosen = answers.find((each) => each.right === right)!;
  const card = page.locator(`section[data-recall="${id}"]`);
  await card.scrollIntoViewIfNeeded().catch(() => {}); // the static text may just be replaced
  await card.getByRole("radio", {name: chosen.text}).check();
  await card.getByRole("button", {name: "Answer"}).click();
  await card.getByText(chosen.why).waitFor();
  await expect.poll(() => card.getAttribute("aria-busy")).toBeNull();
}

describe("a recall question", () => {
  browserTest(
    "teaches with a wrong answer, and comes back on the days that it says",
    async ({open, site}) => {
      const page = await open(lesson);
      await answer(page, first, false);
      const card = page.locator(`section[data-recall="${first.id}"]`);
      const right = first.answers.find((each) => each.right)!;
      await expect
        .poll(() => card.locator(".recall-feedback").innerText())
        .toContain(`It is: ${right.text}`);
      await expect
        .poll(() => card.locator(".recall-line").innerText())
        .toMatch(/^Comes back on \d+ \w+/);
      await answer(page, second, true);

      await page.goto(`${site}progress`);
      await page.getByText("Nothing is due now").waitFor();
      const strengths = () => page.locator(".strengths svg").getAttribute("aria-label");
      await expect.poll(strengths).toContain(`Two networks at war: 0 of`);
      await expect.poll(strengths).toContain(`1 of ${questions.length} questions recalled`);

      await page.clock.setFixedTime(Date.now() + 3 * day + 1000);
      await page.reload();
      const due = page.locator(".due .recall");
      await due.first().waitFor();
      await expect.poll(() => due.count()).toBe(2);
      expect(await axeViolations(page)).toEqual([]);
      await page.goto(site);
      const goOn = page.locator(".go-on");
      const {title} = pageShowing("questions", first.id)!;
      await expect
        .poll(() => goOn.innerText())
        .toBe(`You have begun ${title}. 2 questions are due.`);
      await goOn.getByRole("link", {name: "2 questions are due"}).click();
      await due.first().waitFor();
      await answer(page, first, true);
      await answer(page, second, true);
      await page.reload();
      await page.getByText("Nothing is due now").waitFor();
      await page.clock.setFixedTime(Date.now() + 7 * day);
      await page.goto(site + lastPage);
      await page.getByRole("heading", {name: "Sources"}).scrollIntoViewIfNeeded();
      await page.locator(".review .recall").first().waitFor();
      await expect.poll(() => page.locator(".review .recall").count()).toBe(2);
    },
  );
});

describe("the progress page", () => {
  browserTest("takes everything along as a file, and takes it in again", async ({open, site}) => {
    const page = await open(lesson);
    await answer(page, first, true);
    await page.goto(`${site}progress`);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Export"}).click(),
    ]);
    const text = readFileSync(await file.path(), "utf8");
    expect(parseLogbook(text, Date.now()).recalls[first.id]).toEqual([
      {at: expect.any(String), right: true},
    ]);

    const other = await open("progress");
    const said = other.locator(".transfer [role=status]");
    const input = other.locator("input[type=file]");
    const take = (content: string) =>
      input.setInputFiles({
        name: "x.json",
        mimeType: "application/json",
        buffer: Buffer.from(content),
      });
    await take("{}");
    await expect
      .poll(() => said.innerText())
      .toMatch(/^Nothing was imported, .* Choose one that its Export has saved\.$/);
    const at = "2026-11-25T12:00:00Z";
    const version = {text: "a", why: "run", at};
    const work = {
      draft: {text: "a", revision: "x-1", at},
      versions: new Array(150_000).fill(version),
    };
    await take(JSON.stringify({...JSON.parse(text), work: {"gan-losses": work}}));
    await expect
      .poll(() => said.innerText())
      .toMatch(
        /^Nothing .*work\.gan-losses\.versions: 150000 items \(at most 500\)\. Export it again/,
      );
    const score = {state: "correct", attempts: 1, firstAt: at, lastAt: at, solvedAt: at};
    const results = {
      "gan-losses": {...score, points: 10_000, maxPoints: 10_000},
      "softmax-cross-entropy": {...score, points: 8, maxPoints: 8},
    };
    await take(JSON.stringify({...JSON.parse(text), results}));
    await expect
      .poll(() => said.innerText())
      .toMatch(
        /^Imported: .* 1 result, answers to 1 question, .*Left out, .*gan-losses \(10000 of 10000 points; it is worth \d+\)/,
      );
    await expect
      .poll(() => other.locator(".progress-table").innerText())
      .toMatch(/✓ correct, from a file\s+8 of 8/);
    await expect
      .poll(() => other.locator(".strengths svg").getAttribute("aria-label"))
      .toContain(`1 of ${questions.length} questions recalled`);
  });

  browserTest("erases after it has asked twice", async ({open, site}) => {
    const page = await open(lesson);
    await answer(page, first, true);
    await page.goto(`${site}progress`);
    const label = () => page.locator(".strengths svg").getAttribute("aria-label");
    await expect.poll(label).toContain(`1 of ${questions.length} questions`);
    const press = (name: string) => page.getByRole("button", {name, exact: true}).click();
    await press("Erase everything …");
    await press("Erase it");
    await press("No, keep it");
    await page.reload();
    await expect.poll(label).toContain(`1 of ${questions.length} questions`);
    await press("Erase everything …");
    await press("Erase it");
    await press("Yes, erase all of it");
    await expect.poll(label).toContain(`0 of ${questions.length} questions`);
    await page.reload();
    await expect.poll(label).toContain(`0 of ${questions.length} questions`);
  });
});
