import type { MetricParams } from '#vocabulary';
import type { Wording } from './wording';

const LEVELS: Readonly<Record<string, string>> = {
  EXCELLENT: 'hoàn thành xuất sắc nhiệm vụ',
  GOOD: 'hoàn thành tốt nhiệm vụ',
  COMPLETED: 'hoàn thành nhiệm vụ',
  FAILED: 'không hoàn thành nhiệm vụ',
  TOT: 'Tốt',
  KHA: 'Khá',
  TRUNG_BINH: 'Trung bình',
  KEM: 'Kém',
};

const FLAGS: Readonly<Record<string, string>> = {
  PROLONGED: 'kéo dài',
  CROWD: 'đông người',
  LEVEL_SKIPPING: 'vượt cấp',
};

function level({ level: id = '' }: MetricParams): string {
  return LEVELS[id] ?? id;
}

function flags({ flags: ids = [] }: MetricParams): string {
  return ids.map((id) => FLAGS[id] ?? id).join(', ');
}

export const VIETNAMESE: Wording = {
  figures: {
    'targets.metShare': () => 'Số chỉ tiêu được giao đã đạt',
    'targets.exceededCount': () => 'Số chỉ tiêu vượt mức được giao',
    'grievances.unresolved': (params) =>
      `Số vụ khiếu nại, tố cáo (${flags(params)}) chưa giải quyết đến hết ngày 31 tháng 12`,
    'grievances.flagged': (params) => `Số vụ khiếu nại, tố cáo (${flags(params)}) phát sinh`,
    'violations.prohibitedThings': () => 'Số vi phạm những điều đảng viên không được làm',
    'violations.externallyDetected': () =>
      'Số vi phạm do báo chí hoặc người dân phát hiện trước khi tổ chức đảng tự phát hiện',
    'violations.unremedied': () => 'Số kết luận yêu cầu khắc phục mà chưa khắc phục xong',
    'members.ratedAtLeastShare': (params) =>
      `Số đảng viên được xếp loại ${level(params)} trở lên trên tổng số đảng viên thuộc diện xếp loại`,
    'members.ratedCount': (params) => `Số đảng viên được xếp loại ${level(params)}`,
    'members.pledgedShare': () =>
      'Số đảng viên đã ký cam kết cá nhân trên tổng số đảng viên thuộc diện xếp loại',
    'children.recognisedShare': () =>
      'Số tổ chức đảng trực thuộc được công nhận bốn tốt trên tổng số tổ chức đảng trực thuộc',
    'children.ratedAtLeastShare': (params) =>
      `Số tổ chức đảng trực thuộc được xếp loại ${level(params)} trở lên trên tổng số tổ chức đảng trực thuộc`,
    'organisation.rating': (params) =>
      `Tổ chức đảng được xếp loại ${level(params)} trở lên (1 là có, 0 là không)`,
    'meetings.regularMonths': () => 'Số tháng có sinh hoạt thường kỳ hợp lệ',
    'meetings.thematicQuarters': () => 'Số quý có sinh hoạt chuyên đề hợp lệ',
    'meetings.levelCount': (params) => `Số kỳ sinh hoạt thường kỳ đạt mức ${level(params)} trở lên`,
    'meetings.belowLevelCount': (params) => `Số kỳ sinh hoạt thường kỳ dưới mức ${level(params)}`,
    'meetings.scoredShare': () =>
      'Số kỳ sinh hoạt thường kỳ đã chốt điểm trên tổng số kỳ sinh hoạt thường kỳ',
    'meetings.preparedShare': () =>
      'Số kỳ sinh hoạt thường kỳ có họp chuẩn bị trước trên tổng số kỳ sinh hoạt thường kỳ',
    'meetings.attendance': () =>
      'Số lượt đảng viên dự sinh hoạt thường kỳ trên số lượt phải có mặt',
    'inspectionPlan.doneShare': () =>
      'Số nội dung kế hoạch kiểm tra, giám sát đã thực hiện trên tổng số nội dung',
    'streak.years': (params) => `Số năm liên tục được xếp loại ${level(params)} trở lên, tính đến`,
    'points.appraised': () => 'Tổng điểm thẩm định',
  },
  requirements: {
    '>=': (threshold) => `từ ${threshold} trở lên`,
    '>': (threshold) => `trên ${threshold}`,
    '<=': (threshold) => `không quá ${threshold}`,
    '<': (threshold) => `dưới ${threshold}`,
    '==': (threshold) => `đúng ${threshold}`,
  },
  none: 'không có trường hợp nào',
  decimalSeparator: ',',
  percent: '%',
  verdicts: {
    MET: 'Đạt',
    FAILED: 'Không đạt',
    PENDING: 'Chưa kết luận được',
    NOT_APPLICABLE: 'Không áp dụng',
  },
  measured: (figure, year, actual, requirement) =>
    `${figure} năm ${year}: ${actual}; yêu cầu ${requirement}.`,
  whileOpen: {
    MET: 'Phần chưa có kết quả không còn làm thay đổi kết luận này.',
    FAILED: 'Phần chưa có kết quả không thể bù lại được nữa.',
    PENDING: 'Kết luận còn phụ thuộc vào phần chưa có kết quả.',
  },
  notApplicable: 'Không có đối tượng nào để tính nên tiêu chí này được coi là đạt.',
  appraised: {
    MET: 'Cấp trên trực tiếp đã thẩm định là đạt.',
    FAILED: 'Cấp trên trực tiếp đã thẩm định là không đạt.',
    PENDING: 'Cấp trên trực tiếp chưa thẩm định nội dung này.',
  },
  pointsGiven: (points, maximum) => `Cấp trên trực tiếp chấm ${points} trên ${maximum} điểm.`,
  pointsAwaited: (maximum) => `Cấp trên trực tiếp chưa chấm điểm (tối đa ${maximum} điểm).`,
  selfPoints: (points) => `Đơn vị tự chấm ${points} điểm.`,
  unfilled: 'Địa phương chưa ban hành nội dung của tiêu chí này.',
  notes: {
    RESTS_ON_IMPORTED_DATES:
      'Thứ tự phát hiện được xác định theo ngày ghi trong hồ sơ cũ được nhập vào.',
    SELF_DETECTION_AFTER_EXTERNAL_SIGNAL:
      'Việc tự phát hiện được ghi nhận sau tin báo từ bên ngoài nên không được tính.',
    EVIDENCE_ABRIDGED: 'Danh sách căn cứ kèm theo đã được rút gọn.',
    NOTHING_RECORDED: 'Chưa có dữ liệu nào được ghi nhận.',
  },
};
