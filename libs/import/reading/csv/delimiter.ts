const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

export interface Delimited {
  readonly delimiter: Delimiter;
  readonly text: string;
}

/** Whichever the header row uses most, or what the first line declares, as Excel has it: `sep=;`. */
export function delimited(text: string): Delimited {
  const declared = /^\s*"?sep=([,;\t])"?(?:\r\n|\r|\n)/i.exec(text);
  const [line = '', character] = declared ?? [];
  const known = DELIMITERS.find((delimiter) => delimiter === character);
  if (known !== undefined) return { delimiter: known, text: text.slice(line.length) };
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  const header = firstLine.replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length - 1);
  return { delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',', text };
}
