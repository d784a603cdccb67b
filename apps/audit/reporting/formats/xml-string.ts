/** What would be read as an escape, and what the library leaves out. */
const TO_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)|\uFFFD/g;

/**
 * A text as a workbook stores it, so that it is read as it was (ECMA-376, `ST_Xstring`). What an object of JavaScript has of
 * itself (`constructor`) is escaped too: the library keeps texts in one.
 */
export function asXmlString(text: string): string {
  const escaped = text.replaceAll(TO_ESCAPE, escapeOf);
  return escaped in {} ? `${escapeOf(escaped.slice(0, 1))}${escaped.slice(1)}` : escaped;
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `_x${code}_`;
}
