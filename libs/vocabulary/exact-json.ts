/** What is wrong with a JSON text, though a lenient parser may take it. */
export type JsonFaultKind =
  /** No JSON: comments, commas too many, bytes after the end. */
  | 'SYNTAX'
  /** Two values under one name, of which a parser keeps the last. */
  | 'NAME_TWICE'
  /** `__proto__`, which is no field of a JavaScript object. */
  | 'NAME_RESERVED'
  /** A number of which a double keeps other digits. */
  | 'NUMBER_INEXACT';

export interface JsonFault {
  readonly kind: JsonFaultKind;
  /** Both from 1; columns in UTF-16 units, as editors count. */
  readonly line: number;
  readonly column: number;
  /** As in `goods.0.code`; empty for the whole. */
  readonly path: string;
  /** The name or the number, or what stands there instead of JSON: never more than {@link MAX_SHOWN} characters. */
  readonly text: string;
}

interface Frame {
  /** Names of an object so far, composed (NFC); a list has none. */
  readonly names: Set<string> | undefined;
  /** The name or index of the value that comes next. */
  at: string | number;
}

type Expected = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'separator or end';

const MAX_SHOWN = 40;
const BLANKS = /[ \t\r\n]*/y;
const TOKEN =
  // A control character in a text is what is looked for.
  // oxlint-disable-next-line no-control-regex
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The first place where a JSON text (RFC 8259) would be changed by reading it. It goes as deep as the text does without
 * calling itself, so that no text can exhaust the stack.
 */
export function firstJsonFault(text: string): JsonFault | undefined {
  return new JsonInspection(text).firstFault();
}

/** Whether the number that is written is the one that JavaScript makes of it, digit by digit. */
export function isExactNumber(written: string): boolean {
  const value = Number(written);
  return Number.isFinite(value) && plainDigits(written) === plainDigits(String(value));
}

class JsonInspection {
  private at = 0;
  private expected: Expected = 'value';
  private readonly frames: Frame[] = [];

  constructor(private readonly text: string) {}

  firstFault(): JsonFault | undefined {
    for (;;) {
      this.at += lengthOf(BLANKS, this.text, this.at);
      const isWhole = this.frames.length === 0 && this.expected === 'separator or end';
      if (isWhole && this.at === this.text.length) return undefined;
      const length = isWhole ? 0 : lengthOf(TOKEN, this.text, this.at);
      const token = this.text.slice(this.at, this.at + length);
      const fault = length === 0 ? 'SYNTAX' : this.take(token);
      if (fault !== undefined) return this.faultHere(fault, token);
      this.at += length;
    }
  }

  private take(token: string): JsonFaultKind | undefined {
    switch (this.expected) {
      case 'colon':
        this.expected = 'value';
        return token === ':' ? undefined : 'SYNTAX';
      case 'name or end':
        return token === '}' ? this.close() : this.name(token);
      case 'name':
        return this.name(token);
      case 'value or end':
        return token === ']' ? this.close() : this.value(token);
      case 'value':
        return this.value(token);
      default:
        return this.afterValue(token);
    }
  }

  private name(token: string): JsonFaultKind | undefined {
    const frame = this.frames.at(-1);
    if (!token.startsWith('"') || frame?.names === undefined) return 'SYNTAX';
    const name = String(JSON.parse(token)).normalize('NFC');
    frame.at = name;
    if (name === '__proto__') return 'NAME_RESERVED';
    if (frame.names.has(name)) return 'NAME_TWICE';
    frame.names.add(name);
    this.expected = 'colon';
    return undefined;
  }

  private value(token: string): JsonFaultKind | undefined {
    switch (token) {
      case '{':
        this.frames.push({ names: new Set(), at: '' });
        this.expected = 'name or end';
        return undefined;
      case '[':
        this.frames.push({ names: undefined, at: 0 });
        this.expected = 'value or end';
        return undefined;
      case '}':
      case ']':
      case ',':
      case ':':
        return 'SYNTAX';
      default:
        this.expected = 'separator or end';
        return /^[-\d]/.test(token) && !isExactNumber(token) ? 'NUMBER_INEXACT' : undefined;
    }
  }

  private afterValue(token: string): JsonFaultKind | undefined {
    const frame = this.frames.at(-1);
    const end = frame?.names === undefined ? ']' : '}';
    if (token === end) return this.close();
    if (token !== ',' || frame === undefined) return 'SYNTAX';
    if (typeof frame.at === 'number') frame.at += 1;
    this.expected = frame.names === undefined ? 'value' : 'name';
    return undefined;
  }

  private close(): JsonFaultKind | undefined {
    this.frames.pop();
    this.expected = 'separator or end';
    return undefined;
  }

  private faultHere(kind: JsonFaultKind, token: string): JsonFault {
    const before = this.text.slice(0, this.at).split(/\r\n|\r|\n/);
    const shown = kind === 'SYNTAX' ? this.text.slice(this.at, this.at + MAX_SHOWN) : token;
    return {
      kind,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      path: this.frames.map(({ at }) => at).join('.'),
      text: shown.slice(0, MAX_SHOWN).split(/[\r\n]/, 1)[0] ?? '',
    };
  }
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Sign, digits without zeros around them, and where the point stands: 1.50e3 and 1500 have the same. */
function plainDigits(written: string): string {
  const [, sign = '', whole = '', part = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const digits = `${whole}${part}`;
  const significant = digits.replace(/^0+/, '').replace(/0+$/, '');
  if (significant === '') return '0';
  const leading = digits.length - digits.replace(/^0+/, '').length;
  return `${sign}${significant}e${whole.length - leading + Number(exponent)}`;
}
