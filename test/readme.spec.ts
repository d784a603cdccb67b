import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Installation, PROJECT } from './support';
import type { RunningService } from './support';

const QUESTION_AND_ANSWER = /```graphql\n(.+?)```\n+```json\n(.+?)```/gs;

const questions = [
  ...readFileSync(join(PROJECT, 'README.md'), 'utf8').matchAll(QUESTION_AND_ANSWER),
].map(([, question = '', answer = '']) => ({ question, answer }));

describe('the README', () => {
  const installation = new Installation();
  let service: RunningService;

  beforeAll(async () => {
    service = await installation.startWithSample();
  });

  afterAll(() => installation.remove());

  it('shows three queries, a command, and how to read it back', () => {
    expect(questions).toHaveLength(5);
  });

  it('shows the answers that the service gives, asked in its order', async () => {
    for (const { question, answer } of questions) {
      expect(await service.client.ask(question)).toEqual(JSON.parse(answer));
    }
  });
});
