import { contentOf } from './checkout.mts';
import type { RunningCheckout } from './checkout.mts';
import { isObject, withTexts } from './json.mts';
import type { Json, JsonObject } from './json.mts';
import type { Question } from './questions.mts';

/** Cursors are sealed with a key; whether there is a cursor can be compared, what it is cannot. */
const CURSORS = new Set(['cursor', 'startCursor', 'endCursor']);

/** What is answered to a question: the whole of it, page by page. */
export async function answerTo(service: RunningCheckout, question: Question): Promise<Json> {
  const answers =
    question.pages === undefined
      ? [await once(service, question, {})]
      : await pages(service, question);
  return answers.map((answer) =>
    withTexts(answer, (text, key) => (CURSORS.has(key) ? 'a cursor' : text)),
  );
}

async function once(service: RunningCheckout, question: Question, page: JsonObject): Promise<Json> {
  return contentOf(await service.ask(question.document, { ...question.variables, ...page }));
}

async function pages(service: RunningCheckout, question: Question): Promise<readonly Json[]> {
  const { direction = 'forwards', size = 0, most = 0 } = question.pages ?? {};
  const answers: Json[] = [];
  let cursor: Json = null;
  let affordable = size;
  while (answers.length < most) {
    const [count, from] = direction === 'forwards' ? ['first', 'after'] : ['last', 'before'];
    const page = { [count]: affordable, ...(cursor === null ? {} : { [from]: cursor }) };
    const answer = await once(service, question, page);
    if (affordable > 1 && isTooMuch(answer)) {
      affordable = Math.floor(affordable / 2);
      continue;
    }
    answers.push(answer);
    const info = at(answer, question.query, 'pageInfo');
    const goesOn = at(info, direction === 'forwards' ? 'hasNextPage' : 'hasPreviousPage');
    cursor = at(info, direction === 'forwards' ? 'endCursor' : 'startCursor');
    if (goesOn !== true || cursor === null) break;
  }
  return answers;
}

function isTooMuch(answer: Json): boolean {
  return JSON.stringify(answer).includes('"LIMIT_EXCEEDED"');
}

function at(value: Json, ...path: readonly string[]): Json {
  return path.reduce<Json>((found, key) => (isObject(found) ? (found[key] ?? null) : null), value);
}
