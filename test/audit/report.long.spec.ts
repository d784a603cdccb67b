import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { readVerifierKey } from '#ledger';
import { UrlSource } from '../../apps/audit/exporting/url-source';
import { fileOf, writeExport, writeManifest } from '../../apps/audit/exporting/write-export';
import { ExportFolder } from '../../apps/audit/reading/export-folder';
import type { Manifest } from '../../apps/audit/reading/manifest';
import { FORMATS } from '../../apps/audit/reporting/formats';
import { reportOn } from '../../apps/audit/reporting/report-on';
import type { ReportOn } from '../../apps/audit/reporting/report-on';
import {
  readCsv,
  readHtml,
  readXlsx,
  toBeRead,
} from '../../apps/audit/reporting/testing/read-back';
import type { ReadReport } from '../../apps/audit/reporting/testing/read-back';
import { CannotTell } from '../../apps/audit/terminal/outcome';
import { offerSample } from '../../apps/api/sample';
import { startTestApi } from '../../apps/api/testing/test-api';

const EVENTS = 'Sự kiện căn cứ';

interface Listed<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

interface ToldByService {
  readonly scorecards: Listed<{
    readonly organisation: { readonly id: string; readonly name: string };
    readonly goods: readonly {
      readonly conditions: readonly {
        readonly id: string;
        readonly explanation: string;
        readonly evidenceCount: number;
        readonly evidence: readonly { readonly id: string }[];
      }[];
    }[];
  }>;
  readonly findings: Listed<{
    readonly kind: string;
    readonly month: number;
    readonly explanation: string;
    readonly organisation: { readonly id: string };
    readonly events: readonly { readonly event: string }[];
  }>;
}

