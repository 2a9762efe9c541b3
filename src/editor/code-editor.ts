import {element} from "../controls/element.js";
import {plainField} from "./plain-field.js";
import type {EditorMemory, OfferedName, TextField, TextFieldOptions} from "./text-field.js";

type MakeField = (options: TextFieldOptions) => TextField;

export interface CodeEditorOptions {
  /** The accessible name. */
  readonly label: string;
  readonly memory: EditorMemory;
  readonly names?: readonly OfferedName[];
  readonly onchange?: (editor: CodeEditor) => void;
}

/** A place to write TypeScript in, whatever it is for: a plain field at once, CodeMirror as soon as it has arrived. */
export interface CodeEditor {
  readonly element: HTMLElement;
  readonly text: string;
  readonly memory: EditorMemory;
  readonly hasFocus: boolean;
  /** Where the caret is and what is selected, as offsets. */
  readonly selection: readonly [start: number, end: number];
  /** Resolves when CodeMirror is there, to false when it could not be loaded. */
  readonly whole: Promise<boolean>;
  setText(text: string): void;
  restore(memory: EditorMemory): void;
  select(start: number, end: number): void;
  focus(): void;
  /** Goes back to a plain field, unless the reader is writing in it: many of CodeMirror's at once make every key slow. What can be undone is kept. */
  rest(): void;
  /** Becomes CodeMirror again, if it has arrived. */
  wake(): void;
}

const keys =
  "Tab indents once you have written something. Esc leaves the editor, or closes the list of names if one is open.";

/** Makes an editor. With `load` a test can put something else in CodeMirror's place. */
export function codeEditor(
  {label, memory, names = [], onchange = () => {}}: CodeEditorOptions,
  load: () => Promise<MakeField> = async () => (await import("./code-mirror.js")).codeMirrorField,
): CodeEditor {
  const line = element("p", {class: "editor-line", tabindex: -1}, keys);
  const options = {
    label,
    names: () => names,
    onchange: () => onchange(editor),
    onleave: () => line.focus(),
    onsyntax: (problem: string) => {
      line.textContent = problem || keys;
      line.classList.toggle("warn", problem !== "");
    },
  };
  let field: TextField = plainField({...options, memory});
  /** Of CodeMirror: the plain field would forget how to undo. */
  let kept: EditorMemory = memory;
  let isPlain = true;
  let codeMirror: MakeField | undefined;
  const box = element("div", {class: "code-editor"}, field.element, line);

  const put = (make: MakeField) => {
    const old = field;
    kept = editor.memory;
    field = make({...options, memory: kept});
    isPlain = make === plainField;
    const {hasFocus, selection} = old;
    old.element.replaceWith(field.element);
    old.dispose();
    if (!hasFocus) return;
    field.focus();
    field.select(...selection);
  };
  const upgrade = async () => {
    codeMirror = await load();
    put(codeMirror);
  };
  const wake = () => {
    if (isPlain && codeMirror) put(codeMirror);
  };
  const rest = () => {
    if (!isPlain && !field.hasFocus) put(plainField);
  };
  const editor: CodeEditor = {
    element: box,
    get text() {
      return field.text;
    },
    get memory() {
      return field.text === kept.text ? {...kept, ...field.memory} : field.memory;
    },
    get hasFocus() {
      return field.hasFocus;
    },
    get selection() {
      return field.selection;
    },
    whole: upgrade().then(
      () => true,
      () => false,
    ),
    setText(text) {
      const wasPlain = isPlain;
      wake(); // so that it can be undone
      field.setText(text);
      if (wasPlain) rest();
    },
    restore(memory) {
      kept = memory;
      field.restore(memory);
    },
    select: (start, end) => field.select(start, end),
    focus() {
      wake();
      field.focus();
    },
    rest,
    wake,
  };
  return editor;
}
