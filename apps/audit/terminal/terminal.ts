import { printableLines } from '#vocabulary';
import type { Said } from './outcome';

export type Language = keyof Said;

export interface TerminalOptions {
  readonly language: Language;
  readonly isJson: boolean;
}

/** What people are told, beside what programs are: progress and reasons go to where errors go. */
export class Terminal {
  private isLineOpen = false;

  constructor(readonly options: TerminalOptions) {}

  /** A line of the answer. */
  say(text: Said | string): void {
    this.endLine();
    process.stdout.write(`${this.inLanguage(text)}\n`);
  }

  /** The whole answer for programs, where they asked for it. */
  json(value: unknown): void {
    process.stdout.write(`${JSON.stringify(value)}\n`);
  }

  complain(text: Said | string): void {
    this.endLine();
    process.stderr.write(`${this.inLanguage(text)}\n`);
  }

  /** Shown on a terminal alone. */
  progress(text: Said): void {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r\u001b[K${this.inLanguage(text)}`);
    this.isLineOpen = true;
  }

  inLanguage(text: Said | string): string {
    const told = typeof text === 'string' ? text : text[this.options.language];
    return printableLines(told);
  }

  private endLine(): void {
    if (this.isLineOpen) process.stderr.write('\n');
    this.isLineOpen = false;
  }
}
