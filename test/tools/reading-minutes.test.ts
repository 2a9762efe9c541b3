import {expect, it} from "vitest";
import {minutesOf, wordsOf} from "../../tools/reading-minutes.mjs";

const nothing = {experiments: [], exercises: [], questions: []};
const words = (count: number) => "word ".repeat(count);

it("counts the words of a page that are read", () => {
  const text = `# The duel

Two [networks](./the-game#gan-plane.points=spots) play, <span class="judge">one</span> **judges** – {evidence a.b c 0} of $x + y$ <!-- facts: x -->

$$
a = b
$$

\`\`\`js
import {recall} from "../../exercise/recall.js";
\`\`\`

<details class="deeper">
<summary>How it is derived</summary>

${words(50)}

</details>

## Sources

- ${words(50)}
`;
  // The duel · Two networks play, one judges number of formula · formula
  expect(wordsOf(text)).toBe(11);
});

it("gives minutes in fives, by words, experiments, exercises and questions", () => {
  expect(minutesOf(words(1800), nothing)).toBe(10);
  expect(minutesOf(words(1), nothing)).toBe(5);
  const shown = {experiments: ["a", "b"], exercises: ["c"], questions: ["d", "e"]};
  expect(minutesOf(words(1440), shown)).toBe(25); // 8 + 8 + 8 + 1
});
