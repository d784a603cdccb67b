import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { ImportReport } from '#import';
import type { ImportMessage } from './messages';

/** Results of a report that are written at once: a long report is no reason to let others wait. */
const AT_ONCE = 500;

/** Writes messages, one a line, to a client that may be slow, or gone. */
export class MessageWriter {
  constructor(private readonly to: Writable) {
    to.on('error', () => {
      // The client disconnected. Its bundle is imported all the same; repeating it shows the result.
    });
  }

  send(message: Exclude<ImportMessage, { kind: 'report' }>): void {
    if (!this.to.destroyed) this.to.write(`${JSON.stringify(message)}\n`);
  }

  /** One line like the others, but written piece by piece. */
  async report({ results, ...report }: ImportReport): Promise<void> {
    const line = JSON.stringify({ kind: 'report', report: { ...report, results: [] } });
    const end = ']}}';
    await this.write(line.slice(0, -end.length));
    for (let at = 0; at < results.length; at += AT_ONCE) {
      const piece = JSON.stringify(results.slice(at, at + AT_ONCE)).slice(1, -1);
      await this.write(`${at === 0 ? '' : ','}${piece}`);
    }
    await this.write(`${end}\n`);
  }

  private async write(text: string): Promise<void> {
    if (this.to.destroyed) return;
    if (this.to.write(text)) {
      await new Promise(setImmediate);
      return;
    }
    const gone = new AbortController();
    const { signal } = gone;
    await Promise.race([
      once(this.to, 'drain', { signal }),
      once(this.to, 'close', { signal }),
    ]).catch(() => undefined);
    gone.abort();
  }
}
