/** A verdict as lines for a terminal. */
import type {TestResult, TestStatus, Verdict} from "../../lib/grading/verdict.js";
import {visible} from "../../lib/visible.js";

const marks: Readonly<Record<TestStatus, string>> = {
  passed: "✓",
  failed: "✗",
  error: "✗",
  "timed-out": "✗",
  "not-run": "·",
};

/** Characters of a submission that a terminal may obey: lines and tabs. */
const harmless = "\n\t";

/** Each test with its points; of those that did not pass, what was expected, what came and what to try. */
export function verdictWords({tests, problem, console, state, points, maxPoints}: Verdict): string {
  const lines = [
    ...tests.map(testWords),
    ...(console === "" ? [] : ["", "  printed:", indent(console.trimEnd(), 4)]),
    ...(problem === undefined ? [] : ["", indent(problem, 2)]),
    "",
    `  ${state}: ${points} of ${maxPoints} points`,
  ];
  return visible(lines.join("\n"), harmless);
}

function testWords(test: TestResult): string {
  const {name, status, points, maxPoints, input, expected, yours, advice, pictures} = test;
  const rest = status === "not-run" ? " (not run)" : "";
  return [
    `  ${marks[status]} ${name}  ${points}/${maxPoints}${rest}`,
    ...part("input", input),
    ...part("expected", expected),
    ...part("yours", yours),
    ...(pictures ?? []).flatMap(({alt}) => part("picture", alt)),
    ...part("try", advice),
  ].join("\n");
}

function part(label: string, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return [`    ${`${label}:`.padEnd(10)}${text.replaceAll("\n", `\n${" ".repeat(14)}`)}`];
}

function indent(text: string, spaces: number): string {
  return text.replace(/^/gm, " ".repeat(spaces));
}
