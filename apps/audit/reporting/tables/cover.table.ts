import { OUTCOMES } from '#criteria';
import { FINDING_STATES } from '#projections';
import type { Language } from '#vocabulary';
import type { Manifest } from '../../reading/manifest';
import type { Said } from '../../terminal/outcome';
import type { Verdict } from '../../verifying/verify-export';
import type { Gathered, Scope } from '../gather';
import type { Table } from '../report';
import { tableOf } from '../table-of';
import { countIn, momentIn, OUTCOME_NAMES, STATE_NAMES } from '../words';
import { column } from './columns';

/** With what the export was held to its signatures. */
export interface VerifiedWith {
  /** Keys that the auditor brought; else those that the export names were taken. */
  readonly ownKeys: number;
  readonly witnesses: number;
  /** The size of the tree that the auditor kept. */
  readonly since: number | undefined;
}

export interface Covered {
  readonly manifest: Manifest;
  readonly verdict: Verdict;
  readonly verifiedWith: VerifiedWith;
  readonly scope: Scope;
  readonly gathered: Gathered;
}

interface Line {
  readonly item: Said;
  readonly value: Said;
}

/** What a report rests on, and what it comes to. */
export function coverTable(covered: Covered, language: Language): Table {
  const title = { vi: 'Báo cáo', en: 'Report' };
  return tableOf<Line>(
    title,
    [column('item', ({ item }) => item[language]), column('value', ({ value }) => value[language])],
    [...aboutScope(covered), ...aboutExport(covered), ...counts(covered)],
    language,
  );
}

function aboutScope({ scope: { under, year }, gathered: { nameOf, last } }: Covered): Line[] {
  const moment = last?.recordedAt;
  return [
    line({ vi: 'Phạm vi', en: 'Scope' }, `${nameOf(under)} (${under})`),
    line({ vi: 'Năm', en: 'Year' }, String(year)),
    ...(moment === undefined
      ? []
      : [
          {
            item: { vi: 'Thời điểm', en: 'As of' },
            value: {
              vi: `sự kiện cuối của bản xuất, ghi lúc ${momentIn('vi', moment)}`,
              en: `the last event of the export, recorded on ${momentIn('en', moment)}`,
            },
          },
        ]),
  ];
}

function aboutExport({ manifest, verdict, verifiedWith }: Covered): Line[] {
  const { under } = manifest.scope;
  return [
    line({ vi: 'Nguồn của lịch sử', en: 'Origin' }, manifest.origin),
    line({ vi: 'Mã sổ', en: 'Log' }, manifest.log),
    {
      item: { vi: 'Dấu kiểm', en: 'Checkpoint' },
      value: {
        vi: `${countIn('vi', verdict.size)} sự kiện, gốc ${verdict.root}`,
        en: `${countIn('en', verdict.size)} events, root ${verdict.root}`,
      },
    },
    {
      item: { vi: 'Bản xuất', en: 'Export' },
      value:
        under === null
          ? {
              vi: `toàn bộ lịch sử, lập lúc ${momentIn('vi', manifest.createdAt)}`,
              en: `the whole history, made on ${momentIn('en', manifest.createdAt)}`,
            }
          : {
              vi: `phần của ${under}, lập lúc ${momentIn('vi', manifest.createdAt)}; không xác định được phần nào đã bị bỏ ra`,
              en: `the part of ${under}, made on ${momentIn('en', manifest.createdAt)}; what was left out of it cannot be told`,
            },
    },
    { item: { vi: 'Kiểm tra bản xuất', en: 'Verification' }, value: verified(verdict) },
    { item: { vi: 'Kiểm tra bằng', en: 'Verified with' }, value: means(verifiedWith) },
  ];
}

function verified({ ok, findings }: Verdict): Said {
  if (!ok) {
    return {
      vi: `có sai lệch: ${findings.length} điểm, xem bảng «Kiểm tra bản xuất»`,
      en: `something is wrong: ${findings.length} findings, see the table “Verification of the export”`,
    };
  }
  const warnings = findings.length;
  return {
    vi: `đúng: mọi tệp, sự kiện và chữ ký khớp với những gì đã ký${warnings === 0 ? '' : `; ${warnings} cảnh báo`}`,
    en: `all right: every file, event and signature is what was signed${warnings === 0 ? '' : `; ${warnings} warnings`}`,
  };
}

function means({ ownKeys, witnesses, since }: VerifiedWith): Said {
  const key =
    ownKeys > 0
      ? { vi: 'khoá do người kiểm tra giữ', en: 'a key that the auditor brought' }
      : {
          vi: 'khoá nêu trong chính bản xuất (chưa chứng minh được ai đã ký)',
          en: 'the keys that the export itself names (which does not show who signed it)',
        };
  const more = [
    ...(witnesses > 0
      ? [
          {
            vi: `chữ ký của ${witnesses} bên làm chứng`,
            en: `cosignatures of ${witnesses} witnesses`,
          },
        ]
      : []),
    ...(since === undefined
      ? []
      : [
          {
            vi: `dấu kiểm đã giữ từ trước, gồm ${countIn('vi', since)} sự kiện`,
            en: `what was kept from before, of ${countIn('en', since)} events`,
          },
        ]),
  ];
  const all = [key, ...more];
  return {
    vi: all.map(({ vi }) => vi).join('; '),
    en: all.map(({ en }) => en).join('; '),
  };
}

function counts({ gathered: { scorecards, findings } }: Covered): Line[] {
  const outcomes = OUTCOMES.map((outcome) => ({
    item: {
      vi: `Bảng điểm ${OUTCOME_NAMES[outcome].vi}`,
      en: `Scorecards ${OUTCOME_NAMES[outcome].en}`,
    },
    count: scorecards.filter((document) => document.outcome === outcome).length,
  }));
  const found = FINDING_STATES.map((state) => ({
    item: { vi: `Phát hiện ${STATE_NAMES[state].vi}`, en: `Findings: ${STATE_NAMES[state].en}` },
    count: findings.filter((finding) => finding.state === state).length,
  }));
  return [...outcomes, ...found].map(({ item, count }) => ({
    item,
    value: { vi: countIn('vi', count), en: countIn('en', count) },
  }));
}

function line(item: Said, value: string): Line {
  return { item, value: { vi: value, en: value } };
}
