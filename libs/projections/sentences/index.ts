export { summarise } from './summarise';
