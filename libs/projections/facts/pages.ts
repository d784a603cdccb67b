import { compareInstants } from '#vocabulary';
import type { Instant } from '#vocabulary';
import type { CollectionSpec, DocumentKey, Workspace } from '#projection-engine';
import { NO_FACTS, withWithdrawal } from './facts.document';
import type { FactsDocument, FactsPage } from './facts.document';
import type { KeptFact } from './kept-fact';

const PAGE_SIZE = 64;

/** What is known of a subject, in the order recorded. */
export interface Facts {
  readonly standing: readonly KeptFact[];
  /** As if nothing had been corrected. */
  readonly ever: readonly KeptFact[];
  /** Of the last event; 0 where nothing is known. */
  readonly position: bigint;
}

/** Pages before what counts them: after a crash there may be one too many, which nobody looks at, and never one too few. */
export function factsCollections(name: string): readonly CollectionSpec[] {
  return [
    { name: pagesOf(name), indexes: [] },
    { name, indexes: [] },
  ];
}

/** What is kept of a subject, without its pages. */
export interface Extent {
  readonly pages: number;
  readonly count: number;
  readonly corrections: number;
  readonly position: bigint;
}

export async function extentAt(key: DocumentKey, workspace: Workspace): Promise<Extent> {
  const held = await workspace.read(key);
  const { pages, facts, corrections = 0 } = (held?.body ?? NO_FACTS) as FactsDocument;
  const position = held?.position ?? 0n;
  return { pages, count: pages * PAGE_SIZE + facts.length, corrections, position };
}

/** Those recorded of a subject since there were so many, read from the last pages. */
export async function factsSince(
  count: number,
  key: DocumentKey,
  workspace: Workspace,
): Promise<readonly KeptFact[]> {
  const { pages } = await extentAt(key, workspace);
  const from = Math.min(pages, Math.floor(count / PAGE_SIZE));
  const { ever } = await factsAt(key, workspace, from);
  return ever.slice(count - from * PAGE_SIZE);
}

/** All of a subject's facts, or those from a page on. */
export async function factsAt(key: DocumentKey, workspace: Workspace, from = 0): Promise<Facts> {
  const held = await workspace.read(key);
  const { pages, facts } = (held?.body ?? NO_FACTS) as FactsDocument;
  const numbers = Array.from({ length: Math.max(0, pages - from) }, (_, index) => from + index);
  await workspace.prefetch(numbers.map((number) => pageKey(key, number)));
  const putAside = await Promise.all(numbers.map((number) => pageAt(key, number, workspace)));
  const ever = numbers.length === 0 ? facts : [...putAside.flatMap((page) => page.facts), ...facts];
  const standing = ever.filter(({ withdrawal }) => withdrawal === undefined);
  return {
    standing: standing.length === ever.length ? ever : standing,
    ever,
    position: held?.position ?? 0n,
  };
}

/** Those recorded at a time or after it, and some before; read from the last page back. */
export async function factsRecordedSince(
  time: Instant,
  key: DocumentKey,
  workspace: Workspace,
): Promise<Facts> {
  const held = await workspace.read(key);
  const { pages, facts } = (held?.body ?? NO_FACTS) as FactsDocument;
  let [from, first] = [pages, facts[0]];
  while (from > 0 && (first === undefined || compareInstants(first.recordedAt, time) >= 0)) {
    from -= 1;
    [first] = (await pageAt(key, from, workspace)).facts;
  }
  return factsAt(key, workspace, from);
}

/** As they were known at a position. */
export function factsThrough(through: bigint, facts: Facts): Facts {
  if (facts.position <= through) return facts;
  const ever = facts.ever.flatMap((fact): readonly KeptFact[] => {
    if (BigInt(fact.position) > through) return [];
    const { withdrawal, ...stood } = fact;
    return withdrawal && BigInt(withdrawal.correction.position) > through ? [stood] : [fact];
  });
  const standing = ever.filter(({ withdrawal }) => withdrawal === undefined);
  return {
    standing: standing.length === ever.length ? ever : standing,
    ever,
    position: facts.position,
  };
}

/** Puts full pages aside; where they are cut depends on nothing but what was recorded. */
export async function putPagesAside(
  keys: readonly DocumentKey[],
  workspace: Workspace,
): Promise<void> {
  for (const key of keys) {
    const held = await workspace.read(key);
    if (!held) continue;
    const document = held.body as FactsDocument;
    await markPages(document, key, workspace);
    const full = Math.max(0, Math.ceil(document.facts.length / PAGE_SIZE) - 1);
    for (let page = 0; page < full; page += 1) {
      const facts = document.facts.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
      const to = pageKey(key, document.pages + page);
      await workspace.read(to);
      workspace.write(to, { facts } satisfies FactsPage, lastOf(facts));
    }
    if (full === 0 && document.wrong === undefined) continue;
    const facts = document.facts.slice(full * PAGE_SIZE);
    const { wrong: _, ...rest } = document;
    const putAside = { ...rest, pages: document.pages + full, facts } satisfies FactsDocument;
    workspace.write(key, putAside, held.position);
  }
}

/** Corrections are rare: every page is looked at for them. */
async function markPages(
  document: FactsDocument,
  key: DocumentKey,
  workspace: Workspace,
): Promise<void> {
  for (const withdrawal of document.wrong ?? []) {
    for (let number = 0; number < document.pages; number += 1) {
      const { facts } = await pageAt(key, number, workspace);
      const marked = withWithdrawal(facts, withdrawal);
      if (marked === facts) continue;
      workspace.write(pageKey(key, number), { facts: marked }, lastOf(marked));
    }
  }
}

async function pageAt(key: DocumentKey, number: number, workspace: Workspace): Promise<FactsPage> {
  const held = await workspace.read(pageKey(key, number));
  if (!held) throw new Error(`${key.collection} ${key.id} has lost its page ${number}`);
  return held.body as FactsPage;
}

function pageKey({ collection, id }: DocumentKey, number: number): DocumentKey {
  return { collection: pagesOf(collection), id: `${id}/${number}` };
}

function pagesOf(collection: string): string {
  return `${collection}-pages`;
}

/** The position of the last event that counted for a page. */
function lastOf(facts: readonly KeptFact[]): bigint {
  return facts
    .flatMap(({ position, withdrawal }) => [
      BigInt(position),
      BigInt(withdrawal?.correction.position ?? position),
    ])
    .reduce((last, position) => (position > last ? position : last), 0n);
}
