import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ReceivedBodies } from './received-bodies';

describe('a body that is too large for memory', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'received-'));
  const folder = join(dataDir, 'imports');
  const failures: unknown[] = [];
  const bodies = new ReceivedBodies(folder, 10, (error) => failures.push(error));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is in a file of its owner, while it is needed', async () => {
    const path = await bodies.receive(Readable.from([Buffer.from('12345'), Buffer.from('67890')]));

    expect(readFileSync(path, 'utf8')).toBe('1234567890');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await bodies.remove(path);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['is larger than is taken', [Buffer.alloc(6), Buffer.alloc(6)], 0],
    ['says that it is larger', [Buffer.alloc(1)], 11],
  ])('leaves nothing when it %s', async (_, chunks, announced) => {
    await expect(bodies.receive(Readable.from(chunks), announced)).rejects.toMatchObject({
      status: 413,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing when it breaks off', async () => {
    const broken = new Readable({
      read() {
        this.push(Buffer.alloc(3));
        this.destroy(new Error('aborted'));
      },
    });

    await expect(bodies.receive(broken)).rejects.toThrow('aborted');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is removed at the start where a service was killed', () => {
    writeFileSync(join(folder, 'left.json'), '');
    bodies.clear();

    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is not taken where the disk does not take it, which is told', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    const away = new ReceivedBodies(join(dataDir, 'file', 'imports'), 10, (error) =>
      failures.push(error),
    );
    const received = away.receive(Readable.from([Buffer.alloc(1)]));

    await expect(received).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(failures).toContainEqual(expect.objectContaining({ syscall: 'mkdir' }));
  });
});
