/** The rights of what programs make for themselves: for their user alone. */
export const OWNER_ONLY_FILE = 0o600;
export const OWNER_ONLY_FOLDER = 0o700;
