import type { Said } from '../terminal/outcome';

/** What can be wrong, in the order in which it is told of one event: what happened to it before what follows. */
const KINDS = [
  'ALTERED',
  'REMOVED',
  'INSERTED',
  'REORDERED',
  'TRUNCATED',
  'DAMAGED_FILE',
  'BAD_SIGNATURE',
  'NOT_CONSISTENT',
  'STREAM_GAP',
  'TIME_WENT_BACK',
] as const;

export type FindingKind = (typeof KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** Of the leaf; null where it is about more than one. */
  readonly index: number | null;
  /** The id of the event, where it is known. */
  readonly event: string | null;
  readonly detail: string;
}

/** Times that go back are told, and wrong by themselves they are not. */
export function isWrong({ kind }: Finding): boolean {
  return kind !== 'TIME_WENT_BACK';
}

/** More of a kind than these are told by their number. */
const MOST_OF_A_KIND = 100;

export class Findings {
  private readonly found: Finding[] = [];
  private readonly counts = new Map<FindingKind, number>();

  add(
    kind: FindingKind,
    about: Partial<Omit<Finding, 'kind'>> & { readonly detail: string },
  ): void {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    if (count <= MOST_OF_A_KIND) this.found.push({ kind, index: null, event: null, ...about });
  }

  /** By leaf; what is about the whole comes last. */
  get all(): readonly Finding[] {
    const omitted = [...this.counts]
      .filter(([, count]) => count > MOST_OF_A_KIND)
      .map(([kind, count]) => ({
        kind,
        index: null,
        event: null,
        detail: `${count - MOST_OF_A_KIND} more of them`,
      }));
    return [...this.found, ...omitted].sort(inOrder);
  }
}

function inOrder(a: Finding, b: Finding): number {
  const [first, second] = [a.index ?? Infinity, b.index ?? Infinity];
  return first === second ? KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) : first - second;
}

export const MEANINGS: Readonly<Record<FindingKind, Said>> = {
  ALTERED: { vi: 'đã bị sửa', en: 'was altered' },
  REMOVED: { vi: 'đã bị xoá', en: 'was removed' },
  INSERTED: { vi: 'đã bị chèn thêm', en: 'was inserted' },
  REORDERED: { vi: 'đã bị đổi thứ tự', en: 'was put into another order' },
  TRUNCATED: { vi: 'lịch sử bị cắt từ đây', en: 'the history is cut off from here' },
  DAMAGED_FILE: { vi: 'tệp bị hỏng', en: 'a file is damaged' },
  BAD_SIGNATURE: { vi: 'chữ ký không đúng', en: 'a signature is wrong' },
  NOT_CONSISTENT: {
    vi: 'không tiếp nối điều đã ký trước đó',
    en: 'does not continue what was signed before',
  },
  STREAM_GAP: { vi: 'luồng sự kiện bị đứt quãng', en: 'a stream has a gap' },
  TIME_WENT_BACK: {
    vi: 'thời điểm ghi lùi lại (cảnh báo)',
    en: 'the time of recording goes back (a warning)',
  },
};
