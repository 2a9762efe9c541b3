/** Words, expressions and statements that have made trouble for sandboxes, or might. */

/** Signs, and names that lead out of a place. */
export const codeWords: readonly string[] = [
  ...["<!--", "-->", "//", "/*", "*/", "`", "${", "\\u2028", "#!", "@", "?.", "??=", "**", "=>"],
  ...["import", "import(", "import.meta", "import.source(", "import.defer(", "export", "require"],
  ...["await", "async", "yield", "function*", "class", "static {", "get", "set", "new", "delete"],
  ...["throw", "return", "with (x)", "super", "this", "arguments", "new.target", "debugger"],
  ...["constructor", "prototype", "__proto__", "globalThis", "self", "process", "eval", "Function"],
  ...["exports", "module", "caller", "callee", "then", "toJSON", "valueOf", "toString", "length"],
  ...["Symbol.iterator", "Symbol.toPrimitive", "Symbol.species", "Symbol.asyncIterator"],
  ...["0", "-1", "1e9", "2**31", "NaN", "1e308", '"x"', "null", "undefined", "[]", "{}", "6"],
  ...["<T>", "as any", "!", ": any", "enum E {A}", "namespace N {}", "declare", "satisfies"],
];

/** Values: large ones, endless ones, and such as belong to somebody else. */
export const expressions: readonly string[] = [
  ...["new Uint8Array(65536)", "new Float64Array(8190)", "new ArrayBuffer(2 ** 20)"],
  ...[
    "new ArrayBuffer(65536).slice(0)",
    "[...Array(1e4).keys()].toReversed()",
    "Array(1e5).fill(0)",
  ],
  ...['"x".repeat(2 ** 20) + Math.random()', '"x".repeat(2 ** 27)', '"ab".repeat(1e6).split("")'],
  ...[
    "2n ** 100000n",
    "new Intl.NumberFormat()",
    "new Intl.DateTimeFormat()",
    "new Map([[{}, {}]])",
  ],
  ...[
    'new RegExp("a".repeat(1e5))',
    '/(a+)+$/.exec("a".repeat(40) + "b")',
    "Symbol()",
    "new Error().stack",
  ],
  ...[
    "(() => { throw globalThis; })()",
    "Promise.reject(globalThis)",
    'import("x")',
    "new Proxy({}, {})",
  ],
  ...[
    "new WeakMap([[{}, 1]])",
    "structuredClone?.({})",
    "Object.create(null)",
    "Reflect.ownKeys(globalThis)",
  ],
  ...['{["k".repeat(2 ** 24)]: 1}', "{a: {b: {c: {}}}}", "Array.from({length: 1e6})", "[,,,]"],
  ...[
    'console.log("x".repeat(1e6))',
    'console.log("\\u001b[2J\\u001b[H all right")',
    '"\\u001b[2J\\r6"',
  ],
  ...[
    "reach(new Error())",
    "reach(globalThis)",
    "reach(arguments)",
    "reach(exports)",
    "reach(require)",
  ],
  ...["double(x - 1)", "x", "2 * x", "6", "Math.random()", "Date.now()"],
];

export const statements: readonly string[] = [
  ...[
    "for (;;);",
    "while (true) EXPRESSION;",
    "for (;;) kept.push(EXPRESSION);",
    "return EXPRESSION;",
  ],
  ...[
    "for (let i = 0; i < 1e5; i++) kept.push(EXPRESSION);",
    "kept.push(EXPRESSION);",
    "throw EXPRESSION;",
  ],
  ...[
    "let s = 'x'; for (;;) s += s;",
    "exports[EXPRESSION] = EXPRESSION;",
    "Object.assign(exports, {a() {}});",
  ],
  ...[
    "for (let i = 0; i < 1e4; i++) exports['f' + i] = () => 0;",
    "exports['f'.repeat(1e7)] = () => 0;",
  ],
  ...[
    "try { EXPRESSION } catch (e) { return reach(e); }",
    "try { await EXPRESSION } catch (e) { return reach(e); }",
  ],
  ...["Promise.resolve().then(() => EXPRESSION);", "Object.prototype.then = (f: any) => f(6);"],
  ...[
    "Array.prototype.push = () => EXPRESSION;",
    "Object.defineProperty(Object.prototype, 'value', {get: () => 6});",
  ],
  ...[
    "Error.prepareStackTrace = (_: any, frames: any) => reach(frames[0]);",
    "Error.stackTraceLimit = Infinity;",
  ],
  ...[
    "globalThis.JSON = EXPRESSION as any;",
    "(globalThis as any).Promise = class {};",
    "console.log(EXPRESSION);",
  ],
];
