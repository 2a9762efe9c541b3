import {element} from "../controls/element.js";
import type {TestResult} from "../lib/grading/verdict.js";
import {plural, testSigns, testWords} from "./outcome.js";
import {testPicture} from "./test-picture.js";
import {testRun} from "./test-run.js";

/** One test's result: what it is, how it went, and what helps, folded unless `isOpen`. A run that it has made is always in sight. */
export function testResult(test: TestResult, isOpen: boolean): HTMLLIElement {
  const {name, status, points, maxPoints, pictures = [], run} = test;
  const head = [
    element("span", {class: "test-sign", "aria-hidden": "true"}, testSigns[status]),
    element("span", {class: "test-word"}, testWords[status]),
    element("span", {class: "test-name"}, name),
    element("span", {class: "test-points"}, `${points} of ${plural(maxPoints, "point")}`),
  ];
  const details = [
    pictures.length > 0
      ? element("div", {class: "test-pictures"}, ...pictures.map((each) => testPicture(each)))
      : undefined,
    feedback(test),
  ].filter((part) => part !== undefined);
  return element(
    "li",
    {class: "test", "data-test-status": status},
    details.length === 0
      ? element("p", {class: "test-head"}, ...head)
      : element(
          "details",
          {open: isOpen},
          element("summary", {class: "test-head"}, ...head),
          ...details,
        ),
    run && testRun(run),
  );
}

const parts = [
  ["input", "With the input"],
  ["expected", "Expected"],
  ["yours", "Yours"],
] as const;

function feedback(test: TestResult): HTMLElement | undefined {
  const values = parts.flatMap(([part, title]) => {
    const text = test[part];
    return text ? [element("dt", {}, title), element("dd", {}, element("pre", {}, text))] : [];
  });
  if (values.length === 0 && !test.advice) return undefined;
  const hasPictures = test.pictures !== undefined && test.pictures.length > 0;
  const numbers = element("dl", {class: "test-feedback"}, ...values);
  return element(
    "div",
    {class: "test-words"},
    values.length > 0 ? (hasPictures ? folded(numbers) : numbers) : undefined,
    test.advice ? advice(test.advice) : undefined,
  );
}

/** Folded, so that it gives nothing away to who wants to find it alone. */
function advice(text: string): HTMLElement {
  return element(
    "details",
    {class: "test-try"},
    element("summary", {}, "Try"),
    element("p", {class: "advice"}, text),
  );
}

/** The pictures say it better; the numbers are long. */
function folded(numbers: HTMLElement): HTMLElement {
  return element(
    "details",
    {class: "test-numbers"},
    element("summary", {}, "The numbers"),
    numbers,
  );
}
