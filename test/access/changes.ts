import { KINDS_WITH_ROLE, ROLES } from '#vocabulary';
import type { Draw } from './questions';
import { membersOf, organisationsOf } from './questions';
import { SIGNED_IN } from './world';
import type { World } from './world';

/** Something that happens to the tree, or in it; told whether it was recorded. */
type Change = (world: World, draw: Draw, number: number) => Promise<boolean>;

const some = async (world: World, draw: Draw) => draw(organisationsOf(await world.oracle()));

const merge: Change = async (world, draw) =>
  world.change('mergeOrganisation', {
    organisation: await some(world, draw),
    into: await some(world, draw),
  });

const move: Change = async (world, draw) =>
  world.change('reparentOrganisation', {
    organisation: await some(world, draw),
    to: await some(world, draw),
  });

const dissolve: Change = async (world, draw) =>
  world.change('dissolveOrganisation', { organisation: await some(world, draw) });

const establish: Change = async (world, draw, number) =>
  world.change('establishOrganisation', {
    organisation: `new-${number}`,
    kind: draw(['SUBORDINATE_CELL', 'GRASSROOTS_COMMITTEE']),
    name: `Số ${number}`,
    organisationType: 'agency',
    parent: await some(world, draw),
  });

const transfer: Change = async (world, draw) => {
  const oracle = await world.oracle();
  const member = draw(membersOf(oracle));
  const from = oracle.organisationOf(member);
  return world.change('transferMember', { member, from, to: await some(world, draw) });
};

const openCase: Change = async (world, draw, number) =>
  world.change('openCase', {
    case: `case-${number}`,
    organisation: await some(world, draw),
    occurredOn: '2024-05-01',
  });

const publish: Change = async (world, draw) =>
  world.change('publishRecognition', { organisation: await some(world, draw), year: 2024 });

const appoint: Change = async (world, draw) => {
  const oracle = await world.oracle();
  const member = draw(membersOf(oracle));
  return world.change('appointSecretary', { organisation: oracle.organisationOf(member), member });
};

/** Roles are given by an operator himself. */
const ownProcedure = { onBehalfOf: undefined };
const DAYS_FROM_NOW = [-400, -30, -1, 0, 1, 2, 7];

const grant: Change = async (world, draw, number) => {
  const organisation = await some(world, draw);
  const kind = await world.kindOf(organisation);
  const from = draw(DAYS_FROM_NOW);
  const lasts = draw([undefined, undefined, 1, 3, 20, 500]);
  return world.change('grantRole', {
    ...ownProcedure,
    grant: `grant-${number}`,
    subject: draw(SIGNED_IN),
    role: draw(ROLES.filter((role) => KINDS_WITH_ROLE[role].some((one) => one === kind))),
    organisation,
    from: world.day(from),
    to: lasts === undefined ? undefined : world.day(from + lasts),
  });
};

const endGrant: Change = async (world, draw) => {
  const { grants } = await world.oracle();
  if (grants.length === 0) return false;
  const ended = { grant: draw(grants).grant, on: world.day(draw(DAYS_FROM_NOW)) };
  return world.change('endRole', { ...ownProcedure, ...ended, reason: 'Moved away' });
};

const CHANGES = {
  merge,
  move,
  dissolve,
  establish,
  transfer,
  openCase,
  publish,
  appoint,
  grant,
  endGrant,
};
/** A tree is built more than it is torn down, so that something is left to ask about. */
const LIKELY: readonly (keyof typeof CHANGES)[] = [
  'move',
  'move',
  'establish',
  'establish',
  'transfer',
  'transfer',
  'openCase',
  'openCase',
  'publish',
  'appoint',
  'merge',
  'dissolve',
  'grant',
  'grant',
  'grant',
  'endGrant',
];

/** Makes something happen; told what, where it was recorded. */
export async function somethingHappens(
  world: World,
  draw: Draw,
  number: number,
): Promise<string | undefined> {
  const name = draw(LIKELY);
  return (await CHANGES[name](world, draw, number)) ? name : undefined;
}
