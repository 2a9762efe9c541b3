/**
 * Makes `text` the words of `node`. The same words again would cost a layout, and be read out anew where they are live; a new text
 * node costs more than a new text in the old one.
 */
export function setText(node: Node, text: string): void {
  if (node.textContent === text) return;
  const {firstChild, childNodes} = node;
  if (childNodes.length === 1 && firstChild instanceof Text) firstChild.data = text;
  else node.textContent = text;
}
