export { createWhole, keyFile } from './create-whole';
export { makeForOwner } from './make-for-owner';
export { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from './rights';
export { writeWhole } from './write-whole';
