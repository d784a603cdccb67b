import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { InvalidArgumentError } from 'commander';
import { complain, reasonOf, say, sayRow, terminalCommand } from '#composition';
import { secretOf } from '#webhooks';
import { listener } from './listening/listener';

interface ListenRequest {
  readonly port: number;
  readonly host: string;
  readonly secret: Buffer;
  readonly answer: number;
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d{1,5}$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}`);
  };
}

function secret(text: string): Buffer {
  const found = secretOf(text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError('must be a secret as registerWebhook answers it, whsec_…');
}

async function listen({ port, host, secret: shared, answer }: ListenRequest): Promise<void> {
  const server = listener({
    secret: shared,
    status: answer,
    onMessage: (columns) => {
      sayRow(...columns);
    },
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  say(
    `Listening on http://${host}:${taken}/: each line is the answer, the id, what the signature says, the request and the body.`,
  );
}

const program = terminalCommand('webhook').description('Tools for those who receive webhooks');
program
  .command('listen')
  .description('receives webhooks, checks their signatures and prints them')
  .requiredOption(
    '--port <number>',
    'the port to listen on; 0 takes a free one',
    wholeNumber(0, 65_535),
  )
  .requiredOption('--secret <secret>', 'the secret of the webhook, whsec_…', secret)
  .option('--host <address>', 'the address to listen on', '127.0.0.1')
  .option('--answer <status>', 'what is answered to signed messages', wholeNumber(200, 599), 204)
  .action(listen);

program.parseAsync().catch((error: unknown) => {
  complain(`Nothing is received: ${reasonOf(error)}`);
  process.exitCode = 1;
});
