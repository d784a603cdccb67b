import { Command, InvalidArgumentError, Option } from 'commander';
import { ROLES } from '#vocabulary';
import type { Role } from '#vocabulary';
import { Tokens } from './identity';
import { readSettings } from '#composition';
import { ServiceKeys } from './keys';

interface TokenRequest {
  readonly actor: string;
  readonly role: Role;
  readonly organisation: string;
  readonly expires: string;
  readonly dataDir?: string;
}

const DURATION = /^[1-9]\d{0,4}[smhdwy]$/;

function duration(text: string): string {
  if (DURATION.test(text)) return text;
  throw new InvalidArgumentError('must be a number with a unit, as 12h or 30d');
}

async function printToken(request: TokenRequest): Promise<void> {
  const { actor: id, role, organisation, expires, dataDir } = request;
  // A folder that is named on the command line is meant with the keys in it.
  const environment =
    dataDir === undefined
      ? { DATA_DIR: process.env.DATA_DIR, KEYS_DIR: process.env.KEYS_DIR }
      : { DATA_DIR: dataDir };
  const keys = new ServiceKeys(readSettings(environment, []).keysDir);
  console.log(await new Tokens(keys).issue({ id, role, organisation }, expires));
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
  .parseAsync();
