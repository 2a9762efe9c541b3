/** Code that a notebook has sent to an experiment: the reader sees it first, and says whether it trains, and beside what. */
import type {NamedArrays} from "../lib/array.js";
import {type Driver, readDriver} from "../lib/driver.js";
import {fieldsOf, textOf} from "../lib/field-checks.js";
import type {Experiment} from "../lib/training/experiment.js";
import {readInputs} from "../lib/training/run-file-parts.js";
import {codeQuestion, sandboxWords} from "./exports/code-question.js";
import type {ExperimentParts} from "./parts.js";
import {besideBuiltIn} from "./run/beside-built-in.js";

export interface Handed {
  readonly driver: Driver;
  readonly inputs: NamedArrays;
  readonly notebook: string;
}

const mostCharacters = 1000;

/** What `handOver` has laid down. Throws a RangeError where `experiment` has no such part, or the text is of another version of the course. */
export function readHanded(text: string, {drivenParts = {}}: Experiment): Handed {
  const {driver, inputs, notebook} = fieldsOf("handed", JSON.parse(text));
  return {
    driver: readDriver("handed.driver", driver, Object.keys(drivenParts)),
    inputs: readInputs(inputs),
    notebook: textOf("handed.notebook", notebook, mostCharacters),
  };
}

type Way = "beside" | "alone" | "not";

const answers: Readonly<Record<string, Way>> = {
  "Train the built-in one, then this": "beside",
  "Train with this": "alone",
  "Leave it": "not",
};

/** Asks about what was handed to the experiment on `section`, and does what the reader says. */
export async function meetHanded(
  text: string,
  section: HTMLElement,
  parts: ExperimentParts,
): Promise<void> {
  const {trainer, driver} = parts;
  const handed = readOr(
    (error) => trainer.say(`The notebook’s code was not taken: ${error}.`),
    () => readHanded(text, trainer.experiment),
  );
  if (!handed) return;
  const question = codeQuestion<Way>();
  driver.line.after(question.place);
  requestAnimationFrame(() => section.scrollIntoView({block: "start"}));
  let isOver = false;
  while (!isOver) {
    const way = await question.ask(codeOf(handed, trainer.experiment));
    isOver = await begin(way, handed, parts);
  }
  question.place.remove();
}

function readOr<T>(refused: (why: string) => void, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    refused(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function codeOf({driver, notebook}: Handed, {drivenParts}: Experiment) {
  const {label} = drivenParts![driver.part]!;
  return {
    question: `The notebook “${notebook}” sends its ${driver.part}, to take the place of ${label}. ${sandboxWords}`,
    code: driver.code,
    label: "The code of the notebook",
    answers,
  };
}

/** Whether there is nothing more to ask. */
async function begin(way: Way, {driver, inputs}: Handed, parts: ExperimentParts): Promise<boolean> {
  const {trainer, tabs, sides} = parts;
  if (way === "not") {
    trainer.say("None of the notebook’s code has run.");
    return true;
  }
  if (Object.keys(inputs).length > 0) await trainer.restart(trainer.run.params, {inputs});
  if (way === "alone") {
    await trainer.drive(driver);
    void trainer.train();
    return true;
  }
  tabs.reveal(sides.panel);
  trainer.say(`First the built-in ${driver.part} trains to its end, then that of the notebook.`);
  if (await besideBuiltIn(trainer, driver)) return true;
  trainer.say(
    `The run with the built-in ${driver.part} did not come to its end, so that of the notebook has not begun.`,
  );
  return false;
}
