/** The rights of files that hold what was signed: nobody else may change them. */
export const OWNER_ONLY_FILE = 0o600;
export const OWNER_ONLY_FOLDER = 0o700;
