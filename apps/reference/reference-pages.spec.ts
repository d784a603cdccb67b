import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '#criteria';
import {
  DISCIPLINE_REGIMES,
  EVENT_TYPES,
  MEETING_REGIMES,
  RATING_REGIMES,
  REFUSALS,
} from '#domain';
import { FINDING_RULES } from '#projections';
import { referencePages } from './reference-pages';
import { HANDBOOK_RULES } from './rules';
import { wordsOf } from './schema-words';

const PROJECT = join(__dirname, '..', '..');
const FOLDER = join(PROJECT, 'docs', 'reference');
const printedSchema = readFileSync(join(PROJECT, 'schema.graphql'), 'utf8');
const words = wordsOf(printedSchema);
const rules = [...HANDBOOK_RULES];

describe('The reference', () => {
  it('is what the code says: else run npm run reference, and commit it', () => {
    for (const { file, text } of referencePages(printedSchema)) {
      expect(readFileSync(join(FOLDER, file), 'utf8')).toBe(text);
    }
  });

  it('has no page that the code does not write', () => {
    const files = referencePages(printedSchema).map(({ file }) => file);
    expect(readdirSync(FOLDER).toSorted()).toEqual(files.toSorted());
  });

  it.each(METRICS)('says what $name counts, in both languages, and how it stays open', (metric) => {
    const { vi, en } = metric.figure({
      level: { vi: 'LEVEL', en: 'LEVEL' },
      flags: { vi: 'FLAGS', en: 'FLAGS' },
    });
    const page = referencePages(printedSchema).find(({ file }) => file === 'metrics.md');
    for (const text of [metric.name, vi, en, metric.open]) expect(page?.text).toContain(text);
  });

  it('says of every mutation who may give it', () => {
    const roles = referencePages(printedSchema).find(({ file }) => file === 'roles.md');
    for (const { name } of words.fieldsOf('Mutation')) expect(roles?.text).toContain(`\`${name}\``);
  });
});

describe('The table of rules', () => {
  it('holds R-01 to R-34, each once and in order', () => {
    const expected = Array.from({ length: 34 }, (_, at) => `R-${String(at + 1).padStart(2, '0')}`);
    expect(rules.map(([id]) => id)).toEqual(expected);
  });

  it.each(rules)('says of %s where it acts', (_, { says, ...places }) => {
    expect(says).toMatch(/^[A-Z].*\.$/);
    expect(Object.values(places).flat()).not.toEqual([]);
  });

  it.each(rules)('names for %s only what there is', (_, rule) => {
    const metrics = METRICS.map(({ name }) => name);
    const findings = words.valuesOf('FindingKind').map(({ name }) => name);
    const regimes = [...DISCIPLINE_REGIMES, ...RATING_REGIMES, ...MEETING_REGIMES];
    const national = regimes.flatMap((regime) => Object.keys(regime));
    expect(metrics).toEqual(expect.arrayContaining([...(rule.metrics ?? [])]));
    expect(findings).toEqual(expect.arrayContaining([...(rule.findings ?? [])]));
    expect(national).toEqual(expect.arrayContaining([...(rule.national ?? [])]));
    expect(Object.keys(REFUSALS)).toEqual(expect.arrayContaining([...(rule.refusals ?? [])]));
    expect(EVENT_TYPES).toEqual(expect.arrayContaining([...(rule.recorded ?? [])]));
    for (const shown of rule.shown ?? []) {
      const [type = '', field] = shown.split('.');
      expect(words.fieldsOf(type).map(({ name }) => name)).toContain(field);
    }
  });

  it('has every finding under the rule it belongs to', () => {
    const belonging = Object.entries(FINDING_RULES).filter(([, rule]) => rule !== null);
    const listed = rules.flatMap(([id, { findings = [] }]) => findings.map((kind) => [kind, id]));
    expect(listed).toHaveLength(belonging.length);
    expect(new Set(listed)).toEqual(new Set(belonging));
  });

  it('has every refusal that names a rule under that rule', () => {
    for (const [code, kind] of Object.entries(REFUSALS)) {
      if (!('rule' in kind)) continue;
      expect([code, HANDBOOK_RULES.get(kind.rule)?.refusals]).toEqual([
        code,
        expect.arrayContaining([code]),
      ]);
    }
  });
});
