import {describe, expect, test} from "vitest";
import {lawRules} from "../../../src/about/law-rules.js";
import {lawTable, lawTimes} from "../../../src/about/law-table.js";

const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

describe("rules", () => {
  test.each(lawRules)("$jurisdiction, $from: says who, since when, and who looked", (rule) => {
    expect(isDay(rule.from)).toBe(true);
    expect(isDay(rule.checked)).toBe(true);
    expect(rule.source.url).toMatch(/^https:\/\//);
    expect(rule.rule.length).toBeGreaterThan(40);
  });

  test("in the table each has its source, and what comes from outside cannot become HTML", () => {
    const html = lawTable(lawRules);
    expect(html.match(/<tr role="row">/g)).toHaveLength(lawRules.length + 1);
    for (const heading of ["Where", "What", "From", "Source", "Checked"])
      expect(html.split(`data-heading="${heading}"`)).toHaveLength(lawRules.length + 1);
    for (const {source} of lawRules) expect(html).toContain(source.url.replaceAll("&", "&#38;"));
    const odd = {...lawRules[0]!, rule: "<script>alert(1)</script>"};
    expect(lawTable([odd])).not.toContain("<script>");
    expect(lawTimes([odd])).not.toContain("<script>");
  });

  test("the line of time rises, and marks what was to come", () => {
    const html = lawTimes(lawRules);
    const days = [...html.matchAll(/datetime="([^"]+)"/g)].map(([, day]) => day!);
    expect(days).toEqual([...days].sort());
    expect(days).toHaveLength(lawRules.length);
    const toCome = lawRules.filter(({from, checked}) => from > checked);
    expect(html.match(/data-to-come/g) ?? []).toHaveLength(toCome.length);
  });
});
