import { existsSync } from 'node:fs';
import { InvalidArgumentError, Option } from 'commander';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { brokenIdRule, canonicalText, ROLES } from '#vocabulary';
import type { Role } from '#vocabulary';
import {
  complain,
  inWords,
  isEventStoreDb,
  openLogToRead,
  readSettings,
  reasonOf,
  say,
  sayRow,
  secondsOf,
  SettingsInvalid,
  sqlitePath,
  terminalCommand,
} from '#composition';
import type { EventLogSettings, Settings } from '#composition';
import { livingService } from './composition/service-address';
import { isRoleOfKnown, RoleNotOfKind, TokenLivesTooLong, Tokens } from './identity';
import { ServiceKeys } from './keys';
import type { ListedToken } from './keys';

interface Place {
  readonly dataDir?: string;
}

interface TokenRequest extends Place {
  readonly actor: string;
  readonly role: Role;
  readonly organisation: string;
  readonly expires: string;
}

/** The command cannot be carried out as it was given; the message says why. */
class NotPossible extends Error {}

function duration(text: string): string {
  if (secondsOf(text) !== undefined) return text;
  throw new InvalidArgumentError('must be a number with a unit, as 12h or 30d');
}

/** As commands take it: a token in another name is one with which nothing can be recorded. */
function id(text: string): string {
  const canonical = canonicalText(text);
  if (brokenIdRule(canonical) === undefined) return canonical;
  throw new InvalidArgumentError('must be an id, without blanks and control characters');
}

function tokenId(text: string): string {
  const { data, success } = z.uuid().safeParse(text);
  if (success) return data;
  throw new InvalidArgumentError('must be the id of a token, as `token list` shows it');
}

/** A folder that is named on the command line is meant with the keys and the log in it. */
function settingsOf({ dataDir }: Place): Settings {
  const { TOKEN_MAX_AGE } = process.env;
  return readSettings(
    dataDir === undefined ? process.env : { DATA_DIR: dataDir, TOKEN_MAX_AGE },
    [],
  );
}

async function printToken(request: TokenRequest): Promise<void> {
  const { actor, role, organisation, expires } = request;
  const settings = settingsOf(request);
  await refuseRoleNotOfKind(role, organisation, settings);
  const token = await issued({ id: actor, role, organisation }, expires, settings);
  if ((await livingService(settings.dataDir)) === undefined) {
    complain(
      `No service runs on ${settings.dataDir}: where yours uses another folder, name it with --data-dir, or its keys with KEYS_DIR.`,
    );
  }
  complain(`The id of this token is ${decodeJwt(token).jti}: \`token revoke\` takes it.`);
  say(token);
}

async function issued(
  actor: Parameters<Tokens['issue']>[0],
  expires: string,
  { keysDir, tokenMaxAgeSeconds }: Settings,
): Promise<string> {
  try {
    return await new Tokens(new ServiceKeys(keysDir), tokenMaxAgeSeconds).issue(actor, expires);
  } catch (error) {
    if (!(error instanceof TokenLivesTooLong)) throw error;
    throw new NotPossible(
      `A token is valid for ${inWords(error.maxAgeSeconds)} at most (TOKEN_MAX_AGE): --expires ${expires} is longer.`,
    );
  }
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
    if (isKnown || role === 'OPERATOR') return;
    throw new NotPossible(
      `The service does not know an organisation ${organisation}: record it first, or see whether its data is in another folder (--data-dir).`,
    );
  } finally {
    await log?.close();
  }
}

function listTokens(place: Place): void {
  const { tokens } = new ServiceKeys(settingsOf(place).keysDir);
  sayRow('id', 'state', 'actor', 'role', 'organisation', 'issued', 'expires');
  for (const token of tokens.list()) {
    const { id, actor, role, organisation, issuedAt, expiresAt } = token;
    sayRow(id, stateOf(token), actor, role, organisation, issuedAt, expiresAt);
  }
}

function stateOf({ revokedAt, expiresAt }: ListedToken): string {
  if (revokedAt !== undefined) return 'revoked';
  return Date.parse(expiresAt) > Date.now() ? 'valid' : 'expired';
}

function revokeToken(id: string, place: Place): void {
  const { keysDir } = settingsOf(place);
  const { tokens } = new ServiceKeys(keysDir);
  if (!tokens.knows(id)) {
    throw new NotPossible(
      `No token ${id} was made under the keys in ${keysDir}: \`token list\` shows those that were.`,
    );
  }
  tokens.revoke(id);
  say(`${id} is revoked: every service with these keys refuses it from now on.`);
}

const DATA_DIR = '--data-dir <folder>';
const DATA_DIR_WORDS = 'the data folder of the service (default: DATA_DIR, or ./data)';

const program = terminalCommand('token').description(
  'Makes, lists and revokes bearer tokens, signed by the key of this service',
);
program
  .command('issue', { isDefault: true })
  .description('makes a token and prints it')
  .requiredOption('--actor <id>', 'pseudonymous id of the person or program', id)
  .addOption(
    new Option('--role <role>', 'the role of the token').choices(ROLES).makeOptionMandatory(),
  )
  .requiredOption('--organisation <id>', 'the organisation in which the role is held', id)
  .option('--expires <duration>', 'the validity of the token', duration, '30d')
  .option(DATA_DIR, DATA_DIR_WORDS)
  .action(printToken);
program
  .command('list')
  .description('prints the tokens that were made, without the tokens themselves')
  .option(DATA_DIR, DATA_DIR_WORDS)
  .action(listTokens);
program
  .command('revoke')
  .description('makes a token invalid, for good')
  .argument('<id>', 'the id of the token', tokenId)
  .option(DATA_DIR, DATA_DIR_WORDS)
  .action(revokeToken);

program.parseAsync().catch((error: unknown) => {
  const isOfTheCommand =
    error instanceof RoleNotOfKind ||
    error instanceof NotPossible ||
    error instanceof SettingsInvalid;
  complain(isOfTheCommand ? error.message : `The token was not made: ${reasonOf(error)}`);
  process.exitCode = 1;
});
