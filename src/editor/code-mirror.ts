/**
 * CodeMirror as a text field. It lives in a shadow root, because there it may bring its own styles: in the document
 * they would be a style element, which the pages' policy forbids.
 */
import {element} from "../controls/element.js";
import {
  autocompletion,
  bracketMatching,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  defaultKeymap,
  drawSelection,
  EditorState,
  EditorView,
  type Extension,
  highlightActiveLine,
  history,
  historyField,
  historyKeymap,
  indentOnInput,
  indentUnit,
  indentWithTab,
  isolateHistory,
  javascript,
  keymap,
  lineNumbers,
} from "../vendor/codemirror.js";
import {look} from "./look.js";
import {nameCompletions} from "./name-completions.js";
import {syntaxLint} from "./syntax-lint.js";
import {tabKey} from "./tab-key.js";
import type {EditorMemory, TextField, TextFieldOptions} from "./text-field.js";

export function codeMirrorField(options: TextFieldOptions): TextField {
  const host = element("div", {class: "code-mirror"});
  const root = host.attachShadow({mode: "open"});
  const extensions = extensionsFor(options);
  const view = new EditorView({
    root,
    parent: root,
    state: stateOf(options.memory, extensions),
  });
  return {
    element: host,
    get text() {
      return view.state.doc.toString();
    },
    get memory() {
      const {doc, history} = view.state.toJSON({history: historyField}) as Saved;
      return {text: doc, history};
    },
    get selection() {
      const {from, to} = view.state.selection.main;
      return [from, to] as const;
    },
    get hasFocus() {
      return view.hasFocus;
    },
    setText: (text) =>
      view.dispatch({
        changes: {from: 0, to: view.state.doc.length, insert: text},
        annotations: isolateHistory.of("full"),
      }),
    restore: (memory) => view.setState(stateOf(memory, extensions)),
    select: (anchor, head) => view.dispatch({selection: {anchor, head}}),
    focus: () => view.focus(),
    dispose: () => view.destroy(),
  };
}

interface Saved {
  readonly doc: string;
  readonly history: unknown;
}

/** History that an older or a newer CodeMirror wrote may not fit this one; the text always does. */
function stateOf({text, history}: EditorMemory, extensions: Extension): EditorState {
  if (history === undefined) return EditorState.create({doc: text, extensions});
  const start = {anchor: 0, head: 0};
  const saved = {doc: text, selection: {ranges: [start], main: 0}, history};
  try {
    return EditorState.fromJSON(saved, {extensions}, {history: historyField});
  } catch {
    return EditorState.create({doc: text, extensions});
  }
}

function extensionsFor({label, names, onchange, onleave, onsyntax}: TextFieldOptions): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    indentOnInput(),
    indentUnit.of("  "),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    bracketMatching(),
    closeBrackets(),
    javascript({typescript: true}),
    autocompletion({override: nameCompletions(names), icons: false}),
    syntaxLint(onsyntax),
    tabKey(onleave),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
    look,
    EditorView.contentAttributes.of({"aria-label": label}),
    EditorView.updateListener.of(({docChanged}) => docChanged && onchange()),
  ];
}
