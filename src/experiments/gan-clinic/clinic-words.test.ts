import {describe, expect, test} from "vitest";
import {diagnosisNames, feedbackOn, outcomeWords, ruleWords} from "./clinic-words.js";
import {diagnosisOf, diseases, type Signs} from "./gan-diagnosis.js";

const collapsed: Signs = {
  lead: 0.02,
  generatorGradient: 0.13,
  spread: 0.08,
  swing: 5.1,
  checkerboard: undefined,
};
const healthy: Signs = {...collapsed, spread: 0.91, swing: 0.2};
const checked: Signs = {
  lead: 0.3,
  generatorGradient: 2,
  spread: undefined,
  swing: undefined,
  checkerboard: 0.0152,
};

describe("feedback", () => {
  test("says yes with the rule and the run's own numbers", () => {
    const {verdict, text} = feedbackOn("collapse", collapsed);
    expect(verdict).toBe("right");
    expect(text).toContain("mode collapse");
    expect(text).toMatch(/0\.08\d* times as wide as the data \(the rule: below 0\.35\)/);
  });

  test("tells a symptom that is there from the cause", () => {
    const {verdict, text} = feedbackOn("oscillation", collapsed);
    expect(verdict).toBe("partly");
    expect(text).toMatch(/5\.1\d* spreads/);
    expect(text).toContain("Compare how wide");
  });

  test("says no with the chosen rule's numbers, and where to look, but not the answer", () => {
    for (const chosen of ["vanished", "over-strong", "checkerboard", "healthy"] as const) {
      const {verdict, text} = feedbackOn(chosen, collapsed);
      expect(verdict).toBe("wrong");
      expect(text).not.toContain(diagnosisNames.collapse);
    }
    expect(feedbackOn("vanished", collapsed).text).toMatch(
      /lead is 0\.02\d* \(the rule: above 0\.9\)/,
    );
  });

  test("a healthy run is called healthy with its numbers", () => {
    expect(feedbackOn("healthy", healthy)).toMatchObject({verdict: "right"});
    expect(feedbackOn("healthy", healthy).text).toContain("No rule holds");
    expect(feedbackOn("collapse", healthy).verdict).toBe("wrong");
  });

  test("pictures have no spread, points no checkerboard, and it is said", () => {
    expect(feedbackOn("collapse", checked).text).toContain("not measured on pictures");
    expect(feedbackOn("checkerboard", healthy).text).toContain("no pictures");
    expect(feedbackOn("checkerboard", checked).text).toContain("0.015");
    for (const disease of diseases)
      expect(ruleWords(disease, checked)).not.toMatch(/NaN|undefined/);
  });
});

test("what a treatment has done stands beside what was before", () => {
  expect(diagnosisOf(collapsed)).toBe("collapse");
  const cured = outcomeWords(healthy, collapsed);
  expect(cured).toMatch(/healthy\. Before: .*0\.08.*\. Now: .*0\.91/);
  expect(outcomeWords(collapsed, collapsed)).toContain("this run has mode collapse");
  expect(outcomeWords(healthy, undefined)).toBe("By the rules nothing is wrong with this run.");
});
