import {javascript, type syntaxTree} from "../vendor/codemirror.js";

type CodeTree = ReturnType<typeof syntaxTree>;

/** The tree of a program of TypeScript, as the editor reads it: what cannot be read is a node of its own. */
export function codeTree(code: string): CodeTree["topNode"] {
  return javascript({typescript: true}).language.parser.parse(code).topNode;
}
