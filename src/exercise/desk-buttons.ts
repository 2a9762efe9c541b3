import {button, element} from "../controls/element.js";
import type {ExerciseState} from "../lib/grading/verdict.js";

export interface DeskActions {
  /** "Run tests" or "Grade this run". */
  readonly runText: string;
  readonly run: () => void;
  readonly stop: () => void;
  readonly hint: () => void;
  readonly solution: () => void;
  readonly reset?: () => void;
  /** Trains an experiment with the answer. */
  readonly drive?: () => void;
}

export interface DeskState {
  readonly state: ExerciseState;
  readonly hintText: string;
  readonly hintLeft: boolean;
  readonly wasTried: boolean;
  readonly solutionShown: boolean;
  /** Whether the answer has been run, right or wrong. */
  readonly wasRun: boolean;
}

export interface DeskButtons {
  readonly bar: HTMLElement;
  /** Hint and solution. What they show stands below them. */
  readonly help: HTMLElement;
  set(state: DeskState): void;
}

/** The buttons of an exercise. One that has nothing to do keeps its place and the focus. */
export function deskButtons(actions: DeskActions): DeskButtons {
  const run = actionButton(actions.runText, actions.run);
  run.classList.add("primary");
  const stop = actionButton("Stop", actions.stop);
  const hint = actionButton("Hint", actions.hint);
  const solution = actionButton("Show solution", actions.solution);
  const reset = actions.reset && actionButton("Reset", actions.reset);
  const drive = actions.drive && actionButton("Run it in the experiment", actions.drive);
  const bar = element(
    "div",
    {class: "exercise-buttons", role: "group", "aria-label": "This exercise"},
    run,
    stop,
    drive,
    reset,
  );
  const help = element(
    "div",
    {class: "exercise-buttons", role: "group", "aria-label": "Help with this exercise"},
    hint,
    solution,
  );
  return {
    bar,
    help,
    set({state, hintText, hintLeft, wasTried, solutionShown, wasRun}) {
      const isRunning = state === "running";
      enable(run, !isRunning);
      enable(stop, isRunning);
      enable(hint, hintLeft);
      enable(solution, wasTried && !solutionShown && !isRunning);
      if (reset) enable(reset, !isRunning);
      if (drive) {
        enable(drive, wasRun && !isRunning);
        drive.title = wasRun
          ? "Your function takes the built-in one's place"
          : "Run the tests first";
      }
      hint.textContent = hintText;
      solution.title = wasTried
        ? "It is noted that you have seen it"
        : "After your first try; it is noted that you have seen it";
    },
  };
}

function actionButton(text: string, act: () => void): HTMLButtonElement {
  const made = button(text, () => {
    if (made.getAttribute("aria-disabled") !== "true") act();
  });
  return made;
}

function enable(which: HTMLButtonElement, isEnabled: boolean): void {
  which.setAttribute("aria-disabled", String(!isEnabled));
}
