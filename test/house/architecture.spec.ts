import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from '../support';

const PAGE = readFileSync(join(PROJECT, 'docs/architecture.md'), 'utf8');
/** A path from the root, anywhere; or, as code, the name of a folder or file near the path before it. */
const PATH =
  /\b(?:apps|libs|test|docs|frameworks)\/[\w./<>*-]*[\w/>]|(?<=`)[\w.<>-]+(?:\/|\.(?:ts|cjs|json|graphql))(?=`)/g;

describe('The page on the architecture', () => {
  it('names files and folders that exist', () => {
    const named = [...PAGE.matchAll(PATH)].map(([path]) => path);
    expect(named.length).toBeGreaterThan(50);
    let near = '';
    const missing = named.filter((path) => {
      const isFromRoot = /^\w+\/./.test(path);
      const places = isFromRoot ? [''] : [near, dirname(near), ''];
      const [found] = places.flatMap((place) => existing(join(place, path)));
      if (isFromRoot && found !== undefined) near = folderOf(found);
      return found === undefined;
    });
    expect(missing).toEqual([]);
  });
});

/** What the page leaves open, as in `<aggregate>.inputs.ts`, may be any name. */
function existing(path: string): readonly string[] {
  return globSync(path.replaceAll(/<\w+>/g, '*'), { cwd: PROJECT });
}

function folderOf(path: string): string {
  return statSync(join(PROJECT, path)).isDirectory() ? path : dirname(path);
}
