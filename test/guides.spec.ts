import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Installation, isCommand, PROJECT, ToldConversation, toldRequests } from './support';
import type { ToldRequest } from './support';

/** The same guide in both languages, English first. */
const GUIDES = readdirSync(join(PROJECT, 'docs', 'guides'))
  .filter((file) => file.endsWith('.en.md'))
  .map((file) => {
    const english = toldRequests(`docs/guides/${file}`);
    return { english, vietnamese: toldRequests(`docs/guides/${file.replace('.en.', '.vi.')}`) };
  });
/** Stands for an answer that a page does not show. */
const ANSWERED = 'without errors';
const PAGES = ['docs/frameworks.md'].map((page) => toldRequests(page));

describe('The guides', () => {
  const installation = new Installation();
  let conversation: ToldConversation;

  beforeAll(async () => {
    const { client } = await installation.startWithSample();
    conversation = new ToldConversation(client);
  });

  afterAll(() => installation.remove());

  it('are there for four roles, and ask the same in both languages', () => {
    expect(GUIDES).toHaveLength(4);
    for (const { english, vietnamese } of GUIDES) {
      expect(english.length).toBeGreaterThan(5);
      expect(vietnamese.map(inNoLanguage)).toEqual(english.map(inNoLanguage));
    }
  });

  it('show the answers that the sample year gives before anything is recorded', async () => {
    for (const guide of [...GUIDES.flatMap(bothPages), ...PAGES]) {
      await expectAnswers(conversation, beforeCommands(guide));
    }
  });

  it('show the answers that their commands and what is asked after them give, in order', async () => {
    for (const { english, vietnamese } of GUIDES) {
      const [first, second] = [fromFirstCommand(english), fromFirstCommand(vietnamese)];
      // Step by step together: the second of two commands with one id is the first again.
      await expectAnswers(
        conversation,
        first.flatMap((told, at) => [told, ...second.slice(at, at + 1)]),
      );
    }
    for (const page of PAGES) await expectAnswers(conversation, fromFirstCommand(page));
  });
});

async function expectAnswers(
  conversation: ToldConversation,
  requests: readonly ToldRequest[],
): Promise<void> {
  for (const request of requests) {
    const given = await conversation.answerTo(request);
    const { page, query, answer = ANSWERED } = request;
    const compared = answer === ANSWERED && !('errors' in given) ? ANSWERED : given;
    expect({ page, query, answer: compared }).toEqual({ page, query, answer });
  }
}

function bothPages({ english, vietnamese }: (typeof GUIDES)[number]) {
  return [english, vietnamese];
}

function beforeCommands(requests: readonly ToldRequest[]): readonly ToldRequest[] {
  const first = requests.findIndex(isCommand);
  return first < 0 ? requests : requests.slice(0, first);
}

function fromFirstCommand(requests: readonly ToldRequest[]): readonly ToldRequest[] {
  return requests.slice(beforeCommands(requests).length);
}

/** English is asked for by name; Vietnamese comes by itself. */
function inNoLanguage({ query, variables }: ToldRequest) {
  return { query: query.replaceAll('(language: EN)', '').replaceAll(/\s+/g, ' '), variables };
}
