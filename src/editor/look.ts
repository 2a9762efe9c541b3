import {
  EditorView,
  type Extension,
  HighlightStyle,
  syntaxHighlighting,
  tags,
} from "../vendor/codemirror.js";

/** Colours are the theme's tokens, which reach into a shadow root and change with the scheme. */
const theme = EditorView.theme({
  "&": {
    color: "var(--ink)",
    backgroundColor: "var(--paper)",
    border: "1px solid var(--rule-strong)",
    borderRadius: "var(--radius)",
    fontSize: "var(--size-small)",
  },
  "&.cm-focused": {outline: "3px solid var(--accent)", outlineOffset: "2px"},
  ".cm-scroller": {
    fontFamily: "var(--font-mono)",
    lineHeight: "1.5",
    fontVariantNumeric: "lining-nums",
  },
  ".cm-content, .cm-gutter": {minHeight: "var(--editor-height)"},
  ".cm-content": {padding: "var(--space-2) 0", caretColor: "var(--ink)"},
  ".cm-cursor, .cm-dropCursor": {borderLeftColor: "var(--ink)", borderLeftWidth: "2px"},
  ".cm-gutters": {
    backgroundColor: "var(--paper-raised)",
    color: "var(--ink-soft)",
    borderRight: "1px solid var(--rule)",
  },
  ".cm-activeLine": {backgroundColor: "color-mix(in srgb, var(--ink) 4%, transparent)"},
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    {background: "var(--accent-soft)"},
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--rule-strong)",
  },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--warn-text)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--paper-raised)",
    border: "1px solid var(--rule-strong)",
    color: "var(--ink)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {fontFamily: "var(--font-mono)"},
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {padding: "0.15rem 0.5rem"},
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    background: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-completionDetail": {marginLeft: "0.25em", fontStyle: "normal"},
  ".cm-completionInfo": {fontFamily: "var(--font-sans)", padding: "var(--space-2)"},
  ".cm-diagnostic": {fontFamily: "var(--font-sans)", borderLeftColor: "var(--warn-text)"},
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--warn-text)",
    textUnderlineOffset: "0.2em",
  },
});

const highlight = HighlightStyle.define([
  {tag: tags.comment, color: "var(--ink-soft)", fontStyle: "italic"},
  {tag: [tags.keyword, tags.bool, tags.null], color: "var(--accent)"},
  {tag: [tags.string, tags.number, tags.regexp], color: "var(--judge-text)"},
  {tag: [tags.typeName, tags.className], color: "var(--real-text)"},
  {tag: tags.definition(tags.function(tags.variableName)), fontWeight: "600"},
]);

export const look: Extension = [theme, syntaxHighlighting(highlight)];
