/** Completions while typing: requested once the typing pauses, and dropped if more was typed since. */

const PAUSE_MS = 130;
const SHORTEST_PREFIX = 2;
const MOST_OFFERED = 8;
/** A longer text is a sentence, not the beginning of a word. */
const MOST_WORDS = 3;

export class Completions {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private prefix = "";

  constructor(
    private readonly ask: (prefix: string) => Promise<string[]>,
    private readonly offer: (words: string[]) => void,
  ) {}

  typed(text: string): void {
    clearTimeout(this.timer);
    this.prefix = text.trimStart();
    const isWord =
      this.prefix.trim().length >= SHORTEST_PREFIX && this.prefix.split(/\s+/).length <= MOST_WORDS;
    if (!isWord) this.offer([]);
    else this.timer = setTimeout(() => void this.fetch(this.prefix), PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.prefix = "";
    this.offer([]);
  }

  private async fetch(prefix: string): Promise<void> {
    const words = await this.ask(prefix);
    if (prefix === this.prefix) this.offer(words.filter((word) => word !== prefix).slice(0, MOST_OFFERED));
  }
}
