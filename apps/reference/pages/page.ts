/** One file of docs/reference. */
export interface Page {
  readonly file: string;
  readonly title: string;
  /** What the page answers, in one sentence; the index says it too. */
  readonly about: string;
  readonly text: string;
}

const WRITTEN_BY_THE_CODE =
  '<!-- Written by `npm run reference` from the code: change that, and run it. -->';

/** @param parts paragraphs, headings and tables, in order. */
export function pageOf({ file, title, about }: Omit<Page, 'text'>, parts: readonly string[]): Page {
  const text = [WRITTEN_BY_THE_CODE, `# ${title}`, about, ...parts].join('\n\n');
  return { file, title, about, text: `${text}\n` };
}
