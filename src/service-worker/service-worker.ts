/**
 * The course's service worker, made by tools/service-worker.mjs. It answers for the host where that can send no headers, from the second
 * page on, and keeps nothing: a page that it does not answer for is as good, on one thread. What is to be had offline will be answered here.
 */
import {isPlaceOfCode, withHeaders} from "./isolation.js";

/** Put in by the build, from tools/headers.mjs. */
declare const isolationHeaders: Readonly<Record<string, string>>;

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

addEventListener("install", () => {
  void (globalThis as unknown as {skipWaiting(): Promise<void>}).skipWaiting();
});

addEventListener("fetch", (event) => {
  const {request} = event as FetchEvent;
  if (isPlaceOfCode(request)) (event as FetchEvent).respondWith(isolated(request));
});

async function isolated(request: Request): Promise<Response> {
  return withHeaders(await fetch(request), isolationHeaders);
}
