import {element} from "../../controls/element.js";

/** A film of up to 48 frames of this size is held in memory while it is written. */
const mostPixels = 300_000;
const stripHeight = 20;

/** A canvas on which one picture after the other is put, with a strip of text below it. */
export class AnimationStage {
  readonly width: number;
  readonly height: number;
  readonly #context: CanvasRenderingContext2D;
  readonly #background: string;

  /** `picture` gives the size of all. One that is too large is halved, or divided by 3 and so on: squares of pixels stay square. */
  constructor(picture: HTMLCanvasElement, background: string) {
    const {width, height} = picture;
    const factor = Math.ceil(Math.sqrt((width * height) / mostPixels));
    this.width = Math.floor(width / factor);
    this.height = Math.floor(height / factor) + stripHeight;
    this.#background = background;
    const canvas = element("canvas", {width: this.width, height: this.height});
    this.#context = canvas.getContext("2d", {willReadFrequently: true})!;
  }

  /** The pixels of `picture` over `left` and `right`, two short texts. */
  show(picture: HTMLCanvasElement, left: string, right: string): Uint32Array {
    const {width, height} = this;
    const context = this.#context;
    const room = height - stripHeight;
    context.fillStyle = this.#background;
    context.fillRect(0, 0, width, room);
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, width, room);
    // Greys only: with colours of its own the strip could push a grey picture beyond 256.
    context.fillStyle = "#000";
    context.fillRect(0, room, width, stripHeight);
    context.fillStyle = "#fff";
    context.font = "13px sans-serif";
    context.textBaseline = "middle";
    const baseline = room + stripHeight / 2 + 1;
    context.textAlign = "left";
    context.fillText(left, 6, baseline);
    context.textAlign = "right";
    if (context.measureText(left + right).width < width - 24)
      context.fillText(right, width - 6, baseline);
    return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  }
}
