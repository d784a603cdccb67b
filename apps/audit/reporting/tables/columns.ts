import { RATINGS } from '#vocabulary';
import type { Label } from '#vocabulary';
import type { ColumnOf } from '../table-of';

/** How wide a column is, in characters, and what it is called: the same in every table where the same is meant. */
const COLUMNS = {
  item: [28, 'Mục', 'Item'],
  value: [90, 'Nội dung', 'Value'],
  organisation: [16, 'Mã tổ chức', 'Organisation'],
  name: [28, 'Tên tổ chức', 'Name'],
  framework: [24, 'Khung tiêu chí', 'Framework'],
  good: [28, 'Nội dung tốt', 'Good'],
  condition: [24, 'Mã tiêu chí', 'Condition'],
  month: [8, 'Tháng', 'Month'],
  rule: [12, 'Quy tắc', 'Rule'],
  kind: [30, 'Loại', 'Kind'],
  status: [18, 'Kết luận', 'Status'],
  recognition: [18, 'Công nhận', 'Recognition'],
  goods: [34, 'Các nội dung tốt', 'Goods'],
  sentence: [70, 'Giải thích', 'Explanation'],
  member: [14, 'Mã đảng viên', 'Member'],
  case: [18, 'Mã vụ việc', 'Case'],
  meeting: [18, 'Mã buổi sinh hoạt', 'Meeting'],
  members: [12, 'Đảng viên', 'Members'],
  rateable: [12, 'Thuộc diện xếp loại', 'Rateable'],
  rated: [12, 'Đã xếp loại', 'Rated'],
  EXCELLENT: ratedAs(RATINGS.EXCELLENT),
  GOOD: ratedAs(RATINGS.GOOD),
  COMPLETED: ratedAs(RATINGS.COMPLETED),
  FAILED: ratedAs(RATINGS.FAILED),
  children: [12, 'Tổ chức trực thuộc', 'Children'],
  childrenRecognised: [12, 'Trực thuộc đã công nhận', 'Children recognised'],
  selfPoints: [12, 'Điểm tự chấm', 'Own points'],
  appraisalPoints: [12, 'Điểm cấp trên chấm', 'Appraised points'],
  maxPoints: [12, 'Điểm tối đa', 'Maximum'],
  eventCount: [12, 'Số sự kiện căn cứ', 'Number of events'],
  events: [46, 'Sự kiện căn cứ', 'Events'],
  settledBy: [46, 'Sự kiện xử lý', 'Settled by'],
} as const satisfies Record<string, readonly [width: number, vi: string, en: string]>;

export type ColumnKey = keyof typeof COLUMNS;

export function column<Row>(key: ColumnKey, value: ColumnOf<Row>['value']): ColumnOf<Row> {
  const [width, vi, en] = COLUMNS[key];
  return { key, label: { vi, en }, width, value };
}

function ratedAs({ vi, en }: Label) {
  return [12, `Xếp loại ${vi}`, `Rated ${en}`] as const;
}