describe('A report on an export of the sample year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const path = join(folder, 'export');
  let manifest: Manifest;
  let told: ToldByService;
  let made: ReportOn;

  beforeAll(async () => {
    const api = await startTestApi();
    try {
      await offerSample(api.service, pino({ level: 'silent' }));
      await api.settle();
      manifest = await writeExport(new UrlSource(api.url, undefined), {
        folder: path,
        now: () => new Date('2025-03-01T02:00:00Z'),
        onProgress: () => undefined,
      });
      const { data, errors } = await api.ask(`{
        scorecards(under: "ward", year: 2024, first: 20) { edges { node {
          organisation { id name }
          goods { conditions { id explanation(language: VI) evidenceCount evidence { id } } } } } }
        findings(under: "ward", year: 2024, first: 50) { edges { node {
          kind month explanation(language: VI) organisation { id } events { event } } } } }`);
      if (errors.length > 0) throw new Error(errors[0]?.message);
      told = data as unknown as ToldByService;
    } finally {
      await api.stop();
    }
    made = await reported();
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function reported(of = path, under = 'ward', keys = manifest.keys): Promise<ReportOn> {
    return reportOn(await ExportFolder.open(of), {
      scope: { under, year: 2024 },
      language: 'vi',
      verifying: {
        keys: keys.map((key) => readVerifierKey(key)),
        witnesses: [],
        onProgress: () => undefined,
      },
      onVerdict: () => undefined,
      onProgress: () => undefined,
    });
  }

  function cells({ tables }: ReadReport, title: string, columns: readonly string[]) {
    const [header = [], ...rows] = tables.find((table) => table.title === title)?.rows ?? [];
    return rows.map((row) => columns.map((column) => row[header.indexOf(column)]));
  }

  it('says of each condition and finding what the service says, with the same events', () => {
    const read = toBeRead(made.report);
    const conditions = told.scorecards.edges.flatMap(({ node: { organisation, goods } }) =>
      goods.flatMap((good) =>
        good.conditions.map(({ id, explanation, evidence, evidenceCount }) => [
          organisation.id,
          organisation.name,
          id,
          explanation,
          String(evidenceCount),
          evidence.map((event) => event.id).join('\n'),
        ]),
      ),
    );
    const shown = cells(read, 'Tiêu chí và căn cứ', [
      'Mã tổ chức',
      'Tên tổ chức',
      'Mã tiêu chí',
      'Giải thích',
      'Số sự kiện căn cứ',
      EVENTS,
    ]);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.map((row) => row.map(withoutLeaves)).sort(byText)).toEqual(
      conditions.sort(byText),
    );

    const findings = told.findings.edges.map(({ node }) => [
      node.organisation.id,
      String(node.month),
      node.kind,
      node.explanation,
      node.events.map(({ event }) => event).join('\n'),
    ]);
    const found = cells(read, 'Phát hiện', ['Mã tổ chức', 'Tháng', 'Loại', 'Giải thích', EVENTS]);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((row) => row.map(withoutLeaves)).sort(byText)).toEqual(findings.sort(byText));
  });

  it('names each event by the number of its leaf', () => {
    const lines = gunzipSync(readFileSync(join(path, 'events-000000.ndjson.gz'))).toString();
    const numbers = new Map(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { readonly id: string; readonly index: number })
        .map(({ id, index }) => [id, index]),
    );
    const read = toBeRead(made.report);
    const named = cells(read, 'Phát hiện', [EVENTS]).flatMap(([events = '']) => events.split('\n'));
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) {
      const [id = '', leaf] = name.split(' ');
      expect(leaf).toBe(`#${numbers.get(id)}`);
    }
  });

  it('has a scorecard for each organisation, the scope first, with what failed in sentences', () => {
    const read = toBeRead(made.report);
    const rows = cells(read, 'Bảng điểm', ['Mã tổ chức', 'Kết luận', 'Quy tắc', 'Giải thích']);
    expect(rows).toHaveLength(told.scorecards.edges.length);
    expect(rows[0]?.[0]).toBe('ward');
    const third = rows.find(([organisation]) => organisation === 'cell-3');
    expect(third).toEqual([
      'cell-3',
      'không đủ điều kiện',
      'R-02',
      expect.stringMatching(/^Không đạt: .*9\/10; yêu cầu từ 100% trở lên\.$/),
    ]);
  });

  it('says what it rests on, and with which key that was verified', async () => {
    const { report, verdict } = made;
    expect(verdict).toMatchObject({ ok: true });
    const cover = new Map(
      cells(toBeRead(report), 'Báo cáo', ['Mục', 'Nội dung']) as [string, string][],
    );
    expect(cover.get('Phạm vi')).toBe('Đảng bộ phường mẫu (ward)');
    expect(cover.get('Nguồn của lịch sử')).toBe(manifest.origin);
    expect(cover.get('Dấu kiểm')).toBe(`${manifest.size} sự kiện, gốc ${verdict.root}`);
    expect(cover.get('Kiểm tra bản xuất')).toMatch(/^đúng: /);
    expect(cover.get('Kiểm tra bằng')).toBe('khoá do người kiểm tra giữ');
    const unknown = toBeRead((await reported(path, 'ward', [])).report);
    expect(new Map(cells(unknown, 'Báo cáo', ['Mục', 'Nội dung']) as [string, string][])).toEqual(
      new Map([
        ...cover,
        ['Kiểm tra bằng', 'khoá nêu trong chính bản xuất (chưa chứng minh được ai đã ký)'],
      ]),
    );
  });

  it('is the same in every format, and to the byte when it is made again', async () => {
    const [{ report }, again] = [made, await reported()];
    const files = new Map<string, Buffer>();
    for (const [end, format] of Object.entries(FORMATS)) {
      const file = await format(report);
      expect(file.equals(await format(again.report))).toBe(true);
      files.set(end, file);
    }
    const file = (end: string): Buffer => files.get(end) ?? Buffer.alloc(0);
    expect(readXlsx(file('.xlsx'), report)).toEqual(toBeRead(report));
    expect(readCsv(file('.csv'), report)).toEqual(toBeRead(report));
    expect(readHtml(file('.html'))).toEqual(toBeRead(report));
  });

  it('says first that an export cannot be relied on, and what is wrong with it', async () => {
    const tampered = join(folder, 'tampered');
    cpSync(path, tampered, { recursive: true });
    const events = join(tampered, 'events-000000.ndjson.gz');
    const text = gunzipSync(readFileSync(events)).toString();
    writeFileSync(events, gzipSync(text.replace('"Chi bộ khóm 1"', '"=1+1"')));
    const files = await Promise.all(manifest.files.map(({ name }) => fileOf(tampered, name)));
    writeManifest(tampered, { ...manifest, files });
    const { report, verdict } = await reported(tampered);
    expect(verdict).toMatchObject({ ok: false });
    expect(report.warning).toMatch(/^CẢNH BÁO/);
    const [[kind] = []] = cells(toBeRead(report), 'Kiểm tra bản xuất', ['Loại']);
    expect(kind).toBe('ALTERED');
  });

  it('is refused for an organisation that the export does not know', async () => {
    await expect(reported(path, 'nowhere')).rejects.toThrow(CannotTell);
  });
});

function withoutLeaves(cell: string | undefined): string | undefined {
  return cell?.replaceAll(/ #\d+$/gm, '');
}

function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
