import type { AllRange, EventLog, Position } from '#event-log';
import type { Checkpoint } from '#read-models';
import { overriding } from '#projection-engine/testing';
import { lagsBehind } from './lag';
import { Workshop } from './testing';

let workshop: Workshop;

beforeEach(() => {
  workshop = new Workshop();
});
afterEach(async () => {
  await workshop.close();
});

/** Notes which ranges are counted: some stores count by reading. */
function counting(log: EventLog, counted: AllRange[]): EventLog {
  return overriding(log, {
    count: (range = {}) => {
      counted.push(range);
      return log.count(range);
    },
  });
}

it('is told from how many events lie before each checkpoint, counting behind the furthest only', async () => {
  const positions: Position[] = [];
  for (const name of ['a1', 'a2', 'a3', 'b1', 'b2']) positions.push(await workshop.record(name));
  const at = (events: number): Checkpoint => ({
    position: positions[events - 1] ?? 0n,
    recordedAt: workshop.now.toISOString(),
    events,
  });
  const checkpoints = [at(2), undefined, at(4)];
  const counted: AllRange[] = [];
  const lagOf = lagsBehind(counting(workshop.log, counted), workshop.now, checkpoints);

  const lags = await Promise.all(checkpoints.map(lagOf));

  expect(lags.map(({ eventsBehind }) => eventsBehind)).toEqual([3, 5, 1]);
  expect(counted).toEqual([{ after: positions[3] }]);
});

it('asks for no count where nothing is behind', async () => {
  const position = await workshop.record('a1', 'a2');
  const checkpoint = { position, recordedAt: workshop.now.toISOString(), events: 2 };
  const counted: AllRange[] = [];

  const lagOf = lagsBehind(counting(workshop.log, counted), workshop.now, [checkpoint]);

  expect(await lagOf(checkpoint)).toEqual({ eventsBehind: 0, secondsBehind: 0 });
  expect(counted).toEqual([]);
});
