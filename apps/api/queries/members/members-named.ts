import type { Cursor } from '#read-models';
import type { FetchedPage, PageRequest } from '../shared/page';
import type { MemberType } from './member.types';

interface NamedMember {
  readonly member: MemberType;
  readonly cursor: Cursor;
}

/** Where members are found by names, and what of it may be shown. */
interface NameSearch {
  /** Ids after one, in their order: of a name that was corrected since, too. */
  find(after: string | undefined, count: number): Promise<readonly string[]>;
  load(ids: readonly string[]): Promise<readonly MemberType[]>;
  isSeen(member: MemberType): boolean;
  /** Of each, whether the name that counts today is the one that is looked for. */
  areNamed(members: readonly MemberType[]): Promise<readonly boolean[]>;
}

const CHUNK = 500;
/** Members looked at for one page, at most. */
const BOUND = 5_000;

/** The list has no key but the id. */
function cursorOf(id: string): Cursor {
  return { key: [], id };
}

/** A full page of what may be seen: names are opened of nobody else. */
export async function membersNamed(
  search: NameSearch,
  { limit, after }: Pick<PageRequest, 'limit' | 'after'>,
): Promise<FetchedPage<NamedMember>> {
  const items: NamedMember[] = [];
  let end = after?.id;
  for (let looked = 0; looked < BOUND; looked += CHUNK) {
    const ids = await search.find(end, CHUNK);
    const byId = new Map((await search.load(ids)).map((member) => [member.id, member]));
    const seen = ids.flatMap((id) => byId.get(id) ?? []).filter((member) => search.isSeen(member));
    const named = await search.areNamed(seen);
    for (const [at, member] of seen.entries()) {
      if (named[at] !== true) continue;
      if (items.length === limit) return { items, hasMore: true };
      items.push({ member, cursor: cursorOf(member.id) });
    }
    end = ids.at(-1);
    if (ids.length < CHUNK) return { items, hasMore: false };
  }
  return { items, hasMore: true, ...(end !== undefined && { end: cursorOf(end) }) };
}
