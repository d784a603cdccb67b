import { AREAS, RULES, sightOf } from '#access';
import type { Area, Sight } from '#access';
import { COMMANDS } from '#domain';
import { TABLE_IMPORTS } from '#import';
import { KINDS_WITH_ROLE, ROLES } from '#vocabulary';
import type { Role } from '#vocabulary';
import type { SchemaWords } from '../schema-words';
import { code, codes, table } from './markdown';
import type { Page } from './page';
import { pageOf } from './page';

const DUTIES: Readonly<Record<Role, string>> = {
  SECRETARY: 'Bí thư, chi ủy: records what the own cell or committee does.',
  SUPERIOR_COMMITTEE: 'Cấp trên: lays down, appraises, recognises, rates, publishes, reviews.',
  STANDING_BOARD: 'Ban Thường vụ: decides for a committee, as its framework says.',
  INSPECTION_COMMISSION: 'Ủy ban Kiểm tra: inspects, handles cases, asks the history.',
  AUDITOR: 'Reads everything of the scope, records nothing.',
  INTEGRATOR: 'A program that follows recognitions; records nothing but its own webhooks.',
  OPERATOR: 'Whoever runs the service, and enters what others did on their behalf.',
};

const AREA_WORDS: Readonly<Record<Area, string>> = {
  REGISTER: 'register',
  UNPUBLISHED: 'unpublished recognitions',
  OWN_WORK: 'own work',
  MEMBERS: 'members',
  IDENTITY: 'identity',
  CASES: 'cases',
  HISTORY: 'history',
  GRANTS: 'grants',
  WEBHOOKS: 'webhooks',
  ACCESS_RECORDS: 'who looked',
  SERVICE: 'service',
};
const SIGHT_WORDS: Readonly<Record<Sight, string>> = {
  ALL: 'all',
  SCOPE: 'scope',
  OWN: 'own',
  NONE: '–',
};

export function rolesPage(words: SchemaWords): Page {
  return pageOf(
    {
      file: 'roles.md',
      title: 'Roles',
      about: 'Who sees what, and who may give which command.',
    },
    [
      'A token names a role and the organisation in which it is held. What a role may not do is answered with `FORBIDDEN`; what it may not do about a given organisation is refused with `DECIDED_BEYOND_AUTHORITY`, or with `FORBIDDEN` where the organisation lies outside the scope of the role.',
      table(
        ['role', 'who it is', 'held in'],
        ROLES.map((role) => [code(role), DUTIES[role], codes(KINDS_WITH_ROLE[role])]),
      ),
      '## What a role sees',
      'The scope of a role is the organisation in which it is held and all below it in the tree of now; one that was merged is where its successor is, one that was dissolved where it was last. What lies outside the scope does not exist: `null`, an empty page, a count without it.',
      table(
        ['role', ...AREAS.map((area) => AREA_WORDS[area])],
        ROLES.map((role) => [code(role), ...AREAS.map((area) => SIGHT_WORDS[sightOf(role, area)])]),
      ),
      'The register holds organisations (without their secretary and delegate), frameworks, campaigns, published recognitions, rewards and streaks. An integrator sees recognition events, and no person in them.',
      '## What a role does',
      'Nobody settles what weighs against him. Who gives a command acts where the tables say, in the tree of now: an organisation that was merged is where its successor is, one that was dissolved where it was last, and a role in an organisation that has ended gives nothing any more. Who enters a command on behalf of another needs the same authority as the other, who must be of his or her scope and hold a role that could give it; both count where the one who proposed may not approve (R-34). A row of an import is such a command. Only an operator enters what anybody did; what time brings is recorded by the service itself.',
      'Where a framework names the body that decides (`parameters.authority`: recognition, ratings, the score of a meeting, the result of a target), that body decides; where it is silent about a rating, a score or a result, the direct superior does.',
      ...groupsOf(words).flatMap(({ roles, commands }) => [
        `## ${roles.map(code).join(', ')}`,
        table(
          ['command', 'what', 'who gives it acts', 'table of the import'],
          commands.map(({ name, description }) => [
            code(name),
            description,
            standingOf(name),
            tablesOf(name),
          ]),
        ),
      ]),
      '## Bringing in a bundle',
      `The import through a running service is for ${codes(RULES.get('Import.bundle'))}.`,
    ],
  );
}

function standingOf(mutation: string): string {
  const found = [...COMMANDS].find(([type]) => type.toLowerCase() === mutation.toLowerCase());
  return found?.[1].authority.standing.words ?? '';
}

/** The tables whose rows become the command; a mutation is called like its command. */
function tablesOf(mutation: string): string {
  const tables = Object.entries(TABLE_IMPORTS).filter(([, { gives }]) =>
    gives.some((type) => type.toLowerCase() === mutation.toLowerCase()),
  );
  return codes(tables.map(([table]) => table));
}

interface Group {
  readonly roles: readonly Role[];
  readonly commands: readonly { readonly name: string; readonly description: string }[];
}

/** Commands that the same roles may give, one group after the other, those for most roles first. */
function groupsOf(words: SchemaWords): readonly Group[] {
  const groups = Map.groupBy(words.fieldsOf('Mutation'), ({ name }) =>
    rolesOf(`Mutation.${name}`).join(),
  );
  return [...groups.values()]
    .map((commands) => ({ roles: rolesOf(`Mutation.${commands[0]?.name ?? ''}`), commands }))
    .toSorted((a, b) => b.roles.length - a.roles.length);
}

function rolesOf(operation: string): readonly Role[] {
  return RULES.get(operation) ?? [];
}
