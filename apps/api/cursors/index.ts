export { Cursors } from './cursors';
