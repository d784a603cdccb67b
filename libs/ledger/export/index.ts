export { eventsOfLeaves } from './events-of-leaves';
export { exportedLine, isUnder, readExportedLine, type ExportedEvent } from './exported-event';
