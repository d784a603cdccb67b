import { StoredEvents } from './stored-events';
import type { Expected } from './stored-events';
import { wrongVersionOf } from './wire';

/** Bytes and outcomes as they were observed on the real server. */
describe('the double', () => {
  it.each<[current: number, expected: Expected, bytes: string]>([
    [1, 'no-stream', '08013200'],
    [1, 7, '08011807'],
    [-1, 7, '12001807'],
    [-1, 'stream-exists', '12002a00'],
  ])('says a wrong version as the real server: at %p, expected %p', (current, expected, bytes) => {
    const details = wrongVersionOf({ kind: 'wrong-version', current, expected });

    expect(Buffer.from(details.serializeBinary()).toString('hex')).toBe(bytes);
  });

  const event = (n: number) => ({
    id: `00000000-0000-4000-8000-00000000000${n}`,
    type: 'T',
    contentType: 'application/json',
    data: Buffer.from('{}'),
    metadata: Buffer.from('{}'),
  });

  it.each<[what: string, expected: Expected, ids: number[], outcome: object]>([
    ['the same append again', 'no-stream', [1, 2], { kind: 'stored', revision: 1 }],
    ['the first few of them', 'no-stream', [1], { kind: 'stored', revision: 0 }],
    ['the same ids on another revision', 0, [1, 2], { kind: 'wrong-version', current: 2 }],
    ['one more than before', 'no-stream', [1, 2, 9], { kind: 'wrong-version', current: 2 }],
    ['another order', 'no-stream', [2, 1], { kind: 'wrong-version', current: 2 }],
    ['the same id at the head, once more', 2, [1], { kind: 'stored', revision: 3 }],
    ['a revision too high', 7, [9], { kind: 'wrong-version', current: 2 }],
    ['whatever the stream is at', 'any', [9], { kind: 'stored', revision: 3 }],
    ['a stream that there is', 'stream-exists', [9], { kind: 'stored', revision: 3 }],
  ])('takes or refuses %s as the real server', (_what, expected, ids, outcome) => {
    const events = new StoredEvents();
    events.append('c-1', 'no-stream', [event(1), event(2)]);
    events.append('c-1', 1, [event(3)]);

    expect(events.append('c-1', expected, ids.map(event))).toMatchObject(outcome);
  });
});
