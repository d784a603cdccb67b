import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { givenEvent } from '../../event-log/contract';
import type { Couriers } from './couriers';
import { DeliveryWorld } from '../testing';
import type { Receiver } from '../testing';

type Answering = Receiver['answers'][number];

const answer: fc.Arbitrary<Answering> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Answering>(204) },
  { weight: 3, arbitrary: fc.constantFrom<Answering>(500, 503, 429, 301, 408) },
  { weight: 2, arbitrary: fc.constantFrom<Answering>(422, 400) },
  fc.constant<Answering>((reply) => reply.destroy()),
  fc.constant<Answering>((reply) => reply.writeHead(503, { 'retry-after': '40000' }).end()),
);

const step = fc.oneof(
  fc.record({ kind: fc.constant('append' as const), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constantFrom('restart' as const, 'wait' as const) }),
);

describe('However a receiver fails, and whenever the process restarts', () => {
  it('each event arrives at least once, for the first time in order, and is taken or refused for good', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { maxLength: 25 }),
        fc.array(step, { minLength: 1, maxLength: 6 }),
        async (answers, steps) => {
          const world = await DeliveryWorld.open();
          world.register();
          world.receiver.answers.push(...answers);
          let couriers: Couriers = await world.start('0');
          let recorded = 0;
          for (const [at, taken] of steps.entries()) {
            if (taken.kind === 'append') {
              await world.log.append(taken.count);
              recorded += taken.count;
            } else if (taken.kind === 'restart') {
              await couriers.stop();
              couriers = await world.start(String(at + 1));
            } else {
              await letGoOn(world);
            }
          }
          const ids = Array.from({ length: recorded }, (_, at) => givenEvent(at + 1).id);
          while (!(await isDoneWith(world, ids.at(-1)))) await letGoOn(world);
          const first = [...new Set(world.receiver.ids)];
          const states = await Promise.all(
            ids.map(async (id) => (await world.delivery(id))?.state),
          );
          await world.end();
          expect(first).toEqual(ids);
          expect(states.filter((state) => state !== 'DELIVERED' && state !== 'DEAD')).toEqual([]);
        },
      ),
      { numRuns: runs(40) },
    );
  });
});

/** Resumes what was disabled, and lets some time pass. */
async function letGoOn(world: DeliveryWorld): Promise<void> {
  if (world.registrations.isDisabled('hook')) {
    world.clock.pass(1);
    world.registrations.resume('hook', world.clock.date());
  }
  world.clock.pass(5_000);
  await new Promise(setImmediate);
}

async function isDoneWith(world: DeliveryWorld, event: string | undefined): Promise<boolean> {
  if (event === undefined) return true;
  const state = (await world.delivery(event))?.state;
  return state === 'DELIVERED' || state === 'DEAD';
}
