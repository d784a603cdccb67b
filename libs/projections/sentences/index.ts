export { dayIn } from './day';
export { summarise } from './summarise';
