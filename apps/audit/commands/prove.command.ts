import { writeFileSync } from 'node:fs';
import { UrlSource } from '../exporting/url-source';
import { provedIn, whatIsWrongWith } from '../proving/proofs';
import { CannotTell, EXIT } from '../terminal/outcome';
import { action, verifierKeys, withExport } from './common';
import type { Place } from './common';

interface ProveOptions extends Place {
  readonly out?: string;
}

export const proveCommand = action<[string, string | undefined], ProveOptions>(
  async (terminal, options, event, path) => {
    const { url, token, out } = options;
    const proof =
      url === undefined
        ? await withExport(terminal, path, options, (folder) => provedIn(folder, event))
        : await new UrlSource(url, token ?? process.env.TOKEN).proof(event);
    if (out === undefined) process.stdout.write(proof);
    else writeFileSync(out, proof);
    return EXIT.right;
  },
);

interface CheckOptions {
  readonly key?: string;
  readonly event?: string;
}

export const checkProofCommand = action<[string], CheckOptions>((terminal, options, file) => {
  const [key] = verifierKeys(options.key === undefined ? [] : [options.key]);
  if (key === undefined) {
    throw new CannotTell({ vi: 'Hãy cho biết khoá bằng --key.', en: 'Name the key with --key.' });
  }
  const wrong = whatIsWrongWith(file, key, options.event);
  if (terminal.options.isJson) {
    terminal.json({ ok: wrong === undefined, ...(wrong && { detail: wrong.en }) });
  } else {
    terminal.say(
      wrong ?? {
        vi: 'Đúng: sự kiện có trong lịch sử đã ký.',
        en: 'All right: the event is in the history that was signed.',
      },
    );
  }
  return Promise.resolve(wrong === undefined ? EXIT.right : EXIT.wrong);
});
