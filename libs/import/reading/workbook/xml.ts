import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';
import { requireWithin } from '../read-limits';

/** Elements and attributes by namespace and local name: their prefixes mean nothing. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** @param namespace none for an attribute without prefix */
  attribute(name: string, namespaces?: readonly string[]): string | undefined;
}

export interface XmlHandlers {
  readonly open?: (element: XmlElement) => void;
  readonly text?: (text: string) => void;
  readonly close?: (element: Pick<XmlElement, 'namespace' | 'name'>) => void;
}

/**
 * Reads XML from beginning to end, piece by piece. Documents with a type of their own, and with that entities, are
 * refused: no part of a workbook may have one.
 */
export async function readXml(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  let unbroken = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('one of its parts has a document type');
  });
  parser.on('opentag', (tag) => {
    unbroken = 0;
    handlers.open?.(elementOf(tag));
  });
  const text = (piece: string): void => handlers.text?.(piece);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ uri, local }) => {
    unbroken = 0;
    handlers.close?.({ namespace: uri, name: local });
  });
  for await (const piece of decoded(chunks)) {
    unbroken += piece.length;
    requireWithin('unbrokenCharacters', unbroken, file);
    parser.write(piece);
  }
  parser.close();
}

function elementOf({ uri, local, attributes }: SaxesTagNS): XmlElement {
  return {
    namespace: uri,
    name: local,
    attribute(name, namespaces = ['']) {
      const plain = namespaces.includes('') ? attributes[name] : undefined;
      if (plain?.uri === '') return plain.value;
      return Object.values(attributes).find(
        (attribute) => attribute.local === name && namespaces.includes(attribute.uri),
      )?.value;
    },
  };
}

/** In UTF-8 or UTF-16, as its first bytes say; nothing else is allowed in a workbook (ECMA-376, part 2). */
async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    // Small pieces, so that no parser is ever far ahead of its limits.
    for (let at = 0; at < chunk.length; at += PIECE) {
      yield decoder.decode(chunk.subarray(at, at + PIECE), { stream: true });
    }
  }
  yield decoder?.decode() ?? '';
}

const PIECE = 64 * 1024;

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}
