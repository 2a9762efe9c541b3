import {completionStatus, EditorView, type Extension, keymap, Prec} from "../vendor/codemirror.js";

/**
 * Tab indents only once the reader has begun to write: who comes by the Tab key and writes nothing goes on by it, and is
 * never caught. Escape leaves, also from the midst of writing.
 */
export function tabKey(onleave: () => void): Extension {
  const leave = (view: EditorView) => {
    if (completionStatus(view.state) === "active") return false; // the first Escape closes the list
    view.setTabFocusMode(true);
    onleave();
    return true;
  };
  return [
    Prec.high(keymap.of([{key: "Escape", run: leave}])),
    EditorView.domEventHandlers({
      focus: (_event, view) => view.setTabFocusMode(true),
      mousedown: (_event, view) => view.setTabFocusMode(false),
    }),
    EditorView.updateListener.of(({docChanged, view, transactions}) => {
      if (
        docChanged &&
        transactions.some((each) => each.isUserEvent("input") || each.isUserEvent("delete"))
      )
        view.setTabFocusMode(false);
    }),
  ];
}
