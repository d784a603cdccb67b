import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from '../support';

const PAGES = [
  ...globSync('*.md', { cwd: PROJECT }),
  ...globSync('{docs,docker,frameworks}/**/*.md', { cwd: PROJECT }),
].toSorted();
const LINK = /\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g;

describe('The links of the documentation', () => {
  it.each(PAGES)('lead somewhere from %s', (page) => {
    const dead = linksOf(page).filter(({ target, heading }) => {
      const path = join(PROJECT, target);
      if (!existsSync(path)) return true;
      return heading !== undefined && !anchorsOf(path).includes(heading);
    });
    expect(dead).toEqual([]);
  });
});

interface Link {
  /** A path in the project. */
  readonly target: string;
  readonly heading: string | undefined;
}

function linksOf(page: string): readonly Link[] {
  const text = readFileSync(join(PROJECT, page), 'utf8');
  return [...text.matchAll(LINK)].map(([, path = '', heading]) => ({
    target: path === '' ? page : join(dirname(page), path),
    heading,
  }));
}

/** As GitHub makes them: letters of any language, digits, and hyphens for spaces. */
function anchorsOf(path: string): readonly string[] {
  const headings = readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
