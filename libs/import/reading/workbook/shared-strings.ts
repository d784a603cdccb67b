import { requireWithin } from '../read-limits';
import { unescaped } from './escapes';
import type { OfficePackage } from './package';
import { MAIN } from './package';

/** The texts that cells point to by index. Phonetic readings (`rPh`) are no part of them. */
export async function readSharedStrings(
  opened: OfficePackage,
  part: string | undefined,
): Promise<readonly string[]> {
  if (part === undefined) return [];
  const strings: string[] = [];
  let current = '';
  let characters = 0;
  let [inText, inPhonetic] = [false, false];
  await opened.read(part, {
    open: ({ namespace, name }) => {
      if (!MAIN.includes(namespace)) return;
      if (name === 'si') current = '';
      if (name === 'rPh') inPhonetic = true;
      if (name === 't') inText = true;
    },
    text: (text) => {
      if (!inText || inPhonetic) return;
      characters += text.length;
      requireWithin('sharedCharacters', characters, opened.file);
      current += text;
    },
    close: ({ namespace, name }) => {
      if (!MAIN.includes(namespace)) return;
      if (name === 'si') {
        strings.push(unescaped(current));
        requireWithin('cells', strings.length, opened.file);
      }
      if (name === 'rPh') inPhonetic = false;
      if (name === 't') inText = false;
    },
  });
  return strings;
}
