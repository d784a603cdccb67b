import type { Language } from '#vocabulary';
import { fileText } from './file-text';
import type { Report } from './report';
import { conditionsTable } from './tables/conditions.table';
import { coverTable } from './tables/cover.table';
import type { Covered } from './tables/cover.table';
import { findingsTable } from './tables/findings.table';
import { scorecardsTable } from './tables/scorecards.table';
import { verificationTable } from './tables/verification.table';

/** The whole report of a scope and year, before it is any file. */
export function reportOf(covered: Covered, language: Language): Report {
  const { gathered, verdict, scope, manifest } = covered;
  const title = {
    vi: `Báo cáo bốn tốt năm ${scope.year}: ${gathered.nameOf(scope.under)}`,
    en: `Four-good report for ${scope.year}: ${gathered.nameOf(scope.under)}`,
  };
  const warning = {
    vi: 'CẢNH BÁO: BẢN XUẤT NÀY KHÔNG KHỚP VỚI NHỮNG GÌ ĐÃ KÝ. Không dùng báo cáo này làm căn cứ.',
    en: 'WARNING: THIS EXPORT IS NOT WHAT WAS SIGNED. Nothing in this report can be relied on.',
  };
  const { findings } = verdict;
  return {
    language,
    title: fileText(title[language]),
    warning: verdict.ok ? undefined : warning[language],
    moment: gathered.last?.recordedAt ?? manifest.createdAt,
    tables: [
      coverTable(covered, language),
      ...(findings.length === 0 ? [] : [verificationTable(findings, language)]),
      scorecardsTable(gathered, language),
      findingsTable(gathered, language),
      conditionsTable(gathered, language),
    ],
  };
}
