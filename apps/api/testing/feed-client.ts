/** One server-sent event, as a client reads it. */
export interface Sent {
  readonly id?: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A client that reads an event stream message by message. */
export class FeedClient {
  private text = '';

  private constructor(
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
    private readonly connection: AbortController,
  ) {}

  static async open(
    url: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<FeedClient> {
    const connection = new AbortController();
    const { body, status } = await fetch(url, { headers, signal: connection.signal });
    if (body === null || status !== 200) throw new Error(`The feed answers ${status}`);
    return new FeedClient(body.getReader(), connection);
  }

  /** The next message; `undefined` when the feed has ended. */
  async next(): Promise<Sent | undefined> {
    while (!this.text.includes('\n\n')) {
      const { done, value } = await this.reader.read();
      if (done) return undefined;
      this.text += Buffer.from(value).toString();
    }
    const end = this.text.indexOf('\n\n');
    const lines = this.text.slice(0, end).split('\n');
    this.text = this.text.slice(end + 2);
    const field = (name: string) =>
      lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const id = field('id');
    const data = JSON.parse(field('data') ?? '{}') as Sent['data'];
    return { ...(id === undefined ? {} : { id }), event: field('event') ?? '', data };
  }

  /** Messages up to the first of this kind, which is the last. */
  async until(event: string): Promise<Sent[]> {
    const messages: Sent[] = [];
    for (;;) {
      const message = await this.next();
      if (message === undefined) throw new Error(`The feed ended before ${event}`);
      messages.push(message);
      if (message.event === event) return messages;
    }
  }

  close(): void {
    this.connection.abort();
  }
}
