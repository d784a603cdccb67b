import fc from 'fast-check';
import { KINDS_WITH_ROLE, ROLES } from '#vocabulary';
import { somethingHappens } from './changes';
import type { Identity } from './oracle';
import { organisationsOf, QUESTIONS } from './questions';
import type { Draw } from './questions';
import { SIGNED_IN, World } from './world';

/** 10,000 with `npm run test:access`. */
const OPERATIONS = Number(process.env.ACCESS_OPERATIONS ?? 300);
/** The same ones each time, unless told otherwise: a run is repeated by its seed. */
const SEED = Number(process.env.ACCESS_SEED ?? 20_250_601);
/** Asked about one tree, before it changes again. */
const OF_ONE_TREE = 30;
const CHANGES_AT_ONCE = 3;
/** What is asked and what happens, until a new world is made: cities do not shrink to nothing. */
const OF_ONE_WORLD = 1_500;

describe(`What anybody is told in a tree that changes (seed ${SEED})`, () => {
  const worlds: World[] = [];
  afterAll(() => Promise.all(worlds.map((world) => world.end())));

  it('is what the contract says, row by row', async () => {
    const happened = new Set<string>();
    for (const [number, tape] of tapes().entries()) {
      const draw = drawFrom(tape);
      const world = await worldOf(number);
      if (number % OF_ONE_TREE === 0) {
        for (let change = 0; change < CHANGES_AT_ONCE; change += 1) {
          const what = await somethingHappens(world, draw, number * CHANGES_AT_ONCE + change);
          if (what !== undefined) happened.add(what);
          await world.settle();
        }
      }
      const who = await somebody(world, draw);
      const { answered, expected } = await draw(QUESTIONS)(world, who, draw);
      expect({ number, who, answered }).toEqual({ number, who, answered: expected });
    }
    expect(happened.size).toBeGreaterThan(3);
  }, 3_600_000);

  async function worldOf(number: number): Promise<World> {
    const last = worlds.at(-1);
    if (last !== undefined && number % OF_ONE_WORLD !== 0) return last;
    await last?.end();
    const world = new World();
    worlds.splice(0, worlds.length, world);
    await world.begin();
    return world;
  }
});

/** Numbers that decide, a row of them for each operation. */
function tapes(): readonly (readonly number[])[] {
  const tape = fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 40 });
  return fc.sample(tape, { seed: SEED, numRuns: OPERATIONS });
}

function drawFrom(tape: readonly number[]): Draw {
  let at = -1;
  return <T>(among: readonly T[]) => {
    if (among.length === 0) throw new Error('There is nothing to draw from');
    at += 1;
    return among[(tape[at % tape.length] ?? 0) % among.length] as T;
  };
}

/** In a role that its organisation can give, ended ones included; or in what is granted to him, or was. */
async function somebody(world: World, draw: Draw): Promise<Identity> {
  const oracle = await world.oracle();
  if (draw([true, false, false])) {
    const id = draw(SIGNED_IN);
    const own = oracle.grants.filter(({ subject }) => subject === id).map(({ grant }) => grant);
    const anybodys = oracle.grants.map(({ grant }) => grant);
    return world.signedIn(id, draw([undefined, ...own, ...own, draw([undefined, ...anybodys])]));
  }
  const organisation = draw(organisationsOf(oracle));
  const kind = await world.kindOf(organisation);
  const roles = ROLES.filter((role) => KINDS_WITH_ROLE[role].some((one) => one === kind));
  return { id: 'm00777', role: draw(roles), organisation };
}
