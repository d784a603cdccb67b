import type { Wording } from './wording';

export const VIETNAMESE: Wording = {
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
      'Việc tự phát hiện được ghi nhận sau dấu hiệu vi phạm từ bên ngoài nên không được tính.',
    EVIDENCE_ABRIDGED: 'Danh sách căn cứ kèm theo đã được rút gọn.',
    NOTHING_RECORDED: 'Chưa có dữ liệu nào được ghi nhận.',
  },
};
