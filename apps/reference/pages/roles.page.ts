import { RULES } from '#access';
import { TABLE_IMPORTS } from '#import';
import { ROLES } from '#vocabulary';
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
  AUDITOR: 'Reads everything, records nothing.',
  INTEGRATOR: 'A programme that follows recognitions; records nothing.',
  OPERATOR: 'Whoever runs the service, and enters what others did on their behalf.',
};

export function rolesPage(words: SchemaWords): Page {
  return pageOf(
    {
      file: 'roles.md',
      title: 'Roles',
      about: 'Who may give which command.',
    },
    [
      'A token names a role and the organisation in which it is held. What a role may not do is answered with `FORBIDDEN`; what it may not decide about a given organisation is refused with `DECIDED_BEYOND_AUTHORITY`. Every role may read.',
      table(
        ['role', 'who it is'],
        ROLES.map((role) => [code(role), DUTIES[role]]),
      ),
      ...groupsOf(words).flatMap(({ roles, commands }) => [
        `## ${roles.map(code).join(', ')}`,
        table(
          ['command', 'what', 'table of the import'],
          commands.map(({ name, description }) => [code(name), description, tablesOf(name)]),
        ),
      ]),
      '## Bringing in a bundle',
      `The import through a running service is for ${codes(RULES.get('Import.bundle'))}.`,
    ],
  );
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
