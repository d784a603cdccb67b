import fc from 'fast-check';
import { canonicalText } from '#vocabulary';
import { anyText, numberOfTexts } from '#vocabulary/testing';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { Answer, Receipt, TestApi } from '../testing/test-api';

const COMMANDS_WITH_TEXTS = {
  establishOrganisation: ['organisation', 'name', 'organisationType'],
  assignTarget: ['code', 'title', 'unit'],
  admitMember: ['member'],
} as const;

type Name = keyof typeof COMMANDS_WITH_TEXTS;

describe('any text that is given', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
    await api.record('establishOrganisation', fieldsOf('establishOrganisation', 'cell'));
  });

  afterAll(() => api.stop());

  let given = 0;

  /** A command that nothing stands against, but for what is put into it. */
  function fieldsOf(name: Name, id: string): Readonly<Record<string, unknown>> {
    switch (name) {
      case 'establishOrganisation':
        return {
          organisation: id,
          kind: 'SUBORDINATE_CELL',
          name: 'Chi bộ',
          organisationType: 'neighbourhood',
        };
      case 'assignTarget':
        return {
          organisation: 'cell',
          year: 2024,
          code: id,
          title: 'Chỉ tiêu',
          unit: '%',
          assigned: '1',
          direction: 'AT_LEAST',
        };
      default:
        return { organisation: 'cell', member: id, admittedOn: '2024-01-02' };
    }
  }

  function give(name: Name, field: string, text: string): Promise<Answer> {
    given += 1;
    const effectiveAt = '2024-01-02T08:00:00+07:00';
    const input = { ...fieldsOf(name, `x${given}`), [field]: text, effectiveAt };
    return api.ask(mutationOf(name), { input: withCommon(input) });
  }

  it('is refused with its field, or recorded and read back the same, and every read model goes on', async () => {
    const place = fc
      .constantFrom(...(Object.keys(COMMANDS_WITH_TEXTS) as Name[]))
      .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...COMMANDS_WITH_TEXTS[name])));
    const taken = new Map<string, string>();
    const used = new Set<string>();
    await fc.assert(
      fc.asyncProperty(place, anyText, async ([name, field], text) => {
        const isRepeated = used.has(`${field} ${canonicalText(text)}`);
        used.add(`${field} ${canonicalText(text)}`);
        const { data, errors } = await give(name, field, text);
        const [error] = errors;
        if (error === undefined) {
          const receipt = data?.[name] as Receipt | undefined;
          taken.set(receipt?.events[0]?.id ?? '', canonicalText(text));
          return;
        }
        if (isRepeated && error.extensions.code === 'RULE_VIOLATED') return;
        expect(error.extensions.code).toBe('VALIDATION_FAILED');
        expect(JSON.stringify(error.extensions.fields)).toContain(`${field}"`);
      }),
      { numRuns: numberOfTexts(400) },
    );
    await api.settle();

    const statuses = await api.service.models.status();
    expect(new Set(statuses.map(({ state }) => state))).toEqual(new Set(['RUNNING']));
    let read = 0;
    for await (const event of api.service.log.readAll()) {
      const text = taken.get(event.id);
      if (text === undefined) continue;
      read += 1;
      expect(Object.values(event.data as object)).toContain(text);
    }
    expect(read).toBe(taken.size);
    expect(read).toBeGreaterThan(50);
  });

  it('is one text however its letters were composed', async () => {
    const [composed, decomposed] = ['khóm-9'.normalize('NFC'), 'khóm-9'.normalize('NFD')];
    await give('establishOrganisation', 'organisation', decomposed);
    const again = await give('establishOrganisation', 'organisation', composed);

    expect(again.errors[0]?.extensions).toMatchObject({ rule: 'ALREADY_EXISTS' });
    for (const id of [composed, decomposed]) {
      const { data } = await api.ask('query ($id: ID!) { organisation(id: $id) { id } }', { id });
      expect(data).toEqual({ organisation: { id: composed } });
    }
  });
});
