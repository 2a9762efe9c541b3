/**
 * Has the course's service worker come where the host sends no headers for isolation. The page that fetches it stays as it is; the next one
 * is isolated. Nothing is loaded again by itself, so that no run is lost.
 */
export function isolateNextPage(): void {
  // None in a preview.
  const place = document.querySelector<HTMLMetaElement>('meta[name="service-worker"]');
  if (!place || crossOriginIsolated || !hasPlaceForCode()) return;
  // Refused in some private windows, and in frames without storage.
  navigator.serviceWorker?.register(place.content).catch(() => {});
}

/** In an isolated page the frame for readers' code, which no service worker answers for, is let in only where it may be marked. */
function hasPlaceForCode(): boolean {
  return "credentialless" in HTMLIFrameElement.prototype;
}
