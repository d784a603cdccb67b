// Auditors have the Node that they have, from 20 on; what the newer ones of the language bring, this does for it.
import 'core-js/es';
import { Command, InvalidArgumentError, Option } from 'commander';
import { acceptBreakCommand } from './commands/accept-break.command';
import { diffCommand } from './commands/diff.command';
import { exportCommand } from './commands/export.command';
import { checkProofCommand, proveCommand } from './commands/prove.command';
import { keyCommand, rotateKeyCommand } from './commands/key.command';
import { replayCommand } from './commands/replay.command';
import { reportCommand } from './commands/report.command';
import { verifyCommand } from './commands/verify.command';
import { EXIT } from './terminal/outcome';

function count(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('must be a whole number');
}

/** A number of a leaf, or a time. */
function moment(text: string): number | string {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  if (!Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('must be the number of an event, or a time (RFC 3339)');
}

const more = (value: string, before: readonly string[]): readonly string[] => [...before, value];
const inVietnamese = (process.env.LANG ?? '').startsWith('vi');

const program = new Command('audit')
  .description(
    'Verifies, replays and proves the history of a four-good service, alone. Ends with 0 when all is right, 1 when something is wrong, 2 when it cannot tell.',
  )
  .addOption(
    new Option('--language <language>', 'of what is told')
      .choices(['vi', 'en'])
      .default(inVietnamese ? 'vi' : 'en'),
  )
  .option('--json', 'tell it to a program', false)
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? EXIT.right : EXIT.cannotTell);
  });

const URL_OF = ['--url <url>', 'the address of a running service'] as const;
const TOKEN_OF = ['--token <token>', 'its token (or TOKEN in the environment)'] as const;
const LOG_OF = ['--log <url>', 'a log: sqlite:PATH or esdb://HOST'] as const;
const DATA_OF = ['--data-dir <folder>', 'the data folder of the service of the log'] as const;
const SINCE = ['--since <file>', 'a checkpoint or an export that you kept from before'] as const;
const KEY = ['--key <key>', 'a verifier key of the ledger that you know; may be repeated'] as const;
const WITNESS = [
  '--witness <key>',
  'of a witness that must have cosigned; may be repeated',
] as const;

program
  .command('export')
  .description('writes the history and what was signed of it; again, it goes on')
  .option(...URL_OF)
  .option(...TOKEN_OF)
  .option(...LOG_OF)
  .option(...DATA_OF)
  .requiredOption('--out <path>', 'a folder, or a .tar.gz')
  .option('--under <organisation>', 'only of this organisation and what was below it')
  .option('--at <size>', 'of the tree of so many events, which has a checkpoint', count)
  .action(exportCommand);
program
  .command('verify')
  .description('holds an export, or a running service, to everything that was signed')
  .argument('[path]', 'of an export')
  .option(...URL_OF)
  .option(...TOKEN_OF)
  .option(...SINCE)
  .option(...KEY, more, [])
  .option(...WITNESS, more, [])
  .action(verifyCommand);
program
  .command('replay')
  .description('computes the scorecards of an export, one canonical JSON line each')
  .argument('<path>', 'of an export')
  .option('--organisation <id>', 'only of this organisation')
  .option('--year <year>', 'only of this year', count)
  .option('--at <index|time>', 'as of an event or a time of recording', moment)
  .option('--compare <url|file>', 'with a running service, or with lines of before')
  .option(...TOKEN_OF)
  .option('--out <file>', 'where the lines go')
  .action(replayCommand);
program
  .command('report')
  .description('verifies an export, and writes its scorecards and findings of a year into a file')
  .argument('<path>', 'of an export')
  .requiredOption('--under <organisation>', 'of this organisation and all below it')
  .requiredOption('--year <year>', 'of this year', count)
  .requiredOption('--out <file>', 'a .xlsx, .csv or .html')
  .option(...SINCE)
  .option(...KEY, more, [])
  .option(...WITNESS, more, [])
  .action(reportCommand);
program
  .command('diff')
  .description('tells which events and scorecards two exports, or replays, differ in')
  .argument('<a>')
  .argument('<b>')
  .action(diffCommand);
program
  .command('prove')
  .description('makes a .tlog-proof that an event is in the history that was signed')
  .argument('<event>', 'its id')
  .argument('[path]', 'of an export')
  .option(...URL_OF)
  .option(...TOKEN_OF)
  .option('--out <file>', 'where the proof goes')
  .action(proveCommand);
program
  .command('check-proof')
  .description('checks a .tlog-proof')
  .argument('<file>')
  .requiredOption('--key <key>', 'the verifier key of the ledger')
  .option('--event <file>', 'a line of an events file')
  .action(checkProofCommand);

program
  .command('key')
  .description('tells the verifier keys of the ledger, on the machine of its service')
  .option(...DATA_OF)
  .option('--keys-dir <folder>', 'its folder of keys, unless it is in the data folder')
  .action(keyCommand);
program
  .command('accept-break')
  .description('accepts, as an operator, that the log no longer gives what was signed')
  .requiredOption(...URL_OF)
  .option(...TOKEN_OF)
  .requiredOption('--reason <text>', 'why, for the history and for auditors')
  .action(acceptBreakCommand);
program
  .command('rotate-key')
  .description('has the ledger signed under a new key, and under the old one beside it for 30 days')
  .option(...DATA_OF)
  .option('--keys-dir <folder>', 'its folder of keys, unless it is in the data folder')
  .action(rotateKeyCommand);

void program.parseAsync();
