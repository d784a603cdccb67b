import { firstBrokenText, field } from '#domain';
import { jsonObjectOf } from './json-object';

describe('A framework file', () => {
  it.each([
    ['tabs in a text', '{"title": {"vi": "Khung\\tmẫu"}}', 'NOT_A_TEXT', 'title.vi has a tab'],
    ['half a surrogate pair', '{"a": "\\ud800"}', 'NOT_A_TEXT', 'a holds half'],
    ['a text that is too long', `{"a": ["${'x'.repeat(20_001)}"]}`, 'NOT_A_TEXT', 'a.0 has more'],
    ['a control character in a name', '{"a\\u001b[31m": 1}', 'NOT_A_TEXT', 'a\\u001B[31m has a'],
    ['65 levels', `{"a":${'['.repeat(64)}${']'.repeat(64)}}`, 'NOT_A_TEXT', 'more than 64 levels'],
    ['100,000 levels', `{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`, 'NOT_A_TEXT', '64 levels'],
    [
      'a name twice',
      '{"id": "a",\n"id": "b"}',
      'GIVEN_TWICE',
      'f.json, line 2, column 1, gives id twice',
    ],
    [
      '__proto__',
      '{"a": {"__proto__": 1}}',
      'NOT_JSON',
      'line 1, column 8, has the name a.__proto__',
    ],
    ['1e400', '{"version": 1e400}', 'NOT_A_NUMBER', 'has the number 1e400 at version'],
    ['digits that get lost', '{"a": [0.1000000000000000055]}', 'NOT_A_NUMBER', 'at a.0'],
    ['a whole number that is rounded', '{"a": 12345678901234567890}', 'NOT_A_NUMBER', 'at a'],
    ['a comment', '{"a": 1 // one\n}', 'NOT_JSON', 'column 9, is no JSON from “// one” on'],
    ['something after its end', '{"a": 1}\n{"b": 2}', 'NOT_JSON', 'line 2, column 1,'],
    ['no end', '{"a": 1', 'NOT_JSON', 'line 1, column 8, is no JSON: the file ends there'],
    ['a list', '[]', 'NOT_JSON', 'f.json is not a JSON object'],
  ])('with %s is refused, and the place is said', (_, text, code, reason) => {
    expect(jsonObjectOf('f.json', text)).toEqual({
      ok: false,
      code,
      reason: expect.stringContaining(reason),
    });
  });

  it('that is read is taken by the gate: with 64 levels, lines, numbers of any spelling', () => {
    const text = `{"deep": ${'['.repeat(63)}${']'.repeat(63)}, "text": "a\\r\\nb e\\u0302", "n": 1.50e1}`;
    const read = jsonObjectOf('f.json', text);
    if (!read.ok) throw new Error(read.reason);

    expect(read.value).toMatchObject({ text: 'a\nb ê', n: 15 });
    expect(firstBrokenText({ definition: field.json }, { definition: read.value })).toBeUndefined();
  });
});
