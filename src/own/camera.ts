import {button, element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";

/** A camera that is switched on by the reader, shows what it sees, and gives `take` a look at it. Nothing is recorded. `onturn` hears that it is on or off. */
export function camera(take: (video: HTMLVideoElement) => void, onturn: () => void) {
  const video = element("video", {class: "own-video", playsinline: true, muted: true});
  const note = element("p", {class: "fig-note", role: "status"});
  let stream: MediaStream | undefined;
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    video.srcObject = null;
    panel.hidden = true;
    start.hidden = false;
    onturn();
  };
  const begin = async () => {
    try {
      if (!navigator.mediaDevices) throw new DOMException("no camera here", "NotFoundError");
      stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: "environment"}});
      video.srcObject = stream;
      await video.play();
      setText(note, "");
      panel.hidden = false;
      start.hidden = true;
      onturn();
      shutter.focus();
    } catch (error) {
      stop();
      setText(note, cameraWords(error));
    }
  };
  const start = button("Camera", () => void begin(), "Switch the camera on");
  const shutter = button("Take a picture", () => take(video));
  const panel = element(
    "div",
    {class: "own-camera"},
    video,
    element("div", {class: "own-row"}, shutter, button("Switch it off", stop)),
  );
  panel.hidden = true;
  return {start, panel, note, stop, isOn: () => stream !== undefined};
}

/** Why there is no camera, and what to do. */
export function cameraWords(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError")
    return "The browser was told not to let this page see the camera. Allow it beside the page's address, or choose files.";
  if (name === "NotFoundError")
    return "There is no camera that this page could use. Over plain http browsers give none either. Choose files instead.";
  if (name === "NotReadableError")
    return "Another program has the camera. Close it, then try again, or choose files.";
  return "The camera did not start. Choose files instead.";
}
