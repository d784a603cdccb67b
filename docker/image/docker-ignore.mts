import { readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Pattern {
  readonly text: string;
  readonly expression: RegExp;
  readonly isException: boolean;
}

const WILDCARDS: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};

/** What a `.dockerignore` lets into the context of a build. Of its patterns, the last that matches decides. */
export class DockerIgnore {
  readonly #patterns: readonly Pattern[];

  constructor(text: string) {
    this.#patterns = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const isException = line.startsWith('!');
        const text = line.slice(isException ? 1 : 0).replaceAll(/^\/|\/$/g, '');
        return { isException, text, expression: expressionOf(text) };
      });
  }

  /** A pattern that matches a folder matches all that is in it. */
  admits(path: string): boolean {
    const parts = path.split('/');
    const prefixes = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    const last = this.#patterns.findLast(({ expression }) =>
      prefixes.some((prefix) => expression.test(prefix)),
    );
    return last?.isException ?? true;
  }

  /** The files of a folder that get into the context, by their paths in it. */
  contextOf(folder: string): readonly string[] {
    const files: string[] = [];
    const walk = (below: string): void => {
      for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory()) {
          if (this.admits(path) || this.#mayAdmitBelow(path)) walk(path);
        } else if (this.admits(path)) {
          files.push(path);
        }
      }
    };
    walk('');
    return files;
  }

  #mayAdmitBelow(folder: string): boolean {
    return this.#patterns.some(
      ({ isException, text }) => isException && text.startsWith(`${folder}/`),
    );
  }
}

/** As Docker reads it: unlike in a shell, a star stands for a leading dot, too. */
function expressionOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\*\*\/|\*\*|\*|\?/g, (wildcard) => WILDCARDS[wildcard] ?? wildcard);
  return new RegExp(`^${source}$`);
}
