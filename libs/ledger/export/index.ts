export { exportedLine, readExportedLine, type ExportedEvent } from './exported-event';
