/** Whether a call failed because the stack was used up: V8 and JavaScriptCore throw a RangeError, SpiderMonkey an InternalError. */
export function isDepth(error: unknown): boolean {
  return error instanceof Error && (error.name === "RangeError" || error.name === "InternalError");
}
