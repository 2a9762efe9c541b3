import type {CodeEditor} from "../editor/code-editor.js";

/** A place on the desk where the reader makes an answer that is kept and graded as text. */
export type AnswerField = Pick<
  CodeEditor,
  "element" | "text" | "memory" | "hasFocus" | "setText" | "restore"
>;
