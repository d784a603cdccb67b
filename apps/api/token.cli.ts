import { InvalidArgumentError, Option } from 'commander';
import { brokenIdRule, canonicalText, ROLES } from '#vocabulary';
import type { Role } from '#vocabulary';
import { existsSync } from 'node:fs';
import { isRoleOfKnown, RoleNotOfKind, Tokens } from './identity';
import {
  complain,
  isEventStoreDb,
  openLogToRead,
  readSettings,
  reasonOf,
  say,
  sqlitePath,
  terminalCommand,
} from '#composition';
import type { EventLogSettings } from '#composition';
import { livingService } from './composition/service-address';
import { ServiceKeys } from './keys';

interface TokenRequest {
  readonly actor: string;
  readonly role: Role;
  readonly organisation: string;
  readonly expires: string;
  readonly dataDir?: string;
}

class OrganisationNotKnown extends Error {
  constructor(organisation: string) {
    super(
      `The service does not know an organisation ${organisation}: record it first, or see whether its data is in another folder (--data-dir).`,
    );
  }
}

const DURATION = /^([1-9]\d{0,7})([smhdwy])$/;
const DAY = 86_400;
const SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3_600,
  d: DAY,
  w: 7 * DAY,
  y: 365 * DAY,
};
/** Nobody remembers a token for longer, and one that was lost is valid until it expires. */
const LONGEST_DAYS = 3_650;

function duration(text: string): string {
  const [, number, unit = ''] = DURATION.exec(text) ?? [];
  if (number === undefined) {
    throw new InvalidArgumentError('must be a number with a unit, as 12h or 30d');
  }
  if (Number(number) * (SECONDS[unit] ?? 0) > LONGEST_DAYS * DAY) {
    throw new InvalidArgumentError(`must be ${LONGEST_DAYS} days at most`);
  }
  return text;
}

/** As commands take it: a token in another name is one with which nothing can be recorded. */
function id(text: string): string {
  const canonical = canonicalText(text);
  if (brokenIdRule(canonical) === undefined) return canonical;
  throw new InvalidArgumentError('must be an id, without blanks and control characters');
}

async function printToken(request: TokenRequest): Promise<void> {
  const { actor, role, organisation, expires, dataDir } = request;
  // A folder that is named on the command line is meant with the keys and the log in it.
  const environment = dataDir === undefined ? process.env : { DATA_DIR: dataDir };
  const settings = readSettings(environment, []);
  await refuseRoleNotOfKind(role, organisation, settings);
  if ((await livingService(settings.dataDir)) === undefined) {
    complain(
      `No service runs on ${settings.dataDir}: where yours uses another folder, name it with --data-dir, or its keys with KEYS_DIR.`,
    );
  }
  const keys = new ServiceKeys(settings.keysDir);
  say(await new Tokens(keys).issue({ id: actor, role, organisation }, expires));
}

/** An operator belongs to no organisation of the tree; everybody else to one that the service knows. */
async function refuseRoleNotOfKind(
  role: Role,
  organisation: string,
  settings: EventLogSettings,
): Promise<void> {
  const isThere = isEventStoreDb(settings) || existsSync(sqlitePath(settings));
  const log = isThere ? openLogToRead(settings) : undefined;
  try {
    const isKnown = log !== undefined && (await isRoleOfKnown(role, organisation, log));
    if (!isKnown && role !== 'OPERATOR') throw new OrganisationNotKnown(organisation);
  } finally {
    await log?.close();
  }
}

void terminalCommand('token')
  .description('Makes a bearer token, signed by the key of this service, and prints it')
  .requiredOption('--actor <id>', 'pseudonymous id of the person or program', id)
  .addOption(
    new Option('--role <role>', 'the role of the token').choices(ROLES).makeOptionMandatory(),
  )
  .requiredOption('--organisation <id>', 'the organisation in which the role is held', id)
  .option('--expires <duration>', 'the validity of the token', duration, '30d')
  .option('--data-dir <folder>', 'the data folder of the service (default: DATA_DIR, or ./data)')
  .action(printToken)
  .parseAsync()
  .catch((error: unknown) => {
    const isExpected = error instanceof RoleNotOfKind || error instanceof OrganisationNotKnown;
    complain(isExpected ? error.message : `The token was not made: ${reasonOf(error)}`);
    process.exitCode = 1;
  });
