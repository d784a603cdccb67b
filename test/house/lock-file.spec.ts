import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

interface LockedPackage {
  resolved?: string;
  version?: string;
}

describe('the lock file', () => {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> };

  it('names no registry, so that every office can install from the one it has', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(1);
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual(
      [],
    );
  });

  it('pins the Node that everything runs on', () => {
    expect(packages['node_modules/node']?.version).toMatch(/^24\./);
    expect(process.versions.node).toBe(packages['node_modules/node']?.version);
  });
});
