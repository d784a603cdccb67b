import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { Answer, TestApi } from '../testing/test-api';

const HISTORY =
  'query ($filter: HistoryFilter!) { history(filter: $filter, first: 1) { edges { cursor } } }';
const EVENTS = 40;

describe('the work that one request may make', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await api.record('establishOrganisation', {
      organisation: 'cell-1',
      kind: 'GRASSROOTS_CELL',
      name: 'Chi bộ 1',
      organisationType: 'agency',
    });
    for (let time = 1; time < EVENTS; time += 1) {
      await api.record('renameOrganisation', {
        organisation: 'cell-1',
        name: `Chi bộ ${time + 1}`,
      });
    }
    await api.settle();
  });
  afterAll(() => api.stop());

  const wrong = (length: number) => Array.from({ length }, (_, at) => `NoSuchType${at}`);
  const codes = ({ status, errors }: Answer) => [status, ...errors.map((e) => e.extensions.code)];

  it('is bounded by the length of a list, whatever is in it, before its values are looked at', async () => {
    const answer = await api.ask(HISTORY, { filter: { types: wrong(10_001) } });

    expect(codes(answer)).toEqual([400, 'LIMIT_EXCEEDED']);
    expect(answer.errors[0]?.message).toContain('variables.filter.types');
  });

  it('is bounded by the errors that are told', async () => {
    const answer = await api.ask(HISTORY, { filter: { types: wrong(10_000) } });

    expect(answer.status).toBe(400);
    expect(answer.errors.length).toBeLessThanOrEqual(51);
  });

  it('is bounded by the fields that are named as invalid', async () => {
    const legalBasis = Array.from({ length: 50 }, () => ({
      number: ' ',
      date: '2024-01-01',
      issuer: ' ',
    }));
    const input = withCommon({ organisation: 'cell-1', name: ' ', legalBasis });
    const { errors } = await api.ask(mutationOf('renameOrganisation'), { input });
    const { fields } = errors[0]?.extensions ?? {};

    expect(errors[0]?.extensions.code).toBe('VALIDATION_FAILED');
    expect((fields as unknown[]).length).toBeLessThanOrEqual(50);
  });

  it('is not priced without the content of events, which is of any size', async () => {
    const fields = Array.from(
      { length: 59 },
      (_, at) => `a${at}: history(filter: {}, first: 200) { edges { node { data summary } } }`,
    );

    expect(codes(await api.ask(`{ ${fields.join(' ')} }`))).toEqual([400, 'LIMIT_EXCEEDED']);
  });

  it('does not keep others waiting for its end', async () => {
    const fields = Array.from(
      { length: 50 },
      (_, at) => `a${at}: history(filter: {}, first: 40) { edges { node { summary data } } }`,
    );
    const ended: string[] = [];
    const large = api.ask(`{ ${fields.join(' ')} }`).then(({ errors }) => {
      ended.push('large');
      expect(errors).toEqual([]);
    });
    const small = api.ask('{ status { position } }').then(() => ended.push('small'));
    await Promise.all([large, small]);

    expect(ended).toEqual(['small', 'large']);
  });

  it('is little for the longest list of ids, which is looked through once', async () => {
    const members = Array.from({ length: 10_000 }, (_, at) => `m${at}`);
    const attendance = { expected: 1, present: 1, unexcused: [], specialDuty: [] };
    const held = (excused: readonly string[]) =>
      api.ask(mutationOf('holdMeeting'), {
        input: withCommon({
          meeting: 'meeting-1',
          organisation: 'cell-1',
          kind: 'REGULAR',
          previousResolutionReviewed: true,
          superiorAttended: false,
          startsAt: '2024-01-01T08:00:00+07:00',
          endsAt: '2024-01-01T10:00:00+07:00',
          attendance: { ...attendance, excused },
        }),
      });
    const { errors } = await held([...members.slice(1), 'm9']);

    expect(errors[0]?.extensions).toMatchObject({
      fields: expect.arrayContaining([
        expect.objectContaining({ field: 'attendance.excused', rule: 'arrayUnique' }),
      ]),
    });
  });
});
