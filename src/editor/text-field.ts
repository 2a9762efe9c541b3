/** The text in an editor, and how to undo what led to it: plain data, so that both can be kept over a reload. */
export interface EditorMemory {
  readonly text: string;
  /** CodeMirror's own; a plain field has none. */
  readonly history?: unknown;
}

/** A name that an editor offers to complete. */
export interface OfferedName {
  readonly name: string;
  /** Shown after the name, e.g. its parameters. */
  readonly detail?: string;
  readonly info?: string;
}

/** Options of a place to write code in. */
export interface TextFieldOptions {
  readonly label: string;
  readonly memory: EditorMemory;
  /** Asked when names are to be completed. */
  readonly names: () => readonly OfferedName[] | Promise<readonly OfferedName[]>;
  /** After each change by the reader or by `setText`. */
  readonly onchange: () => void;
  /** The reader asks to leave by the keyboard. */
  readonly onleave: () => void;
  /** The fault in the syntax, "" if there is none. */
  readonly onsyntax: (problem: string) => void;
}

/** A place to write code in. */
export interface TextField {
  readonly element: HTMLElement;
  readonly text: string;
  readonly memory: EditorMemory;
  /** Where the caret is and what is selected, as offsets. */
  readonly selection: readonly [start: number, end: number];
  readonly hasFocus: boolean;
  /** Puts other text in; undo brings the old one back. */
  setText(text: string): void;
  /** Puts kept text and history in. */
  restore(memory: EditorMemory): void;
  select(start: number, end: number): void;
  focus(): void;
  /** It is not used any more. */
  dispose(): void;
}
