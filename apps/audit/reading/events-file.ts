import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** The lines of an events file. @throws what unzipping a damaged file fails with */
export async function* linesOf(path: string): AsyncGenerator<string, void, undefined> {
  const file = createReadStream(path);
  const text = file.pipe(createGunzip());
  file.once('error', (error) => text.destroy(error));
  const lines = createInterface({ input: text, crlfDelay: Infinity });
  // The reader of lines does not tell of a stream that failed.
  const failed = new Promise<never>((_, reject) => {
    text.once('error', (error) => {
      reject(error);
      lines.close();
    });
  });
  failed.catch(() => undefined);
  for await (const line of lines) yield line;
  await Promise.race([failed, Promise.resolve()]);
}
