import fc from 'fast-check';
import { COMMANDS } from '#domain';
import { arbitraryCommand } from '#domain/testing';
import { brokenIdRule, brokenTextRule, canonicalText } from '#vocabulary';
import { anyText, numberOfTexts } from '#vocabulary/testing';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

type Declaration = NonNullable<ReturnType<typeof COMMANDS.get>>;
type Fields = Declaration['fields'];
type Field = Fields[string];
type Path = readonly (string | number)[];

interface Place {
  readonly type: Parameters<typeof arbitraryCommand>[0][number];
  readonly path: Path;
  isTaken(text: string): boolean;
}

/** Every place of a command that a text can be written to; places in the log are named by cursors to the outside. */
function placesIn(fields: Fields, within: Path = []): readonly Omit<Place, 'type'>[] {
  return Object.entries(fields).flatMap(([name, field]) => placesOf(field, [...within, name]));
}

function placesOf(field: Field, path: Path): readonly Omit<Place, 'type'>[] {
  switch (field.kind) {
    case 'id':
    case 'code':
      return [{ path, isTaken: (text) => brokenIdRule(text) === undefined }];
    case 'text':
      return [{ path, isTaken: (text) => brokenTextRule(text, field) === undefined }];
    case 'list':
      return placesOf(field.items, [...path, 0]);
    case 'nested':
      return placesIn(field.fields, path);
    default:
      return [];
  }
}

const PLACES: readonly Place[] = [...COMMANDS].flatMap(([type, { fields }]) =>
  type === 'CorrectFact'
    ? []
    : placesIn(fields)
        .filter(({ path }) => path[0] !== 'behind')
        .map((place) => ({ ...place, type })),
);

/** The same with a text at a place; `undefined` where there is no such place. */
function withText(value: unknown, [step, ...deeper]: Path, text: string): unknown {
  if (step === undefined) return text;
  if (typeof value !== 'object' || value === null) return undefined;
  if ((deeper.length > 0 || Array.isArray(value)) && !(step in value)) return undefined;
  const child = (value as Readonly<Record<string | number, unknown>>)[step];
  const changed = withText(child, deeper, text);
  if (changed === undefined) return undefined;
  return Array.isArray(value)
    ? value.map((item: unknown, at) => (at === step ? changed : item))
    : { ...value, [step]: changed };
}

/** Values by code are a list of pairs to the outside: there is none of them. */
function asInput(command: object & { readonly type: Place['type'] }): object {
  const fields = COMMANDS.get(command.type)?.fields ?? {};
  const own = ['type', 'fromBeginning', 'behind'];
  const given = Object.entries(command).filter(([name]) => !own.includes(name));
  return Object.fromEntries(
    given.map(([name, value]: [string, unknown]) => [
      name,
      fields[name]?.kind === 'record' ? [] : value,
    ]),
  );
}

/** Halves of pairs are refused with the body already, where the field has a longer name. */
function plain(field: string): string {
  return field.replace(/^variables\.input\./, '').replaceAll(/\[(\d+)\]/g, '.$1');
}

/** A list is named for what is in it. */
function isAbout(named: string, field: string): boolean {
  return `${field}.`.startsWith(`${plain(named)}.`);
}

/** The mutation, whatever else it answers than a receipt. */
function answeringNothing(name: string): string {
  return mutationOf(name).replace(/\) \{\s+commandId.*$/s, ') { __typename } }');
}

describe('Any text in any field of any command', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });

  afterAll(() => api.stop());

  it('is refused with its field, or taken; nothing fails, and every read model goes on', async () => {
    const tried = new Set<string>();
    // Whether a text may be blank is the matter of its field.
    const saying = anyText.filter((text) => text.trim() !== '');
    const given = fc
      .constantFrom(...PLACES)
      .chain((place) => fc.tuple(fc.constant(place), arbitraryCommand([place.type]), saying));
    await fc.assert(
      fc.asyncProperty(given, async ([{ type, path, isTaken }, command, text]) => {
        const input = withText(asInput(command), path, text);
        fc.pre(input !== undefined);
        const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
        const { errors } = await api.ask(answeringNothing(name), {
          input: withCommon(input as object),
        });
        const [error] = errors;
        const { code, fields } = error?.extensions ?? {};
        const named = (fields ?? []) as readonly {
          readonly field: string;
          readonly rule: string;
        }[];
        expect(code).not.toBe('INTERNAL');
        // What GraphQL itself does not take is refused before any text is looked at.
        fc.pre(named.every(({ rule }) => rule !== 'type'));
        tried.add(`${type} ${path.join('.')}`);
        const field = path.join('.');
        const isRight = isTaken(canonicalText(text))
          ? !named.some((one) => plain(one.field) === field)
          : named.some((one) => isAbout(one.field, field));
        expect({ field, isRight }).toEqual({ field, isRight: true });
      }),
      { numRuns: numberOfTexts(600) },
    );
    expect(tried.size).toBeGreaterThan(PLACES.length / 3);
    await api.settle();
    const statuses = await api.service.models.status();
    expect(new Set(statuses.map(({ state }) => state))).toEqual(new Set(['RUNNING']));
  });
});
