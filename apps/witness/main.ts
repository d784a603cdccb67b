import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { InvalidArgumentError } from 'commander';
import { complain, reasonOf, say, terminalCommand } from '#composition';
import { KeyMalformed, NoteMalformed, readVerifierKey } from '#ledger';
import type { VerifierKey } from '#ledger';
import { FileWitnessState, Witness, witnessServer } from '#ledger/witness';
import { witnessKeyFile } from './witness-key-file';

interface Request {
  readonly key: string;
  readonly name: string;
  readonly log: readonly VerifierKey[];
  readonly state: string;
  readonly host: string;
  readonly port: number;
}

const FAILED = 1;
/** The key, the state or an option is not what it has to be. */
const NOT_POSSIBLE = 2;

function port(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError('must be a whole number from 0 to 65535');
}

function name(text: string): string {
  if (/^[^\s+]+$/.test(text)) return text;
  throw new InvalidArgumentError('must be a name without blanks and without +');
}

function logs(text: string, before: readonly VerifierKey[] = []): readonly VerifierKey[] {
  try {
    const key = readVerifierKey(text);
    if (key.kind !== 'SIGNATURE') throw new KeyMalformed('the key of a witness, not of a log');
    return [...before, key];
  } catch (error) {
    throw new InvalidArgumentError(reasonOf(error));
  }
}

async function witness(request: Request): Promise<void> {
  const signer = witnessKeyFile(request.key, request.name);
  const state = new FileWitnessState(request.state);
  const options = { logs: request.log, signer, state, clock: () => new Date() };
  const server = witnessServer(new Witness(options), (error) => {
    complain(`A checkpoint was not cosigned: ${reasonOf(error)}`);
  });
  server.listen(request.port, request.host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  say(signer.verifierKey.text);
  say(`Listening on http://${request.host}:${taken}/`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeIdleConnections();
    });
  }
}

const program = terminalCommand('witness')
  .description(
    'Cosigns the checkpoints of a ledger, each as long as it goes on from the one before',
  )
  .requiredOption('--key <file>', 'its key; made where there is none yet')
  .requiredOption('--log <key>', 'the verifier key of a log; may be given again', logs)
  .requiredOption('--state <file>', 'what it cosigned last: keep it with the key')
  .requiredOption('--port <number>', 'the port to listen on; 0 takes a free one', port)
  .option('--host <address>', 'the address to listen on', '127.0.0.1')
  .option('--name <name>', 'the name of a key that is made', name, 'four-good.local/witness')
  .action(witness);

program.parseAsync().catch((error: unknown) => {
  complain(`The witness does not start: ${reasonOf(error)}`);
  const isOfTheCommand = error instanceof KeyMalformed || error instanceof NoteMalformed;
  process.exitCode = isOfTheCommand ? NOT_POSSIBLE : FAILED;
});
