import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestApi } from '../../testing/test-api';
import type { TestApi } from '../../testing/test-api';

const TEXTS = ['Nội dung tố cáo', 'Giải trình thứ nhất', 'Kết luận của đoàn'] as const;

describe('The texts of a case', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
    const organisation = 'c1';
    await api.record('establishOrganisation', {
      organisation,
      kind: 'GRASSROOTS_COMMITTEE',
      name: 'c1',
      organisationType: 'ward',
    });
    const [summary, text, conclusion] = TEXTS;
    await api.record('openCase', { case: 'v1', organisation, occurredOn: '2024-01-01', summary });
    await api.record('submitExplanation', { case: 'v1' });
    await api.record('submitExplanation', { case: 'v1', text });
    await api.record('reachConclusion', {
      case: 'v1',
      confirmed: true,
      remediationRequired: false,
      text: conclusion,
    });
    await api.settle();
  });

  afterAll(() => api.stop());

  const asked = (headers = {}) =>
    api.ask(
      '{ cases(first: 5) { edges { node { summary explanationTexts conclusionText explanations { event } } } } }',
      {},
      headers,
    );

  it('are read by whoever sees the case', async () => {
    const { data } = await asked();
    const [summary, text, conclusionText] = TEXTS;
    expect(data).toMatchObject({
      cases: {
        edges: [
          { node: { summary, explanationTexts: [text], conclusionText, explanations: [{}, {}] } },
        ],
      },
    });
    const actor = { id: 'm00009', role: 'INTEGRATOR', organisation: 'c1' } as const;
    const { errors } = await asked({
      authorization: `Bearer ${await api.tokens.issue(actor, '1h')}`,
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('stand in no file as they were written', () => {
    const files = readdirSync(api.dataDir, { recursive: true, withFileTypes: true });
    const contents = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name)));
    for (const text of TEXTS) {
      expect(contents.some((content) => content.includes(text))).toBe(false);
    }
  });
});
