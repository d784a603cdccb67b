import { evaluateGiven as evaluate } from '../testing/tallied.features';
import type { GivenYear } from '../testing/tallied.features';
import type { Condition, Language } from '#vocabulary';
import { paramNames } from '../metrics/param-names';
import { METRICS } from '../metrics/registry';
import { event, facts, framework, members, profile, tally } from '../testing/given-facts.features';
import { explain } from './explain';

function explained(
  condition: Condition,
  given: Partial<GivenYear>,
  language: Language = 'vi',
): string | undefined {
  const goods = [{ code: 'A', label: { vi: 'A', en: 'A' }, conditions: [condition] }];
  const scorecard = evaluate(framework({ profiles: [profile({ goods })] }), facts(given));
  const [result] = scorecard.goods.flatMap(({ conditions }) => conditions);
  return result && explain(result, language, { year: 2024 });
}

const membersGood: Condition = {
  id: 'members-good',
  rule: 'R-03',
  kind: 'HARD',
  metric: 'members.ratedAtLeastShare',
  params: { level: 'GOOD' },
  op: '>=',
  value: 0.925,
  label: { vi: 'Đảng viên hoàn thành tốt nhiệm vụ', en: 'Members rated good' },
};

describe('An explanation', () => {
  it('says figure, threshold and what is still open', () => {
    const subtree = tally({ members: members(30, { GOOD: 26 }) });

    expect(explained(membersGood, { subtree })).toBe(
      'Chưa kết luận được: Đảng viên hoàn thành tốt nhiệm vụ (R-03). ' +
        'Số đảng viên được xếp loại hoàn thành tốt nhiệm vụ trở lên trên tổng số đảng viên thuộc diện xếp loại năm 2024: ' +
        '26/30 … 30/30; yêu cầu từ 92,5% trở lên. ' +
        'Kết luận còn phụ thuộc vào phần chưa có kết quả. ' +
        'Danh sách căn cứ kèm theo đã được rút gọn.',
    );
  });

  it('says so when what is open can no longer help', () => {
    const subtree = tally({
      members: members(30, { FAILED: 3 }),
      evidence: { 'rated:FAILED': [event(1), event(2), event(3)] },
    });

    expect(explained(membersGood, { subtree }, 'en')).toBe(
      'Failed: Members rated good (R-03). ' +
        'Rateable members rated good or better, of all rateable members, 2024: ' +
        '0/30 … 27/30; required: at least 92.5 %. ' +
        'What is still open cannot make up for it.',
    );
  });

  it('says why a condition counts as met that does not apply', () => {
    expect(explained(membersGood, {})).toBe(
      'Không áp dụng: Đảng viên hoàn thành tốt nhiệm vụ (R-03). ' +
        'Không có đối tượng nào để tính nên tiêu chí này được coi là đạt.',
    );
  });

  it('flags what a knock-out rests on', () => {
    const knockOut: Condition = {
      id: 'external',
      rule: 'R-01',
      kind: 'KNOCK_OUT',
      metric: 'violations.externallyDetected',
      label: { vi: 'Không để bên ngoài phát hiện trước', en: 'Not detected from outside' },
    };
    const tallied = { source: 'PRESS', confirmed: 1, open: 0, onImportedDates: 1 } as const;
    const subtree = tally({
      detectedBy: [tallied],
      evidence: { 'detection:confirmed': [event(4)] },
    });

    expect(explained(knockOut, { subtree })).toBe(
      'Không đạt: Không để bên ngoài phát hiện trước (R-01). ' +
        'Số vi phạm do báo chí hoặc người dân phát hiện trước khi tổ chức đảng tự phát hiện năm 2024: 1; ' +
        'yêu cầu không có trường hợp nào. ' +
        'Thứ tự phát hiện được xác định theo ngày ghi trong hồ sơ cũ được nhập vào.',
    );
  });

  it('says how the superior appraised, or that it has not yet', () => {
    const label = { vi: 'Học tập và làm theo Bác', en: 'Study' };
    const study: Condition = { id: 'study', kind: 'APPRAISED', label };
    const appraisals = { study: { result: 'NOT_MET', event: event(5) } } as const;

    expect(explained(study, {})).toBe(
      'Chưa kết luận được: Học tập và làm theo Bác. Cấp trên trực tiếp chưa thẩm định nội dung này.',
    );
    expect(explained(study, { appraisals })).toBe(
      'Không đạt: Học tập và làm theo Bác. Cấp trên trực tiếp đã thẩm định là không đạt.',
    );
  });

  it('says which points were given and which are awaited', () => {
    const label = { vi: 'Sáng kiến', en: 'Initiative' };
    const points: Condition = { id: 'p', kind: 'POINTS', maxPoints: 5, label };
    const given = {
      appraisals: { p: { points: '3.5', event: event(5) } },
      selfScores: { p: { points: '4', event: event(4) } },
    };

    expect(explained(points, given)).toBe(
      'Đạt: Sáng kiến. Cấp trên trực tiếp chấm 3,5 trên 5 điểm. Đơn vị tự chấm 4 điểm.',
    );
    expect(explained(points, {}, 'en')).toBe(
      'Not yet decided: Initiative. The superior has not given points yet (at most 5).',
    );
  });

  it.each(METRICS)('has words for $name', ({ figure }) => {
    const { vi, en } = figure(paramNames({ level: 'GOOD', flags: ['CROWD'] }));
    expect([vi, en]).toEqual([
      expect.stringMatching(/^\p{Lu}.*[^.]$/u),
      expect.stringMatching(/^[A-Z].*[^.]$/),
    ]);
  });
});
