import {
  type Diagnostic,
  type EditorView,
  type Extension,
  linter,
  syntaxTree,
} from "../vendor/codemirror.js";

/** Underlines the places where the code is not TypeScript, and tells the first in words. */
export function syntaxLint(tell: (problem: string) => void): Extension {
  return linter(
    (view) => {
      const found = problems(view);
      const first = found[0];
      const line = first && view.state.doc.lineAt(first.from).number;
      tell(first ? `Line ${line}: ${first.message}` : "");
      return found;
    },
    {delay: 600},
  );
}

function problems({state}: EditorView): Diagnostic[] {
  const found: Diagnostic[] = [];
  syntaxTree(state).iterate({
    enter({type, from, to}) {
      if (!type.isError) return;
      const at = placeOf(state.doc.toString(), from, to);
      const previous = found.at(-1);
      if (previous && at.from <= previous.to) return;
      found.push({...at, severity: "error", message: message(state.sliceDoc(from, to))});
    },
  });
  return found;
}

/** Something missing has no length; it is marked at the last thing before it. */
function placeOf(text: string, from: number, to: number): {from: number; to: number} {
  if (to > from) return {from, to};
  const end = text.slice(0, from).trimEnd().length;
  return {from: Math.max(0, end - 1), to: Math.max(1, end)};
}

function message(text: string): string {
  return text === ""
    ? "something is missing here, such as a bracket or a value."
    : `“${text.slice(0, 20)}” does not fit here.`;
}
