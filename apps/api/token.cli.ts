import { Command, InvalidArgumentError, Option } from 'commander';
import { ROLES } from '#vocabulary';
import type { Role } from '#vocabulary';
import { existsSync } from 'node:fs';
import { isRoleOfKnown, RoleNotOfKind, Tokens } from './identity';
import { isEventStoreDb, openLogToRead, readSettings, sqlitePath } from '#composition';
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

async function printToken(request: TokenRequest): Promise<void> {
  const { actor: id, role, organisation, expires, dataDir } = request;
  // A folder that is named on the command line is meant with the keys and the log in it.
  const environment = dataDir === undefined ? process.env : { DATA_DIR: dataDir };
  const settings = readSettings(environment, []);
  await refuseRoleNotOfKind(role, organisation, settings);
  if ((await livingService(settings.dataDir)) === undefined) {
    console.error(
      `No service runs on ${settings.dataDir}: where yours uses another folder, name it with --data-dir, or its keys with KEYS_DIR.`,
    );
  }
  const keys = new ServiceKeys(settings.keysDir);
  console.log(await new Tokens(keys).issue({ id, role, organisation }, expires));
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

void new Command('token')
  .description('Makes a bearer token, signed by the key of this service, and prints it')
  .requiredOption('--actor <id>', 'pseudonymous id of the person or program')
  .addOption(
    new Option('--role <role>', 'the role of the token').choices(ROLES).makeOptionMandatory(),
  )
  .requiredOption('--organisation <id>', 'the organisation in which the role is held')
  .option('--expires <duration>', 'the validity of the token', duration, '30d')
  .option('--data-dir <folder>', 'the data folder of the service (default: DATA_DIR, or ./data)')
  .action(printToken)
  .parseAsync()
  .catch((error: unknown) => {
    if (!(error instanceof RoleNotOfKind || error instanceof OrganisationNotKnown)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
