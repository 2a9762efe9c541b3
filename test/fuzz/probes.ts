/** Beginnings of attacks that mutations go on from: code that looks for a way to the host, and code that takes what it can get. */

/** What `value` belongs to: "host:function" where code made of text finds a timer, which no exercise has. */
const reach = `const kept: any[] = [];
function reach(value: any): any {
  try {
    return "host:" + value.constructor.constructor("return typeof setTimeout")();
  } catch (e) {
    return 0;
  }
}
`;

const bodies: readonly string[] = [
  "try { x(); } catch (e) { return reach(e); }",
  'try { return await import("x"); } catch (e) { return reach(e); }',
  "return reach(exports);",
  "return reach(arguments[0]) || reach(require);",
  "for (;;) kept.push(new Uint8Array(65536));",
  "return kept.push(console.log(x));",
  // The end of an HTML-like comment is one to an engine, and not to every compiler.
  'let a = 1, b = 2, r; try { r = a\n<!-- /*\n; await import("x");\n// */ b\n; } catch (e) { return reach(e); } return 0;',
];

export const probes: readonly string[] = bodies.map(
  (body) => `${reach}export async function double(x: number): Promise<any> { ${body} }`,
);
