/**
 * What a page needs to share memory between threads: headers that a host of files alone cannot send. A document and a worker say it of
 * themselves; whatever else they load is of their own origin, which needs no leave.
 */

/** Whether the answer to a request becomes a document or a worker. */
export function isPlaceOfCode({mode, destination}: Pick<Request, "mode" | "destination">): boolean {
  return mode === "navigate" || destination === "worker";
}

/** `response` with more headers. One that may not be read, such as a redirect, stays as it is. */
export function withHeaders(
  response: Response,
  headers: Readonly<Record<string, string>>,
): Response {
  if (response.status === 0) return response;
  const {body, status, statusText} = response;
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(body, {status, statusText, headers: all});
}
