// Runs a command while every core has other work, and ends with its code:
// node scripts/busy.mts npm test
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const [program, ...args] = process.argv.slice(2);
if (program === undefined) throw new Error('Name the command to run');

const others = Array.from({ length: availableParallelism() }, () =>
  spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }),
);
const stopOthers = (): void => others.forEach((other) => other.kill('SIGKILL'));
process.once('exit', stopOthers);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

spawn(program, args, { stdio: 'inherit' }).once('exit', (code) => process.exit(code ?? 1));
