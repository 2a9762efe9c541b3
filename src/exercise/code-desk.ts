import {button, element} from "../controls/element.js";
import {codeEditor} from "../editor/code-editor.js";
import type {EditorMemory} from "../editor/text-field.js";
import {driveHere} from "../experiment/registry.js";
import type {CodeExercise, Drives} from "../lib/grading/exercise.js";
import type {Shelf} from "../storage/shelf.js";
import {textLimit, type Version, type Work} from "../storage/work.js";
import type {AnswerField} from "./answer-field.js";
import {Desk} from "./desk.js";
import {DraftKeeper} from "./draft-keeper.js";
import {exhibitView} from "./exhibit-view.js";
import type {ExerciseFiles, Grading} from "./grading-parts.js";
import {lineField} from "./line-field.js";
import {offeredNames} from "./offered-names.js";
import {versions as makeVersions} from "./versions.js";
import {weightCount} from "./weight-count.js";

export interface CodeDeskOptions {
  readonly section: HTMLElement;
  /** The desk's place in it. */
  readonly place: HTMLElement;
  readonly files: ExerciseFiles;
  readonly grading: Grading;
  readonly shelf: Shelf;
  /** Names this tab. */
  readonly tab: string;
  readonly now: () => Date;
  /** Aborts when the section has left the page. */
  readonly signal: AbortSignal;
}

/** The desk of an exercise whose answer is code. Nothing runs before its button is pressed. */
export async function codeDesk(options: CodeDeskOptions): Promise<void> {
  const {section, place, files, grading, shelf, tab, now, signal} = options;
  const {exercise, starter, hints} = files;
  if (exercise.kind !== "code") throw new RangeError(`${exercise.slug} is about a run`);
  const {slug} = exercise;
  const {drives} = exercise;

  const keeper = new DraftKeeper({exercise: slug, shelf, tab, now});
  const work = await keeper.load();
  const memory = work?.draft ?? {text: starter};
  const weights = exercise.budget && weightCount(exercise.budget);
  const editor = answerField(exercise, {memory, starter}, () => {
    keeper.change(() => editor.memory);
    weights?.update(editor.text);
  });
  weights?.update(editor.text);
  const replace = async (text: string, why: "reset" | "return") => {
    if (editor.text === text) return;
    if (editor.text !== starter)
      await keeper.keepVersion({text: editor.text, why, at: now().toISOString()});
    editor.setText(text);
  };
  const past = makeVersions((version: Version) => void replace(version.text, "return"));
  past.update(work?.versions ?? []);

  /** The text that has passed all tests, on this page. */
  let passed: string | undefined;
  const drive = ({experiment, part}: Drives) => {
    const standing = editor.text === passed ? "passed" : "failing";
    if (!driveHere(experiment, {part, code: editor.text, standing}))
      desk.attempt.say("The experiment is not on this page. Reload the page and try again.");
  };

  const run = async () => {
    await keeper.flush(); // what runs may take the tab down with it
    const code = editor.text;
    const seed = desk.record.attempts + 1;
    const verdict = await desk.grade((signal, report) =>
      grading.runTests(slug, code, {seed, signal, report}),
    );
    if (!verdict) return;
    if (verdict.state === "correct") passed = code;
    const outcome = `${verdict.points} of ${verdict.maxPoints} points`;
    await keeper.keepVersion({text: code, why: "run", at: now().toISOString(), outcome});
  };
  const desk = new Desk({
    section,
    exercise,
    hints,
    shelf,
    now,
    runText: "Run tests",
    solution: () => grading.solutionOf(slug),
    onrun: () => void run(),
    onreset: () => void replace(starter, "reset"),
    ondrive: drives && (() => drive(drives)),
  });

  const others = element("div", {class: "exercise-others", role: "status"});
  const length = element("div", {class: "exercise-others", role: "status"});
  keeper.watchLength((isTooLong) => {
    if (isTooLong === length.hasChildNodes()) return;
    length.replaceChildren(...(isTooLong ? [element("p", {}, tooLong)] : []));
  });
  /** Another tab has changed the draft. An editor that nobody is writing in follows it. */
  const meetOthers = ({draft}: Work) => {
    if (draft.text === editor.text) return keeper.adopt(draft);
    const follow = () => {
      keeper.adopt(draft);
      editor.restore(draft);
      weights?.update(editor.text);
      others.replaceChildren();
    };
    if (keeper.isSaved && !editor.hasFocus) return follow();
    others.replaceChildren(
      element(
        "p",
        {},
        "Another tab has changed this exercise. What you write here is kept, and so is that.",
      ),
      button("Take the other tab's code", () => {
        void replace(draft.text, "return").then(() => keeper.adopt(draft));
        others.replaceChildren();
      }),
    );
  };

  keeper.listen((changed) => {
    past.update(changed.versions);
    meetOthers(changed);
  });
  place.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!desk.attempt.isRunning) void run();
    },
    {capture: true},
  );
  const leave = () => keeper.leave();
  addEventListener("pagehide", leave, {signal});
  document.addEventListener("visibilitychange", () => document.hidden && leave(), {signal});
  signal.addEventListener("abort", () => {
    desk.attempt.stop();
    keeper.dispose();
  });

  await desk.load();
  const isHunt = exercise.form === "bug-hunt";
  place.replaceChildren(
    desk.notice,
    length,
    others,
    ...(isHunt ? [exhibitView(grading.exhibitOf(slug, signal))] : []),
    editor.element,
    ...(weights ? [weights.line] : []),
    desk.buttons.bar,
    ...desk.results,
    past.details,
  );
}

/** The place for the reader's answer, as the form of the exercise asks for it. */
function answerField(
  exercise: CodeExercise,
  {memory, starter}: {readonly memory: EditorMemory; readonly starter: string},
  onchange: () => void,
): AnswerField {
  const {form, title} = exercise;
  if (form === "reorder")
    return lineField({label: `The lines: ${title}`, memory, starter, onchange});
  return codeEditor({
    label: `Your code: ${title}`,
    memory,
    names: offeredNames(exercise),
    onchange,
  });
}

const tooLong = `What you write here is longer than ${textLimit.toLocaleString("en")} characters, more than the course can keep. It lives as long as this tab. Shorten it, or copy it elsewhere.`;
