import { Command } from 'commander';
import { printable, printableLines } from '#vocabulary';

/**
 * What programs say to people. Names of files, texts of events and reasons of other programs come from anywhere, and a
 * terminal does what escape sequences in them say.
 */
export function say(text: string): void {
  process.stdout.write(`${printableLines(text)}\n`);
}

/** One line of a list, its columns apart by tabs, for people and for `cut`. */
export function sayRow(...columns: readonly string[]): void {
  process.stdout.write(`${columns.map(printable).join('\t')}\n`);
}

export function complain(text: string): void {
  process.stderr.write(`${printableLines(text)}\n`);
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A command of the command line, whose messages repeat what was typed. */
export function terminalCommand(name: string): Command {
  return new Command(name).configureOutput({
    writeErr: (text) => process.stderr.write(printableLines(text)),
  });
}
