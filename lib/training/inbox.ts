/** Messages in the order they came, and a promise for the next: many senders, one reader that takes its time. */
export class Inbox<Message> {
  readonly #messages: Message[] = [];
  #wake = (): void => {};
  #arrival: Promise<void> | undefined;

  put(message: Message): void {
    this.#messages.push(message);
    this.#wake();
  }

  /** The oldest message, or undefined when there is none. */
  take(): Message | undefined {
    return this.#messages.shift();
  }

  /** Resolves as soon as there is something to take. */
  arrival(): Promise<void> {
    if (this.#messages.length > 0) return Promise.resolve();
    this.#arrival ??= new Promise((resolve) => {
      this.#wake = () => {
        this.#arrival = undefined;
        resolve();
      };
    });
    return this.#arrival;
  }
}
