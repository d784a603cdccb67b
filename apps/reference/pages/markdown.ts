/** A table whose cells are texts; what would end a cell or a row is taken out of its way. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, columns.map(() => '---'), ...rows.map((cells) => cells.map(inOneCell))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function inOneCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

export function code(name: string): string {
  return `\`${name}\``;
}

/** Names one after the other, each as code; empty for none. */
export function codes(names: readonly string[] = []): string {
  return names.map(code).join(', ');
}

/** To the rule's own section; empty where there is none. */
export function ruleLink(rule: string | null | undefined): string {
  return rule === undefined || rule === null ? '' : `[${rule}](rules.md#${rule.toLowerCase()})`;
}
